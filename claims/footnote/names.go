package footnote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// particles may stand in a name without a capital.
var particles = []string{"de", "del", "der", "den", "van", "von", "la", "le", "da", "di", "du", "bin", "al", "ter"}

// notNames begin sentences and instructions more often than names.
var notNames = []string{
	"see", "check", "source", "sources", "fix", "note", "the", "this", "that", "these", "a", "an", "as", "per", "ask",
	"confirm", "confirmed", "and", "or", "but", "from", "in", "on", "at", "to", "we", "i", "he", "she", "they", "it",
	"his", "her", "our", "my", "is", "are", "please", "cf", "compare", "also", "add", "need", "needs", "cite", "both",
}

// isName reports whether words are one to five capitalised words, at least one
// of them with a small letter, as names have and shouted remarks have not.
func isName(words []string) bool {
	if len(words) == 0 || len(words) > 5 || contains(notNames, words[0]) || isMonth(words[0]) {
		return false
	}
	mixed := false
	for i, w := range words {
		w = strings.Trim(w, ",.()")
		if !startsUpper(w) && (i == 0 || !contains(particles, w)) || strings.ContainsFunc(w, unicode.IsDigit) {
			return false
		}
		mixed = mixed || strings.ContainsFunc(w, unicode.IsLower)
	}
	return mixed
}

// personIn returns the first run of capitalised words in words, or "".
func personIn(words []string) string {
	for i, w := range words {
		if !startsUpper(w) || isMonth(w) {
			continue
		}
		n := 1
		for i+n < len(words) && n < 5 && isName(words[i:i+n+1]) {
			n++
		}
		return clause{words: words[i : i+n]}.text()
	}
	return ""
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
