package footnote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marks lists the quotation marks that can open a quotation with those that
// can close it. Where two rows have the same opening mark, the second is for
// quotations that the first finds no end of.
var marks = []struct {
	open    rune
	closing string
	single  bool // also an apostrophe
}{
	{'"', `"`, false},
	{'"', "”", false},
	{'“', "”", false},
	{'“', `"`, false},
	{'„', "“”", false},
	{'«', "»", false},
	{'‘', "’", true},
	{'\'', "'", true},
}

// mostQuoted is the most bytes that a quotation may have; a mark that nothing
// closes so far on opens nothing. It keeps the time to read a text of nothing
// but marks within bounds.
const mostQuoted = 8 << 10

// quotation takes the words between an opening mark and the mark that closes
// it. Marks of the same shape nest; a mark that nothing closes opens nothing.
func (s *scanner) quotation(at int) (part, bool) {
	r, size := utf8.DecodeRuneInString(s.text[at:])
	rest := s.text[at+size : min(len(s.text), at+size+mostQuoted)]
	for _, m := range marks {
		if m.open != r || m.single && s.isApostrophe(at) {
			continue
		}
		end, width := closingMark(rest, m.open, m.closing, m.single)
		if end < 0 {
			continue
		}
		words := s.text[at+size : at+size+end]
		p := part{kind: quotation, start: at, end: at + size + end + width, value: strings.TrimSpace(words)}
		return p, hasWord(words)
	}
	return part{}, false
}

// isApostrophe reports whether the mark at the byte at follows a letter.
func (s *scanner) isApostrophe(at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[:at])
	return isWordRune(r)
}

// closingMark returns where in rest the quotation ends and how many bytes its
// closing mark has, or -1. Where the marks don't balance, the first that could
// close does.
func closingMark(rest string, open rune, closing string, single bool) (end, width int) {
	depth, end := 1, -1
	before := open
	for i := 0; i < len(rest); {
		r, size := utf8.DecodeRuneInString(rest[i:])
		after := rest[i+size:]
		switch {
		case r == open && opens(before, after):
			depth++
		case strings.ContainsRune(closing, r) && closes(r, after, single):
			if isPossessive(before, after, single) && laterClose(after, open, closing) {
				break
			}
			if end < 0 {
				end, width = i, size
			}
			if depth--; depth == 0 {
				return i, size
			}
		}
		before = r
		i += size
	}
	return end, width
}

// opens reports whether a mark between these opens a quotation within the one
// already open.
func opens(before rune, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	return after != "" && (unicode.IsSpace(before) || strings.ContainsRune("([—–", before)) && !unicode.IsSpace(next)
}

// closes reports whether a mark that can close does: nothing of a word follows
// it, unless it is a curly double mark, which is nothing else.
func closes(r rune, after string, single bool) bool {
	return !startsWord(after) || !single && r != '"'
}

// isPossessive reports whether a single mark is rather the apostrophe of "the
// companies' stake".
func isPossessive(before rune, after string, single bool) bool {
	return single && (before == 's' || before == 'S') && len(after) > 1 && after[0] == ' ' && startsWord(after[1:])
}

// mostPossessive is how far behind a possessive apostrophe its quotation's
// closing mark is looked for.
const mostPossessive = 512

// laterClose reports whether another mark in rest could close the quotation
// before one opens the next.
func laterClose(rest string, open rune, closing string) bool {
	rest = rest[:min(len(rest), mostPossessive)]
	before := rune(0)
	for i := 0; i < len(rest); {
		r, size := utf8.DecodeRuneInString(rest[i:])
		if i += size; r == open && !isWordRune(before) && startsWord(rest[i:]) {
			return false
		}
		if strings.ContainsRune(closing, r) && isWordRune(before) && !startsWord(rest[i:]) {
			return true
		}
		before = r
	}
	return false
}
