package quote

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	longestHeading = 80   // bytes of a line that may be a section's heading
	shortestPart   = 1000 // bytes from a section's heading to the next: those of a list stand closer
)

// isHeading reports whether a line between two texts is the heading of a section
// that is numbered: the section before or after it has one too, and neither is
// so near that both may be of a list.
func isHeading(line, above, below string) bool {
	n, ok := sectionNumber(line)
	if !ok {
		return false
	}
	within := above[max(0, len(above)-shortestPart):] + "\n" + below[:min(len(below), shortestPart)]
	return !hasSection(within, n-1) && !hasSection(within, n+1) &&
		(hasSection(above, n-1) || hasSection(below, n+1))
}

// hasSection reports whether a text has a heading of a section's number.
func hasSection(text string, number int) bool {
	for line := range strings.FieldsFuncSeq(text, isLineEnd) {
		if n, ok := sectionNumber(strings.TrimSpace(line)); ok && n == number {
			return true
		}
	}
	return false
}

// sectionNumber returns the first number of a line such as "3. Results" or
// "3.1. Size and shape", and whether it is one.
func sectionNumber(line string) (int, bool) {
	number, title, ok := strings.Cut(line, " ")
	first, rest, dotted := strings.Cut(number, ".")
	if !ok || !dotted || len(line) > longestHeading || strings.Trim(rest, "0123456789.") != "" || strings.ContainsAny(title, "\n\f") {
		return 0, false
	}
	n, err := strconv.Atoi(first)
	initial, _ := utf8.DecodeRuneInString(title)
	last, _ := utf8.DecodeLastRuneInString(title)
	return n, err == nil && unicode.IsUpper(initial) && unicode.IsLetter(last)
}
