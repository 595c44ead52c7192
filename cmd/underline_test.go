package cmd

import (
	"strings"
	"testing"

	"stet/claims"
)

func TestUnderlined(t *testing.T) {
	const long = "The harbour will stay closed to ships of more than ninety metres until the weekend,  according to\nthe harbour master of Saltby."
	tests := []struct{ text, words, want string }{
		{"It sank, she said.", "said", "It sank, she said.\n               ~~~~"},
		{"It sank, she said.", "", "It sank, she said."},
		{"“沈んだ”と said he.", "said", "“沈んだ”と said he.\n             ~~~~"},
		{long, "according to", "The harbour will stay closed to ships of more than ninety metres until the\n  weekend, according to the harbour master of Saltby.\n           ~~~~~~~~~~~~"},
		{long, "weekend,  according to\nthe", "The harbour will stay closed to ships of more than ninety metres until the\n  weekend, according to the harbour master of Saltby.\n  ~~~~~~~~~~~~~~~~~~~~~~~~~"},
		{long, "until the weekend", "The harbour will stay closed to ships of more than ninety metres until the\n" + strings.Repeat(" ", 67) + "~~~~~~~~~\n  weekend, according to the harbour master of Saltby.\n  ~~~~~~~"},
	}
	for _, tt := range tests {
		start := strings.Index(tt.text, tt.words)
		got := underlined(tt.text, 2, claims.Span{Start: start, End: start + len(tt.words)})
		if got != tt.want {
			t.Errorf("%q in %q:\n%s\nwant\n%s", tt.words, tt.text, got, tt.want)
		}
	}
}

func TestCueIn(t *testing.T) {
	draft := "Two tugs came, he said, and pulled. It rained."
	cue := claims.Span{Start: 18, End: 22}
	said := claims.Claim{
		Spans:        []claims.Span{{Start: 0, End: 8}, {Start: 9, End: 22}},
		Attributions: []claims.Attribution{{Cue: claims.Phrase{Text: "said", Span: cue}}},
	}
	said.Text = claims.TextOf(draft, said.Spans)
	if got := cueIn(said).In(said.Text); got != "said" {
		t.Errorf("cue %q", got)
	}
	said.Text = "Otherwise."
	if got := cueIn(said); got != (claims.Span{}) {
		t.Errorf("cue at %v of a claim worded by hand", got)
	}
}
