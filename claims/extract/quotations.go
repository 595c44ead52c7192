package extract

import (
	"strings"
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
	for at := span.Start; at < span.End; {
		r, size := quoteAt(body[at:span.End])
		next, _ := utf8.DecodeRuneInString(body[at+size : span.End])
		switch {
		case open < 0:
			if closing = closer(r, last, next); closing != 0 {
				open = at
			}
		case closes(r, closing) && (r != '’' || !isWord(next)):
			found = append(found, claims.Span{Start: open, End: at + size})
			open = -1
		}
		last = r
		at += size
	}
	if open >= 0 && closing != '’' {
		found = append(found, claims.Span{Start: open, End: span.End})
	}
	return found
}

// closes reports whether r closes what closing should: copy that was edited by
// several hands mixes curly and straight marks.
func closes(r, closing rune) bool {
	return r == closing || closing == '”' && r == '"' || closing == '"' && r == '”'
}

// quoteAt returns the first rune of s with its size in bytes. Two apostrophes
// that stand for a quotation mark, as wire copy has them, are read as one.
func quoteAt(s string) (rune, int) {
	if strings.HasPrefix(s, "''") || strings.HasPrefix(s, "``") {
		return '"', 2
	}
	return utf8.DecodeRuneInString(s)
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
