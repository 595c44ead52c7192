package quote

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// isWhole reports whether a range of folded bytes begins and ends where words
// do.
func (f *Folded) isWhole(start, end int) bool {
	return !f.splits(start) && !f.splits(end)
}

// splits reports whether an offset stands within a word or a figure. It is
// what keeps "can" from standing in "can't", "3" in "3.2", "4" in "GPT-4" and
// "5" in "-5"; "the firm" does stand in "the firm's".
func (f *Folded) splits(at int) bool {
	if at <= 0 || at >= len(f.folded) {
		return false
	}
	before, size := utf8.DecodeLastRune(f.folded[:at])
	after, _ := utf8.DecodeRune(f.folded[at:])
	switch {
	case isWordRune(before) && isWordRune(after):
		return true
	case isPoint(before) && unicode.IsDigit(after):
		return endsInDigit(f.folded[:at-size])
	case unicode.IsDigit(before) && isPoint(after):
		return at+1 < len(f.folded) && isDigit(f.folded[at+1])
	case before == '\'':
		return isWordRune(after)
	case after == '\'':
		return isContraction(f.folded[at+1:])
	case before == '-' && unicode.IsDigit(after):
		return !endsInDigit(f.folded[:at-size]) // 2-3 is two figures
	}
	return false
}

// contractions are what follows the apostrophe of a verb and may turn its
// sense around. A possessive is none of them.
var contractions = [][]byte{[]byte("t"), []byte("ll"), []byte("d"), []byte("ve"), []byte("re"), []byte("m")}

func isContraction(rest []byte) bool {
	for _, c := range contractions {
		if after, ok := bytes.CutPrefix(rest, c); ok && !beginsWord(after) {
			return true
		}
	}
	return false
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

func isPoint(r rune) bool { return r == '.' || r == ',' }

func endsInDigit(b []byte) bool { return len(b) > 0 && isDigit(b[len(b)-1]) }

func endsWord(b []byte) bool {
	r, size := utf8.DecodeLastRune(b)
	return size > 0 && isWordRune(r)
}

func beginsWord(b []byte) bool {
	r, size := utf8.DecodeRune(b)
	return size > 0 && isWordRune(r)
}
