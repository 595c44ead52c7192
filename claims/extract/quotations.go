package extract

import (
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// quotations returns what stands in quotation marks within span, the marks
// included, ascending. Quotations within quotations are not told apart. One
// that is never closed runs to the span's end, as a paragraph of a running
// quotation does.
func quotations(body string, span claims.Span) []claims.Span {
	var found []claims.Span
	open, closing := -1, rune(0)
	var last rune
	for at, r := range body[span.Start:span.End] {
		at += span.Start
		next, _ := utf8.DecodeRuneInString(body[at+utf8.RuneLen(r):])
		switch {
		case open < 0:
			if closing = closer(r, last, next); closing != 0 {
				open = at
			}
		case r == closing && (r != '’' || !isWord(next)):
			found = append(found, claims.Span{Start: open, End: at + utf8.RuneLen(r)})
			open = -1
		}
		last = r
	}
	if open >= 0 && closing != '’' {
		found = append(found, claims.Span{Start: open, End: span.End})
	}
	return found
}

// closer returns the mark that closes what r opens, or 0 where r opens nothing.
func closer(r, last, next rune) rune {
	switch r {
	case '“', '„':
		return '”'
	case '«':
		return '»'
	case '‘':
		return '’'
	case '"':
		if !isWord(last) && !unicode.IsSpace(next) {
			return '"'
		}
	}
	return 0
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
