package store

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"stet/claims"
	"stet/sources"
)

// noon is the time at which the tests' changes are made.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 120e6, time.UTC)

// newLedger returns an empty ledger that is closed when the test ends.
func newLedger(t testing.TB) *Ledger {
	t.Helper()
	return openLedger(t, filepath.Join(t.TempDir(), "stet.db"), Options{Create: true})
}

func openLedger(t testing.TB, path string, o Options) *Ledger {
	t.Helper()
	l, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// differ says how two dossiers differ in what they tell.
func differ(want, got *claims.Dossier) string {
	return cmp.Diff(want, got, cmpopts.IgnoreUnexported(claims.Dossier{}))
}

func apply(t testing.TB, l *Ledger, c *claims.Change) {
	t.Helper()
	if err := l.Apply(t.Context(), c); err != nil {
		t.Fatal(err)
	}
}

func dossier(t testing.TB, l *Ledger, slug string) *claims.Dossier {
	t.Helper()
	d, err := l.Dossier(t.Context(), slug)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// content returns a snapshot of the text.
func content(text string) claims.Content {
	b := []byte(text)
	return claims.Content{Bytes: b, Snapshot: sources.Snapshot{
		Digest: sources.DigestOf(b), MediaType: "text/plain", Size: int64(len(b)), At: noon,
	}}
}

// story is a change that writes at least one row of every table: an article
// of n claims, each citing the one source.
func story(slug string, number, n int) *claims.Change {
	c := &claims.Change{By: "Dana Scott", What: "import", At: noon}
	draft, page := content("A draft of "+slug+"."), content("What the page says of "+slug+".")
	id := func(kind string, i int) string { return fmt.Sprintf("%s-%s-%06d", slug, kind, i) }
	c.Snapshots = []claims.Content{draft, page}
	c.Sources = []sources.Source{{
		ID: id("source", 0), Number: number, Alias: "page-" + slug, Address: "https://example.com/" + slug,
		Kind: sources.NewsReport, Title: "“Öl” & <gas>", Date: "circa 2019",
	}}
	c.Captures = []sources.Capture{{
		ID: id("capture", 0), Source: id("source", 0), At: noon, State: sources.Captured, Status: 200,
		FinalURL: "https://example.com/" + slug, MediaType: "text/html", Snapshot: page.Digest,
	}}
	c.Articles = []claims.Article{{ID: id("article", 0), Slug: slug, Title: "A story", Author: "Kit Moss", Draft: draft.Digest}}
	c.Drafts = []claims.Draft{{
		Digest: draft.Digest, Article: id("article", 0), File: slug + ".md", MediaType: "text/markdown", At: noon,
		Text: "A draft of " + slug + ".", Unit: sources.Lines, Segments: []sources.Segment{{Start: 0, Line: 1, Column: 1}},
		Remarks: []claims.Remark{{Origin: "footnote 9", Start: -1}},
	}}
	for i := range n {
		claim := claims.Claim{
			ID: id("claim", i), Article: id("article", 0), Number: i + 1, Place: claims.InBody, Label: claims.Reported,
			Text: fmt.Sprintf("The ship sank in %d, she said – “all hands”.", 1900+i), Priority: claims.High,
			Spans: []claims.Span{{Start: 0, End: 7}}, Reasons: []string{"number"},
			Attributions: []claims.Attribution{{Label: claims.Reported, Speaker: claims.Phrase{Text: "she", Span: claims.Span{Start: 22, End: 25}}}},
		}
		cited := claims.Citation{
			ID: id("citation", i), Claim: claim.ID, Source: id("source", 0), Stance: claims.Offered, Quote: "the page says",
			Locator: claims.Locator{Page: "3", PageEnd: "4", Paragraph: "42", Time: "12:40"}, Origin: fmt.Sprintf("footnote %d", i+1),
		}
		c.Claims, c.Citations = append(c.Claims, claim), append(c.Citations, cited)
	}
	return c
}

// signOff returns a sign-off of the entry as it stands.
func signOff(d *claims.Dossier, e claims.Entry, id string, v claims.Verdict, at time.Time) claims.SignOff {
	s := claims.SignOff{ID: id, Claim: e.Claim.ID, Verdict: v, By: "Dana Scott", At: at, Words: e.Claim.Text}
	for _, t := range e.Citations {
		s.Evidence = append(s.Evidence, claims.Pin{
			Citation: t.ID, Source: t.Source, Stance: t.Stance, Quote: t.Quote, Locator: t.Locator,
			Snapshot: d.Sources[t.Source].Snapshot,
		})
	}
	return s
}

func TestDossierHoldsWhatWasApplied(t *testing.T) {
	l := newLedger(t)
	c := story("ship", 1, 3)
	apply(t, l, c)
	d := dossier(t, l, "ship")
	sign := signOff(d, d.Entries[1], "sign-1", claims.Stet, noon.Add(time.Minute))
	sign.Note = "it stands"
	apply(t, l, &claims.Change{By: "Dana Scott", What: "sign", At: sign.At, Article: d.Article.ID, After: d.Version, SignOffs: []claims.SignOff{sign}})

	want := &claims.Dossier{Article: c.Articles[0], Draft: c.Drafts[0], Version: 13, Sources: map[string]claims.Evidence{
		c.Sources[0].ID: {Source: c.Sources[0], Last: &c.Captures[0], Snapshot: c.Captures[0].Snapshot, TakenAt: c.Captures[0].At},
	}}
	for i := range c.Claims {
		want.Entries = append(want.Entries, claims.Entry{Claim: c.Claims[i], Citations: c.Citations[i : i+1]})
	}
	want.Entries[1].SignOff = &sign
	if diff := differ(want, dossier(t, l, "ship")); diff != "" {
		t.Error(diff)
	}
}

func TestNewestSignOffIsTheOneThatCounts(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	for i, v := range []claims.Verdict{claims.Incorrect, claims.Confirmed} {
		d := dossier(t, l, "ship")
		at := noon.Add(time.Duration(i) * time.Hour)
		apply(t, l, &claims.Change{At: at, SignOffs: []claims.SignOff{signOff(d, d.Entries[0], fmt.Sprint("sign-", 9-i), v, at)}})
	}
	if got := dossier(t, l, "ship").Entries[0].SignOff; got.Verdict != claims.Confirmed || !got.Holds() {
		t.Errorf("sign-off = %+v, want the confirmed one, in force", got)
	}
}
