package quote

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// Some readers of PDFs give what stands side by side in two columns as one
// line, or join the halves of a word that the line's end broke to whatever
// comes next. A quote from the left column then stands there in pieces that
// begin where lines do, one from the right column in pieces that end where
// lines do, and both in pieces that end or begin within a word.

const (
	fewestJoined  = 24     // folded bytes of a quote that is looked for that way
	fewestRun     = 8      // folded bytes of each piece, but for the last
	fewestBetween = 20     // folded bytes between two pieces: less than a column's line
	mostBetween   = 300    // folded bytes between two pieces
	fewestAside   = 10     // folded bytes of another column, a line
	mostTurning   = 40     // folded bytes between two pieces that may be a writer's words
	mostLines     = 3      // lines between two pieces, where one begins or ends with a line
	mostShared    = 40     // folded bytes that may be alike by chance before a gap: three words
	mostSteps     = 10_000 // so that no text makes it long
)

// pieces finds the places in a range of folded bytes where a quote stands word
// for word but for what the reader has put between.
func (f *Folded) pieces(quote *Folded, from, to int, q Query) []Occurrence {
	if len(quote.folded) < fewestJoined {
		return nil
	}
	w := weave{text: f, quote: quote.folded, steps: mostSteps}
	head := quote.folded[:fewestRun]
	var found []Occurrence
	for from < to && w.steps > 0 && len(found) < mostOthers {
		next := bytes.Index(f.folded[from:to], head)
		if next < 0 {
			break
		}
		from += next
		if end, gaps, ok := w.follow(0, from); ok && len(gaps) > 0 && !f.splits(from) {
			if o := f.woven(quote, from, end, gaps); within(o.Span, q.Within) {
				found = append(found, o)
			}
		}
		from++
	}
	return found
}

// woven describes a place where a quote stands with other words between. Where
// these need not be another column's, they may as well be words that the quote
// leaves out without saying so: that is altered.
func (f *Folded) woven(quote *Folded, from, to int, gaps []gap) Occurrence {
	o := Occurrence{Span: f.span(from, to), Class: claims.Typographic, from: from, to: to}
	if !f.isColumn(from, to, gaps) {
		o.Class, o.Distance = claims.Altered, to-from-len(quote.folded)
		o.Difference = edits(compareWords(words(quote, 0, len(quote.folded)), words(f, from, to)))
	}
	return o
}

// isColumn reports whether the gaps in a range of folded bytes are what a reader
// puts between: the head or the foot of a page; or another column, where a word
// is broken, or more than one of the gaps are on one side of the quote's lines.
// These are about as wide as the gaps, no gap is a few words that would turn the
// sense, and the text shows that two columns are in one.
func (f *Folded) isColumn(from, to int, gaps []gap) bool {
	gaps = slices.DeleteFunc(gaps, f.isFurniture)
	var aside []gap
	left, right := 0, 0
	for i, g := range gaps {
		begins, ends := f.beginsLine(g.from), f.beginsLine(g.to) || f.splits(g.to)
		switch {
		case g.broken:
			continue
		case g.to-g.from < fewestAside, f.turns(g) && !(begins && ends && f.isWords(g)), i > 0 && !f.isBeside(gaps[i-1], g):
			return false
		case begins && !ends:
			right++
		case ends && !begins:
			left++
		}
		aside = append(aside, g)
	}
	return len(aside) == 0 || len(gaps) > 1 && (left == 0 || right == 0) && (f.areJoined(aside) || f.areInTurn(from, to, gaps))
}

