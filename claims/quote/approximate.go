package quote

import (
	"bytes"

	"stet/claims"
)

const (
	fewestWords = 3    // a shorter quote must stand as it is
	fewestBytes = 8    // likewise, folded
	mostAltered = 0.15 // of the quote, in edits a byte
)

// near finds the place whose words are nearly a quote's, if there is one.
func (f *Folded) near(quote *Folded, q Query) []Occurrence {
	pattern := quote.folded
	if len(pattern) < fewestBytes || len(bytes.Fields(pattern)) < fewestWords {
		return nil
	}
	limit := int(mostAltered * float64(len(pattern)))
	var best *Occurrence
	for _, window := range f.windows(q.Within) {
		o, ok := f.nearIn(quote, window, limit)
		if ok && (best == nil || o.Distance < best.Distance) {
			best = &o
		}
	}
	if best == nil {
		return nil
	}
	return []Occurrence{*best}
}

// windows returns the ranges of folded bytes that lie within the spans.
func (f *Folded) windows(spans []claims.Span) []claims.Span {
	if len(spans) == 0 {
		return []claims.Span{{Start: 0, End: len(f.folded)}}
	}
	var windows []claims.Span
	for _, s := range spans {
		w := claims.Span{Start: f.index(s.Start), End: f.index(s.End)}
		if w.Start < w.End {
			windows = append(windows, w)
		}
	}
	return windows
}

// index returns the first folded byte that stands at or after an offset of the
// text.
func (f *Folded) index(offset int) int {
	low, high := 0, len(f.starts)
	for low < high {
		if middle := (low + high) / 2; int(f.starts[middle]) < offset {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

func (f *Folded) nearIn(quote *Folded, window claims.Span, limit int) (Occurrence, bool) {
	text := f.folded[window.Start:window.End]
	end, distance := nearestEnd(quote.folded, text, limit)
	if end < 0 {
		return Occurrence{}, false
	}
	// The match ends here; read backwards, it begins where it ends there.
	head := text[max(0, end-len(quote.folded)-limit):end]
	length, _ := nearestEnd(reversed(quote.folded), reversed(head), limit)
	from, to := f.wholeWords(window.Start+end-length, window.Start+end)
	o := Occurrence{Span: f.span(from, to), Class: claims.Altered, Distance: distance, from: from, to: to}
	o.Difference = difference(words(quote, 0, len(quote.folded)), words(f, from, to))
	if isOCR(o.Difference) {
		o.Class = claims.OCR
	}
	return o, true
}

// wholeWords widens a range to the ends of the words that it splits.
func (f *Folded) wholeWords(from, to int) (int, int) {
	for from > 0 && isWordByte(f.folded[from]) && isWordByte(f.folded[from-1]) {
		from--
	}
	for to < len(f.folded) && isWordByte(f.folded[to-1]) && isWordByte(f.folded[to]) {
		to++
	}
	return from, to
}

// nearestEnd returns where in text the string ends that is nearest to the
// pattern, and its edit distance, or -1 where none is within the limit. Of
// equally near ones it takes the first. It is Myers' bit-parallel algorithm
// (G. Myers, J. ACM 46(3), 1999) in blocks of 64 rows, in the form of Hyyrö
// (2003), where a block is carried into the next by its horizontal difference.
func nearestEnd(pattern, text []byte, limit int) (end, distance int) {
	blocks := newBlocks(pattern)
	end, distance = -1, limit+1
	score := len(pattern)
	for i, c := range text {
		score += blocks.step(c)
		if score < distance {
			end, distance = i+1, score
			if score == 0 {
				break
			}
		}
	}
	return end, distance
}

// blocks are the columns of 64 rows of the distance matrix.
type blocks struct {
	column []block
	last   uint // the pattern's last row in the last block
}

type block struct {
	equal              [256]uint64 // rows whose byte of the pattern is this one
	positive, negative uint64      // rows whose value is one more, or less, than that above
}

func newBlocks(pattern []byte) *blocks {
	b := &blocks{column: make([]block, (len(pattern)+63)/64), last: uint(len(pattern)-1) % 64}
	for i, c := range pattern {
		b.column[i/64].equal[c] |= 1 << (i % 64)
	}
	for i := range b.column {
		b.column[i].positive = ^uint64(0)
	}
	return b
}

// step moves all blocks on by one byte of the text and returns by how much the
// distance of the whole pattern changes.
func (b *blocks) step(c byte) int {
	carry := 0 // above the first row every value is 0: a match may begin anywhere
	for i := range b.column {
		row := uint(63)
		if i == len(b.column)-1 {
			row = b.last
		}
		carry = b.column[i].step(c, carry, row)
	}
	return carry
}

// step moves one block on, given the difference that comes in above its first
// row, and returns the difference at the given row.
func (b *block) step(c byte, in int, row uint) int {
	equal := b.equal[c]
	vertical := equal | b.negative
	if in < 0 {
		equal |= 1
	}
	diagonal := (((equal & b.positive) + b.positive) ^ b.positive) | equal
	up := b.negative | ^(diagonal | b.positive)
	down := b.positive & diagonal
	out := int(up>>row&1) - int(down>>row&1)
	up, down = up<<1, down<<1
	switch {
	case in > 0:
		up |= 1
	case in < 0:
		down |= 1
	}
	b.positive = down | ^(vertical | up)
	b.negative = up & vertical
	return out
}

func reversed(b []byte) []byte {
	r := make([]byte, len(b))
	for i, c := range b {
		r[len(b)-1-i] = c
	}
	return r
}
