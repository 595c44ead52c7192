package store

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/sources"
)

func TestSourceByEachName(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 7, 1))
	c := story("boat", 12, 1)
	c.Sources[0].Alias = "S-0007" // a code comes before an alias
	c.Sources = append(c.Sources, sources.Source{ID: "held", Number: 13, Held: "tel., Dana Scott"}, sources.Source{ID: "held too", Number: 14})
	apply(t, l, c)
	for name, want := range map[string]int{
		"ship-source-000000": 7, "S-0007": 7, "s-7": 7, "page-ship": 7, "https://example.com/ship": 7,
		"S-0012": 12, "https://example.com/boat": 12, "held": 13, "s-0014": 14,
	} {
		e, err := l.Source(t.Context(), name)
		if err != nil || e.Source.Number != want {
			t.Errorf("Source(%q) = %+v, %v; want number %d", name, e.Source, err, want)
		}
	}
	for _, name := range []string{"", "S-0", "S-", "S--7", "7", "page", "S-99999999999", "tel., Dana Scott"} {
		if e, err := l.Source(t.Context(), name); !errors.Is(err, ErrNotFound) {
			t.Errorf("Source(%q) = %+v, %v; want ErrNotFound", name, e.Source, err)
		}
	}
}

func TestSourcesAndCaptures(t *testing.T) {
	l := eventful(t)
	all, err := l.Sources(t.Context())
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	captures, err := l.Captures(t.Context(), "ship-source-000000")
	if err != nil || len(captures) != 2 || !captures[0].At.Before(captures[1].At) {
		t.Fatal(captures, err)
	}
	if diff := cmp.Diff(captures[1], *all[0].Last); diff != "" {
		t.Error(diff)
	}
	if all[0].Snapshot != captures[1].Snapshot || all[1].Source.Number != 2 {
		t.Errorf("sources are %+v", all)
	}
	blocked := sources.Capture{ID: "blocked", Source: "ship-source-000000", At: captures[1].At, State: sources.Blocked, Reason: "403", Status: 403}
	blocked.ID = "ship-capture-z" // later in the same millisecond
	apply(t, l, &claims.Change{At: noon, Captures: []sources.Capture{blocked}})
	e, err := l.Source(t.Context(), "S-1")
	if diff := cmp.Diff(&blocked, e.Last); diff != "" || err != nil || e.Snapshot != captures[1].Snapshot {
		t.Error(diff, err, e)
	}
}

func TestArticles(t *testing.T) {
	l := newLedger(t)
	if all, err := l.Articles(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("Articles = %v, %v", all, err)
	}
	apply(t, l, story("ship", 1, 0))
	apply(t, l, story("boat", 2, 0))
	all, err := l.Articles(t.Context())
	if err != nil || len(all) != 2 || all[0].Slug != "boat" || all[1].Slug != "ship" {
		t.Errorf("Articles = %v, %v", all, err)
	}
	if a, err := l.Article(t.Context(), "ship"); err != nil || a != all[1] {
		t.Errorf("Article = %v, %v", a, err)
	}
	_, notThere := l.Dossier(t.Context(), "barge")
	_, norThis := l.Article(t.Context(), "barge")
	for _, err := range []error{notThere, norThis, l.History(t.Context(), "barge", 0, nil)} {
		if !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "barge") {
			t.Errorf("error %v, want ErrNotFound and its name", err)
		}
	}
}

func TestText(t *testing.T) {
	l := newLedger(t)
	c := story("ship", 1, 1)
	apply(t, l, c)
	d, before := c.Captures[0].Snapshot, counts(t, l)
	if text, err := l.Text(t.Context(), d, "reader 1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Text = %v, %v; want ErrNotFound", text, err)
	}
	for _, want := range []*sources.Text{
		{MediaType: "application/pdf"},
		{
			MediaType: "text/html", Title: "“Öl”", Body: strings.Repeat("Words\x00 and – words. ", 1000),
			Pages:  []sources.Page{{Number: 1, Printed: "iv", End: 20, Stamps: []sources.Stamp{{Case: "1:24-cv-1", Page: 3}}}},
			Blocks: []sources.Block{{Kind: sources.Heading, Level: 1, End: 5}}, Notes: []sources.Note{{Text: "n", Start: -1, End: -1}},
			Links: []sources.Link{{Address: "/x"}}, Unit: sources.Lines, Segments: []sources.Segment{{Line: 1, Column: 1}},
		},
	} {
		if err := l.PutTexts(t.Context(), "reader 1", map[sources.Digest]*sources.Text{d: want}); err != nil {
			t.Fatal(err)
		}
		got, err := l.Text(t.Context(), d, "reader 1")
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
	}
	if after := strings.Replace(counts(t, l), "reading 1", "reading 0", 1); after != before {
		t.Errorf("rows before: %s\nafter: %s", before, after)
	}
	if err := l.PutTexts(t.Context(), "reader 1", map[sources.Digest]*sources.Text{"none": {}}); !errors.Is(err, ErrNotFound) {
		t.Errorf("text of no snapshot: %v, want ErrNotFound", err)
	}
}

