// Package storetest makes big ledgers for tests and benchmarks: articles with
// claims in varied words, two citations a claim, captured sources with the
// texts read from them, verdicts of which some are void, matches and findings.
//
// What it makes is what the store would have written of the same changes, with
// their history, so that the history rebuilds it. Only what the checks found is
// made up: matches are where the quotes stand, findings are of no check. Words
// follow Zipf's law, so that a search meets common words and rare ones. The same
// size and seed make the same ledger.
package storetest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"stet/claims"
	"stet/store"
)

// Size says how much a ledger holds. There are twice as many citations as
// claims, and a tenth as many sources.
type Size struct {
	Claims int
	// Largest is how many of the claims stand in one article, the last; 0 for
	// none larger than the others, which have 20 to 80 claims.
	Largest int
	Seed    uint64
}

// LedgersVariable names the folder in which Path keeps the ledgers that it
// made, so that several packages' benchmarks share one.
const LedgersVariable = "STET_BENCH_LEDGERS"

// Path returns the path of a ledger of so many claims, a fiftieth of which are
// one article's. It is made where it is not there yet: a million claims take
// about a minute and a half. It must not be changed, and is gone when the
// benchmark ends, unless LedgersVariable names a folder for it.
func Path(tb testing.TB, claims int) string {
	tb.Helper()
	dir := os.Getenv(LedgersVariable)
	if dir == "" {
		dir = tb.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("claims-%d.db", claims))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	part := path + ".part"
	os.Remove(part)
	if err := Fill(tb.Context(), part, Size{Claims: claims, Largest: claims / 50}); err != nil {
		tb.Fatal(err)
	}
	if err := os.Rename(part, path); err != nil {
		tb.Fatal(err)
	}
	return path
}

// Fill makes a ledger at path, where there must be none.
func Fill(ctx context.Context, path string, size Size) error {
	l, err := store.Open(ctx, path, store.Options{Create: true})
	if err != nil {
		return err
	}
	if err := l.Close(); err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	return load(ctx, path, func(insert func([]row) error) error {
		for rows := range inOrder(ctx, stop, size) {
			if err := insert(rows); err != nil {
				return err
			}
		}
		return context.Cause(ctx)
	})
}

// Changes yields the changes that make the ledger, in order, each with what is
// derived once it is applied.
func Changes(size Size, yield func(c *claims.Change, articleID string, v *claims.Verification) error) error {
	pages := pagesOf(size)
	for _, p := range pages {
		if err := yield(p.change(), "", nil); err != nil {
			return err
		}
	}
	for i, n := range sizes(size) {
		s := newStory(size.Seed, i, n, pages)
		for j, c := range s.changes {
			v := &s.checked
			if j < len(s.changes)-1 {
				v = nil
			}
			if err := yield(c, s.changes[0].Articles[0].ID, v); err != nil {
				return err
			}
		}
	}
	return nil
}

func pagesOf(size Size) []*page {
	pages := make([]*page, max(10, size.Claims/10))
	for i := range pages {
		pages[i] = newPage(size.Seed, i+1)
	}
	return pages
}

// sizes returns how many claims each article has.
func sizes(size Size) []int {
	w := newWriter(size.Seed, 1<<60)
	left := size.Claims - size.Largest
	var all []int
	for left > 0 {
		n := min(left, 20+w.r.IntN(61))
		all, left = append(all, n), left-n
	}
	if size.Largest > 0 {
		all = append(all, size.Largest)
	}
	return all
}
