package verify

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"stet/claims"
)

// run is one run of the checks.
type run struct {
	dossier *claims.Dossier
	options Options
	open    Texts
	cites   bool // the draft cites something somewhere
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
	standing := slices.DeleteFunc(slices.Clone(r.dossier.Entries), func(e claims.Entry) bool { return e.Claim.Cut })
	all, kept := make([]checked, len(standing)), make([]bool, len(standing))
	err := r.parallel(ctx, len(standing), func(i int) error {
		all[i], kept[i] = r.keep(standing[i])
		return nil
	})
	if err != nil {
		return nil, err
	}
	var inquiries []*inquiry
	for i, e := range standing {
		if !kept[i] {
			q := r.inquiry(e)
			q.into = &all[i]
			inquiries = append(inquiries, q)
		}
	}
	return all, r.inquire(ctx, inquiries, len(all))
}

// inquire runs the checks on claims, of so many in all. Those that cite one
// source first are taken one after another, so that few are open at a time.
func (r *run) inquire(ctx context.Context, inquiries []*inquiry, all int) error {
	r.join(inquiries)
	batches := batched(inquiries)
	done := all - len(inquiries)
	var telling sync.Mutex
	tell := func() {
		telling.Lock()
		defer telling.Unlock()
		if done++; r.options.Progress != nil && (done == all || done%max(1, all/100) == 0) {
			r.options.Progress(done, all)
		}
	}
	return r.parallel(ctx, len(batches), func(i int) error {
		for _, q := range batches[i] {
			if err := q.lookUp(); err != nil {
				return err
			}
			q.into.matches, q.into.findings = q.run()
			q.letGo()
			tell()
		}
		return nil
	})
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
	var begun atomic.Int64
	var workers sync.WaitGroup
	for range max(1, r.options.Parallel) {
		workers.Go(func() {
			for i := int(begun.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(begun.Add(1)) - 1 {
				if err := do(i); err != nil {
					cancel(err)
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}
