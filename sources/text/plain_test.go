package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

func TestPlainBlocks(t *testing.T) {
	long := strings.Repeat("Words of a line. ", 10)
	wrapped := "The cloud company said on Tuesday that it would\npay a third more for the laboratory than it had\nsaid in the week before, in money."
	tests := []struct {
		name, file string
		want       []string
	}{
		{"each line a paragraph", long + "\n" + long + "\n\n", []string{"paragraph: " + strings.TrimSpace(long), "paragraph: " + strings.TrimSpace(long)}},
		{"wrapped lines", wrapped + "\n\nNext.", []string{"paragraph: " + wrapped, "paragraph: Next."}},
		{"short lines are no wrapped ones", "Operator: Good day.\nDana: Thanks.\n", []string{"paragraph: Operator: Good day.", "paragraph: Dana: Thanks."}},
		{"headline and byline", "The Headline\r\n\r\nBy Dana Scott\r\n\r\nText.\r\n", []string{"heading: The Headline", "byline: By Dana Scott", "paragraph: Text."}},
		{"one line is no headline", "The Headline", []string{"paragraph: The Headline"}},
		{"a header's field is no headline", "TO: Dana\nText.", []string{"paragraph: TO: Dana", "paragraph: Text."}},
		{"list", "Text.\n- one\n2. two\n", []string{"paragraph: Text.", "list item: one", "list item: two"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.file), Options{MediaType: "txt", Whole: true})
			checkText(t, got)
			if diff := cmp.Diff(tt.want, shown(got)); diff != "" || got.Body != tt.file {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPlainNotes(t *testing.T) {
	tests := []struct {
		name, file string
		want       []sources.Note
	}{
		{"numbers at the end", "A.[1] B [2].\n\n[1] One\n[2]: Two\n", []sources.Note{
			{Kind: "footnote", Label: "1", Text: "One", Start: 2, End: 2, Line: 3},
			{Kind: "footnote", Label: "2", Text: "Two", Start: 7, End: 7, Line: 4}}},
		{"Markdown's", "A.[^x]\n[^x]: https://x.org \"q\"\n  p. 3\nB.\n", []sources.Note{
			{Kind: "footnote", Label: "x", Text: "https://x.org \"q\" p. 3", Start: 2, End: 2, Line: 2}}},
		{"missing and orphan", "A.[9]\n\n[1] One", []sources.Note{
			{Kind: "footnote", Label: "9", Start: 2, End: 2, Line: 1},
			{Kind: "footnote", Label: "1", Text: "One", Start: -1, End: -1, Line: 3}}},
		{"no notes, no references", "A [1] B [sic].\nC.", nil},
		{"text behind them", "A.[1]\n[1] One\nMore text of the article.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.file), Options{MediaType: "txt"})
			if diff := cmp.Diff(tt.want, got.Notes); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(got.Links) != 0 {
				t.Errorf("links of a note: %+v", got.Links)
			}
		})
	}
}

func TestPlainLinks(t *testing.T) {
	got := mustRead(t, []byte("See https://x.org/a_(b)?c=1, (http://y.org/d) and “https://z.org”. ftp://no https:// xhttps://w.org/"), Options{MediaType: "txt"})
	checkText(t, got)
	var have []string
	for _, l := range got.Links {
		have = append(have, l.Address)
	}
	want := []string{"https://x.org/a_(b)?c=1", "http://y.org/d", "https://z.org", "https://w.org/"}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
