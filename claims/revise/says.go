package revise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// Says reports whether a draft carries words that were proposed for it, so
// that a verdict of change is met. Typography, the case of the first letter
// and a full stop at the end make no difference. The words stand as whole
// words and numbers: "£3" is not said by "£3.5" or "£3,000". A draft says no
// empty words.
func Says(draft, words string) bool {
	want := strings.TrimRight(claims.FoldWords(words), ". ")
	if want == "" {
		return false
	}
	text := claims.FoldWords(draft)
	first, size := utf8.DecodeRuneInString(want)
	for _, start := range []rune{unicode.ToUpper(first), unicode.ToLower(first)} {
		if standsIn(text, string(start)+want[size:]) {
			return true
		}
	}
	return false
}

func standsIn(text, words string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return false
		}
		at += from
		if !runsOn(text[:at], words, text[at+len(words):]) {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		from = at + size
	}
}

// runsOn reports whether words are part of a longer word or number, between
// what stands before and after them.
func runsOn(before, words, after string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	left, n := utf8.DecodeLastRuneInString(before)
	right, m := utf8.DecodeRuneInString(after)
	if inWord(left) && inWord(first) || inWord(last) && inWord(right) {
		return true
	}
	beyond, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	next, _ := utf8.DecodeRuneInString(after[m:])
	return unicode.IsDigit(first) && inNumber(left) && unicode.IsDigit(beyond) ||
		unicode.IsDigit(last) && inNumber(right) && unicode.IsDigit(next)
}

// inWord reports whether a rune belongs to the word beside it. Characters of
// scripts that put no spaces between words belong to none.
func inWord(r rune) bool {
	return r != utf8.RuneError && !isUnspaced(r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func inNumber(r rune) bool { return r == '.' || r == ',' }
