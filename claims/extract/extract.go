// Package extract finds the claims of a draft: which of its sentences say
// something that can be checked, on whose word each of them rests, and in
// which words the copy says so.
//
// It works by rules and tables alone, in stages that can be read one by one:
// blocks, sentences, words, cues with what stands beside them, speakers,
// attributions, label, priority, marks.
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
	var held []int // for each sentence, the index of its claim or -1
	for i := range d.sentences {
		s := &d.sentences[i]
		e.Sentences = append(e.Sentences, s.Span)
		if !d.claims(s) {
			held = append(held, -1)
			continue
		}
		held = append(held, len(e.Claims))
		e.Claims = append(e.Claims, Candidate{Claim: d.claim(i)})
	}
	e.Loose = d.mark(e.Claims, held)
	return e
}

// claim makes the claim of the sentence at index i.
func (d *draft) claim(i int) claims.Claim {
	s := &d.sentences[i]
	c := claims.Claim{
		Text:         s.In(d.text.Body),
		Spans:        []claims.Span{s.Span},
		Place:        s.block.place,
		Attributions: d.attribute(i),
	}
	c.Label = labelOf(c.Attributions)
	c.Priority, c.Reasons = d.priority(s, c.Attributions)
	return c
}
