package revise

import (
	"testing"
	"time"

	"stet/claims"
	"stet/sources"
)

// TestWhy voids a sign-off in each way that the ledger knows.
func TestWhy(t *testing.T) {
	noon := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	pin := claims.Pin{Source: "s", Stance: claims.Offered, Quote: "may sell", Locator: claims.Locator{Page: "3"}, Snapshot: "old"}
	cited := claims.Citation{ID: "t", Source: "s", Stance: claims.Offered, Quote: "may sell", Locator: claims.Locator{Page: "3"}}
	with := func(change func(*claims.Citation)) []claims.Citation {
		c := cited
		change(&c)
		return []claims.Citation{c}
	}
	match := func(class claims.Class, difference ...claims.Edit) map[string]claims.Match {
		return map[string]claims.Match{"t": {Citation: "t", Snapshot: "new", Class: class, Difference: difference}}
	}
	part := claims.Part{Claim: "other", Number: 7, Whole: "c", Bond: claims.SplitOff, At: noon.Add(time.Hour)}
	earlier := part
	earlier.At = noon.Add(-time.Hour)
	for _, test := range []struct {
		name, void, now string
		parts           []claims.Part
		citations       []claims.Citation
		matches         map[string]claims.Match
		unquoted        bool
		want            string
	}{
		{name: "words", void: claims.WordsChanged, now: "It has 48 boats.", want: "the number 40 became 48"},
		{name: "split since", void: claims.WordsChanged, now: "It has 48 boats.", parts: []claims.Part{part}, want: "part of it went to #7"},
		{name: "split before", void: claims.WordsChanged, now: "It has 48 boats.", parts: []claims.Part{earlier}, want: "the number 40 became 48"},
		{name: "another quote", void: claims.EvidenceChanged, citations: with(func(c *claims.Citation) { c.Quote = "will sell" }), want: "other words are quoted from page.html"},
		{name: "no quote", void: claims.EvidenceChanged, citations: with(func(c *claims.Citation) { c.Quote = "" }), want: "nothing is quoted from page.html any more"},
		{name: "another page", void: claims.EvidenceChanged, citations: with(func(c *claims.Citation) { c.Locator.Page = "4" }), want: "page.html is cited at p. 4 instead of p. 3"},
		{name: "another stance", void: claims.EvidenceChanged, citations: with(func(c *claims.Citation) { c.Stance = claims.Disputes }), want: "the stance of page.html, offered, became disputes"},
		{name: "one less", void: claims.EvidenceChanged, citations: []claims.Citation{}, want: "page.html is no longer cited"},
		{name: "one more", void: claims.EvidenceChanged, citations: append(with(func(*claims.Citation) {}), claims.Citation{Source: "s2"}), want: "a source is cited too"},
		{name: "gone", void: claims.SourceRecaptured, matches: match(claims.Absent), want: "“may sell” is gone from page.html"},
		{name: "altered", void: claims.SourceRecaptured, want: "in page.html “may” became “will”", matches: match(claims.Altered,
			claims.Edit{Kind: claims.Omitted, Text: "will"}, claims.Edit{Kind: claims.Inserted, Text: "may"}, claims.Edit{Kind: claims.Same, Text: "sell"})},
		{name: "not searched", void: claims.SourceRecaptured, want: "page.html was captured anew and not searched"},
		{name: "not quoted", void: claims.SourceRecaptured, unquoted: true, want: "page.html reads otherwise, and nothing of it is quoted"},
		{name: "a word of a later ledger", void: "withdrawn", want: "withdrawn"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, citations := pin, test.citations
			if citations == nil {
				citations = []claims.Citation{cited}
			}
			if test.unquoted {
				p.Quote, citations[0].Quote = "", ""
			}
			d := &claims.Dossier{
				Sources: map[string]claims.Evidence{"s": {Source: sources.Source{Address: "page.html"}, Snapshot: "new"}},
				Entries: []claims.Entry{{
					Claim: claims.Claim{ID: "c", Text: test.now}, Citations: citations, Matches: test.matches, Parts: test.parts,
					SignOff: &claims.SignOff{Words: "It has 40 boats.", At: noon, Void: test.void, Evidence: []claims.Pin{p}},
				}},
			}
			kept := d.Entries[0].SignOff
			Explain(d)
			if got := d.Entries[0].SignOff.Void; got != test.want {
				t.Errorf("void = %q, want %q", got, test.want)
			}
			if kept.Void != test.void {
				t.Error("the sign-off itself was changed")
			}
		})
	}
}
