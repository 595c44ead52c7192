package storetest

import (
	"context"
	"fmt"
	"iter"
	"runtime"
)

// inOrder yields the rows of a ledger, made by several goroutines ahead of who
// inserts them.
func inOrder(ctx context.Context, stop context.CancelCauseFunc, size Size) iter.Seq[[]row] {
	return func(yield func([]row) bool) {
		pages := pagesOf(size)
		counts := sizes(size)
		all := len(pages) + len(counts)
		next := make(chan chan []row, 4*runtime.GOMAXPROCS(0))
		work := func(i int, to chan<- []row) {
			rows, err := rowsOf(size, pages, counts, i)
			if err != nil {
				stop(fmt.Errorf("storetest: %w", err))
			}
			to <- rows
		}
		go func() {
			defer close(next)
			busy := make(chan struct{}, runtime.GOMAXPROCS(0))
			for i := range all {
				to := make(chan []row, 1)
				select {
				case next <- to:
				case <-ctx.Done():
					return
				}
				busy <- struct{}{}
				go func() {
					defer func() { <-busy }()
					work(i, to)
				}()
			}
		}()
		for made := range next {
			if !yield(<-made) {
				return
			}
		}
	}
}

// rowsOf makes the rows of the source of an index, or of an article behind
// them.
func rowsOf(size Size, pages []*page, counts []int, i int) ([]row, error) {
	p := newPacker()
	w := newWriter(size.Seed, 1<<61+uint64(i))
	if i < len(pages) {
		p.pack(pages[i].change(), idsOf(w, begun).next())
		for _, s := range pages[i].contents {
			p.reading(s)
		}
		return p.rows, p.err
	}
	i -= len(pages)
	s := newStory(size.Seed, i, counts[i], pages)
	for _, c := range s.changes {
		p.pack(c, idsOf(w, c.At).next())
	}
	p.verification(s.changes[0].Articles[0].ID, s.checked)
	return p.rows, p.err
}
