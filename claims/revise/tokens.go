package revise

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// token is the nth occurrence of a word in one text, so that a text with a
// word twice has two tokens.
type token struct {
	word string
	nth  int
}

// tokenSets returns each text's tokens as ascending numbers, in which the
// rarest token has the lowest.
func tokenSets(texts []string) [][]int {
	tokens := make([][]token, len(texts))
	count := map[token]int{}
	for i, text := range texts {
		tokens[i] = tokensOf(text)
		for _, t := range tokens[i] {
			count[t]++
		}
	}
	all := make([]token, 0, len(count))
	for t := range count {
		all = append(all, t)
	}
	slices.SortFunc(all, func(x, y token) int {
		return cmp.Or(count[x]-count[y], cmp.Compare(x.word, y.word), x.nth-y.nth)
	})
	number := make(map[token]int, len(all))
	for n, t := range all {
		number[t] = n
	}
	sets := make([][]int, len(texts))
	for i := range tokens {
		for _, t := range tokens[i] {
			sets[i] = append(sets[i], number[t])
		}
		slices.Sort(sets[i])
	}
	return sets
}

// tokensOf counts the words of a text, in lower case and without punctuation
// at their ends. Scripts that put no spaces between words count by character.
func tokensOf(text string) []token {
	seen := map[string]int{}
	var tokens []token
	add := func(word string) {
		if word == "" {
			return
		}
		seen[word]++
		tokens = append(tokens, token{word, seen[word]})
	}
	for _, w := range strings.Fields(strings.ToLower(text)) {
		w = strings.TrimFunc(w, unicode.IsPunct)
		start := 0
		for at, r := range w {
			if isUnspaced(r) {
				add(w[start:at])
				start = at + len(string(r))
				add(w[at:start])
			}
		}
		add(w[start:])
	}
	return tokens
}

// isUnspaced reports whether a rune is of a script that puts no spaces between
// words.
func isUnspaced(r rune) bool {
	return r >= '\u0e00' &&
		unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
