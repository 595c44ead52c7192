package quote

import (
	"strings"
	"unicode"

	"stet/claims"
)

// confusions are what scanners take for each other, each with the form that
// stands for all of them.
var confusions = strings.NewReplacer(
	"rn", "m", "vv", "w", "cl", "d",
	"l", "i", "1", "i", "|", "i", "!", "i",
	"0", "o",
)

// isOCR reports whether every difference is one that a scanner makes: as many
// words on both sides, alike but for confusions, and no number among them.
func isOCR(edits []claims.Edit) bool {
	var quoted, given []string
	for _, e := range edits {
		switch e.Kind {
		case claims.Inserted:
			quoted = append(quoted, strings.Fields(e.Text)...)
		case claims.Omitted:
			given = append(given, strings.Fields(e.Text)...)
		}
	}
	if len(quoted) == 0 || len(quoted) != len(given) {
		return false
	}
	for i := range quoted {
		if isNumber(quoted[i]) || isNumber(given[i]) || scanned(quoted[i]) != scanned(given[i]) {
			return false
		}
	}
	return true
}

func scanned(word string) string {
	return confusions.Replace(strings.Trim(strings.ToLower(word), ".,;:!?()\"'“”‘’"))
}

// isNumber reports whether a word says a figure: it has a digit and no more
// letters than a currency or a suffix needs.
func isNumber(word string) bool {
	digits, letters := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > 0 && letters < digits+2
}
