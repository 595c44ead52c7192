package desk

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
)

// drawn is a claim that a person split or merged, found again in a new draft.
type drawn struct {
	spans []claims.Span
	by    string
}

// reshape draws claims of a new draft as a person drew those of the last one,
// where their words are the same. What is left of a sentence beside them is a
// claim of its own.
func (r *revision) reshape(found []extract.Candidate) []extract.Candidate {
	shapes := r.drawnAgain()
	if len(shapes) == 0 {
		return found
	}
	var all []extract.Candidate
	for _, f := range found {
		if rest := r.restOf(f, shapes); rest != nil {
			shapes = append(shapes, rest...)
		}
	}
	for _, f := range found {
		if !slices.ContainsFunc(shapes, func(s drawn) bool { return overlap(s.spans, f.Spans) }) {
			all = append(all, f)
		}
	}
	for _, s := range shapes {
		if c, ok := r.draw(s, found); ok {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b extract.Candidate) int { return a.Start() - b.Start() })
	return all
}

// drawnAgain finds the words of every claim drawn by hand in the new draft,
// each after those before it.
func (r *revision) drawnAgain() []drawn {
	byHand := slices.DeleteFunc(slices.Clone(r.old.Entries), func(e claims.Entry) bool { return e.Claim.SpansBy == "" || e.Claim.Cut })
	slices.SortStableFunc(byHand, func(a, b claims.Entry) int { return a.Claim.Start() - b.Claim.Start() })
	var shapes []drawn
	at := 0
	for _, e := range byHand {
		if spans, ok := wordsAgain(r.text.Body, at, r.old.Draft.Text, e.Claim.Spans); ok {
			shapes, at = append(shapes, drawn{spans, e.Claim.SpansBy}), spans[0].End
		}
	}
	return shapes
}

// wordsAgain finds the words of spans of an old draft in a new one, in order,
// from an offset on.
func wordsAgain(text string, at int, old string, spans []claims.Span) ([]claims.Span, bool) {
	again := make([]claims.Span, len(spans))
	for i, s := range spans {
		words := s.In(old)
		n := strings.Index(text[at:], words)
		if n < 0 {
			return nil, false
		}
		again[i] = claims.Span{Start: at + n, End: at + n + len(words)}
		at = again[i].End
	}
	return again, len(spans) > 0
}

// restOf returns what is left of a sentence beside the claims drawn in it.
func (r *revision) restOf(f extract.Candidate, shapes []drawn) []drawn {
	var taken []claims.Span
	by := ""
	for _, s := range shapes {
		if overlap(s.spans, f.Spans) {
			taken, by = append(taken, s.spans...), s.by
		}
	}
	if by == "" {
		return nil
	}
	slices.SortFunc(taken, func(a, b claims.Span) int { return a.Start - b.Start })
	var rest []drawn
	for _, whole := range f.Spans {
		at := whole.Start
		for _, t := range append(taken, claims.Span{Start: whole.End, End: whole.End}) {
			left := claims.Span{Start: at, End: min(t.Start, whole.End)}
			if left.Start < left.End && !isJoint(strings.TrimRight(left.In(r.text.Body), ".!?”\"’ ")) {
				rest = append(rest, drawn{[]claims.Span{trimJoint(r.text.Body, left)}, by})
			}
			at = max(at, t.End)
		}
	}
	return rest
}

// draw makes a candidate of words drawn by hand: it has the marks of every
// sentence that they stand in.
func (r *revision) draw(s drawn, found []extract.Candidate) (extract.Candidate, bool) {
	var c extract.Candidate
	var on []claims.Claim
	for _, f := range found {
		if overlap(s.spans, f.Spans) {
			on, c.Marks = append(on, f.Claim), append(c.Marks, f.Marks...)
		}
	}
	if len(on) == 0 {
		return c, false
	}
	shape(&c.Claim, r.text.Body, s.spans, s.by, on)
	return c, true
}

func overlap(a, b []claims.Span) bool {
	return slices.ContainsFunc(a, func(s claims.Span) bool { return overlapsAny(b, s) })
}
