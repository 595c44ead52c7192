package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"stet/sources"
)

// segments turns marks into lines and columns of file. They are placed in the
// order of the file, each counting on from the one before, so that a file of
// one long line costs no more than one of many; then put in the order of Body.
func segments(marks []mark, file string) []sources.Segment {
	marks = slices.SortedStableFunc(slices.Values(marks), func(a, b mark) int { return cmp.Compare(a.file, b.file) })
	out := make([]sources.Segment, len(marks))
	c := cursor{file: file, line: 1, column: 1}
	for i, m := range marks {
		c.advance(m.file)
		out[i] = sources.Segment{Start: m.body, Line: c.line, Column: c.column}
	}
	slices.SortStableFunc(out, func(a, b sources.Segment) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// cursor is a place in a file: a byte offset with its line and column, both
// from 1, the column in runes.
type cursor struct {
	file         string
	at           int
	line, column int
}

// advance moves the cursor to the byte at offset at, which is not before it.
func (c *cursor) advance(at int) {
	between := c.file[c.at:at]
	if n := strings.Count(between, "\n"); n > 0 {
		c.line += n
		c.column = 1
		between = between[strings.LastIndexByte(between, '\n')+1:]
	}
	c.column += utf8.RuneCountInString(between)
	c.at = at
}

// lines holds the offsets at which the lines of a file begin.
type lines []int

func newLines(file string) lines {
	starts := lines{0}
	for i := range len(file) {
		if file[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// of returns the number, from 1, of the line on which the byte at offset
// stands.
func (l lines) of(offset int) int {
	i, found := slices.BinarySearch(l, offset)
	if found {
		return i + 1
	}
	return i
}
