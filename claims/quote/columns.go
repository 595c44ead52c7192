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
	fewestGlued  = 20     // folded bytes of it that tell where it goes on within a line
	certain      = 2      // skips that leave no doubt; one in a line of two columns' width counts as much
	mostSteps    = 10_000 // so that no text makes it long
)

// columns finds the places where a quote stands word for word but for what
// another column has between its lines. Where that is so once only, and the line
// is no wider than one column, it may as well be words that the quote leaves out
// without saying so: that is altered. It looks in a range of the folded text.
func (f *Folded) columns(quote *Folded, q Query, in claims.Span) []Occurrence {
	if len(quote.folded) < fewestJoined {
		return nil
	}
	w := weave{text: f.folded[:in.End], quote: quote.folded, left: mostSteps}
	head := quote.folded[:fewestRun]
	var found []Occurrence
	for from := in.Start; ; from++ {
		next := bytes.Index(w.text[from:], head)
		if next < 0 {
			return found
		}
		from += next
		if w.lines == nil {
			w.lines = f.lines(in)
		}
		for _, side := range []side{left, right} {
			if to, skips, ok := w.follow(0, from, side); ok && f.isWhole(from, to) {
				if o := f.woven(quote, from, to, skips); within(o.Span, q.Within) {
					found = append(found, o)
				}
			}
		}
	}
}

// woven describes a place where a quote stands with other words between.
func (f *Folded) woven(quote *Folded, from, to, skips int) Occurrence {
	o := Occurrence{Span: f.span(from, to), Class: claims.Typographic, from: from, to: to}
	if skips < certain {
		o.Class, o.Distance = claims.Altered, to-from-len(quote.folded)
		o.Difference = edits(compareWords(words(quote, 0, len(quote.folded)), words(f, from, to)))
	}
	return o
}

// lines returns where lines begin in a range of the folded text, in order.
func (f *Folded) lines(in claims.Span) []int {
	lines := []int{in.Start}
	if in.Start == in.End {
		return lines
	}
	from, to := int(f.starts[in.Start]), int(f.ends[in.End-1])
	for offset := from; offset < to; offset++ {
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
			for _, skip := range []func(done, at int) (int, int, bool){w.skipLeft, w.skipGlued} {
				for back := range at - wordAt + 1 { // a word may be broken at the line's end
					if to, skips, ok = skip(done-back, at-back); ok {
						return to, skips, true
					}
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
				return to, skips + w.weight(at), true
			}
		}
	}
	return 0, 0, false
}

// skipGlued goes on from a place within a line of two columns' width further on
// in it, or in the next: where a word is broken at the end of a line, readers
// may put the next line of the other column right after it.
func (w *weave) skipGlued(done, at int) (to, skips int, ok bool) {
	rest := w.quote[done:]
	if len(rest) < fewestGlued || w.weight(at) < certain {
		return 0, 0, false
	}
	end := len(w.text)
	if line, _ := slices.BinarySearch(w.lines, at+1); line+1 < len(w.lines) {
		end = w.lines[line+1]
	}
	for from := at + fewestGlued; from < end; from++ {
		next := bytes.Index(w.text[from:end], rest[:fewestGlued])
		if next < 0 {
			break
		}
		from += next
		if to, skips, ok = w.follow(done, from, left); ok {
			return to, skips + certain, true
		}
	}
	return 0, 0, false
}

// weight returns how much a skip in the line at a place counts: as many as are
// certain where the line is wider by a quarter than those around it, which are
// as wide as a column. Lines that are whole paragraphs say nothing of columns.
func (w *weave) weight(at int) int {
	const around, fewest, narrowest, widest = 8, 5, 20, 100
	line, _ := slices.BinarySearch(w.lines, at+1)
	line-- // the one that at stands in
	var widths []int
	for i := max(0, line-around); i < min(line+around, len(w.lines)-1); i++ {
		if width := w.lines[i+1] - w.lines[i]; width >= narrowest && i != line {
			widths = append(widths, width)
		}
	}
	if len(widths) < fewest || line+1 >= len(w.lines) {
		return 1
	}
	slices.Sort(widths)
	column := widths[len(widths)/2]
	if column > widest || 4*(w.lines[line+1]-w.lines[line]) < 5*column {
		return 1
	}
	return certain
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
				return to, skips + w.weight(at), true
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
