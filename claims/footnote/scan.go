package footnote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
	"stet/sources"
)

// kind says what a part of a text is.
type kind int

const (
	word kind = iota
	quotation
	locator
	address
	file
	name
	sameSource // "ibid.", "Id."
	docketed   // a docket number, an entry on a docket
	separator  // a semicolon
)

// part is a run of the text that the grammar knows as one thing.
type part struct {
	kind       kind
	start, end int    // bytes of the text
	value      string // without the grammar's own marks
	locator    claims.Locator
	fragment   string // what a locator or path also says, to be noted
	docket     sources.Docket
	held       string // of a docketed part whose source is held elsewhere, as it is called
}

func (p part) in(text string) string { return text[p.start:p.end] }

// isSource reports whether the part names a source.
func (p part) isSource() bool {
	return p.kind == address || p.kind == file || p.kind == name || p.kind == sameSource || p.kind == docketed
}

// punctuation is what may stand alone between parts and says nothing.
const punctuation = " \t\r\n\u00a0,.;:()[]{}<>–—-'\"“”‘’„«»*_"

// leading is what may stand before a word without a space between.
const leading = ",:([{<—–"

// scanner cuts a text into parts.
type scanner struct {
	text  string
	known func(string) bool
	parts []part
}

func scan(text string, known func(string) bool) []part {
	if known == nil {
		known = func(string) bool { return false }
	}
	s := &scanner{text: text, known: known}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		next := s.next(at)
		s.parts = append(s.parts, next)
		at = next.end
	}
	return settlePaths(text, s.parts)
}

// next returns the part that begins at the byte at, which is no space. The
// order of the attempts is the grammar's precedence.
func (s *scanner) next(at int) part {
	for _, try := range []func(int) (part, bool){
		s.separator, s.quotation, s.address, s.mark, s.locator, s.name, s.docketed, s.sameSource, s.file,
	} {
		if p, ok := try(at); ok {
			return p
		}
	}
	end := s.wordEnd(at)
	return part{kind: word, start: at, end: end, value: s.text[at:end]}
}

func (s *scanner) separator(at int) (part, bool) {
	return part{kind: separator, start: at, end: at + 1}, s.text[at] == ';'
}

// mark takes one mark that stands before a word as a word of its own, so that
// what follows it is seen.
func (s *scanner) mark(at int) (part, bool) {
	r, size := utf8.DecodeRuneInString(s.text[at:])
	if !strings.ContainsRune(leading, r) {
		return part{}, false
	}
	return part{kind: word, start: at, end: at + size, value: s.text[at : at+size]}, true
}

// wordEnd returns where the word that begins at the byte at ends: before a
// space, a semicolon, an opening quotation mark or an address.
func (s *scanner) wordEnd(at int) int {
	before := rune(0)
	for i, r := range s.text[at:] {
		switch {
		case i == 0:
		case unicode.IsSpace(r), r == ';', strings.ContainsRune("“„«", r),
			r == '"' && strings.ContainsRune(leading, before),
			(r == 'h' || r == 'H') && !isWordRune(before) && startsAddress(s.text[at+i:]):
			return at + i
		}
		before = r
	}
	return len(s.text)
}

// mostNameWords is how many words the alias of a known source may have.
const mostNameWords = 5

// name takes the longest run of words that names a known source.
func (s *scanner) name(at int) (part, bool) {
	longest := 0
	for end, n := at, 0; n < mostNameWords; n++ {
		end = s.wordEnd(end)
		if trimmed := strings.TrimRight(s.text[at:end], ".,:)]"); trimmed != "" && s.known(trimmed) {
			longest = len(trimmed)
		}
		if end == len(s.text) || s.text[end] != ' ' {
			break
		}
		end++
	}
	return part{kind: name, start: at, end: at + longest, value: s.text[at : at+longest]}, longest > 0
}

// sameSource takes "ibid" with or without its period, and "Id." with it.
func (s *scanner) sameSource(at int) (part, bool) {
	for _, mark := range []string{"ibid.", "ibid", "id."} {
		if hasPrefixFold(s.text[at:], mark) && !startsWord(s.text[at+len(mark):]) {
			return part{kind: sameSource, start: at, end: at + len(mark)}, true
		}
	}
	return part{}, false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWordRune(r)
}

func hasWord(s string) bool { return strings.ContainsFunc(s, isWordRune) }

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
