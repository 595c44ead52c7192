package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"stet/claims"
)

// closers are what may stand between the end of a sentence and the white space
// after it, and belongs to the sentence it closes: quotation marks, brackets,
// and the signs of notes.
const closers = `"'”’»)]}*†‡¹²³⁰⁴⁵⁶⁷⁸⁹`

// split returns the sentences within span, trimmed of white space. Where a
// sentence may end comes from UAX #29, whose candidates our rules for
// abbreviations, quotations and notes then thin out and fill up.
func split(body string, span claims.Span) []claims.Span {
	var found []claims.Span
	start := span.Start
	cut := func(at int) {
		if s := trim(body, claims.Span{Start: start, End: at}); s.Start < s.End {
			found = append(found, s)
		}
		start = at
	}
	for it := sentences.FromString(body[span.Start:span.End]); it.Next(); {
		for _, at := range insidePieces(body[:span.End], start, span.Start+it.Start(), span.Start+it.End()) {
			if ends(body, claims.Span{Start: start, End: at}, span.End) {
				cut(at)
			}
		}
	}
	cut(span.End)
	return found
}

// trim narrows a span to what lies between its leading and trailing white
// space.
func trim(body string, s claims.Span) claims.Span {
	words := s.In(body)
	left := strings.TrimLeftFunc(words, unicode.IsSpace)
	s.Start += len(words) - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return s
}

// insidePieces returns the offsets within the piece from start to end where the
// sentence that began at first may end: the piece's own end, and before it the
// white space that UAX #29 takes for the inside of a sentence: behind a full
// stop with the sign of a note, before a figure, and before what was left out.
// The body ends where the block does.
func insidePieces(body string, first, start, end int) []int {
	var offsets []int
	for at := start; at < end; at++ {
		if body[at] != ' ' {
			continue
		}
		bare := strings.TrimRight(body[first:at], "0123456789"+closers+"[")
		if !strings.HasSuffix(bare, ".") {
			bare = strings.TrimRight(body[first:at], closers)
		}
		signed := strings.HasSuffix(bare, ".") && isNote(body[first+len(bare):at])
		stopped := bare != "" && strings.ContainsAny(bare[len(bare)-1:], ".!?")
		if rest := body[at+1:]; signed || stopped && (startsNumber(rest) || leavesOut(rest)) {
			offsets = append(offsets, at+1)
		}
	}
	return append(offsets, end)
}

// isNote reports whether s is the sign of a note: superscript figures, or
// figures in square brackets.
func isNote(s string) bool {
	s = strings.TrimLeft(s, `"'”’)`)
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		return true
	}
	return s != "" && strings.Trim(s, "¹²³⁰⁴⁵⁶⁷⁸⁹*†‡") == ""
}

// ends reports whether the sentence that s covers ends where s ends, given
// that what follows it reaches up to limit.
func ends(body string, s claims.Span, limit int) bool {
	if s.End >= limit {
		return true
	}
	piece, rest := s.In(body), body[s.End:limit]
	words := strings.TrimRightFunc(piece, unicode.IsSpace)
	space := piece[len(words):]
	if space == "" {
		return false
	}
	if strings.Count(space, "\n") > 1 {
		return true
	}
	bare := trimClosers(words)
	stop, _ := utf8.DecodeLastRuneInString(bare)
	if !strings.ContainsRune(".!?…。！？", stop) {
		return false // a line that ends, not a sentence
	}
	rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
	if continues(rest) {
		return false
	}
	closed := len(bare) < len(words)
	switch {
	case isEllipsis(bare):
		return closed && startsSentence(rest) || isStopped(bare) && opens(rest)
	case stop == '.':
		return closed && !strings.HasSuffix(words, ")") || !abbreviates(bare, rest)
	case closed && stop != '.':
		return !saysWho(rest)
	}
	return stop != '!' || !strings.HasSuffix(bare, "Yahoo!") || startsSentence(rest) // "Yahoo! Inc."
}

// trimClosers returns words without the marks that close them and the sign of
// a note after them.
func trimClosers(words string) string {
	bare := strings.TrimRight(words, closers)
	tail := max(0, len(words)-len("[1234]"))
	if i := strings.LastIndexByte(words[tail:], '['); i > 0 && isNote(words[tail+i:]) {
		bare = strings.TrimRight(words[:tail+i], closers)
	}
	return bare
}

// continues reports whether rest goes on with a sentence rather than opens one.
func continues(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune(",;:)]—–", r) || unicode.IsLower(r)
}

// saysWho reports whether rest begins by saying who said what a quotation has
// just asked or exclaimed: “Will it work?” Smith said.
func saysWho(rest string) bool {
	fields := strings.Fields(rest[:min(len(rest), 80)])
	for i, f := range fields[:min(len(fields), 4)] {
		w := strings.TrimRight(f, ".,:;")
		if i > 0 && saidForms()[w] {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || len(w) < len(f) {
			return false
		}
	}
	return false
}
