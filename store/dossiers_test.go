package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
)

// varied returns a ledger of three articles whose claims differ: ship (3
// claims, the last cut), boat (2) and barge (none).
func varied(t *testing.T) *Ledger {
	t.Helper()
	l := newLedger(t)
	ship, boat := story("ship", 1, 3), story("boat", 2, 2)
	ship.Claims[0].Label, ship.Claims[2].Cut, ship.Claims[2].Spans = claims.OwnVoice, true, nil
	ship.Claims[1].Text = "“Iron” – and steel."
	ship.Sources = append(ship.Sources, sources.Source{ID: "memo", Number: 9})
	ship.Citations[1].Source = "memo"
	boat.Claims[1].Attributions[0].Speaker.Text = "Captain Öl"
	for _, c := range []*claims.Change{ship, boat, story("barge", 3, 0)} {
		apply(t, l, c)
	}
	d := dossier(t, l, "boat")
	apply(t, l, &claims.Change{At: noon, SignOffs: []claims.SignOff{signOff(d, d.Entries[0], "s", claims.Confirmed, noon)},
		Queries: []claims.Query{{ID: "q", Claim: d.Entries[0].Claim.ID, Number: 1, Question: "Who?", By: "Dana", At: noon}},
		Replies: []claims.Reply{{ID: "y", Claim: d.Entries[0].Claim.ID, To: "The port", By: "Dana", At: noon}}})
	found := []claims.Finding{{Check: "number", Severity: claims.Error, Claim: "ship-claim-000001", Message: "No."}}
	if _, err := l.PutVerification(t.Context(), "ship-article-000000", claims.Verification{Findings: found}); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestDossiers(t *testing.T) {
	l := varied(t)
	label := func(v claims.Label) *claims.Label { return &v }
	verdict := func(v claims.Verdict) *claims.Verdict { return &v }
	for _, test := range []struct {
		name   string
		filter claims.Filter
		want   string // the claims of each article
	}{
		{"all", claims.Filter{}, "boat#1 boat#2; ship#1 ship#2"},
		{"cut too", claims.Filter{Cut: true}, "boat#1 boat#2; ship#1 ship#2 ship#3"},
		{"article", claims.Filter{Article: "ship"}, "ship#1 ship#2"},
		{"article without claims", claims.Filter{Article: "barge"}, "barge"},
		{"article without such claims", claims.Filter{Article: "barge", Number: 1}, ""},
		{"number", claims.Filter{Number: 2}, "boat#2; ship#2"},
		{"cut number", claims.Filter{Article: "ship", Number: 3}, ""},
		{"label", claims.Filter{Label: label(claims.OwnVoice)}, "ship#1"},
		{"undecided", claims.Filter{Label: label(claims.Undecided)}, ""},
		{"source", claims.Filter{Source: "memo"}, "ship#2"},
		{"finding", claims.Filter{Finding: "number"}, "ship#2"},
		{"severity", claims.Filter{Finding: "error"}, "ship#2"},
		{"confirmed", claims.Filter{Verdict: verdict(claims.Confirmed)}, "boat#1"},
		{"open", claims.Filter{Verdict: verdict(claims.Open)}, "boat#2; ship#1 ship#2"},
		{"speaker", claims.Filter{Speaker: "captain ö"}, "boat#2"},
		{"text", claims.Filter{Text: `"iron" - AND`}, "ship#2"},
		{"several", claims.Filter{Text: "ship", Label: label(claims.Reported), Number: 1}, "boat#1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			err := l.Dossiers(t.Context(), test.filter, func(d *claims.Dossier) error {
				got = append(got, shown(t, d))
				return nil
			})
			if s := strings.Join(got, "; "); s != test.want || err != nil {
				t.Errorf("got %q, %v; want %q", s, err, test.want)
			}
		})
	}
}

// shown names a dossier's claims, and fails unless it has their sources and no
// others.
func shown(t *testing.T, d *claims.Dossier) string {
	t.Helper()
	names, cited := []string{}, map[string]bool{}
	for _, e := range d.Entries {
		names = append(names, fmt.Sprintf("%s#%d", d.Article.Slug, e.Claim.Number))
		for _, c := range e.Citations {
			cited[c.Source] = true
			if d.Sources[c.Source].Source.ID != c.Source {
				t.Errorf("source %s is missing", c.Source)
			}
		}
	}
	if len(d.Sources) != len(cited) {
		t.Errorf("%d sources, %d cited", len(d.Sources), len(cited))
	}
	if len(names) == 0 {
		return d.Article.Slug
	}
	return strings.Join(names, " ")
}

func TestDossiersStops(t *testing.T) {
	l := varied(t)
	enough, n := errors.New("enough"), 0
	err := l.Dossiers(t.Context(), claims.Filter{}, func(*claims.Dossier) error { n++; return enough })
	if !errors.Is(err, enough) || n != 1 {
		t.Errorf("%d dossiers, %v", n, err)
	}
	err = l.Dossiers(t.Context(), claims.Filter{Article: "none"}, func(*claims.Dossier) error { return nil })
	if !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
}
