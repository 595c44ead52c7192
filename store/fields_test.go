package store

import (
	"fmt"
	"path/filepath"
	"reflect"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/sources"
)

// TestNoFieldIsLost writes rows of which every field is set and reads them
// back, from the ledger and from one rebuilt by its history, so that a field
// that the vocabulary gains cannot be forgotten here.
func TestNoFieldIsLost(t *testing.T) {
	l := newLedger(t)
	c := full()
	apply(t, l, &c)
	m, f := fill[claims.Match](), fill[claims.Finding]()
	f.Answer = "" // a report's own
	m.Selector.End = m.Selector.Start + utf8.RuneCountInString(m.Selector.Exact)
	m.Citation, f.Claim, f.Citation = c.Citations[0].ID, c.Claims[0].ID, c.Citations[0].ID
	if _, err := l.PutVerification(t.Context(), c.Articles[0].ID, claims.Verification{
		Checked: map[string]claims.Checked{c.Claims[0].ID: {Basis: "basis", Start: 7}}, Matches: []claims.Match{m}, Findings: []claims.Finding{f},
	}); err != nil {
		t.Fatal(err)
	}
	d := dossier(t, l, c.Articles[0].Slug)
	checkFull(t, c, l, d)
	if diff := cmp.Diff(m, d.Entries[0].Matches[m.Citation]); diff != "" {
		t.Error(diff)
	}
	if got := d.Entries[0].Checked; got != (claims.Checked{Basis: "basis", Start: 7}) {
		t.Errorf("checked on %+v", got)
	}
	if diff := cmp.Diff([]claims.Finding{f}, d.Entries[0].Findings); diff != "" {
		t.Error(diff)
	}
	into := filepath.Join(t.TempDir(), "again.db")
	if err := l.Rebuild(t.Context(), into); err != nil {
		t.Fatal(err)
	}
	again := openLedger(t, into, Options{})
	checkFull(t, c, again, dossier(t, again, c.Articles[0].Slug))
}

// full returns a change of one row a table, every field set and pointing where
// it must.
func full() claims.Change {
	draft := content("The bytes.")
	article, text, claim := fill[claims.Article](), fill[claims.Draft](), fill[claims.Claim]()
	source, capture, citation, sign := fill[sources.Source](), fill[sources.Capture](), fill[claims.Citation](), fill[claims.SignOff]()
	article.Draft, text.Digest, capture.Snapshot = draft.Digest, draft.Digest, draft.Digest
	text.Article, claim.Article = article.ID, article.ID
	capture.Source, citation.Source = source.ID, source.ID
	citation.Claim, sign.Claim = claim.ID, claim.ID
	for i := range sign.Evidence {
		sign.Evidence[i].Source, sign.Evidence[i].Snapshot = source.ID, draft.Digest
	}
	sign.Void, sign.Lapsed = "", ""
	query, reply := fill[claims.Query](), fill[claims.Reply]()
	query.Claim, reply.Claim = claim.ID, claim.ID
	part := fill[claims.Part]()
	part.Claim, part.Whole = claim.ID, claim.ID
	return claims.Change{
		By: "Kit", What: "import", At: noon, Snapshots: []claims.Content{draft}, Articles: []claims.Article{article},
		Drafts: []claims.Draft{text}, Claims: []claims.Claim{claim}, Parts: []claims.Part{part}, Sources: []sources.Source{source},
		Captures: []sources.Capture{capture}, Citations: []claims.Citation{citation}, SignOffs: []claims.SignOff{sign},
		Queries: []claims.Query{query}, Replies: []claims.Reply{reply},
	}
}

// checkFull fails unless the ledger and its dossier have the rows of the change, and no more.
func checkFull(t *testing.T, c claims.Change, l *Ledger, d *claims.Dossier) {
	t.Helper()
	e := d.Entries[0]
	sign := *e.SignOff
	sign.Void = "" // its words are not the claim's
	got := claims.Change{
		By: c.By, What: c.What, At: c.At, Snapshots: c.Snapshots, Articles: []claims.Article{d.Article},
		Drafts: []claims.Draft{d.Draft}, Claims: []claims.Claim{e.Claim}, Parts: e.Parts[:1], Citations: e.Citations, SignOffs: []claims.SignOff{sign},
		Queries: e.Queries, Replies: e.Replies,
	}
	for _, evidence := range d.Sources {
		got.Sources = append(got.Sources, evidence.Source)
		captures, err := l.Captures(t.Context(), evidence.Source.ID)
		if err != nil {
			t.Fatal(err)
		}
		got.Captures = append(got.Captures, captures...)
		last := captures[len(captures)-1]
		last.Exchanges, last.MementoAt = nil, time.Time{} // too much for a dossier, and never of it
		if diff := cmp.Diff(last, *evidence.Last); diff != "" {
			t.Error(diff)
		}
	}
	if diff := cmp.Diff(c, got); diff != "" {
		t.Error(diff)
	}
}

// fill returns a value of which every field is set, strings each to another
// text.
func fill[T any]() T {
	var v T
	n := 0
	fillValue(reflect.ValueOf(&v).Elem(), &n)
	return v
}

func fillValue(v reflect.Value, n *int) {
	*n++
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(noon.Add(time.Duration(*n) * time.Millisecond)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%s %d", v.Type().Name(), *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fillValue(v.Index(i), n)
		}
	case reflect.Struct:
		for _, field := range v.Fields() {
			fillValue(field, n)
		}
	default:
		panic("no value for " + v.Type().String())
	}
}
