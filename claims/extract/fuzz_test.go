package extract

import (
	"testing"
	"unicode/utf8"

	"stet/claims"
	"stet/sources"
)

func FuzzClaims(f *testing.F) {
	for _, row := range labelled {
		f.Add(row.text, 3, 7)
	}
	f.Add("“Unclosed. And then 'more' \n\n(R-S.C.) said.[1] ’s", 0, 99)
	f.Add("said\n: to \" as ,", 1, 1)
	f.Add("''", 0, 0)
	f.Fuzz(func(t *testing.T, body string, start, end int) {
		if !utf8.ValidString(body) {
			return
		}
		text := lines(body)
		if len(body)%2 == 0 {
			text.Blocks = nil
		}
		start, end = within(body, start), within(body, end)
		text.Notes = []sources.Note{
			{Kind: sources.Footnote, Start: start, End: start},
			{Kind: sources.Comment, Start: min(start, end), End: max(start, end)},
			{Kind: sources.Footnote, Start: -1, End: -1},
		}
		text.Links = []sources.Link{{Start: min(start, end), End: max(start, end)}}
		check(t, text, Claims(text))
	})
}

// within returns an offset on a rune boundary of body near at.
func within(body string, at int) int {
	at = min(max(at, 0), len(body))
	for at < len(body) && !utf8.RuneStart(body[at]) {
		at++
	}
	return at
}

// check sees that an extraction keeps its promises.
func check(t *testing.T, text *sources.Text, e Extraction) {
	t.Helper()
	last := 0
	for _, s := range e.Sentences {
		if s.Start < last || s.End <= s.Start {
			t.Fatalf("sentence %v after %d", s, last)
		}
		onBoundary(t, text.Body, s)
		last = s.End
	}
	marks := map[Mark]int{}
	for _, m := range e.Loose {
		marks[m]++
	}
	last = -1
	for _, c := range e.Claims {
		if c.Start() <= last {
			t.Fatalf("claim at %d after %d", c.Start(), last)
		}
		last = c.Start()
		if c.Text != claims.TextOf(text.Body, c.Spans) {
			t.Fatalf("claim %q is not the text of its spans", c.Text)
		}
		for _, m := range c.Marks {
			marks[m]++
		}
		for _, a := range c.Attributions {
			for _, p := range []claims.Phrase{a.Speaker, a.Cue, a.Content} {
				onBoundary(t, text.Body, p.Span)
				if p.Text != p.In(text.Body) {
					t.Fatalf("phrase %q is not the text of %v", p.Text, p.Span)
				}
			}
		}
	}
	if want := len(text.Notes) + len(text.Links); len(marks) != want {
		t.Fatalf("%d marks placed, want %d", len(marks), want)
	}
	for m, n := range marks {
		if n != 1 {
			t.Fatalf("mark %v stands in %d places", m, n)
		}
	}
}

func onBoundary(t *testing.T, body string, s claims.Span) {
	t.Helper()
	if s.Start < 0 || s.End > len(body) || s.Start > s.End {
		t.Fatalf("span %v out of bounds %d", s, len(body))
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(body) && !utf8.RuneStart(body[at]) {
			t.Fatalf("span %v splits a rune", s)
		}
	}
}
