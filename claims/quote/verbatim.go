package quote

import (
	"bytes"
	"slices"

	"stet/claims"
)

// Most quotes stand in their source as they are, and one that does needs no
// window around pieces of it. So these are looked for first, in a pass that
// costs next to nothing: at every few bytes of the text it looks whether one of
// the quotes' anchors stands there, and only then at the quote.

const (
	anchorLength = longestGram
	anchorStride = 8
)

// verbatim finds the places where quotes stand as they are, in one pass over the
// text for all of them.
func (f *Folded) verbatim(searches []*search) {
	anchors := newSeeds(gauge{anchorLength, anchorStride})
	anchored := make([]*target, len(searches))
	for i, s := range searches {
		if len(s.quote.folded) >= anchorLength+anchorStride-1 {
			anchored[i] = &target{pattern: s.quote.folded}
			anchors.addPiece(anchored[i], 0, 0)
		}
	}
	if len(anchors.at) > 0 {
		anchors.scan(f.folded, func(s seed, at int) { s.target.standsAt(f.folded, at-int(s.offset)) })
	}
	for i, s := range searches {
		windows := f.windows(nil)
		if anchored[i] != nil {
			windows = anchored[i].windows
			slices.SortFunc(windows, func(a, b claims.Span) int { return a.Start - b.Start })
		}
		s.found = f.whole(s.quote, windows, s.query)
	}
}

// standsAt notes that the pattern stands at an offset of the text, if it does.
func (t *target) standsAt(text []byte, at int) {
	if at >= 0 && bytes.HasPrefix(text[at:], t.pattern) {
		t.windows = append(t.windows, claims.Span{Start: at, End: at + len(t.pattern)})
	}
}

// unfound returns the searches that have found nothing yet.
func unfound(searches []*search) []*search {
	return slices.DeleteFunc(slices.Clone(searches), func(s *search) bool { return len(s.found) > 0 })
}
