package verify

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"stet/claims"
	"stet/claims/facts"
	"stet/sources"
)

// run is one run of the checks.
type run struct {
	dossier *claims.Dossier
	options Options
	open    Texts
	cites   bool // the draft cites something somewhere
	words   stemmer
}

// checked is what the checks made of one claim.
type checked struct {
	claims.Checked
	claim    string
	matches  []claims.Match
	findings []claims.Finding
}

// entries runs the checks on every claim that is not cut, and returns what they
// made of each, in order.
func (r *run) entries(ctx context.Context) ([]checked, error) {
	var all []checked
	var inquiries []*inquiry
	var at []int // the index of each inquiry's claim in all
	for _, e := range r.dossier.Entries {
		if e.Claim.Cut {
			continue
		}
		kept, ok := r.keep(e)
		if !ok {
			at, inquiries = append(at, len(all)), append(inquiries, r.inquiry(e))
		}
		all = append(all, kept)
	}
	if err := r.lookUp(ctx, inquiries); err != nil {
		return nil, err
	}
	done := len(all) - len(inquiries)
	var telling sync.Mutex
	err := r.parallel(ctx, len(inquiries), func(i int) error {
		c := &all[at[i]]
		c.matches, c.findings = inquiries[i].run()
		telling.Lock()
		defer telling.Unlock()
		if done++; r.options.Progress != nil && (done == len(all) || done%max(1, len(all)/100) == 0) {
			r.options.Progress(done, len(all))
		}
		return nil
	})
	return all, err
}

// keep returns what was found on a claim when the checks last ran, moved to
// where it stands now, where they would find the same. Otherwise it says only
// what they are about to read.
func (r *run) keep(e claims.Entry) (checked, bool) {
	c := checked{claim: e.Claim.ID, Checked: claims.Checked{Basis: r.basis(e), Start: e.Claim.Start()}}
	if r.options.All || c.Basis == "" || c.Basis != e.Checked.Basis {
		return c, false
	}
	for _, cited := range e.Citations {
		if m, ok := e.Matches[cited.ID]; ok {
			c.matches = append(c.matches, m)
		}
	}
	for _, f := range e.Findings {
		if isOfArticle(f.Check) {
			continue // found anew each time
		}
		f.Spans = slices.Clone(f.Spans)
		for i := range f.Spans {
			f.Spans[i].Start += c.Start - e.Checked.Start
			f.Spans[i].End += c.Start - e.Checked.Start
		}
		c.findings = append(c.findings, f)
	}
	return c, true
}

// isOfArticle reports whether a check tests the article as a whole alone, so that
// what it finds on a claim hangs on others too.
func isOfArticle(id string) bool {
	return slices.Contains(articleChecks(), id)
}

// articleChecks returns the ids of the checks that test the article alone.
var articleChecks = sync.OnceValue(func() []string {
	var all []string
	for _, c := range Checks {
		if c.claim == nil {
			all = append(all, c.ID)
		}
	}
	return all
})

// inquiry lays a claim beside what it cites; the texts are opened later.
func (r *run) inquiry(e claims.Entry) *inquiry {
	q := &inquiry{dossier: r.dossier, claim: e.Claim, cites: r.cites, same: r.options.Alike, rests: r.options.Rests}
	for _, c := range e.Citations {
		known := r.dossier.Sources[c.Source]
		ev := evidence{citation: c, source: known.Source, last: known.Last, snapshot: known.Snapshot, via: known.Via, takenAt: known.TakenAt}
		if was, ok := e.Matches[c.ID]; ok && was.Class != claims.Absent {
			ev.was = &was
		}
		q.evidence = append(q.evidence, ev)
	}
	for _, id := range r.beyond(e) {
		known := r.dossier.Sources[id]
		q.beyond = append(q.beyond, evidence{source: known.Source, last: known.Last, snapshot: known.Snapshot, via: known.Via, takenAt: known.TakenAt})
	}
	return q
}

// lookUp opens each source that is cited, once, and looks all quotes up in it
// that are to be found there: in a text folded once, which is let go then.
func (r *run) lookUp(ctx context.Context, inquiries []*inquiry) error {
	citing := map[sources.Digest][]place{}
	for _, q := range inquiries {
		for i := range q.evidence {
			if d := q.evidence[i].snapshot; d != "" {
				citing[d] = append(citing[d], place{q, &q.evidence[i]})
			}
		}
	}
	digests := slices.Sorted(maps.Keys(citing))
	err := r.parallel(ctx, len(digests), func(i int) error { return r.openFor(digests[i], citing[digests[i]]) })
	if err != nil {
		return err
	}
	read := make(map[sources.Digest]*reading, len(citing))
	for d, places := range citing {
		read[d] = places[0].ev.reading
	}
	if err := r.lookBeyond(ctx, inquiries, read); err != nil {
		return err
	}
	for _, q := range inquiries {
		for _, said := range facts.Quotations(q.claim.Text) {
			if !isReliedOn(q, said.Text) { // those are tested by the quote check
				q.said = append(q.said, said)
			}
		}
	}
	return r.parallel(ctx, len(digests), func(i int) error {
		if places := citing[digests[i]]; places[0].ev.reading != nil {
			places[0].ev.reading.find(places)
		}
		return nil
	})
}

// text opens the text of a source's snapshot.
func (r *run) text(d sources.Digest, of sources.Source) (*sources.Text, error) {
	text, err := r.open(d)
	if err != nil {
		return nil, fmt.Errorf("read the snapshot of %s: %w", of.Name(), err)
	}
	return text, nil
}

// openFor opens a source for everything that cites it.
func (r *run) openFor(d sources.Digest, places []place) error {
	text, err := r.text(d, places[0].ev.source)
	if err != nil || text.IsUnread() {
		return err
	}
	read := prepare(text, places[0].ev.source, &r.words)
	for _, p := range places {
		p.ev.reading, p.ev.passage = read, findPassage(text, p.ev.citation.Locator)
	}
	return nil
}

// run runs every check on the claim.
func (q *inquiry) run() (matches []claims.Match, found []claims.Finding) {
	for _, ev := range q.evidence {
		if ev.match != nil {
			matches = append(matches, *ev.match)
		}
	}
	for _, c := range Checks {
		if c.claim != nil {
			found = append(found, stamp(c, c.claim(q))...)
		}
	}
	return matches, found
}

// parallel calls do for every number below n, as many at a time as the options
// say, and returns the first error, after which no more are begun.
func (r *run) parallel(ctx context.Context, n int, do func(i int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	numbers := make(chan int)
	var workers sync.WaitGroup
	for range max(1, r.options.Parallel) {
		workers.Go(func() {
			for i := range numbers {
				if err := do(i); err != nil {
					cancel(err)
				}
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		select {
		case numbers <- i:
		case <-ctx.Done():
		}
	}
	close(numbers)
	workers.Wait()
	return context.Cause(ctx)
}
