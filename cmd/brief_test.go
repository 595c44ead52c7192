package cmd

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/claims/desk"
	"stet/claims/export"
	"stet/claims/report"
	"stet/claims/revise"
	"stet/sources/text"
	"stet/store"
)

// TestListIsTheSameInBrief: list's table has the same bytes whether whole
// dossiers are read or only what it shows.
func TestListIsTheSameInBrief(t *testing.T) {
	l := readOnlyLedger(t)
	s := &session{ledger: l}
	for _, f := range []claims.Filter{{}, {Cut: true}, {Article: firstArticle(t, l)}, {Article: firstArticle(t, l), Number: 2}, {Text: "the"}} {
		listed := map[depth]string{}
		for _, shown := range []depth{inFull, inBrief} {
			var out bytes.Buffer
			table := newClaimTable(&Env{Stdout: &out})
			if err := s.eachRecord(t.Context(), f, shown, func(r export.Record) error { return table.Write(r) }); err != nil {
				t.Fatal(err)
			}
			listed[shown] = out.String()
		}
		if diff := cmp.Diff(listed[inFull], listed[inBrief]); diff != "" || !strings.Contains(listed[inFull], "\n") {
			t.Errorf("%+v (-in full +in brief):\n%s", f, diff)
		}
		if f.Cut && !strings.Contains(listed[inBrief], "(") {
			t.Error("no sign-off is void: the test is blind")
		}
	}
}

// TestAuditReadsEnough: what an audit reads of an article makes the report that
// the whole article makes, and tells as well why each sign-off is void.
func TestAuditReadsEnough(t *testing.T) {
	l := readOnlyLedger(t)
	d := &desk.Desk{Ledger: l, ReaderVersion: text.Version, Now: time.Now}
	articles, err := l.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	void, found := 0, 0
	for _, a := range articles {
		whole, err := l.Dossier(t.Context(), a.Slug)
		if err != nil {
			t.Fatal(err)
		}
		err = l.Audited(t.Context(), a.Slug, func(audited *claims.Dossier, _ claims.Asking) error {
			want, got := report.New(whole, d.Found(whole, "closing")), report.New(audited, d.Found(audited, "closing"))
			found += len(want.Lines)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-whole +audited):\n%s", a.Slug, diff)
			}
			for i, e := range audited.Entries {
				if e.SignOff == nil || e.SignOff.Holds() {
					continue
				}
				void++
				if want, got := revise.Why(whole, whole.Entries[i]), revise.Why(audited, e); got != want {
					t.Errorf("%s#%d is void because %q, want %q", a.Slug, e.Claim.Number, got, want)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if void == 0 || found == 0 {
		t.Errorf("%d void sign-offs, %d findings: the test is blind", void, found)
	}
}

// closedPipe is an output that nobody reads any more.
type closedPipe struct{ writes int }

func (p *closedPipe) Write([]byte) (int, error) {
	p.writes++
	return 0, errors.New("nobody reads")
}

// TestAuditStopsWhereNobodyReads: a run of many articles ends with the first that
// could not be printed.
func TestAuditStopsWhereNobodyReads(t *testing.T) {
	s := &session{env: &Env{Stdout: &closedPipe{}}, ledger: readOnlyLedger(t)}
	p := s.env.Stdout.(*closedPipe)
	var looked atomic.Int32
	flags := auditFlags{format: "ndjson"}
	many := strings.Split(strings.TrimSpace(strings.Repeat(firstArticle(t, s.ledger)+" ", 500)), " ")
	err := s.eachArticle(t.Context(), many, flags, func(slug string) (*claims.Dossier, []claims.Finding, error) {
		looked.Add(1)
		return &claims.Dossier{Article: claims.Article{Slug: slug}}, []claims.Finding{{Check: "x"}}, nil
	})
	if err == nil || !strings.Contains(err.Error(), "nobody reads") || p.writes != 1 || looked.Load() > 50 {
		t.Errorf("%d writes, %d articles looked at, %v", p.writes, looked.Load(), err)
	}
}

// TestFindingsComeAsTheyAreFound: each article's findings are printed before the
// next but a few is looked at, in the formats of lines and in JSON.
func TestFindingsComeAsTheyAreFound(t *testing.T) {
	for _, format := range []string{"text", "table", "ndjson", "github", "json"} {
		var out bytes.Buffer
		s := &session{env: &Env{Stdout: &out}}
		p, err := s.printing(context.Background(), auditFlags{format: format, failAt: claims.Error})
		if err != nil {
			t.Fatal(err)
		}
		one := report.Report{Article: "ferry", Lines: []report.Line{{Severity: claims.Error, Message: "it sank"}}}
		if err := p.print(one); err != nil || !strings.Contains(out.String(), "it sank") {
			t.Errorf("%s: %q, %v", format, out.String(), err)
		}
		if err := p.close(); !errors.Is(err, findingsError{}) {
			t.Errorf("%s ends with %v", format, err)
		}
		if format == "json" && !json.Valid(out.Bytes()) {
			t.Errorf("no JSON: %s", out.String())
		}
	}
}

// readOnlyLedger opens a ledger in which every column has values.
func readOnlyLedger(t *testing.T) *store.Ledger {
	t.Helper()
	l, err := store.Open(t.Context(), everything(t), store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func firstArticle(t *testing.T, l *store.Ledger) string {
	t.Helper()
	articles, err := l.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return articles[0].Slug
}
