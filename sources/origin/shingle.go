package origin

import (
	"slices"
	"unicode"

	"github.com/cespare/xxhash/v2"
	"golang.org/x/text/unicode/norm"
)

// shingleWords is how many words a shingle has: with five, two reports of one
// event in words of their own share next to none.
const shingleWords = 5

// shinglesOf returns the hashes of a text's different runs of five words,
// ascending. A text of fewer words has one, of all of them; one without words
// has none.
func shinglesOf(text string) []uint64 {
	folded, starts := fold(text)
	words := len(starts) - 1
	if words <= 0 {
		return nil
	}
	var hashes []uint64
	for i := range max(1, words-shingleWords+1) {
		end := starts[min(i+shingleWords, words)]
		hashes = append(hashes, xxhash.Sum64(folded[starts[i]:end]))
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// fold returns a text's words in lower case, each with a zero byte after it,
// and where each starts, with the end last. What readers of different formats
// make of one document folds alike: ligatures and widths by NFKC, while marks
// that stand within words (apostrophes, soft hyphens, combining marks of
// format) are left out.
func fold(text string) (folded []byte, starts []int) {
	within, alone := false, false // in a word; in one that no other character joins
	end := func() {
		if within {
			folded = append(folded, 0)
		}
		within = false
	}
	for _, r := range norm.NFKC.String(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			unspaced := isUnspaced(r)
			if !within || unspaced || alone {
				end()
				starts = append(starts, len(folded))
			}
			within, alone = true, unspaced
			folded = append(folded, string(unicode.ToLower(r))...)
		case r == '\'' || r == '’' || r == 'ʼ' || unicode.Is(unicode.Cf, r):
		default:
			end()
		}
	}
	end()
	return folded, append(starts, len(folded))
}

// isUnspaced reports whether a rune is of a script that puts no spaces between
// words, so that each counts as a word.
func isUnspaced(r rune) bool {
	return r >= '\u0e00' &&
		unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
