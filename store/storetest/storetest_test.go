package storetest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/sources"
	"stet/store"
)

// tables are all that a ledger has, with the columns that no two ledgers share.
var tables = map[string]string{
	"snapshot": "", "snapshot_bytes": "", "source": "", "capture": "", "exchange": "", "article": "", "draft": "", "claim": "",
	"part": "", "citation": "", "signoff": "", "pin": "", "history": "change_id", "reading": "", "verification": "", "match": "",
	"finding": "", "checked": "",
}

// TestLoadedAsApplied: what is loaded is what the store writes of the same
// changes, row by row, and its history makes it again.
func TestLoadedAsApplied(t *testing.T) {
	size := Size{Claims: 300, Largest: 100, Seed: 1}
	dir := t.TempDir()
	loaded, applied, rebuilt := filepath.Join(dir, "loaded.db"), filepath.Join(dir, "applied.db"), filepath.Join(dir, "rebuilt.db")
	if err := Fill(t.Context(), loaded, size); err != nil {
		t.Fatal(err)
	}
	l := open(t, loaded)
	a, err := store.Open(t.Context(), applied, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	err = Changes(size, func(c *claims.Change, article string, v *claims.Verification) error {
		if err := a.Apply(t.Context(), c); err != nil {
			return err
		}
		if v != nil {
			_, err := a.PutVerification(t.Context(), article, *v)
			return err
		}
		if len(c.Sources) > 0 {
			texts := map[sources.Digest]*sources.Text{}
			for _, s := range c.Snapshots {
				texts[s.Digest] = &sources.Text{MediaType: s.MediaType, Body: string(s.Bytes)}
			}
			return a.PutTexts(t.Context(), reader, texts)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Rebuild(t.Context(), rebuilt); err != nil {
		t.Fatal(err)
	}
	again := open(t, rebuilt)
	for name, apart := range tables {
		want, got := rows(t, a, name, apart), rows(t, l, name, apart)
		if len(got) == 0 {
			t.Errorf("table %s is empty", name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("table %s: -applied +loaded %s", name, diff)
		}
		if diff := cmp.Diff(got, rows(t, again, name, apart)); diff != "" && !isDerived(name) {
			t.Errorf("table %s: -loaded +rebuilt %s", name, diff)
		}
	}
	checkWhole(t, l)
}

func isDerived(table string) bool {
	return strings.Contains("reading verification match finding checked", table)
}

// checkWhole asks SQLite itself.
func checkWhole(t *testing.T, l *store.Ledger) {
	t.Helper()
	for _, query := range []string{`select * from pragma_integrity_check where integrity_check <> 'ok'`, `select * from pragma_foreign_key_check`} {
		err := l.Query(t.Context(), query, nil, func(_ []string, values []any) error { return fmt.Errorf("%v", values) })
		if err != nil {
			t.Error(err)
		}
	}
}

func open(t *testing.T, path string) *store.Ledger {
	t.Helper()
	l, err := store.Open(t.Context(), path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// rows returns every row of a table, without one column, in order.
func rows(t *testing.T, l *store.Ledger, table, apart string) []string {
	t.Helper()
	var all []string
	err := l.Query(t.Context(), `select * from `+table, nil, func(columns []string, values []any) error {
		for i, c := range columns {
			if c == apart {
				values[i] = nil
			}
		}
		all = append(all, fmt.Sprintf("%q", values))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

// TestLikeness holds the ledger to what it is said to be like: verdicts in force
// and void for each reason, quotes of each class that it makes, words in great
// number and unequal frequency.
func TestLikeness(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	if err := Fill(t.Context(), path, Size{Claims: 5000, Largest: 500, Seed: 2}); err != nil {
		t.Fatal(err)
	}
	l := open(t, path)
	for _, want := range []struct {
		name, query string
		low, high   int
	}{
		{"claims", `select count(*) from claim_view`, 5000, 5000},
		{"citations", `select count(*) from citation_view`, 9000, 11000},
		{"sources", `select count(*) from source_view`, 500, 500},
		{"sign-offs", `select count(*) from signoff_view`, 1800, 2200},
		{"words changed", `select count(*) from signoff_view where void = 'words changed'`, 50, 200},
		{"evidence changed", `select count(*) from signoff_view where void = 'evidence changed'`, 30, 200},
		{"recaptured", `select count(*) from signoff_view where void = 'source recaptured'`, 10, 300},
		{"exact quotes", `select count(*) from citation_view where class = 'exact'`, 3000, 8000},
		{"altered quotes", `select count(*) from citation_view where class = 'altered'`, 100, 1000},
		{"absent quotes", `select count(*) from citation_view where class = 'absent'`, 20, 1000},
		{"claims found faulty", `select count(distinct claim_id) from finding_view`, 1000, 2500},
		{"claims without citations", `select count(*) from claim_view c where not exists (select 1 from citation_view t where t.claim_id = c.claim_id)`, 300, 800},
		{"texts", `select count(distinct text) from claim_view`, 4400, 4995},
	} {
		var n int64
		if err := l.Query(t.Context(), want.query, nil, func(_ []string, v []any) error { n = v[0].(int64); return nil }); err != nil {
			t.Fatal(err)
		}
		if n < int64(want.low) || n > int64(want.high) {
			t.Errorf("%s: %d, want %d to %d", want.name, n, want.low, want.high)
		}
	}
	checkWords(t, l)
}

func checkWords(t *testing.T, l *store.Ledger) {
	t.Helper()
	often := map[string]int{}
	err := l.Query(t.Context(), `select text from claim_view`, nil, func(_ []string, v []any) error {
		for _, w := range strings.FieldsFunc(strings.ToLower(v[0].(string)), func(r rune) bool { return r < 'a' || r > 'z' }) {
			often[w]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	once := 0
	for _, n := range often {
		if n == 1 {
			once++
		}
	}
	if len(often) < 2000 || often["the"] < 4000 || once < len(often)/5 {
		t.Errorf("%d words, %d of them once, “the” %d times: not as copy has them", len(often), once, often["the"])
	}
}

// TestSameSeedSameLedger: nothing depends on the order in which goroutines run.
func TestSameSeedSameLedger(t *testing.T) {
	var first []string
	for i := range 2 {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("%d.db", i))
		if err := Fill(t.Context(), path, Size{Claims: 200, Seed: 3}); err != nil {
			t.Fatal(err)
		}
		all := rows(t, open(t, path), "history", "")
		if first == nil {
			first = all
		}
		if diff := cmp.Diff(first, all); diff != "" {
			t.Error(diff)
		}
	}
}

// BenchmarkFill makes a ledger; with LedgersVariable set, for others to use.
func BenchmarkFill(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				found, err := os.Stat(Path(b, n))
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(found.Size())/1e6, "MB")
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "claims/s")
		})
	}
}
