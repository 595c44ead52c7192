package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// mostLetters is how many letters an acronym may have; longer words in capitals
// are headings.
const mostLetters = 6

// Acronyms finds the acronyms of a text, in reading order, and what each means
// where the text puts one in brackets behind the other: "Securities and Exchange
// Commission (SEC)", "SEC (Securities and Exchange Commission)".
func Acronyms(text string) []Fact {
	meanings := map[string]string{}
	var found []Fact
	words := tokens(text)
	for i, w := range words {
		letters := bare(w.text)
		if n := utf8.RuneCountInString(letters); !isAcronym(letters) || n < 2 || n > mostLetters {
			continue
		}
		if long := meaning(text, words, i, letters); long != "" {
			meanings[letters] = long
		}
		span := claims.Span{Start: w.Start, End: w.Start + len(letters)}
		found = append(found, Fact{Kind: Acronym, Text: letters, Span: span, figure: span})
	}
	for i := range found {
		found[i].Means = meanings[found[i].Text]
	}
	return found
}

// meaning returns the words that an acronym in brackets stands behind, or that
// stand behind it in brackets.
func meaning(text string, words []token, at int, acronym string) string {
	if at > 0 && strings.HasSuffix(text[:words[at].Start], "(") {
		for from := at - 1; from >= 0 && from >= at-2*len(acronym); from-- {
			if spells(words[from:at], acronym) {
				return text[words[from].Start:words[at-1].End]
			}
		}
	}
	if at+1 < len(words) && strings.TrimSpace(text[words[at].End:words[at+1].Start]) == "(" {
		for to := at + 2; to <= len(words) && to <= at+1+2*len(acronym); to++ {
			if spells(words[at+1:to], acronym) && strings.HasPrefix(text[words[to-1].End:], ")") {
				return text[words[at+1].Start:words[to-1].End]
			}
		}
	}
	return ""
}

// spells reports whether the first letters of words, without the small ones in
// lower case, are those of an acronym.
func spells(words []token, acronym string) bool {
	letters := []rune(acronym)
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w.text)
		if !unicode.IsUpper(first) {
			if i == 0 || len(w.text) > 3 {
				return false
			}
			continue
		}
		if len(letters) == 0 || letters[0] != first {
			return false
		}
		letters = letters[1:]
	}
	return len(letters) == 0
}
