package verify

import (
	"slices"

	"stet/claims"
	"stet/claims/facts"
)

// joined is two figures that the copy joins: a score, a vote, a range.
type joined struct{ a, b facts.Fact }

// pairs returns the pairs of the claim: "5-4", "76–71".
func (q *inquiry) pairs() []joined {
	var all []joined
	figures := q.counted()
	for i := 1; i < len(figures); i++ {
		a, b := figures[i-1], figures[i]
		if a.Kind != facts.Number || b.Kind != facts.Number || a.End >= b.Start || a.Value >= 1000 || b.Value >= 1000 {
			continue
		}
		if joint := q.claim.Text[a.End:b.Start]; joint == "-" || joint == "–" {
			all = append(all, joined{a, b})
		}
	}
	return all
}

// checkPairs reports pairs whose figures no sentence of a source has together,
// though one has each of them: a three stands somewhere in any report, and so
// does a one, but not 3-1.
func checkPairs(q *inquiry) []claims.Finding {
	if !q.isReadWhole() {
		return nil
	}
	var found []claims.Finding
	for _, p := range q.pairs() {
		if !q.hasFigure(p.a) || !q.hasFigure(p.b) || q.hasPair(p) {
			continue
		}
		at := claims.Span{Start: p.a.Start, End: p.b.End}
		f := q.find(claims.Info, claims.NotFound, nil, "no source that is cited has %s and %s together, as in %s: find one that does", p.a.Text, p.b.Text, at.In(q.claim.Text))
		f.Spans = q.span(at)
		found = append(found, f)
	}
	return found
}

// hasFigure reports whether a source has a figure anywhere.
func (q *inquiry) hasFigure(figure facts.Fact) bool {
	return slices.ContainsFunc(q.read(), func(ev evidence) bool { return len(ev.reading.same(figure)) > 0 })
}

// hasPair reports whether a sentence of a source has both figures.
func (q *inquiry) hasPair(p joined) bool {
	return slices.ContainsFunc(q.read(), func(ev evidence) bool {
		others := ev.reading.same(p.b)
		return slices.ContainsFunc(ev.reading.same(p.a), func(a facts.Fact) bool {
			in := ev.reading.sentence(a.Start)
			return slices.ContainsFunc(others, func(b facts.Fact) bool { return b.Start != a.Start && in.Start <= b.Start && b.End <= in.End })
		})
	})
}
