package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/claims/search"
	"stet/sources"
)

// found returns what has the words, kind by kind, as people name it.
func found(t testing.TB, l *Ledger, query string) []string {
	t.Helper()
	names, err := find(t.Context(), l, query, nil)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func find(ctx context.Context, l *Ledger, query string, unwritable func(claims.Indexed, int, error)) ([]string, error) {
	tables, err := l.OpenIndex(ctx)
	if err != nil {
		return nil, err
	}
	x := search.New(tables)
	x.Unwritable = unwritable
	q, err := search.ParseQuery(query)
	names := []string{}
	err = errors.Join(err, x.Update(ctx, claims.AllIndexed...))
	for _, of := range claims.AllIndexed {
		hits, e := x.Search(ctx, of, q, "", 100)
		err = errors.Join(err, e)
		for _, h := range hits.Hits {
			names = append(names, strings.TrimSpace(fmt.Sprintf("%s#%d %s %s %s", h.Claim.Article, h.Claim.Number, h.Quote.ID, h.Page.Source, h.Page.Page)))
		}
	}
	slices.Sort(names)
	return names, errors.Join(err, tables.Close())
}

// TestIndexFollowsTheLedger changes a ledger step by step, and searches it
// after each.
func TestIndexFollowsTheLedger(t *testing.T) {
	l := newLedger(t)
	expect := func(after, query string, want ...string) {
		t.Helper()
		if diff := cmp.Diff(append([]string{}, want...), found(t, l, query)); diff != "" {
			t.Errorf("%s, %q finds: %s", after, query, diff)
		}
	}
	change := func(edit func(d *claims.Dossier, c *claims.Change)) {
		t.Helper()
		d := dossier(t, l, "ship")
		c := changeOf(d)
		edit(d, c)
		apply(t, l, c)
	}
	expect("empty", "herring")
	apply(t, l, story("ship", 1, 3))
	change(func(d *claims.Dossier, c *claims.Change) {
		claim, quoted := d.Entries[1].Claim, d.Entries[1].Citations[0]
		claim.Text, quoted.Quote = "The fleet landed herring in Århus.", "barrels of herring"
		c.Claims, c.Citations = []claims.Claim{claim}, []claims.Citation{quoted}
	})
	expect("edited and quoted", "HERRINGS", "#0 ship-citation-000001", "ship#2")
	expect("edited", `arhus`, "ship#2")
	change(func(d *claims.Dossier, c *claims.Change) {
		claim := d.Entries[1].Claim
		claim.Text, claim.Cut = "The fleet landed cod.", true
		c.Claims, c.Uncited = []claims.Claim{claim}, []string{"ship-citation-000001"}
	})
	expect("edited again, not cited any more", "herring")
	expect("cut", "cod", "ship#2")

	read := func(text string, pages ...sources.Page) {
		t.Helper()
		digest := content("What the page says of ship.").Digest
		if err := l.PutTexts(t.Context(), "1", map[sources.Digest]*sources.Text{digest: {Body: text, Pages: pages}}); err != nil {
			t.Fatal(err)
		}
	}
	read("Trawlers of the north.")
	expect("read", "trawler", "#0  S-0001")
	read("Nets. Trawlers.", sources.Page{Number: 1, Start: 0, End: 5}, sources.Page{Number: 2, Printed: "xii", Start: 5, End: 15})
	expect("read again", "trawler", "#0  S-0001 xii")
	expect("of another page", "nets trawler")
	read("Nothing.")
	expect("read a third time", "trawler")
}

// TestRetitledArticleIsRecalled finds a claim by the title that its article got
// after the claim was indexed.
func TestRetitledArticleIsRecalled(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 2))
	recall := func() int {
		t.Helper()
		tables, err := l.OpenIndex(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer tables.Close()
		x := search.New(tables)
		if err := x.Update(t.Context(), claims.IndexedClaims); err != nil {
			t.Fatal(err)
		}
		all, _, err := x.Recall(t.Context(), "Whose oysters?", "", 10)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if n := recall(); n != 0 {
		t.Errorf("%d claims before", n)
	}
	d := dossier(t, l, "ship")
	c := changeOf(d)
	c.Articles = []claims.Article{d.Article}
	c.Articles[0].Title = "The oyster war"
	apply(t, l, c)
	if n := recall(); n != 2 {
		t.Errorf("%d claims by the new title, want 2", n)
	}
}

// TestReadOnlyLedgerIsSearched finds what is new in a ledger that cannot be
// written to, and says that it is not kept.
func TestReadOnlyLedgerIsSearched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	l := openLedger(t, path, Options{Create: true})
	apply(t, l, story("ship", 1, 3))
	want := found(t, l, "sank*")
	apply(t, l, story("boat", 2, 2))
	read := openLedger(t, path, Options{ReadOnly: true})
	told := map[claims.Indexed]int{}
	got, err := find(t.Context(), read, "sank*", func(of claims.Indexed, n int, err error) {
		told[of] = n
		if !errors.Is(err, claims.ErrUnwritable) || !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: %v", of, err)
		}
	})
	if err != nil || len(got) != len(want)+2 {
		t.Errorf("found %v, %v; before boat %v", got, err, want)
	}
	if diff := cmp.Diff(map[claims.Indexed]int{claims.IndexedClaims: 2, claims.IndexedQuotes: 2}, told); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(found(t, l, "sank*"), got); diff != "" {
		t.Errorf("written and not: %s", diff)
	}
}

