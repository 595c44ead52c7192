package quote

import "stet/claims"

// A quote that is not within the edits allowed may still share most of its
// words with a place, in a few long runs: where it holds what stands in the
// margin of a page, or a formula. What it shares must be found and shown, so
// that nobody takes the quote for made up; it is altered at best.

const (
	runPiece     = 24  // folded bytes of a piece that must stand as it is
	fewestPieces = 3   // in a quote: a run that holds two of them is looked for
	shortestRun  = 16  // folded bytes, without the spaces at its ends
	mostRepeats  = 8   // times that a window is as long as the quote and what is about it, where a text repeats itself
	fewestShared = 0.7 // of a quote's folded bytes, in runs
)

// inRuns finds the places where quotes stand in long runs, in one pass over the
// text for all of them.
func (f *Folded) inRuns(searches []*search) {
	s := newSeeds(gauge{longestGram, runPiece - longestGram + 1})
	targets := map[*search]*target{}
	for _, q := range searches {
		if pieces := len(q.quote.folded) / runPiece; pieces >= fewestPieces {
			targets[q] = newTarget(q.quote.folded, pieces-2) // as many pieces as two more than the limit
			s.add(targets[q])
		}
	}
	if len(targets) == 0 {
		return
	}
	s.scan(f.folded, seed.near)
	for q, t := range targets {
		for i := range t.windows {
			t.windows[i].Start -= mostBetween
			t.windows[i].End += mostBetween
		}
		for _, w := range f.merged(t.windows) {
			w.End = min(w.End, w.Start+mostRepeats*(len(t.pattern)+2*mostBetween))
			if o, ok := f.shared(q.quote, w); ok && within(o.Span, q.query.Within) {
				q.found = append(q.found, o)
			}
		}
	}
}

// shared returns the place in a window where enough of a quote stands in runs.
func (f *Folded) shared(quote *Folded, window claims.Span) (Occurrence, bool) {
	quoted := words(quote, 0, len(quote.folded))
	runs := runsOf(compareWords(quoted, words(f, f.wordStart(window.Start), f.wordEnd(window.End))))
	bytes := 0
	for i, r := range runs {
		if i > 0 && r.Start-runs[i-1].End > mostBetween {
			return Occurrence{}, false
		}
		bytes += r.End - r.Start
	}
	if float64(bytes) < fewestShared*float64(len(quote.folded)) {
		return Occurrence{}, false
	}
	from, to := runs[0].Start, runs[len(runs)-1].End
	return f.altered(quote, from, to, editDistance(quote.folded, f.folded[from:to])), true
}

// runsOf returns the ranges of folded bytes of the source that are shared word
// for word and long enough.
func runsOf(steps []step) []claims.Span {
	var runs []claims.Span
	var run claims.Span
	for _, s := range append(steps, step{}) {
		switch {
		case s.kind == claims.Same && run == (claims.Span{}):
			run = s.at
		case s.kind == claims.Same:
			run.End = s.at.End
		default:
			if run.End-run.Start >= shortestRun {
				runs = append(runs, run)
			}
			run = claims.Span{}
		}
	}
	return runs
}
