package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// Words that a quote leaves out twice, where lines begin or end, look as another
// column's do. What tells the two apart is how the lines of the text lie.

const (
	aroundLine   = 5_000 // bytes either way in which lines are compared: a page, say
	shortestLine = 25    // bytes of one that says how wide a column is: less is a formula's or a table's
	joinedLine   = 1.5   // times as long as most about it: two columns' lines in one
	begunLine    = 1.15  // likewise: one column's line, and the end of a paragraph of the other
	gutter       = 3     // spaces between two columns that a reader keeps apart
)

// areJoined reports whether gaps are on lines on which two columns are: longer
// than most lines about them, and some far longer, or with wide space at the
// gaps.
func (f *Folded) areJoined(gaps []gap) bool {
	joined := false
	for _, g := range gaps {
		length := f.lineLength(g.from)
		switch apart := f.isSetApart(g); {
		case apart, length >= joinedLine:
			joined = true
		case length < begunLine:
			return false
		}
	}
	return joined
}

// lineLength returns how many times as long the line on which a folded byte stands
// is as the median of the lines about it.
func (f *Folded) lineLength(at int) float64 {
	line := f.lineAt(int(f.starts[at]))
	var lengths []int
	for other := range strings.FieldsFuncSeq(f.text[max(0, line.Start-aroundLine):min(len(f.text), line.End+aroundLine)], isLineEnd) {
		if len(other) >= shortestLine {
			lengths = append(lengths, len(other))
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	slices.Sort(lengths)
	return float64(line.End-line.Start) / float64(lengths[len(lengths)/2])
}

// lineAt returns the bytes of the text's line that an offset is in.
func (f *Folded) lineAt(at int) claims.Span {
	line := claims.Span{Start: strings.LastIndexAny(f.text[:at], "\n\f") + 1, End: len(f.text)}
	if end := strings.IndexAny(f.text[at:], "\n\f"); end >= 0 {
		line.End = at + end
	}
	return line
}

// isSetApart reports whether there is as much space between a gap and the words
// of the quote on its line as readers keep between columns.
func (f *Folded) isSetApart(g gap) bool {
	edge := g.from // what is on the right of the quote's words
	if f.beginsLine(g.from) {
		edge = g.to
	}
	last := f.textEnd(edge) - 1
	if last < 0 || edge >= len(f.starts) {
		return false
	}
	space := f.text[f.ends[last]:f.starts[edge]]
	return !strings.ContainsFunc(space, isLineEnd) && len(space) >= gutter
}

// areInTurn reports whether gaps are whole lines, one between each two of the
// quote's, which are all of the range of folded bytes that it stands in: three of
// them, or fewer where one does not read on from the quote's line, or that from
// it.
func (f *Folded) areInTurn(from, to int, gaps []gap) bool {
	const enough = 3
	if slices.ContainsFunc(gaps, func(g gap) bool { return !f.beginsLine(g.from) || !f.beginsLine(g.to) }) {
		return false
	}
	turns := func(g gap) bool { return !f.readsOn(g.from) || !f.readsOn(g.to) }
	return f.linesBetween(from, gaps[0].from-1) == 0 && f.linesBetween(gaps[len(gaps)-1].to, to-1) == 0 &&
		(len(gaps) >= enough || slices.ContainsFunc(gaps, turns))
}

// readsOn reports whether a line that begins at a folded byte may go on with the
// sentence, or begin one, as the line above it leaves it.
func (f *Folded) readsOn(at int) bool {
	above := f.text[:f.ends[f.textEnd(at)-1]]
	next, _ := utf8.DecodeRuneInString(f.text[f.starts[at]:])
	last, _ := utf8.DecodeLastRuneInString(above)
	ended := strings.ContainsRune(".!?:”\"", last)
	return ended && !unicode.IsLower(next) || !ended && !unicode.IsUpper(next)
}