// TestLockedLedgerIsSearched searches while somebody else writes.
func TestLockedLedgerIsSearched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	l, other := openLedger(t, path, Options{Create: true}), openLedger(t, path, Options{})
	apply(t, l, story("ship", 1, 3))
	tx, err := other.writer.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	var why error
	got, err := find(t.Context(), l, "sank", func(_ claims.Indexed, _ int, err error) { why = err })
	if err != nil || len(got) == 0 || !errors.Is(why, claims.ErrUnwritable) {
		t.Errorf("found %v, %v; told %v", got, err, why)
	}
	wait, _, err := one(t.Context(), l.writer, scanOne[int64], `pragma busy_timeout`)
	if err != nil || wait != busyTimeout.Milliseconds() {
		t.Errorf("afterwards writes wait %d ms, %v", wait, err)
	}
}

// TestDamagedIndexIsMadeAnew spoils each blob of the index in turn.
func TestDamagedIndexIsMadeAnew(t *testing.T) {
	for _, damage := range []string{
		`update search_posting set places = x'ffffff'`,
		`update search_posting set places = x'7e'`,
		`update search_segment set numbers = x'ff'`,
		`update search_segment set lengths = x''`,
		`delete from search_mark`,
		`update search_mark set version = 99`,
	} {
		l := newLedger(t)
		apply(t, l, story("ship", 1, 3))
		want := found(t, l, "sank*")
		if _, err := l.writer.ExecContext(t.Context(), damage); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, found(t, l, "sank*")); diff != "" || len(want) == 0 {
			t.Errorf("%s: %s", damage, diff)
		}
	}
}

// TestRebuiltLedgerIsSearched makes sure that a ledger made of the history,
// where the index is not, can be searched.
func TestRebuiltLedgerIsSearched(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 3))
	want := found(t, l, "sank*")
	into := filepath.Join(t.TempDir(), "again.db")
	if err := l.Rebuild(t.Context(), into); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, found(t, openLedger(t, into, Options{}), "sank*")); diff != "" {
		t.Error(diff)
	}
}

// TestProcessesIndexAtOnce has two processes index what a third writes.
func TestProcessesIndexAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	closed(t, path)
	runAll(t, child(t, "write", path, "a", "1"), child(t, "index", path), child(t, "index", path))
	l := openLedger(t, path, Options{})
	checkWhole(t, l, 5)
	if got := found(t, l, "sank*"); len(got) != 100 {
		t.Errorf("found %d claims, want 100 of %d", len(got), articlesEach*5)
	}
	if got := queryText(t, l, `select sum(documents) from search_segment where kind = 'claims'`); got != fmt.Sprint(articlesEach*5) {
		t.Errorf("%s claims are indexed, want each once", got)
	}
}

// TestKilledIndexing kills a process that indexes, 10 times, each a little
// later after it began.
func TestKilledIndexing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	l := openLedger(t, path, Options{Create: true})
	for i := range 10 {
		apply(t, l, story(fmt.Sprint("run-", i), i+1, claimsEach))
		killAfter(t, time.Duration(i)*4*time.Millisecond, child(t, "index", path))
		checkWhole(t, l, claimsEach)
		if got := queryText(t, l, `select count(*) from search_posting where segment not in (select id from search_segment)`); got != "0" {
			t.Fatalf("%s postings of no segment", got)
		}
	}
	if got := found(t, l, "sank*"); len(got) != 100 {
		t.Errorf("found %d claims", len(got))
	}
	if got, want := queryText(t, l, `select sum(documents) from search_segment where kind = 'claims'`), fmt.Sprint(10*claimsEach); got != want {
		t.Errorf("%s claims are indexed, want %s", got, want)
	}
}

// indexAgain searches a ledger again and again while others write to it.
func indexAgain(ctx context.Context, args []string) error {
	l, err := Open(ctx, args[0], Options{})
	if err != nil {
		return err
	}
	fmt.Println("indexing")
	for range 20 {
		if _, err := find(ctx, l, "sank*", nil); err != nil {
			return err
		}
	}
	return l.Close()
}
