// Package search finds claims, quotes and passages by their words: it splits
// texts into words, keeps an index of them in a ledger's tables, and ranks what
// shares words with a question. It knows words and counts, no meanings, so that
// a person can redo any answer: these words are in both.
package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stet/claims"
)

// Word is one word of a text.
type Word struct {
	claims.Span        // in bytes of the text
	Form        string // as it is compared: small letters, without accents, apostrophes and a possessive's s
}

// Words splits a text into its words. A word is a run of letters and digits
// with the apostrophes, soft hyphens and zero-width characters between them,
// and, between digits, commas ("1,200" has the form "1200") and points. Hyphens
// part words. What follows '#' or '@' is also parted where a small letter meets
// a capital, or a letter a digit: "#TrumpTaxReturns2016" is four words. Where
// writing has no spaces between words, as in Chinese and Japanese, each sign is
// one.
func Words(text string) []Word {
	s := splitter{text: text}
	for s.at < len(text) {
		s.step()
	}
	return s.words
}

// splitter is the work of Words.
type splitter struct {
	text  string
	at    int
	words []Word
	buf   []byte // the form of the word at hand
	plain bool   // the form is all ASCII
}

// step reads one word, or one rune that is in none.
func (s *splitter) step() {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if !isWordRune(r) {
		s.at += size
		return
	}
	before := s.before()
	start, tagged := s.at, before == '#' || before == '@'
	last := rune(-1)
	s.buf, s.plain = s.buf[:0], true
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		switch {
		case isWordRune(r):
			if last >= 0 && (tagged && parts(last, r) || isSign(last) || isSign(r)) {
				s.add(start)
				start, s.buf, s.plain = s.at, s.buf[:0], true
			}
			s.put(r)
			last = r
		case !s.joins(last, r, size):
			s.add(start)
			return
		case r == '.':
			s.put(r)
		}
		s.at += size
	}
	s.add(start)
}

// before returns the byte before the one at hand.
func (s *splitter) before() byte {
	if s.at == 0 {
		return ' '
	}
	return s.text[s.at-1]
}

// put appends a rune to the form at hand.
func (s *splitter) put(r rune) {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		s.buf = append(s.buf, byte(r))
		return
	}
	s.plain = false
	s.buf = utf8.AppendRune(s.buf, r)
}

// joins reports whether a rune that is no letter or digit, between the last one
// and what comes next, is within a word.
func (s *splitter) joins(last, r rune, size int) bool {
	next, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	if !isWordRune(next) {
		return false
	}
	switch {
	case r == ',' || r == '.':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	case r < utf8.RuneSelf:
		return r == '\''
	}
	folded := claims.FoldRune(r)
	return folded == "'" || folded == ""
}

// add adds the word at hand, which began at start.
func (s *splitter) add(start int) {
	word := claims.Span{Start: start, End: s.at}
	form := string(s.buf)
	if !s.plain {
		form = foldForm(form)
	}
	if isPossessive(word.In(s.text)) {
		form = strings.TrimSuffix(form, "s")
	}
	if form != "" {
		s.words = append(s.words, Word{word, form})
	}
}

// isPossessive reports whether a word ends in an apostrophe and an s.
func isPossessive(word string) bool {
	rest, ok := strings.CutSuffix(word, "s")
	if !ok {
		rest, ok = strings.CutSuffix(word, "S")
	}
	r, size := utf8.DecodeLastRuneInString(rest)
	return ok && size < len(rest) && claims.FoldRune(r) == "'"
}

// parts reports whether a tag is parted between two runes.
func parts(last, next rune) bool {
	return unicode.IsLower(last) && unicode.IsUpper(next) || unicode.IsLetter(last) && unicode.IsDigit(next) || unicode.IsDigit(last) && unicode.IsLetter(next)
}

// isSign reports whether a rune is written without spaces between words.
func isSign(r rune) bool {
	return r >= '\u2e80' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// undecomposed are letters with strokes and ligatures that Unicode does not
// decompose, as English writes them.
var undecomposed = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ħ", "h", "ı", "i", "ŧ", "t")

// foldForm returns a form without accents, compatibility characters and
// capitals.
func foldForm(form string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(form) {
		if isWordRune(r) && !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return undecomposed.Replace(b.String())
}
