package quote

import (
	"bytes"
	"slices"

	"stet/claims"
)

// Some readers of PDFs give what stands side by side in two columns as one
// line. A quote from the left column then stands there in pieces that begin
// where lines do, one from the right column in pieces that end where lines do.

const (
	fewestJoined = 24     // folded bytes of a quote that is looked for that way
	fewestRun    = 8      // folded bytes of it in a line, but for the last
	mostSteps    = 10_000 // so that no text makes it long
)

// columns finds the places where a quote stands word for word but for what
// another column has between its lines. Where that is so once only, it may as
// well be words that the quote leaves out without saying so: that is altered.
func (f *Folded) columns(quote *Folded, q Query) []Occurrence {
	if len(quote.folded) < fewestJoined {
		return nil
	}
	w := weave{text: f.folded, quote: quote.folded, left: mostSteps}
	head := quote.folded[:fewestRun]
	var found []Occurrence
	for from := bytes.Index(f.folded, head); from >= 0; {
		if w.lines == nil {
			w.lines = f.lines()
		}
		for _, side := range []side{left, right} {
			if to, skips, ok := w.follow(0, from, side); ok && f.isWhole(from, to) {
				if o := f.woven(quote, from, to, skips); within(o.Span, q.Within) {
					found = append(found, o)
				}
			}
		}
		next := bytes.Index(f.folded[from+1:], head)
		if next < 0 {
			break
		}
		from += 1 + next
	}
	return found
}

// woven describes a place where a quote stands with other words between.
func (f *Folded) woven(quote *Folded, from, to, skips int) Occurrence {
	o := Occurrence{Span: f.span(from, to), Class: claims.Typographic, from: from, to: to}
	if skips < 2 {
		o.Class, o.Distance = claims.Altered, to-from-len(quote.folded)
		o.Difference = edits(compareWords(words(quote, 0, len(quote.folded)), words(f, from, to)))
	}
	return o
}

// lines returns where lines begin in the folded text, in order.
func (f *Folded) lines() []int {
	lines := []int{0}
	for offset := range len(f.text) {
		if f.text[offset] != '\n' {
			continue
		}
		if at := f.index(offset + 1); at > lines[len(lines)-1] {
			lines = append(lines, at)
		}
	}
	return lines
}

// side is the column that a quote stands in.
type side int

const (
	left side = iota
	right
)

// weave follows a quote through the lines of a text.
type weave struct {
	text, quote []byte
	lines       []int
	left        int // steps
}

// follow returns where the quote ends whose rest, from done on, goes on at a
// place in the text, and how often it skips what another column has.
func (w *weave) follow(done, at int, on side) (to, skips int, ok bool) {
	wordAt := -1 // where the last word began
	for start := at; w.left > 0; {
		w.left--
		if done == len(w.quote) {
			return at, 0, true
		}
		line, isLine := slices.BinarySearch(w.lines, at)
		if isLine && at > start && on == right {
			if to, skips, ok = w.skipRight(done, line); ok {
				return to, skips, true
			}
		}
		if at == len(w.text) || w.text[at] != w.quote[done] {
			if on == right || wordAt < 0 {
				return 0, 0, false
			}
			for back := range at - wordAt + 1 { // a word may be broken at the line's end
				if to, skips, ok = w.skipLeft(done-back, at-back); ok {
					return to, skips, true
				}
			}
			return 0, 0, false
		}
		if done, at = done+1, at+1; w.quote[done-1] == ' ' {
			wordAt = at
		}
	}
	return 0, 0, false
}

// skipLeft goes on from a place within a line at the beginning of the next, or
// the next but one.
func (w *weave) skipLeft(done, at int) (to, skips int, ok bool) {
	line, _ := slices.BinarySearch(w.lines, at+1)
	for next := line; next < min(line+2, len(w.lines)); next++ {
		if w.goesOn(done, w.lines[next]) {
			if to, skips, ok = w.follow(done, w.lines[next], left); ok {
				return to, skips + 1, true
			}
		}
	}
	return 0, 0, false
}

// skipRight goes on from the beginning of a line at a word within it, or within
// the next.
func (w *weave) skipRight(done, line int) (to, skips int, ok bool) {
	end := len(w.text)
	if line+2 < len(w.lines) {
		end = w.lines[line+2]
	}
	for at := w.lines[line] + 1; at < end; at++ {
		if w.text[at-1] == ' ' && w.goesOn(done, at) {
			if to, skips, ok = w.follow(done, at, right); ok {
				return to, skips + 1, true
			}
		}
	}
	return 0, 0, false
}

// goesOn reports whether enough of the quote's rest stands at a place: a few
// letters may be alike by chance.
func (w *weave) goesOn(done, at int) bool {
	rest := w.quote[done:]
	return bytes.HasPrefix(w.text[at:], rest[:min(len(rest), fewestRun)])
}
