package verify

import (
	"sync"

	"stet/claims"
	"stet/claims/facts"
	"stet/claims/quote"
	"stet/sources"
	"stet/sources/court"
)

// reading is a text prepared for looking things up in it. What the document
// says of itself (title, byline, publisher) is evidence too.
type reading struct {
	text    *sources.Text
	numbers func() []facts.Fact
	names   func() []facts.Fact
	named   func() *facts.NameIndex
	scans   []claims.Span // pages that are pictures
}

// prepare makes a text ready for looking things up in it. Facts are found when
// they are first asked for: many claims hold neither figure nor name.
func prepare(t *sources.Text) *reading {
	r := &reading{
		text:    t,
		numbers: sync.OnceValue(func() []facts.Fact { return facts.Numbers(t.Body) }),
		names:   sync.OnceValue(func() []facts.Fact { return facts.Names(t.Body) }),
		named:   sync.OnceValue(func() *facts.NameIndex { return facts.IndexNames(t.Body) }),
	}
	for _, p := range t.Pages {
		if p.NeedsOCR {
			r.scans = append(r.scans, claims.Span{Start: p.Start, End: p.End})
		}
	}
	return r
}

// place is a citation of a source, and the inquiry that it is part of.
type place struct {
	q  *inquiry
	ev *evidence
}

// find looks up every quote that citations of this text rely on, and every
// quotation of the claims that cite it. Court's stamps are left out, over which
// sentences run on from page to page.
func (r *reading) find(places []place) {
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
	folded := quote.Fold(court.Unstamped(r.text))
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
