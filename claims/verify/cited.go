package verify

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"stet/claims/facts"
	"stet/claims/quote"
	"stet/sources"
	"stet/sources/court"
)

// cited is a source with every citation of it. It is opened once, when the first
// of the claims that cite it is checked; all quotes that are to stand in it are
// looked up then, in a text folded once; and it is let go after the last, for
// what is found in the sources takes several times the room that they do.
type cited struct {
	number int // in the order in which claims cite them
	places []place
	beyond []*evidence  // of claims that don't cite it, and read it; see run.beyond
	left   atomic.Int32 // citations that are still to be checked, and those claims
	open   func() error // makes the readings of all places
	find   func() error // finds what all places quote
}

// place is a citation of a source, and the inquiry that it is part of.
type place struct {
	q  *inquiry
	ev *evidence
}

// foldings are the folded forms of sources that nothing is looked up in any more.
var foldings = sync.Pool{New: func() any { return new(quote.Folded) }}

// locate looks up every quote that citations of this text rely on, and every
// quotation of the claims that cite it. Court's stamps are left out, over which
// sentences run on from page to page.
func (r *reading) locate(places []place) {
	var queries []quote.Query
	for _, p := range places {
		if p.ev.citation.Quote != "" {
			queries = append(queries, p.ev.query())
		}
		for _, said := range p.q.said {
			queries = append(queries, quote.Query{Quote: said.Text, Near: -1})
		}
	}
	if len(queries) == 0 {
		return
	}
	folded := foldings.Get().(*quote.Folded)
	defer foldings.Put(folded)
	folded.Refold(court.Unstamped(r.text))
	results := folded.LocateAll(queries)
	for _, p := range places {
		if p.ev.citation.Quote != "" {
			p.ev.match = p.ev.matched(folded, results[0])
			results = results[1:]
		}
		p.ev.said = results[:len(p.q.said):len(p.q.said)]
		results = results[len(p.q.said):]
	}
}

// join lets all citations of one source share it.
func (r *run) join(inquiries []*inquiry) {
	all := map[sources.Digest]*cited{}
	share := func(ev *evidence) bool {
		if ev.snapshot == "" {
			return false
		}
		if all[ev.snapshot] == nil {
			all[ev.snapshot] = r.newCited(ev.snapshot, len(all))
		}
		ev.cited = all[ev.snapshot]
		ev.cited.left.Add(1)
		return true
	}
	for _, q := range inquiries {
		for i := range q.evidence {
			if ev := &q.evidence[i]; share(ev) {
				ev.cited.places = append(ev.cited.places, place{q, ev})
			}
		}
	}
	for _, q := range inquiries {
		for i := range q.beyond {
			if ev := &q.beyond[i]; share(ev) {
				ev.cited.beyond = append(ev.cited.beyond, ev)
			}
		}
	}
}

func (r *run) newCited(d sources.Digest, number int) *cited {
	c := &cited{number: number}
	c.open = sync.OnceValue(func() error { return r.openFor(d, c) })
	c.find = sync.OnceValue(func() error { return findFor(c.places) })
	return c
}

// openFor opens a source for everything that cites it, and what else reads it.
func (r *run) openFor(d sources.Digest, c *cited) error {
	readers := slices.Clone(c.beyond)
	for _, p := range c.places {
		readers = append(readers, p.ev)
	}
	of := readers[0].source
	text, err := r.open(d)
	if err != nil {
		return fmt.Errorf("read the snapshot of %s: %w", of.Name(), err)
	}
	if text.IsUnread() {
		return nil
	}
	read := prepare(text, of)
	for _, ev := range readers {
		ev.reading, ev.passage = read, findPassage(text, ev.citation.Locator)
	}
	return nil
}

// findFor looks up everything that is to stand in a source.
func findFor(places []place) error {
	for _, p := range places {
		if err := p.q.open(); err != nil {
			return err
		}
	}
	if read := places[0].ev.reading; read != nil {
		read.locate(places)
	}
	return nil
}

// open opens the sources that the claim cites, and those beyond. Only then is it
// known which of its quotations are to be looked up: those that no citation relies
// on, which the quote check tests.
func (q *inquiry) open() error {
	for _, all := range [][]evidence{q.evidence, q.beyond} {
		for i := range all { // other sources may be telling what they found meanwhile
			if c := all[i].cited; c != nil {
				if err := c.open(); err != nil {
					return err
				}
			}
		}
	}
	q.quoting.Do(func() {
		for _, said := range facts.Quotations(q.claim.Text) {
			if !isReliedOn(q, said.Text) {
				q.said = append(q.said, said)
			}
		}
	})
	return nil
}

// lookUp looks up everything that is to stand in the sources that the claim
// cites.
func (q *inquiry) lookUp() error {
	if err := q.open(); err != nil {
		return err
	}
	for i := range q.evidence {
		if c := q.evidence[i].cited; c != nil {
			if err := c.find(); err != nil {
				return err
			}
		}
	}
	return nil
}

// letGo forgets what was found in the claim's sources, and those of them that no
// other claim waits for.
func (q *inquiry) letGo() {
	for _, all := range [][]evidence{q.evidence, q.beyond} {
		for i := range all {
			if c := all[i].cited; c != nil && c.left.Add(-1) == 0 {
				c.places, c.beyond, c.open, c.find = nil, nil, nil, nil
			}
		}
	}
	q.evidence, q.beyond, q.legible = nil, nil, nil
}

// longestBatch is how many claims are checked in a row by one worker: enough that
// few wait for another to have opened their source, and few enough that of a
// single source's claims all workers get some.
const longestBatch = 32

// batched returns the inquiries in batches that are checked in a row: the claims
// that cite one source first, which are no more apart then.
func batched(inquiries []*inquiry) [][]*inquiry {
	order := slices.Clone(inquiries)
	slices.SortStableFunc(order, func(a, b *inquiry) int { return cmp.Compare(a.first(), b.first()) })
	var batches [][]*inquiry
	for _, q := range order {
		if n := len(batches); n > 0 && len(batches[n-1]) < longestBatch && batches[n-1][0].first() == q.first() {
			batches[n-1] = append(batches[n-1], q)
			continue
		}
		batches = append(batches, []*inquiry{q})
	}
	return batches
}

// first returns the number of the first source that the claim cites, -1 where it
// cites none.
func (q *inquiry) first() int {
	for i := range q.evidence {
		if c := q.evidence[i].cited; c != nil {
			return c.number
		}
	}
	return -1
}
