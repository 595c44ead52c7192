package cmd

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/claims/search"
	"stet/store"
	"stet/store/storetest"
)

// ledgerSizes are the claims of the ledgers by which cost is shown to grow.
var ledgerSizes = []int{10_000, 100_000, 1_000_000}

// searched returns the path of a copy of a big ledger, since searching writes
// to it.
func searched(b *testing.B, n int) string {
	b.Helper()
	from, err := os.Open(storetest.Path(b, n))
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close()
	path := filepath.Join(b.TempDir(), "stet.db")
	to, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		b.Fatal(err)
	}
	if err := to.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkIndex indexes a ledger for the first time, and reports how long each
// kind of text takes and by how much the ledger grows.
func BenchmarkIndex(b *testing.B) {
	for _, n := range ledgerSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				path := searched(b, n)
				before := fileSize(b, path)
				b.StartTimer()
				x := openSearched(b, path)
				for _, of := range claims.AllIndexed {
					start := time.Now()
					if err := x.update(b.Context(), of); err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(time.Since(start).Seconds(), "s-"+string(of))
				}
				closeSearched(b, x)
				b.ReportMetric(100*(fileSize(b, path)/before-1), "%-larger")
			}
		})
	}
}

func fileSize(b *testing.B, path string) float64 {
	b.Helper()
	found, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	return float64(found.Size())
}

func openSearched(b *testing.B, path string) *indexed {
	b.Helper()
	x, err := (&global{ledger: path}).openIndexed(b.Context(), quietEnv())
	if err != nil {
		b.Fatal(err)
	}
	return x
}

func closeSearched(b *testing.B, x *indexed) {
	b.Helper()
	var err error
	if x.close(&err); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSearch searches a ledger that is indexed, within the process, and
// reports the 95th percentile and the longest of each kind of query, over the
// kinds of text.
func BenchmarkSearch(b *testing.B) {
	for _, n := range ledgerSizes {
		path := searched(b, n)
		x := openSearched(b, path)
		if err := x.update(b.Context(), claims.AllIndexed...); err != nil {
			b.Fatal(err)
		}
		for name, queries := range map[string][]string{
			"words": askedWords(b, x.ledger), "commonest": {"the"}, "prefix": {"t*", "co*", "s*", "re*"}, "phrase": {`"the court"`, `"said that"`},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) { benchmarkSearch(b, x, queries) })
		}
		closeSearched(b, x)
	}
}

func benchmarkSearch(b *testing.B, x *indexed, queries []string) {
	var took []float64
	for i := 0; b.Loop(); i++ {
		q, err := search.ParseQuery(queries[i%len(queries)])
		if err != nil {
			b.Fatal(err)
		}
		for _, of := range claims.AllIndexed {
			start := time.Now()
			if _, err := x.Search(b.Context(), of, q, "", 20); err != nil {
				b.Fatal(err)
			}
			took = append(took, float64(time.Since(start).Microseconds())/1000)
		}
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)*95/100], "p95-ms")
	b.ReportMetric(took[len(took)-1], "max-ms")
}

// askedTexts returns words of some claims here and there in the ledger.
func askedTexts(b *testing.B, l *store.Ledger) []string {
	b.Helper()
	var all []string
	err := l.Query(b.Context(), `select text from claim_view where number = 7 order by claim_id desc limit 60`, nil, func(_ []string, v []any) error {
		all = append(all, v[0].(string))
		return nil
	})
	if err != nil || len(all) == 0 {
		b.Fatal(err)
	}
	return all
}

// askedWords returns two words each of some claims.
func askedWords(b *testing.B, l *store.Ledger) []string {
	b.Helper()
	var all []string
	for _, text := range askedTexts(b, l) {
		words := search.Words(text)
		all = append(all, words[0].Form+" "+words[len(words)/2].Form)
	}
	return all
}

// BenchmarkRecallProcess times `stet recall` of ten claims as a whole process
// beside the sqlite3 command line ranking the same words by FTS5's bm25(), in
// turn, once both indexes are built, and reports the median of the ratios.
func BenchmarkRecallProcess(b *testing.B) {
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("needs the sqlite3 command line")
	}
	stet := built(b)
	for _, n := range ledgerSizes {
		path := searched(b, n)
		peer := path + ".fts5"
		timed(b, sqlite, peer, fmt.Sprintf(`attach '%s' as stet; create virtual table f using fts5 (text);
			insert into f (rowid, text) select rowid, text from stet.claim; insert into f (f) values ('optimize')`, path))
		timed(b, stet, "--ledger", path, "recall", "anything")
		l, err := store.Open(b.Context(), path, store.Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		texts := askedTexts(b, l)
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var ratios, took []float64
			for i := 0; b.Loop(); i++ {
				text := texts[i%len(texts)]
				ours := timed(b, stet, "--ledger", path, "recall", text)
				theirs := timed(b, sqlite, peer, fmt.Sprintf(`select rowid, text from f where f match '%s' order by bm25(f) limit 10`, anyOf(text)))
				ratios, took = append(ratios, float64(ours)/float64(theirs)), append(took, float64(ours.Microseconds())/1000)
			}
			slices.Sort(ratios)
			slices.Sort(took)
			b.ReportMetric(ratios[len(ratios)/2], "x-fts5")
			b.ReportMetric(took[len(took)/2], "ms-recall")
		})
	}
}

// anyOf returns the FTS5 query for any of a text's words.
func anyOf(text string) string {
	var forms []string
	for _, w := range search.Words(text) {
		forms = append(forms, `"`+w.Form+`"`)
	}
	return strings.Join(forms, " OR ")
}