// isWords reports whether a gap has more letters than figures and signs.
func (f *Folded) isWords(g gap) bool {
	letters := 0
	for _, r := range string(f.folded[g.from:g.to]) {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return 2*letters > g.to-g.from
}

// isBeside reports whether what stands between two gaps is on one line, and
// about as wide as they are.
func (f *Folded) isBeside(before, after gap) bool {
	between, aside := after.from-before.to, max(before.to-before.from, after.to-after.from)
	return 2*between >= aside && between <= 2*aside && f.linesBetween(before.to, after.from-1) == 0
}

// turns reports whether a gap is a few words, and a negation, a modal verb or a
// figure one of them.
func (f *Folded) turns(g gap) bool {
	between := f.folded[g.from:g.to]
	return len(between) < mostTurning &&
		(bytes.ContainsAny(between, "0123456789") || len(turning(strings.Fields(string(between)))) > 0)
}

// gap is a range of folded bytes between two pieces of a quote.
type gap struct {
	from, to int
	broken   bool // the pieces are the halves of a word
}

// weave follows a quote through a text.
type weave struct {
	text  *Folded
	quote []byte
	steps int // that are left
}

// follow returns where the quote ends whose rest, from done on, goes on at a
// place in the text, and the gaps until there.
func (w *weave) follow(done, at int) (to int, gaps []gap, ok bool) {
	rest, text := w.quote[done:], w.text.folded[at:]
	n := 0
	for n < min(len(rest), len(text)) && rest[n] == text[n] {
		n++
	}
	if n == len(rest) && !w.text.splits(at+n) {
		return at + n, nil, true
	}
	// The words between may begin as the quote goes on, so that the gap is
	// sooner than where the two part.
	for spaces, least := 0, max(fewestRun, n-mostShared); n >= least && spaces < 3 && w.steps > 0; n-- {
		if rest[n-1] == ' ' {
			spaces++
		}
		if to, gaps, ok = w.skip(done+n, at+n); ok {
			return to, gaps, true
		}
	}
	return 0, nil, false
}

// skip goes on where the rest of the quote stands behind a gap.
func (w *weave) skip(done, at int) (to int, gaps []gap, ok bool) {
	rest := w.quote[done:]
	if len(rest) == 0 {
		return 0, nil, false
	}
	next, text := rest[:min(len(rest), fewestRun)], w.text.folded
	end := min(len(text), at+mostBetween+len(next))
	for from := at + 1; from < end && w.steps > 0; from++ {
		w.steps--
		i := bytes.Index(text[from:end], next)
		if i < 0 {
			return 0, nil, false
		}
		from += i
		g := gap{at, from, w.breaksWord(done)}
		if !w.mayPart(done, g) {
			continue
		}
		if to, gaps, ok = w.follow(done, from); ok {
			return to, append([]gap{g}, gaps...), true
		}
	}
	return 0, nil, false
}

// mayPart reports whether a gap is where a reader, and no writer, parts words:
// within a word that the text has nowhere whole, or at the end of a line.
func (w *weave) mayPart(done int, g gap) bool {
	f := w.text
	switch from, to := f.breaks(g.from), f.breaks(g.to); {
	case f.splits(g.from) && !from, f.splits(g.to) && !to:
		return false
	case g.broken:
		return (from || to) && g.to-g.from >= fewestBetween && !w.isWhole(done, g)
	case f.splits(g.from):
		return false
	}
	return (f.beginsLine(g.from) || f.beginsLine(g.to) || f.splits(g.to)) && f.linesBetween(g.from, g.to) <= mostLines
}

// isWhole reports whether the word of the quote at an offset stands whole on
// either side of a gap, since the text has it, or its beginning, twice.
func (w *weave) isWhole(done int, g gap) bool {
	start, end := done, done
	for start > 0 && w.quote[start-1] != ' ' {
		start--
	}
	for end < len(w.quote) && w.quote[end] != ' ' {
		end++
	}
	f := w.text.folded
	return bytes.HasSuffix(f[:g.to], w.quote[start:done]) || bytes.HasPrefix(f[g.from:], w.quote[done:end])
}

// breaksWord reports whether the quote has two letters on either side of an
// offset.
func (w *weave) breaksWord(at int) bool {
	return endsInLetters(w.quote[:at]) && beginsWithLetters(w.quote[at:])
}

// breaks reports whether a word of the text is broken at an offset: it goes on
// with other letters, or with a hyphen that ends no line.
func (f *Folded) breaks(at int) bool {
	before, after := f.folded[:at], f.folded[at:]
	return endsInLetters(before) && (beginsWithLetters(after) || bytes.HasPrefix(after, []byte(" - ")))
}

func endsInLetters(b []byte) bool {
	last, size := utf8.DecodeLastRune(b)
	next, _ := utf8.DecodeLastRune(b[:len(b)-size])
	return unicode.IsLetter(last) && unicode.IsLetter(next)
}

func beginsWithLetters(b []byte) bool {
	first, size := utf8.DecodeRune(b)
	next, _ := utf8.DecodeRune(b[size:])
	return unicode.IsLetter(first) && unicode.IsLetter(next)
}

// beginsLine reports whether an offset is where the words of a line begin.
func (f *Folded) beginsLine(at int) bool {
	if at == 0 {
		return true
	}
	before := at - 1
	if f.folded[before] == ' ' {
		before--
	}
	if before < 0 || at == len(f.folded) {
		return true
	}
	start, end := f.ends[before], f.starts[at]
	return start < end && strings.ContainsAny(f.text[start:end], "\n\f")
}

// linesBetween returns how many lines end between two offsets.
func (f *Folded) linesBetween(from, to int) int {
	n := 0
	for at := from + 1; at <= to; at++ {
		if (f.folded[at-1] == ' ' || at == to) && f.beginsLine(at) {
			n++
		}
	}
	return n
}
