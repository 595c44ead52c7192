package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes text from outside safe to print on a terminal: control
// characters, which may start an escape sequence, bidirectional controls,
// which may make a line read otherwise than it is, line ends, and bytes that
// are no UTF-8 are shown as escapes such as \x1b or \u202e. What it returns is
// valid UTF-8 on one line; a tab is left as it is.
func Clean(s string) string {
	if !strings.ContainsFunc(s, isUnsafe) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case !isUnsafe(r):
			b.WriteRune(r)
		case r < 0x80:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// isUnsafe reports whether a rune may do something to a terminal or begin
// another line. A tab may not; the bidirectional controls are those of
// Unicode's UAX #9.
func isUnsafe(r rune) bool {
	return r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}
