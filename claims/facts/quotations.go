package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// Quotations finds the words that stand in quotation marks, straight or curly,
// in reading order; of nested ones the outermost. The span covers the words
// without the marks and without the comma or period that American punctuation
// puts before the closing one. Apostrophes are no quotation marks: a single
// mark opens one only where a word begins and its like closes it where one
// ends.
func Quotations(text string) []Fact {
	var found []Fact
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		end := -1
		if opens(text, at, r) {
			end = closing(text, at+size, r)
		}
		if end < 0 {
			at += size
			continue
		}
		if f, ok := newQuotation(text, at+size, end); ok {
			found = append(found, f)
		}
		_, closed := utf8.DecodeRuneInString(text[end:])
		at = end + closed
	}
	return found
}

func opens(text string, at int, r rune) bool {
	switch r {
	case '“', '„', '«', '"':
		return true
	case '‘', '\'':
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		return at == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–-", before)
	}
	return false
}

var closers = map[rune]string{'“': "”", '„': "“”", '«': "»", '"': `"`, '‘': "’", '\'': "'"}

// closing returns where the mark stands that closes the one before at, or -1.
func closing(text string, at int, open rune) int {
	for i, r := range text[at:] {
		switch {
		case r == '\n' && open != '“' && strings.HasPrefix(text[at+i:], "\n\n"):
			return -1
		case !strings.ContainsRune(closers[open], r):
		case open != '‘' && open != '\'':
			return at + i
		default:
			after, _ := utf8.DecodeRuneInString(text[at+i+utf8.RuneLen(r):])
			before, _ := utf8.DecodeLastRuneInString(text[:at+i])
			// "workers' rights": a mark after an s and before a word is
			// more often an apostrophe.
			if !unicode.IsLetter(after) && !unicode.IsDigit(after) && !(before == 's' && after == ' ') {
				return at + i
			}
		}
	}
	return -1
}

func newQuotation(text string, start, end int) (Fact, bool) {
	words := text[start:end]
	start += len(words) - len(strings.TrimLeft(words, " \t\n\u00a0…."))
	end -= len(words) - len(strings.TrimRight(words, " \t\n\u00a0,.;:…—–-"))
	if start >= end {
		return Fact{}, false
	}
	span := claims.Span{Start: start, End: end}
	return Fact{Kind: Quoted, Text: span.In(text), Span: span}, true
}
