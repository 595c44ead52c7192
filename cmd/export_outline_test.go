package cmd

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/claims/export"
	"stet/store"
	"stet/store/storetest"
)

// everything is a ledger in which every column has values: articles long and
// short, cut claims, void sign-offs for every reason, reviews and odd strings.
func everything(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "stet.db")
	if err := storetest.Fill(t.Context(), path, storetest.Size{Claims: 1500, Largest: 350, Seed: 7}); err != nil {
		t.Fatal(err)
	}
	l, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	articles, err := l.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d, err := l.Dossier(t.Context(), articles[0].Slug)
	if err != nil {
		t.Fatal(err)
	}
	odd := &claims.Change{By: "Dana", What: "claim edit", At: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)}
	for i, s := range []string{"=1+1", " leads with a space", "two\nlines", "a\r\nb", `"quoted", twice`, "\ttab", "＝1", "'=1", "é", `\.`, "🚢"} {
		c := d.Entries[i].Claim
		c.Text = s
		c.Review = claims.Review{
			Claimant: s, ClaimantURL: "https://example.org/" + fmt.Sprint(i), URL: "https://example.com/" + s,
			Rating: claims.Rating{Value: i % 3, Best: 5 * min(i%3, 1), Name: s}, Rated: "other words",
		}
		odd.Claims = append(odd.Claims, c)
		for j, cited := range d.Entries[i].Citations {
			cited.Quote, cited.Note, cited.Locator = s, s, claims.Locator{Page: s, Paragraph: fmt.Sprint(j), Time: "1:02:03"}
			odd.Citations = append(odd.Citations, cited)
		}
	}
	odd.Queries = []claims.Query{
		{ID: "q1", Claim: odd.Claims[0].ID, Number: 1, Question: "Where from?", To: "Nora Field", By: "Dana", At: odd.At, Answer: "The log.", AnsweredBy: "Nora", AnsweredAt: odd.At},
		{ID: "q2", Claim: odd.Claims[0].ID, Number: 2, Question: "=Which log?", By: "Dana", At: odd.At},
		{ID: "q3", Claim: odd.Claims[5].ID, Number: 1, Question: "Since when?", By: "Dana", At: odd.At},
	}
	odd.Replies = []claims.Reply{
		{ID: "y1", Claim: odd.Claims[0].ID, To: "Corvane Labs", Via: "phone", ContactedAt: odd.At, Response: "We paid.", RespondedAt: odd.At, By: "Dana", At: odd.At},
		{ID: "y2", Claim: odd.Claims[3].ID, To: "The port", By: "Dana", At: odd.At},
	}
	if err := l.Apply(t.Context(), odd); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestTablesAreTheSameByOutline: a table has the same bytes whether it is made
// of whole dossiers or of outlines, which read only what tables show.
func TestTablesAreTheSameByOutline(t *testing.T) {
	path := everything(t)
	l, err := store.Open(t.Context(), path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	articles, err := l.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	largest := articles[len(articles)-1].Slug
	s := &session{ledger: l}
	formats := 0
	for _, f := range export.Formats {
		if !f.Outlined {
			continue
		}
		formats++
		for _, o := range []export.Options{{}, {Rows: export.ClaimRows, Raw: true}} {
			for _, filter := range []claims.Filter{{}, {Cut: true}, {Article: largest}, {Article: articles[0].Slug, Number: 3, Cut: true}, {Finding: "error"}} {
				whole, outlined := &bytes.Buffer{}, &bytes.Buffer{}
				if err := exported(t.Context(), f.New(whole, o), filter, s.dossiers, export.Records); err != nil {
					t.Fatal(err)
				}
				if err := exported(t.Context(), f.New(outlined, o), filter, s.outlines, outlines); err != nil {
					t.Fatal(err)
				}
				if filter == (claims.Filter{}) && o.Rows == "" && f.Name == "csv" {
					holds(t, whole.String(), "Where from?", "answer: The log.", "=Which log?", "We paid.", "The port")
				}
				if whole.Len() == 0 || !bytes.Equal(whole.Bytes(), outlined.Bytes()) {
					t.Errorf("%s of %+v, %+v: %s", f.Name, filter, o, firstDifference(whole.Bytes(), outlined.Bytes()))
				}
			}
		}
	}
	if formats < 3 {
		t.Errorf("%d formats are made of outlines", formats)
	}
}

// holds makes sure that a table has values that a ledger of everything has, so
// that none of them is left out of both.
func holds(t *testing.T, table string, values ...string) {
	t.Helper()
	for _, v := range values {
		if !strings.Contains(table, v) {
			t.Errorf("the table has no %q", v)
		}
	}
}

func outlines(d *claims.Dossier) []export.Record {
	var all []export.Record
	for _, e := range d.Entries {
		all = append(all, export.Outline(d, e))
	}
	return all
}

func exported(ctx context.Context, w export.Writer, f claims.Filter,
	read func(context.Context, claims.Filter, func(*claims.Dossier) error) error, records func(*claims.Dossier) []export.Record) error {
	err := read(ctx, f, func(d *claims.Dossier) error {
		for _, r := range records(d) {
			if err := w.Write(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return w.Close()
}

func firstDifference(a, b []byte) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%q and %q", a[max(0, i-80):min(len(a), i+80)], b[max(0, i-80):min(len(b), i+80)])
		}
	}
	return fmt.Sprintf("%d and %d bytes", len(a), len(b))
}

// TestExportTellsHowFarItIs: on a terminal, by claims and articles, on one line
// that is wiped at the end; elsewhere nothing.
func TestExportTellsHowFarItIs(t *testing.T) {
	path := everything(t)
	for _, chatty := range []bool{true, false} {
		env, stdout, stderr := testEnv()
		env.Chatty = chatty
		if code := Run(t.Context(), env, []string{"--ledger", path, "export", "--format", "csv"}); code != exitOK || stdout.Len() == 0 {
			t.Fatal(code, stderr)
		}
		told := strings.Split(stderr.String(), "\r\x1b[K")
		if !chatty {
			if stderr.Len() > 0 {
				t.Errorf("told %q", stderr)
			}
			continue
		}
		last := told[max(0, len(told)-2)]
		var done, article, of int
		if n, err := fmt.Sscanf(last, "exporting: %d claims, article %d of %d", &done, &article, &of); n != 3 || article != of || done < 1400 || told[len(told)-1] != "" {
			t.Errorf("ends with %q: %v", told[len(told)-2:], err)
		}
	}
}
