package quote

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"stet/claims"
)

// By says which part of a selector found a passage again.
type By string

// The ways to find a passage, from the surest to the weakest.
const (
	ByWords    By = "words"    // they stand there, as Locate finds them
	ByContext  By = "context"  // what is around it stands there, and other words between
	ByPrefix   By = "prefix"   // only what is before it does
	BySuffix   By = "suffix"   // only what is after it does
	ByPosition By = "position" // nothing of it does
)

// Passage is where a selector leads.
type Passage struct {
	Occurrence // of class Absent where the words of the selector don't stand there
	By         By
	Others     []Occurrence // further places, where it was found by its words
}

// weakest is how many bytes of folded context must stand in a text to tell a
// place by them alone: a word or two.
const weakest = 8

// Find finds a passage again by what a selector says of it: by its words, those
// among several places where the context fits; else by the words around it,
// with no more between them than twice what stood there; else by those on one
// side, with as much as stood there before; else by its position. Parts of the
// selector that are empty are not looked for. The result says by which part;
// found is false where none leads anywhere.
func (f *Folded) Find(s claims.Selector) (p Passage, found bool) {
	at := claims.SpanOf(f.text, s.Start, s.End)
	known := s.End > s.Start // where its position is
	if s.Exact != "" {
		q := Query{Quote: s.Exact, Prefix: s.Prefix, Suffix: s.Suffix, Near: -1}
		if known {
			q.Near = at.Start
		}
		if r := f.Locate(q); r.Class != claims.Absent {
			return Passage{Occurrence: r.Occurrence, By: ByWords, Others: r.Others}, true
		}
	}
	near := -1
	if known {
		near = at.Start
	}
	place := f.byContext(s, near)
	switch {
	case place.By != "":
	case known && at.Start < len(f.text):
		place = placed{Span: at, By: ByPosition}
	default:
		return Passage{}, false
	}
	return Passage{Occurrence: Occurrence{Span: place.Span, Class: claims.Absent}, By: place.By}, true
}

// placed is a stretch of the text, and what led there.
type placed struct {
	claims.Span
	By By
}

// byContext finds a passage by what is around it; near is where it stood, or -1 where
// that is unknown.
func (f *Folded) byContext(s claims.Selector, near int) placed {
	length := len(Fold(s.Exact).folded)
	if length == 0 {
		length = s.End - s.Start
	}
	starts, ends := f.afterEach(s.Prefix), f.standing(Fold(s.Suffix).folded)
	if pair, ok := f.between(starts, ends, 2*length+2*claims.ContextLength, near); ok {
		return placed{f.bytesOf(pair), ByContext}
	}
	if start, ok := f.closest(starts, near); ok && length > 0 {
		return placed{f.bytesOf(claims.Span{Start: start, End: f.edgeAfter(start + length)}), ByPrefix}
	}
	if end, ok := f.closest(ends, near); ok && length > 0 {
		return placed{f.bytesOf(claims.Span{Start: f.edgeBefore(end - length), End: end}), BySuffix}
	}
	return placed{}
}

// afterEach returns where in the folded text a context ends.
func (f *Folded) afterEach(prefix string) []int {
	needle := Fold(prefix).folded
	all := f.standing(needle)
	for i := range all {
		all[i] += len(needle)
	}
	return all
}

// standing returns where a context stands in the folded text, in order. That
// may be in the midst of a word, for characters are counted and not words.
func (f *Folded) standing(needle []byte) []int {
	if len(needle) < weakest {
		return nil
	}
	var all []int
	for from := 0; ; {
		i := bytes.Index(f.folded[from:], needle)
		if i < 0 {
			return all
		}
		all = append(all, from+i)
		from += i + 1
	}
}

// between returns the stretch of folded text from a start to the next end that
// is no longer than most and the nearest to a position, or where that is
// unknown the only one.
func (f *Folded) between(starts, ends []int, most, near int) (claims.Span, bool) {
	var from []int
	to := map[int]int{}
	for _, start := range starts {
		if i, _ := slices.BinarySearch(ends, start); i < len(ends) && ends[i]-start <= most {
			from, to[start] = append(from, start), ends[i]
		}
	}
	start, ok := f.closest(from, near)
	return claims.Span{Start: start, End: to[start]}, ok
}

// closest returns that of some offsets of the folded text which is the nearest
// to a position, or where that is unknown the only one.
func (f *Folded) closest(offsets []int, near int) (int, bool) {
	if len(offsets) == 0 || near < 0 && len(offsets) > 1 {
		return 0, false
	}
	return slices.MinFunc(offsets, func(a, b int) int { return f.distance(a, near) - f.distance(b, near) }), true
}

// distance returns how many bytes of the text lie between a folded byte and a
// position.
func (f *Folded) distance(offset, near int) int {
	at := f.at(offset)
	return max(at-near, near-at)
}

// at returns the byte of the text at which a folded byte stands.
func (f *Folded) at(offset int) int {
	if offset >= len(f.starts) {
		return len(f.text)
	}
	return int(f.starts[offset])
}

// edgeAfter and edgeBefore move an offset that may lie beyond the folded text to
// the end, or the start, of the word that it stands in.
func (f *Folded) edgeAfter(offset int) int {
	for offset < len(f.folded) && inWord(f.folded[offset]) {
		offset++
	}
	return min(offset, len(f.folded))
}

func (f *Folded) edgeBefore(offset int) int {
	offset = max(offset, 0)
	for offset > 0 && inWord(f.folded[offset-1]) {
		offset--
	}
	return offset
}

func inWord(b byte) bool {
	return b >= utf8.RuneSelf || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}

// bytesOf returns the bytes of the text that a stretch of the folded text
// stands for. An empty one keeps its place.
func (f *Folded) bytesOf(s claims.Span) claims.Span {
	if span := f.span(s.Start, s.End); span != (claims.Span{}) {
		return span
	}
	return claims.Span{Start: f.at(s.Start), End: f.at(s.Start)}
}
