package footnote

import (
	"slices"
	"strings"
)

var months = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
	"december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
}

func isMonth(word string) bool {
	return slices.Contains(months, strings.ToLower(strings.TrimRight(word, ".,")))
}

// isDay reports whether word is a day of a month: "3", "3rd", "03".
func isDay(word string) bool {
	end := digitsEnd(word, 0)
	suffix := strings.ToLower(strings.TrimRight(word[end:], ".,"))
	return end > 0 && end <= 2 && slices.Contains([]string{"", "st", "nd", "rd", "th"}, suffix)
}

// isYear reports whether word is a year from 1000 to 2999.
func isYear(word string) bool {
	word = strings.TrimRight(word, ".,)")
	return len(word) == 4 && (word[0] == '1' || word[0] == '2') && digitsEnd(word, 0) == 4
}

// isNumericDate reports whether word is a date in figures: "2026-05-03",
// "3/5/2026", "3.5.26".
func isNumericDate(word string) bool {
	groups := strings.FieldsFunc(strings.TrimRight(word, ".,)"), func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(groups) != 3 {
		return false
	}
	return !slices.ContainsFunc(groups, func(g string) bool { return len(g) > 4 || digitsEnd(g, 0) != len(g) })
}

// dateLength returns how many words at the start of words are a date: "3 May",
// "May 3, 2026", "12 June 2026", "June 2026", "2026-05-03", "2026"; 0 for none.
func dateLength(words []string) int {
	n := 0
	switch {
	case len(words) == 0:
		return 0
	case isNumericDate(words[0]), isYear(words[0]):
		return 1
	case len(words) > 1 && isDay(words[0]) && isMonth(words[1]):
		n = 2
	case len(words) > 1 && isMonth(words[0]) && isDay(words[1]):
		n = 2
	case len(words) > 1 && isMonth(words[0]) && isYear(words[1]):
		return 2
	default:
		return 0
	}
	if n < len(words) && isYear(words[n]) {
		n++
	}
	return n
}

// startsDate reports whether s begins with a date of more than a bare number.
func startsDate(s string) bool {
	words := strings.Fields(s)
	return dateLength(words[:min(len(words), 3)]) > 1
}
