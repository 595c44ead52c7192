package extract

import (
	"slices"

	"stet/claims"
)

// carried returns the attribution that a sentence without one of its own takes
// from its neighbours in the block, as the sentences of one quotation share a
// speaker: “It sank. Nobody knew,” she said. “We slept.” It is undecided where
// the sentence is nothing but a quotation and nobody near speaks.
func (d *draft) carried(i int) []claims.Attribution {
	s := &d.sentences[i]
	if !isQuoted(s.words) {
		return nil
	}
	content := phrase(d.text.Body, s.Span)
	for _, k := range d.neighbours(i) {
		if f := d.quoting(k); f != nil {
			a := d.carriedOn(f, s)
			return []claims.Attribution{a}
		}
	}
	return []claims.Attribution{{Content: content}}
}

// carriedOn returns the attribution of a sentence that is all quotation to who
// speaks in f. It never stands beside what the sentence states, for it is all.
func (d *draft) carriedOn(f *saying, s *sentence) claims.Attribution {
	g := *f
	g.content, g.carries = s.Span, s
	a := g.attribution(d)
	a.Beside = false
	return a
}

// isQuoted reports whether all words stand in quotation marks.
func isQuoted(ws []word) bool {
	return len(ws) > 0 && !slices.ContainsFunc(ws, func(w word) bool { return !w.quoted && !w.isMark() })
}

// reach is how many sentences a quotation's speaker may be away.
const reach = 6

// neighbours returns the sentences of the block from which the one at index i
// may take its speaker, the likeliest first: where the same quotation goes on,
// then those before, then those after.
func (d *draft) neighbours(i int) []int {
	var same, back, ahead []int
	s := &d.sentences[i]
	for k := i + 1; k < min(i+1+reach, len(d.sentences)) && d.sentences[k].block == s.block; k++ {
		if k == i+1+len(same) && sameQuotation(s, d.sentences[k].Start) {
			same = append(same, k)
		} else {
			ahead = append(ahead, k)
		}
	}
	for k := i - 1; k >= max(0, i-reach) && d.sentences[k].block == s.block; k-- {
		back = append(back, k)
	}
	return slices.Concat(same, back, ahead)
}

// sameQuotation reports whether the quotation in which s stands still goes on
// at offset.
func sameQuotation(s *sentence, offset int) bool {
	quotes := s.block.quotes
	i := firstAfter(quotes, s.Start)
	return i < len(quotes) && quotes[i].Contains(s.Start) && quotes[i].Contains(offset)
}

// quoting returns the first saying of the sentence at index i that gives
// words in quotation marks, or nil.
func (d *draft) quoting(i int) *saying {
	for _, f := range d.findings(i) {
		if f.takes&quotation != 0 && !f.isAttitude() && !f.speaker.empty() {
			return f
		}
	}
	return nil
}
