package text

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

func TestSubtitles(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
		cues       []string // what each shows
	}{
		{"SubRip", "\ufeff1\r\n00:00:01,000 --> 00:00:02,500 X1:40\r\n<i>We kept</i>\r\nour {\\an8}stake\r\n\r\n2\r\n00:00:02,600 --> 00:00:04,000\r\nof 33 % < 40 %.\r\n", []string{"paragraph: We kept our stake of 33 % < 40 %."}, []string{"We kept our stake", "of 33 % < 40 %."}},
		{"an empty line in a subtitle", "1\n0:00:01,000 --> 0:00:02,000\nWe kept\n\n1999\n\n2\n0:00:02,000 --> 0:00:03,000\nour stake\n\n7", []string{"paragraph: We kept 1999 our stake 7"}, []string{"We kept 1999", "our stake 7"}},
		{"turns", "1\n00:00:01,000 --> 00:00:02,000\n- Did you?\n- We did.\n\n2\n00:00:02,000 --> 00:00:03,000\n-5 degrees\n>> IDA BERG: No.\nPER: Yes.", []string{"paragraph: Did you?", "paragraph: We did. -5 degrees", "paragraph: IDA BERG: No.", "paragraph: PER: Yes."}, []string{"Did you?\n\nWe did.", "-5 degrees\n\nIDA BERG: No.\n\nPER: Yes."}},
		{"a pause", "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:09,000 --> 00:00:10,000\ntwo", []string{"paragraph: One", "paragraph: two"}, []string{"One", "two"}},
		{"WebVTT", "WEBVTT - a title\nKind: captions\nLanguage: nb\n\nNOTE no\n\nSTYLE\n::cue { }\n\nid 1\n00:01.000 --> 00:02.000 line:0 align:start\n<v.loud Ida Berg>We <c.x>kept</c> our\n\n00:02.000 --> 00:03.000\n<v Ida Berg>stake &amp; <00:02.500>more</v>\nof it\n<v Per>No\n\nNOTE no\n\n00:03.000 --> 00:04.000\nMusic", []string{"paragraph: Ida Berg: We kept our stake & more of it", "paragraph: Per: No", "paragraph: Music"}, []string{"Ida Berg: We kept our", "stake & more of it\n\nPer: No", "Music"}},
		{"captions that roll up", "WEBVTT\n\n00:01.000 --> 00:02.000\n \nwe<00:01.500><c> kept</c>\n\n00:02.000 --> 00:02.010\nwe kept\n \n\n00:02.010 --> 00:04.000\nwe kept\nour<00:03.000><c> stake</c>\n\n00:04.000 --> 00:04.010\nour stake\n \n\n00:04.010 --> 00:05.000\nour stake\nso\n", []string{"paragraph: we kept our stake so"}, []string{"we kept", "our stake", "so"}},
		{"what is said twice", "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n\n3\n00:00:03,000 --> 00:00:04,000\nA\n\n4\n00:00:04,000 --> 00:00:05,000\nB\n", []string{"paragraph: No. No. A B"}, []string{"No.", "No.", "A", "B"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.file), Options{Name: "talk"})
			checkText(t, got)
			var cues []string
			for _, c := range got.Cues {
				cues = append(cues, got.Body[c.Start:c.End])
			}
			if diff := cmp.Diff(tt.want, shown(got)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.cues, cues); diff != "" {
				t.Errorf("cues (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSubtitleTimes(t *testing.T) {
	got := mustRead(t, []byte("WEBVTT\nLanguage: nb\n\n12:31.500 --> 01:02:03.004\na\n\n100:00:00.1 --> 12:00.000\nb"), Options{MediaType: "text/plain"})
	want := []sources.Cue{{Start: 0, End: 1, From: 751_500, To: 3_723_004}, {Start: 3, End: 4, From: 360_000_100, To: 360_000_100}}
	if diff := cmp.Diff(want, got.Cues); diff != "" || got.Language != "nb" || got.MediaType != vttType {
		t.Errorf("%+v (-want +got):\n%s", got, diff)
	}
	for _, s := range []string{"1", "a:00", "1:2:3:4", "00:-1", "00:00:01,x", "99999:00"} {
		if n, ok := milliseconds(s); ok {
			t.Errorf("%q is %d", s, n)
		}
	}
}

func TestSubtitlesWithoutTimes(t *testing.T) {
	for _, file := range []string{"WEBVTT\n\nwords", "words -->", "1\nhere --> there\nwords"} {
		_, err := library(t).Read(context.Background(), []byte(file), Options{Name: "a.srt"})
		if err == nil || !strings.Contains(err.Error(), "no line says when") {
			t.Errorf("%q: error %v", file, err)
		}
	}
}

func FuzzSubtitles(f *testing.F) {
	seed(f, []string{"talk.srt", "talk.vtt"}, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>a</v> <v.b C&amp;>d<", "1\n00:00:01,000 --> 00:00:01,0\n- a\n-b\n>> c\n", "WEBVTT\n\n0:1 --> 0:2\na\n\n0:2 --> 0:3\na\n\n0:2 --> 0:3\na\nb\n\n0:2 --> 0:3\nb")
	f.Fuzz(func(t *testing.T, b []byte) {
		fuzz(t, b, srtType)
		fuzz(t, append([]byte("WEBVTT\n\n"), b...), vttType)
	})
}
