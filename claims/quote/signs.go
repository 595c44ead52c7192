package quote

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"stet/claims"
)

// signs are the characters of some words, each as the one that stands for its
// like.
type signs struct {
	raw   string
	loose bool // an accent stands beside its letter, not on it
}

// unreadable stands for a character that a reader of PDFs could not name.
const unreadable = '\ufffd'

// prime stands for the prime of mathematics, which folding would leave out.
const prime = 'ʹ'

// lookalikes are characters that stand for the same sign, each with the one
// that stands for all of them.
var lookalikes = map[rune]rune{
	'\u2329': '⟨', '\u3008': '⟨', '\u232a': '⟩', '\u3009': '⟩',
	'ᵀ': '⊤', '⊺': '⊤', '′': prime, '∼': '~', '˜': '\u0303', '∙': '·', '⋅': '·', '∆': 'Δ',
	'◦': '°', '☉': '⊙', '⩽': '≤', '⩾': '≥', '∗': '*', '∣': '|',
}

// accents are the spacing forms of the accents, which some fonts set beside a
// letter, and their combining forms.
var accents = map[rune]rune{
	'ˆ': '\u0302', '\u02dc': '\u0303', '¨': '\u0308', 'ˇ': '\u030c', '˘': '\u0306', '¯': '\u0304', 'ˉ': '\u0304', '˙': '\u0307',
	'˚': '\u030a', '˝': '\u030b', '¸': '\u0327', '˛': '\u0328', '´': '\u0301', 'ˊ': '\u0301', 'ˋ': '\u0300',
}

// misreadings are what a reader of PDFs makes of signs whose font names none of
// them: in TeX's fonts of symbols (D. Knuth, The TeXbook, appendix F) the prime
// stands at the code of 0, the angle brackets at those of h and i; in Calibri,
// as Word writes it, ligatures stand at those of other letters.
var misreadings = []struct{ sign, read string }{
	{string(prime), "0"}, {"⟨", "h"}, {"⟩", "i"}, {"⊤", "|"}, {"⊤", ">"}, {"√", "p"}, {"∇", "r"}, {"→", "!"}, {"‖", "k"},
	{"∑", "p"}, {"∏", "q"}, {"∫", "r"}, {"ti", "ɵ"}, {"tt", "ʃ"},
}

// ligatures are letters that one character may be set for.
var ligatures = []string{"ffi", "ffl", "ff", "fi", "fl", "tti", "ti", "tt", "ft"}

// counted are the signs that a figure is read with: one more or less of them,
// or another, and the figure is another.
const counted = "°±∓≤≥≠≈≃≅≲≳¬×÷∞"

// unnamed recognises how some readers write the code of a character that they
// could not name.
var unnamed = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\(cid:\d+\)`) })

// noteMarks recognises the marks of notes and of works cited: [3], [12, 14].
var noteMarks = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]`)
})

// withoutNotes leaves out the marks of notes. A quote need not have those of its
// source.
func (s signs) withoutNotes() signs {
	s.raw = noteMarks().ReplaceAllString(s.raw, "")
	return s
}

// signsOf returns the signs of words, but for the numbers of pages.
func signsOf(words []word) signs {
	var raw strings.Builder
	for _, w := range words {
		if !w.stray {
			raw.WriteString(w.raw)
			raw.WriteByte(' ')
		}
	}
	var s signs
	s.raw = strings.Map(s.named, unnamed().ReplaceAllString(raw.String(), string(unreadable)))
	return s
}

// named maps a character to the one that stands for its like.
func (s *signs) named(r rune) rune {
	if mark, ok := accents[r]; ok {
		s.loose = true
		return mark
	}
	if like, ok := lookalikes[r]; ok {
		return like
	}
	if unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Co, r) {
		return unreadable
	}
	return r
}

// folded returns the signs as far as a reader of PDFs can be trusted with them:
// without case, punctuation and what else folding leaves out, and with a space
// only where it parts two letters or two digits. Where accents stand loose they
// are returned apart, in order.
func (s signs) folded(loose bool) (text []rune, marks string) {
	raw := s.raw
	if loose {
		raw = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				marks += string(r)
				return -1
			}
			return r
		}, norm.NFD.String(raw))
	}
	return withoutSpaces(withoutPunctuation([]rune(string(Fold(raw).folded)))), marks
}

