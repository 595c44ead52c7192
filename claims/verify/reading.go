package verify

import (
	"sync"

	"stet/claims"
	"stet/claims/facts"
	"stet/claims/quote"
	"stet/sources"
	"stet/sources/court"
)

// prepare makes a text ready for looking things up in it. Facts are found when
// they are first asked for: many claims hold neither figure nor name. Quotes
// are looked for without the court's stamps, over which sentences run on from
// page to page; figures with them, since they tell when a paper was filed.
func prepare(t *sources.Text) *reading {
	r := &reading{
		text:    t,
		folded:  quote.Fold(court.Unstamped(t)),
		numbers: sync.OnceValue(func() []facts.Fact { return facts.Numbers(t.Body) }),
		names:   sync.OnceValue(func() []facts.Fact { return facts.Names(t.Body) }),
	}
	for _, p := range t.Pages {
		if p.NeedsOCR {
			r.scans = append(r.scans, claims.Span{Start: p.Start, End: p.End})
		}
	}
	return r
}

// mayHide reports whether words that were not found may stand on a scanned
// page: on one that the passage names, or on any where none is named.
func (r *reading) mayHide(p passage) bool {
	if !p.found {
		return len(r.scans) > 0
	}
	for _, scan := range r.scans {
		for _, s := range p.spans {
			if s.Start <= scan.Start && scan.End <= s.End {
				return true
			}
		}
	}
	return false
}
