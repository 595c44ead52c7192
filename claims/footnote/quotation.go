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

// quotation takes the words between an opening mark and the mark that closes
// it. Marks of the same shape nest; a mark that nothing closes opens nothing.
func (s *scanner) quotation(at int) (part, bool) {
	r, size := utf8.DecodeRuneInString(s.text[at:])
	for _, m := range marks {
		if m.open != r || m.single && s.isApostrophe(at) {
			continue
		}
		end, width := closingMark(s.text[at+size:], m.open, m.closing, m.single)
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
	depth, first, firstWidth := 1, -1, 0
	before := open
	for i, r := range rest {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(rest[i:])
		}
		after, _ := utf8.DecodeRuneInString(rest[i+size:])
		switch {
		case r == open && opens(before, after, rest[i+size:]):
			depth++
		case strings.ContainsRune(closing, r) && closes(r, after, rest[i+size:], single):
			if isPossessive(before, rest[i+size:], single) && laterClose(rest[i+size:], open, closing) {
				break
			}
			if first < 0 {
				first, firstWidth = i, size
			}
			if depth--; depth == 0 {
				return i, size
			}
		}
		before = r
	}
	return first, firstWidth
}

// opens reports whether a mark between these runes opens a quotation within
// the one already open.
func opens(before, after rune, rest string) bool {
	return rest != "" && (unicode.IsSpace(before) || strings.ContainsRune("([—–", before)) && !unicode.IsSpace(after)
}

// closes reports whether a mark that can close does: nothing of a word follows
// it, unless it is a curly double mark, which is nothing else.
func closes(r, after rune, rest string, single bool) bool {
	return rest == "" || !isWordRune(after) || !single && r != '"'
}

// isPossessive reports whether a single mark is rather the apostrophe of "the
// companies' stake".
func isPossessive(before rune, rest string, single bool) bool {
	return single && (before == 's' || before == 'S') && len(rest) > 1 && rest[0] == ' ' && startsWord(rest[1:])
}

// laterClose reports whether another mark in rest could close the quotation
// before one opens the next.
func laterClose(rest string, open rune, closing string) bool {
	before := rune(0)
	for i, r := range rest {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(rest[i:])
		}
		if r == open && !isWordRune(before) && startsWord(rest[i+size:]) {
			return false
		}
		if strings.ContainsRune(closing, r) && isWordRune(before) && !startsWord(rest[i+size:]) {
			return true
		}
		before = r
	}
	return false
}