// withoutPunctuation leaves out the marks that a copy editor may change, but
// not the point of a decimal.
func withoutPunctuation(all []rune) []rune {
	var kept []rune
	for i, r := range all {
		if strings.ContainsRune(".,;:()[]*•·†‡", r) && !(isPoint(r) && isDigitAt(all, i+1)) {
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

// withoutSpaces leaves out the spaces that part neither two letters nor two
// digits.
func withoutSpaces(all []rune) []rune {
	var kept []rune
	for i, r := range all {
		if r == ' ' {
			if len(kept) == 0 || i+1 == len(all) {
				continue
			}
			before, after := kept[len(kept)-1], all[i+1]
			if !(unicode.IsLetter(before) && unicode.IsLetter(after)) && !((isDigitRune(before) || isPoint(before)) && (isDigitRune(after) || isPoint(after))) {
				continue
			}
		}
		kept = append(kept, r)
	}
	return kept
}

func isDigitRune(r rune) bool { return '0' <= r && r <= '9' }

func isDigitAt(all []rune, i int) bool { return i >= 0 && i < len(all) && isDigitRune(all[i]) }

// class is Typographic where the signs are the same, OCR where a reader of PDFs
// or a scanner may have made the difference, else Altered.
func (s signs) class(source signs) claims.Class {
	loose := s.loose || source.loose
	quoted, ours := s.folded(loose)
	read, theirs := source.folded(loose)
	switch {
	case ours != theirs:
		return claims.Altered
	case slices.Equal(quoted, read):
		return claims.Typographic
	case misread(quoted, read):
		return claims.OCR
	}
	return claims.Altered
}

// misread reports whether a reader of PDFs may have read the signs of a source
// where those of a quote stand: a table of which beginnings of the two agree
// is filled row by row.
func misread(quoted, read []rune) bool {
	if (len(quoted)+1)*(len(read)+1) > mostCells {
		return false
	}
	agree := make([][]bool, len(quoted)+1)
	for i := range agree {
		agree[i] = make([]bool, len(read)+1)
	}
	agree[0][0] = true
	for i := range agree {
		for j := range agree[i] {
			if agree[i][j] {
				for _, next := range readings(quoted, read, i, j) {
					agree[next[0]][next[1]] = true
				}
			}
		}
	}
	return agree[len(quoted)][len(read)]
}

// readings returns the places to which the signs agree that agree to a place in
// each.
func readings(quoted, read []rune, i, j int) [][2]int {
	var next [][2]int
	if i < len(quoted) && j < len(read) && quoted[i] == read[j] {
		next = append(next, [2]int{i + 1, j + 1})
	}
	if mayBeLost(quoted, i) {
		next = append(next, [2]int{i + 1, j})
	}
	if mayBeLost(read, j) {
		next = append(next, [2]int{i, j + 1})
	}
	for _, m := range misreadings {
		if n, ok := prefixRunes(quoted[i:], m.sign); ok && !isDigitAt(quoted, i-1) && !isDigitAt(read, j-1) {
			if k, ok := prefixRunes(read[j:], m.read); ok && !isDigitAt(read, j+k) {
				next = append(next, [2]int{i + n, j + k})
			}
		}
	}
	if j < len(read) && read[j] == unreadable {
		for _, n := range readableAs(quoted[i:]) {
			next = append(next, [2]int{i + n, j + 1})
		}
	}
	return next
}

// mayBeLost reports whether a reader may have lost the sign at a place, or put
// it in: a space between letters, a prime, a sign that it could not name, and
// the signs of mathematics that touch no figure.
func mayBeLost(all []rune, i int) bool {
	if i >= len(all) {
		return false
	}
	switch r := all[i]; {
	case r == ' ':
		return !isDigitAt(all, i-1) && !isDigitAt(all, i+1)
	case isDigitAt(all, i-1) || isDigitAt(all, i+1), strings.ContainsRune(counted, r):
		return false
	case r == prime || r == unreadable:
		return true
	default:
		return r > unicode.MaxASCII && (unicode.Is(unicode.Sm, r) || unicode.Is(unicode.So, r))
	}
}

// readableAs returns how many of the next signs a character that could not be
// named may stand for: one that is none of a figure's and no plain letter, or
// the letters of a ligature.
func readableAs(rest []rune) []int {
	var lengths []int
	if len(rest) > 0 && rest[0] > unicode.MaxASCII && !unicode.IsNumber(rest[0]) && !unicode.Is(unicode.Sc, rest[0]) && !strings.ContainsRune(counted, rest[0]) {
		lengths = append(lengths, 1)
	}
	for _, l := range ligatures {
		if n, ok := prefixRunes(rest, l); ok {
			lengths = append(lengths, n)
		}
	}
	return lengths
}

func prefixRunes(all []rune, prefix string) (n int, ok bool) {
	for _, r := range prefix {
		if n >= len(all) || all[n] != r {
			return 0, false
		}
		n++
	}
	return n, true
}
