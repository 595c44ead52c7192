package store

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"stet/claims"
	"stet/sources"
)

// FuzzRows puts an odd string into every field of every row that can hold it:
// it is either refused or comes back byte for byte, from the tables and from
// the history.
func FuzzRows(f *testing.F) {
	for _, seed := range []string{"", "words", "“Öl” – naïve…", "\x00", "a\xffb", "\ufffd", "'; drop table claim --", "[]", `{"a":1}`, "\u2028\x1b[31m", "{{", "🚢"} {
		f.Add(seed)
	}
	l := newLedger(f)
	apply(f, l, story("ship", 1, 1))
	f.Fuzz(func(t *testing.T, odd string) {
		c := oddChange(odd)
		before, err := lastEvent(t.Context(), l.reader)
		if err != nil {
			t.Fatal(err)
		}
		err = l.Apply(t.Context(), c)
		if refused := checkString("", odd) != nil; refused != (err != nil) {
			t.Fatalf("%q: error %v", odd, err)
		}
		if err != nil {
			return
		}
		checkOdd(t, l, c, before)
	})
}

// oddChange is a change of a row of each table that can be written over, odd
// strings in it.
func oddChange(odd string) *claims.Change {
	c := story("ship", 1, 1)
	c.Snapshots, c.Captures, c.Drafts = nil, nil, nil
	c.By, c.What = odd, odd
	c.Articles[0].Title, c.Articles[0].Author = odd, odd
	s := &c.Sources[0]
	s.Held, s.Title, s.Publisher, s.Author, s.Date, s.Note, s.Kind = odd, odd, odd, odd, odd, odd, sources.Kind(odd)
	claim := &c.Claims[0]
	claim.Text, claim.LabelBy, claim.By, claim.Reasons = odd, odd, odd, []string{odd, "x"}
	claim.Review = claims.Review{Claimant: odd, ClaimantURL: odd, Rating: claims.Rating{Value: 2, Best: 5, Name: odd}, Rated: odd}
	claim.Remarks = []claims.Remark{{Origin: odd, Text: odd, Start: -1}}
	claim.Attributions[0].Speaker.Text, claim.Attributions[0].Cue.Text = odd, odd
	cited := &c.Citations[0]
	cited.Quote, cited.Note, cited.Origin, cited.By = odd, odd, odd, odd
	cited.Locator = claims.Locator{Page: odd, PageEnd: odd, Paragraph: odd, Time: odd}
	return c
}

func checkOdd(t *testing.T, l *Ledger, c *claims.Change, before int64) {
	t.Helper()
	d := dossier(t, l, "ship")
	got := claims.Change{
		Articles: []claims.Article{d.Article}, Claims: []claims.Claim{d.Entries[0].Claim}, Citations: d.Entries[0].Citations,
		Sources: []sources.Source{d.Sources[c.Sources[0].ID].Source},
	}
	want := claims.Change{Articles: c.Articles, Claims: c.Claims, Citations: c.Citations, Sources: c.Sources}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	logged := claims.Change{}
	err := l.History(t.Context(), "", before, func(e claims.Event) error {
		switch e.Table {
		case "article":
			return json.Unmarshal(e.Row, grow(&logged.Articles))
		case "source":
			return json.Unmarshal(e.Row, grow(&logged.Sources))
		case "claim":
			return json.Unmarshal(e.Row, grow(&logged.Claims))
		}
		return json.Unmarshal(e.Row, grow(&logged.Citations))
	})
	if diff := cmp.Diff(want, logged, cmpopts.EquateEmpty()); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// grow appends a zero value to a slice and returns a pointer to it.
func grow[T any](to *[]T) *T {
	*to = append(*to, *new(T))
	return &(*to)[len(*to)-1]
}

// TestEventRows pins what events hold: readers of old ledgers rely on it.
func TestEventRows(t *testing.T) {
	l := newLedger(t)
	c := story("ship", 1, 1)
	apply(t, l, c)
	d := dossier(t, l, "ship")
	s := signOff(d, d.Entries[0], "sign-1", claims.Confirmed, noon.Add(time.Millisecond))
	s.Void = "never written"
	part := claims.Part{Claim: d.Entries[0].Claim.ID, Number: 1, Whole: d.Entries[0].Claim.ID, WholeNumber: 2, Bond: claims.SplitOff, Draft: "d", At: noon}
	apply(t, l, &claims.Change{At: noon, SignOffs: []claims.SignOff{s}, Parts: []claims.Part{part}})
	page := string(c.Captures[0].Snapshot)
	want := map[string]string{
		"snapshot": `{"at":"2026-11-23T12:00:00.120Z","digest":"` + page + `","media_type":"text/plain","size":27}`,
		"source":   `{"address":"https://example.com/ship","alias":"page-ship","date":"circa 2019","id":"ship-source-000000","kind":"news report","kind_set":false,"number":1,"title":"“Öl” & <gas>"}`,
		"capture":  `{"at":"2026-11-23T12:00:00.120Z","final_url":"https://example.com/ship","id":"ship-capture-000000","media_type":"text/html","snapshot":"` + page + `","source":"ship-source-000000","state":"captured","status":200}`,
		"article":  `{"author":"Kit Moss","draft":"` + string(c.Articles[0].Draft) + `","id":"ship-article-000000","slug":"ship","title":"A story"}`,
		"draft":    `{"article":"ship-article-000000","at":"2026-11-23T12:00:00.120Z","digest":"` + string(c.Articles[0].Draft) + `","file":"ship.md","media_type":"text/markdown","remarks":[{"origin":"footnote 9","start":-1,"text":""}],"segments":[{"column":1,"line":1,"start":0}],"text":"A draft of ship.","unit":"line"}`,
		"claim":    `{"article":"ship-article-000000","attributions":[{"anonymous":false,"content":{"end":0,"start":0,"text":""},"cue":{"end":0,"start":0,"text":""},"denied":false,"hedged":false,"label":"reported","speaker":{"end":25,"start":22,"text":"she"}}],"cut":false,"id":"ship-claim-000000","label":"reported","number":1,"place":"body","priority":"high","reasons":["number"],"spans":[{"end":7,"start":0}],"text":"The ship sank in 1900, she said – “all hands”."}`,
		"part":     `{"at":"2026-11-23T12:00:00.120Z","bond":"split off","claim":"ship-claim-000000","draft":"d","number":1,"whole":"ship-claim-000000","whole_number":2}`,
		"citation": `{"claim":"ship-claim-000000","id":"ship-citation-000000","locator":{"page":"3","page_end":"4","paragraph":"42","time":"12:40"},"origin":"footnote 1","quote":"the page says","source":"ship-source-000000","stance":"offered"}`,
		"signoff":  `{"at":"2026-11-23T12:00:00.121Z","by":"Dana Scott","claim":"ship-claim-000000","evidence":[{"citation":"ship-citation-000000","locator":{"page":"3","page_end":"4","paragraph":"42","time":"12:40"},"quote":"the page says","snapshot":"` + page + `","source":"ship-source-000000","stance":"offered"}],"id":"sign-1","verdict":"confirmed","words":"The ship sank in 1900, she said – “all hands”."}`,
	}
	got := map[string]string{}
	err := l.History(t.Context(), "", 0, func(e claims.Event) error { got[e.Table] = string(e.Row); return nil })
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	for _, table := range tables {
		if got[table.name] == "" {
			t.Errorf("no event of table %s", table.name)
		}
	}
}
