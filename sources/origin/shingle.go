package origin

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
	"golang.org/x/text/unicode/norm"
)

// shingleWords is how many words a shingle has: with five, two reports of one
// event in words of their own share next to none.
const shingleWords = 5

// subjectRunes is how long a word must be to tell of a text's subject, and how
// much of it counts, so that its endings make no difference.
const subjectRunes = 5

// words are a text's words in lower case, each with a zero byte after it. What
// readers of different formats make of one document folds alike: ligatures and
// widths by NFKC, while marks that stand within words (apostrophes, soft
// hyphens, combining marks of format) are left out.
type words struct {
	folded []byte
	starts []int // of each word, and the end last
}

func newWords(text string) words {
	var w words
	within, alone := false, false // in a word; in one that no other character joins
	end := func() {
		if within {
			w.folded = append(w.folded, 0)
		}
		within = false
	}
	for _, r := range norm.NFKC.String(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			unspaced := isUnspaced(r)
			if !within || unspaced || alone {
				end()
				w.starts = append(w.starts, len(w.folded))
			}
			within, alone = true, unspaced
			w.folded = utf8.AppendRune(w.folded, unicode.ToLower(r))
		case r == '\'' || r == '’' || r == 'ʼ' || unicode.Is(unicode.Cf, r):
		default:
			end()
		}
	}
	end()
	w.starts = append(w.starts, len(w.folded))
	return w
}

// isUnspaced reports whether a rune is of a script that puts no spaces between
// words, so that each counts as a word.
func isUnspaced(r rune) bool {
	return r >= '\u0e00' &&
		unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// shingles returns the hashes of the different runs of five words, ascending.
// A text of fewer words has one, of all of them; one without words has none.
func (w words) shingles() []uint64 {
	n := len(w.starts) - 1
	if n == 0 {
		return nil
	}
	hashes := make([]uint64, max(1, n-shingleWords+1))
	for i := range hashes {
		end := w.starts[min(i+shingleWords, n)]
		hashes[i] = xxhash.Sum64(w.folded[w.starts[i]:end])
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// subject returns the hashes of the beginnings of the different words that may
// tell of a text's subject, ascending: those that are not short, and numbers.
func (w words) subject() []uint64 {
	var hashes []uint64
	for i, start := range w.starts[:len(w.starts)-1] {
		word := w.folded[start : w.starts[i+1]-1]
		switch r, _ := utf8.DecodeRune(word); {
		case len(word) > 1 && unicode.IsNumber(r):
			hashes = append(hashes, xxhash.Sum64(word))
		case utf8.RuneCount(word) >= subjectRunes:
			hashes = append(hashes, xxhash.Sum64(firstRunes(word, subjectRunes)))
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

func firstRunes(word []byte, n int) []byte {
	end := 0
	for range n {
		_, size := utf8.DecodeRune(word[end:])
		end += size
	}
	return word[:end]
}
