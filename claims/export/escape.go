package export

import (
	"fmt"
	"strings"
	"unicode"
)

// markdownSpecials are the characters that begin something in CommonMark or in
// GitHub's and Pandoc's dialects wherever they stand; lineSpecials those that
// do so at the beginning of a line.
const (
	markdownSpecials = "\\`*_[]<>&~|$"
	lineSpecials     = "#+-=:"
)

// escapeLine makes a text one line of Markdown that means its own words.
func escapeLine(s string) string {
	var b strings.Builder
	line := strings.Join(strings.Fields(escapeControls(s)), " ")
	for i, r := range line {
		if strings.ContainsRune(markdownSpecials, r) || i == 0 && strings.ContainsRune(lineSpecials, r) || endsNumber(line[:i], r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// endsNumber reports whether r makes what stands before it on its line the
// number of a list's point: "12." or "12)".
func endsNumber(before string, r rune) bool {
	return (r == '.' || r == ')') && before != "" && strings.Trim(before, "0123456789") == ""
}

// escapeControls shows characters that would steer a terminal or turn the
// direction of writing, but for line ends and tabs, which are white space.
func escapeControls(s string) string {
	if strings.IndexFunc(s, isControl) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if isControl(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isControl(r rune) bool {
	if r == '\n' || r == '\r' || r == '\t' {
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}

// lines splits at every line end that Markdown knows.
func lines(s string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s), "\n")
}
