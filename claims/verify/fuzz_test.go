package verify

import (
	"testing"
	"time"
	"unicode/utf8"

	"stet/claims"
	"stet/sources"
)

func FuzzOrders(f *testing.F) {
	for _, seed := range []string{"After it, before; within a year of X", "Three years after the trial ended, and long before", "before", "x after—before after, after.", "A. After B. Before C"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, o := range ordersIn(text) {
			for _, s := range []claims.Span{o.first, o.second} {
				if s.Start < 0 || s.End < s.Start || s.End > len(text) {
					t.Fatalf("%+v in %q", o, text)
				}
			}
		}
	})
}

// FuzzCompare lays any words beside any text: every finding's spans lie in them.
func FuzzCompare(f *testing.F) {
	for _, c := range Checks {
		for _, e := range c.Catch {
			if len(e.Cites) > 0 {
				f.Add(e.Claim, e.Cites[0].Text, e.Cites[0].Quote)
			}
		}
	}
	on := time.Date(2026, 5, 3, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, words, body, quoted string) {
		if !utf8.ValidString(words + body + quoted) {
			return
		}
		found, err := Compare(t.Context(), words, claims.OwnVoice, []Evidence{{Text: &sources.Text{Body: body}, Quote: quoted}}, on)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			for _, s := range f.Spans {
				if s.Start < 0 || s.End < s.Start || s.End > len(words) {
					t.Fatalf("%+v of %q", f, words)
				}
			}
			for _, s := range f.Evidence {
				if s.Start < 0 || s.End < s.Start || s.End > len(body) {
					t.Fatalf("%+v in %q", f, body)
				}
			}
		}
	})
}
