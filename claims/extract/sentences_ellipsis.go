package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ellipses are the marks for what was left out, with the space that wire copy
// sets between their points.
const ellipses = ".… \u00a0"

// isEllipsis reports whether bare ends in the mark for what was left out.
func isEllipsis(bare string) bool {
	if strings.HasSuffix(bare, "…") {
		return true
	}
	before := strings.TrimRight(strings.TrimSuffix(bare, "."), " \u00a0")
	return strings.HasSuffix(bare, ".") && (strings.HasSuffix(before, ".") || strings.HasSuffix(before, "…"))
}

// isStopped reports whether the ellipsis that ends bare has a full stop of its
// own, which ends the sentence: four points, or three and a sentence before
// them.
func isStopped(bare string) bool {
	points := bare[len(strings.TrimRight(bare, ellipses)):]
	return strings.Count(points, ".")+3*strings.Count(points, "…") > 3
}

// leavesOut reports whether rest begins with an ellipsis before a new sentence,
// which takes it: “It sank. ... We swam.” One with space between its points
// stays with the sentence before.
func leavesOut(rest string) bool {
	trimmed := strings.TrimLeft(rest, ellipses)
	points := strings.Trim(rest[:len(rest)-len(trimmed)], " \u00a0")
	return (points == "..." || points == "…") && opens(trimmed)
}

// opens reports whether rest begins with a capital, a figure or a quotation.
func opens(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"‘«", r)
}
