// Package extract finds the claims of a draft: which of its sentences say
// something that can be checked, on whose word each of them rests, and in
// which words the copy says so.
//
// It works by rules and tables alone, in stages that can be read one by one:
// blocks, sentences, words, cues with what stands beside them, speakers and whom
// they stand for, what is said, attributions, label, priority, marks.
// Whatever it decides can be read off the words it points at.
package extract

import (
	"stet/claims"
	"stet/sources"
)

// MarkKind tells what a mark is.
type MarkKind string

// The kinds of mark.
const (
	Footnote MarkKind = "footnote"
	Comment  MarkKind = "comment"
	Link     MarkKind = "link"
)

// Mark is a footnote, comment or link of the draft that stands on a claim.
type Mark struct {
	Kind  MarkKind
	Index int // into the text's Notes for footnotes and comments, into its Links for links
}

// Candidate is a claim as the draft makes it, before it has an identity: ID,
// Article and Number are empty, and so is all that only a person can say.
type Candidate struct {
	claims.Claim
	Marks []Mark // what stands on this claim, in reading order
}

// Extraction is what a draft holds. Its spans count bytes of the text's Body
// and lie on rune boundaries.
type Extraction struct {
	// Sentences are all sentences of the draft, also those that claim nothing,
	// ascending and apart from each other. None crosses a block.
	Sentences []claims.Span
	Claims    []Candidate // in the order of the draft
	// Loose are the marks that stand on no claim: on a question, a byline, or
	// nowhere. Each mark of the text is either here or on one claim.
	Loose []Mark
}

// Claims finds the claims of a draft. Every declarative sentence is one, in
// headlines, deks, captions, pull quotes and quoted blocks as well as in the
// body. Questions, bylines, code, cells of tables, fragments without a verb
// and bare opinions are not; where it is unclear, a sentence is a claim.
func Claims(t *sources.Text) Extraction {
	d := newDraft(t)
	var e Extraction
	var held []run // for each sentence, the run of its claims
	for i := range d.sentences {
		s := &d.sentences[i]
		e.Sentences = append(e.Sentences, s.Span)
		if !d.claims(s) {
			held = append(held, run{})
			continue
		}
		first := len(e.Claims)
		for _, c := range d.claimsOf(i) {
			e.Claims = append(e.Claims, Candidate{Claim: c})
		}
		held = append(held, run{first, len(e.Claims)})
	}
	e.Loose = d.mark(e.Claims, held)
	return e
}

// claimsOf makes the claims of the sentence at index i: one, or one for each
// half of a compound sentence.
func (d *draft) claimsOf(i int) []claims.Claim {
	s := &d.sentences[i]
	as := d.attribute(i)
	halves := s.halves(as)
	if halves == nil {
		return []claims.Claim{d.claim(s, []claims.Span{s.Span}, as)}
	}
	var all []claims.Claim
	for _, h := range halves {
		part := *s
		part.Span, part.words = s.span(h.words), s.words[h.words.first:h.words.end]
		spans := []claims.Span{part.Span}
		if !h.subject.empty() {
			spans = []claims.Span{s.span(h.subject), part.Span}
		}
		own := saidIn(d.text.Body, part.Span, as)
		for i := range own {
			own[i].Beside = d.besideIn(&part, own[i].Cue.Span)
		}
		all = append(all, d.claim(&part, spans, own))
	}
	return all
}

// saidIn returns the attributions whose cue stands within the span, with no more
// of what is said than stands there.
func saidIn(body string, span claims.Span, as []claims.Attribution) []claims.Attribution {
	var own []claims.Attribution
	for _, a := range as {
		if !overlaps(span, a.Cue.Span) {
			continue
		}
		if a.Content.Text != "" {
			a.Content = phrase(body, claims.Span{Start: max(a.Content.Start, span.Start), End: min(a.Content.End, span.End)})
		}
		own = append(own, a)
	}
	return own
}

// claim makes a claim of the words of a sentence, or of a half of one.
func (d *draft) claim(s *sentence, spans []claims.Span, as []claims.Attribution) claims.Claim {
	c := claims.Claim{
		Text:         claims.TextOf(d.text.Body, spans),
		Spans:        spans,
		Place:        s.block.place,
		Attributions: as,
		Label:        labelOf(as),
	}
	c.Priority, c.Reasons = d.priority(s, as)
	return c
}
