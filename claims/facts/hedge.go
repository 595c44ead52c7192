package facts

import "strings"

// bound says on which side of a hedged figure the true one lies.
type bound int

// The bounds.
const (
	below bound = iota - 1
	either
	above
)

// hedges are the words before a figure that is not meant to the last digit, by
// where the true one lies.
var hedges = []struct {
	bound bound
	words []string
}{
	{either, []string{"about", "around", "roughly", "some", "approximately", "circa", "close to", "an estimated", "~", "c."}},
	{above, []string{"over", "more than", "at least", "just over", "upwards of", "north of", "as many as", "as much as"}},
	{below, []string{"nearly", "almost", "under", "less than", "fewer than", "at most", "up to", "just under", "south of"}},
}

// longestHedge is how far before a figure a hedge can begin, in bytes, with the
// word before it.
const longestHedge = 24

// isHedged reports whether the words right before an offset say that the figure
// there is not meant to the last digit.
func isHedged(text string, start int) bool {
	_, ok := hedgeBefore(text, start)
	return ok
}

// hedgeBefore returns the bound of the hedge right before an offset. Of "more
// than" and "than" the longer counts.
func hedgeBefore(text string, start int) (bound, bool) {
	before := strings.TrimRight(text[max(0, start-longestHedge):start], " \n\u00a0")
	best, longest := either, 0
	for _, row := range hedges {
		for _, h := range row.words {
			if len(h) > longest && hasSuffixFold(before, h) && (len(before) == len(h) || !isLetter(before[len(before)-len(h)-1])) {
				best, longest = row.bound, len(h)
			}
		}
	}
	return best, longest > 0
}

// hasSuffixFold reports whether s ends in suffix, whatever the case.
func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}
