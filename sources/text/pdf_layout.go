package text

import (
	"cmp"
	"math"
	"slices"
)

// placed is a word of a page and where it stands: in points, x to the right and
// y upwards as a reader sees them.
type placed struct {
	rectangle
	start, end int // its runes
}

// row is a line of words from left to right.
type row []placed

// layOut returns words as rows in the order in which they are read: from the
// top, and where the page has columns of prose, each to its end before the next.
// It reports whether there are any.
func layOut(words []placed) (rows []row, columns bool) {
	rows = intoRows(words)
	if _, columns = findGutter(rows); columns {
		rows = inColumns(rows)
	}
	return rows, columns
}

// intoRows gathers the words that stand beside one another.
func intoRows(words []placed) []row {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b placed) int { return cmp.Compare(b.middle(), a.middle()) })
	var rows []row
	for _, w := range words {
		if n := len(rows); n > 0 && isBeside(rows[n-1][0], w) {
			rows[n-1] = append(rows[n-1], w)
			continue
		}
		rows = append(rows, row{w})
	}
	for _, r := range rows {
		slices.SortStableFunc(r, func(a, b placed) int { return cmp.Compare(a.left, b.left) })
	}
	return rows
}

func (r rectangle) middle() float64 { return (r.bottom + r.top) / 2 }

// isBeside reports whether two words share a line: whether half of the lower
// one's height is at the height of the other.
func isBeside(a, b placed) bool {
	shared := min(a.top, b.top) - max(a.bottom, b.bottom)
	return shared >= min(a.top-a.bottom, b.top-b.bottom)/2
}

// inColumns puts rows that a gutter divides into columns in reading order. What
// runs across the gutter, as a headline does, divides what is above it from
// what is below.
func inColumns(rows []row) []row {
	gutter, ok := findGutter(rows)
	if !ok {
		return rows
	}
	var read, left, right []row
	flush := func() {
		read = slices.Concat(read, inColumns(left), inColumns(right))
		left, right = nil, nil
	}
	for _, r := range rows {
		if isAcross(r, gutter) {
			flush()
			read = append(read, r)
			continue
		}
		i, _ := slices.BinarySearchFunc(r, gutter, func(w placed, x float64) int { return cmp.Compare(w.left, x) })
		if i > 0 {
			left = append(left, r[:i])
		}
		if i < len(r) {
			right = append(right, r[i:])
		}
	}
	flush()
	return read
}

// isAcross reports whether a row goes on over a gutter without a wide gap.
func isAcross(r row, gutter float64) bool {
	for i, w := range r {
		if w.left < gutter && gutter < w.right {
			return true
		}
		if i > 0 && r[i-1].right <= gutter && gutter <= w.left && !isWide(r[i-1], w) {
			return true
		}
	}
	return false
}

// isWide reports whether the gap between two words is one between columns
// rather than between words: wider than they are high, and half as much again.
func isWide(a, b placed) bool {
	return b.left-a.right > 1.5*max(a.top-a.bottom, b.top-b.bottom)
}

const (
	// minColumn is how many rows two columns have beside one another at least.
	minColumn = 4
	// minProse is how many words a column of prose has on each of them. A table,
	// which is read row by row, mostly has fewer to a cell.
	minProse = 3
)

// findGutter returns the middle of the gap that divides most rows of a page,
// if it divides columns of prose.
func findGutter(rows []row) (x float64, ok bool) {
	var gaps []gap
	for _, r := range rows {
		gaps = append(gaps, wideGaps(r)...)
	}
	x, n := commonGap(gaps)
	return x, n >= minColumn && isProse(rows, x)
}

// gap is a stretch of a line on which nothing stands.
type gap struct{ from, to float64 }

func wideGaps(r row) []gap {
	var gaps []gap
	for i := 1; i < len(r); i++ {
		if isWide(r[i-1], r[i]) {
			gaps = append(gaps, gap{r[i-1].right, r[i].left})
		}
	}
	return gaps
}

// commonGap returns the middle of a gap at which most others are too, and how
// many are.
func commonGap(gaps []gap) (x float64, n int) {
	for _, g := range gaps {
		middle, shared := (g.from+g.to)/2, 0
		for _, other := range gaps {
			if other.from < middle && middle < other.to {
				shared++
			}
		}
		if shared > n {
			x, n = middle, shared
		}
	}
	return x, n
}

// isProse reports whether the rows that a gutter divides hold prose on either
// side of it.
func isProse(rows []row, gutter float64) bool {
	var divided, left, right int
	for _, r := range rows {
		i, _ := slices.BinarySearchFunc(r, gutter, func(w placed, x float64) int { return cmp.Compare(w.left, x) })
		if i > 0 && i < len(r) && !isAcross(r, gutter) {
			divided, left, right = divided+1, left+i, right+len(r)-i
		}
	}
	return divided >= minColumn && min(left, right) >= minProse*divided
}

// upright turns words that run up, down or upside down so that their lines run
// to the right, and returns those whose direction is another than most words'
// apart. lines gives the number of the line that PDFium puts each word in.
func upright(words []placed, lines []int) (turned, other []placed) {
	dx, dy := direction(words, lines)
	for _, w := range words {
		w.rectangle = w.turn(dx, dy)
		if n := w.end - w.start; n > 2 && w.top-w.bottom > 1.5*(w.right-w.left) {
			other = append(other, w)
			continue
		}
		turned = append(turned, w)
	}
	return turned, other
}

// direction returns in which direction the lines of a page run: by one step to
// the right or left, or up or down.
func direction(words []placed, lines []int) (dx, dy float64) {
	for i := 1; i < len(words); i++ {
		if lines[i] == lines[i-1] {
			a, b := words[i-1], words[i]
			dx += b.left + b.right - a.left - a.right
			dy += b.bottom + b.top - a.bottom - a.top
		}
	}
	switch {
	case math.Abs(dy) > math.Abs(dx):
		return 0, math.Copysign(1, dy)
	case dx < 0:
		return -1, 0
	}
	return 1, 0
}

// turn returns where a rectangle stands once lines that run in the direction
// (dx, dy) run to the right.
func (r rectangle) turn(dx, dy float64) rectangle {
	switch {
	case dy > 0:
		return rectangle{left: r.bottom, right: r.top, bottom: -r.right, top: -r.left}
	case dy < 0:
		return rectangle{left: -r.top, right: -r.bottom, bottom: r.left, top: r.right}
	case dx < 0:
		return rectangle{left: -r.right, right: -r.left, bottom: -r.top, top: -r.bottom}
	}
	return r
}
