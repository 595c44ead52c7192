package facts

import "strings"

// hedges are the words before a figure that is not meant to the last digit.
var hedges = []string{
	"about", "around", "nearly", "almost", "roughly", "some", "approximately", "circa", "over", "under", "more than",
	"less than", "fewer than", "at least", "at most", "up to", "close to", "just over", "just under", "as many as",
	"as much as", "upwards of", "an estimated", "north of", "south of", "~", "c.",
}

// longestHedge is how far before a figure a hedge can begin, in bytes, with the
// word before it.
const longestHedge = 24

// isHedged reports whether the words right before an offset say that the figure
// there is not meant to the last digit.
func isHedged(text string, start int) bool {
	before := strings.TrimRight(text[max(0, start-longestHedge):start], " \n\u00a0")
	if before == "" {
		return false
	}
	for _, h := range hedges {
		if hasSuffixFold(before, h) && (len(before) == len(h) || !isLetter(before[len(before)-len(h)-1])) {
			return true
		}
	}
	return false
}

// hasSuffixFold reports whether s ends in suffix, whatever the case.
func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}