func TestVerification(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 2))
	apply(t, l, story("boat", 2, 1))
	id, version := dossier(t, l, "ship").Article.ID, dossier(t, l, "ship").Version
	matches := []claims.Match{
		{Citation: "ship-citation-000001", Snapshot: "abc", Class: claims.Altered, Span: claims.Span{Start: 3, End: 9}, Page: "iv", WrongPage: true,
			Difference: []claims.Edit{{Kind: claims.Same, Text: "the"}, {Kind: claims.Omitted, Text: "page"}}},
		{Citation: "ship-citation-000000", Snapshot: "abc", Class: claims.Absent},
	}
	findings := []claims.Finding{
		{Check: "number", Severity: claims.Error, Outcome: claims.Contradicted, Claim: "ship-claim-000001", Citation: "ship-citation-000001", Message: "No.", Spans: []claims.Span{{Start: 1, End: 2}}, Snapshot: "abc", Evidence: []claims.Span{{Start: 3, End: 4}}},
		{Check: "no-citation", Severity: claims.Info, Message: "Nothing is cited."},
		{Check: "name", Severity: claims.Info, Claim: "ship-claim-000001", Message: "Who?"},
	}
	put := func(matches []claims.Match, findings []claims.Finding, want bool) {
		t.Helper()
		before := queryText(t, l, `select group_concat(rowid) from finding`)
		changed, err := l.PutVerification(t.Context(), id, claims.Verification{Matches: matches, Findings: findings})
		if err != nil || changed != want {
			t.Errorf("PutVerification = %v, %v; want %v", changed, err, want)
		}
		if after := queryText(t, l, `select group_concat(rowid) from finding`); !want && after != before {
			t.Error("it was written though nothing changed")
		}
	}
	other := []claims.Finding{{Check: "unread", Severity: claims.Warning, Message: "Unread."}}
	if _, err := l.PutVerification(t.Context(), dossier(t, l, "boat").Article.ID, claims.Verification{Findings: other}); err != nil {
		t.Fatal(err)
	}
	put(matches, findings, true)
	put([]claims.Match{matches[1], matches[0]}, findings, false) // in another order
	d := dossier(t, l, "ship")
	e := d.Entries[1]
	if diff := cmp.Diff(map[string]claims.Match{matches[0].Citation: matches[0]}, e.Matches); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]claims.Finding{findings[0], findings[2]}, e.Findings); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(findings[1:2], d.Findings); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(other, dossier(t, l, "boat").Findings); diff != "" {
		t.Error(diff)
	}
	put(matches, findings[:2], true)
	put(nil, nil, true)
	if d := dossier(t, l, "ship"); d.Findings != nil || d.Entries[1].Matches != nil || d.Version != version {
		t.Errorf("dossier still has %+v", d)
	}
}

func TestVerificationOfWhatIsGoneConflicts(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	_, err := l.PutVerification(t.Context(), "ship-article-000000", claims.Verification{Matches: []claims.Match{{Citation: "gone", Class: claims.Exact}}})
	if !errors.Is(err, ErrConflict) {
		t.Errorf("error %v, want ErrConflict", err)
	}
	if got := queryText(t, l, `select count(*) from match`); got != "0" {
		t.Errorf("%s matches", got)
	}
}

func TestCancelled(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Apply(gone, story("boat", 2, 1)); !errors.Is(err, context.Canceled) {
		t.Errorf("Apply: %v", err)
	}
	if _, err := l.Dossier(gone, "ship"); !errors.Is(err, context.Canceled) {
		t.Errorf("Dossier: %v", err)
	}
}
