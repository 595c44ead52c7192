package export

import (
	"fmt"
	"unicode/utf8"
)

// appendXString appends text as a workbook has it (ECMA-376, part 1, 22.9.2.19,
// ST_Xstring): what XML cannot hold, or would change, is written _xHHHH_, and
// text that looks like that has its first underscore written so.
func appendXString(to []byte, s string) []byte {
	for i, r := range s {
		switch {
		case r == '&':
			to = append(to, "&amp;"...)
		case r == '<':
			to = append(to, "&lt;"...)
		case r == '>':
			to = append(to, "&gt;"...)
		case !isXML(r), r == '_' && isEscape(s[i:]):
			to = fmt.Appendf(to, "_x%04X_", r)
		default:
			to = utf8.AppendRune(to, r)
		}
	}
	return to
}

// isXML reports whether XML 1.0 holds a character as it is: a carriage return
// it reads as a line feed.
func isXML(r rune) bool {
	return r >= ' ' && r != 0xfffe && r != 0xffff || r == '\t' || r == '\n'
}

// isEscape reports whether s begins with _xHHHH_.
func isEscape(s string) bool {
	if len(s) < len("_x0000_") || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !('0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F') {
			return false
		}
	}
	return true
}
