// Package quote finds where the words of a quote stand in a text and how they
// differ there. Both texts are folded, so that typography does not count, with
// a map back to the bytes of the original; what is reported are always those.
package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stet/claims"
)

// Folded is a text prepared for looking quotes up in it. It may be used by
// several goroutines at once.
//
// Folding puts letters in lower case and in their compatibility form (Unicode
// NFKC) but for superscripts, subscripts and fractions, which would change
// numbers; makes every run of white space one space and every dash " - ",
// between digits "-"; and leaves out quotation marks, soft hyphens, zero-width
// characters, and hyphens between letters with or without a line break, so
// that "long-term", "longterm" and "long-\nterm" are alike. An apostrophe
// stays only within a word.
//
// A text may be up to 2 GiB long.
type Folded struct {
	text   string
	folded []byte
	starts []int32 // for each byte of folded, where its character begins in text
	ends   []int32 // and where it ends
}

// Fold prepares a text. It costs time and memory in proportion to its length.
func Fold(text string) *Folded {
	f := &Folded{}
	f.Refold(text)
	return f
}

// Refold makes it the folded form of another text, in the room that it has: ten
// times that of the text. Nothing that was found in the last one refers to it.
// No other goroutine may be using it meanwhile.
func (f *Folded) Refold(text string) {
	f.text = text
	f.cut(0)
	f.folded = slices.Grow(f.folded, len(text))
	f.starts, f.ends = slices.Grow(f.starts, len(text)), slices.Grow(f.ends, len(text))
	for at := 0; at < len(text); {
		if at = f.run(at); at < len(text) {
			at = f.next(at)
		}
	}
	if n := len(f.folded); n > 0 && f.folded[n-1] == ' ' {
		f.cut(n - 1)
	}
}

// alone is, for each byte that folds by itself whatever stands around it, what
// it folds to: letters, digits, most punctuation, and white space as a space.
var alone = func() (to [256]byte) {
	for c := '!'; c < 0x7f; c++ {
		to[c] = byte(unicode.ToLower(c))
	}
	for _, c := range "-'\"`" {
		to[c] = 0
	}
	for _, c := range " \t\n\v\f\r" {
		to[c] = ' '
	}
	return to
}()

// run folds as many bytes from an offset as fold by themselves, all but one
// space in a row, and returns the offset after them. Most of a text is such
// runs, so they are folded without looking at each byte in turn.
func (f *Folded) run(at int) int {
	end, spaced := at, f.last() == ' '
	for end < len(f.text) {
		c := alone[f.text[end]]
		if c == 0 || c == ' ' && spaced {
			break
		}
		spaced = c == ' '
		end++
	}
	if end > at && end < len(f.text) && f.text[end] >= utf8.RuneSelf {
		end-- // a combining mark may follow
	}
	n := len(f.folded)
	f.folded = append(f.folded, f.text[at:end]...)
	for i, c := range f.folded[n:] {
		f.folded[n+i] = alone[c]
	}
	f.starts = slices.Grow(f.starts, end-at)[:n+end-at]
	f.ends = slices.Grow(f.ends, end-at)[:n+end-at]
	for i := range end - at {
		f.starts[n+i], f.ends[n+i] = int32(at+i), int32(at+i+1)
	}
	return end
}

// next folds the character at an offset, with the combining marks that belong
// to it, and returns the offset after it.
func (f *Folded) next(at int) int {
	c := f.text[at]
	if c >= utf8.RuneSelf {
		return f.nextRune(at)
	}
	end := at + 1
	// A combining mark may follow a plain letter.
	if end < len(f.text) && f.text[end] >= utf8.RuneSelf && !norm.NFC.PropertiesString(f.text[end:]).BoundaryBefore() {
		return f.nextRune(at)
	}
	switch {
	case c == ' ' || c >= '\t' && c <= '\r':
		f.space(at, end)
	case c == '-':
		return f.hyphen(at, end)
	case c == '\'':
		f.apostrophe(at, end)
	case c == 0x02 && isLetterEnd(f.folded):
		return f.softHyphen(end)
	case c == '"' || c == '`':
	case 'A' <= c && c <= 'Z':
		f.emit(c+'a'-'A', at, end)
	case c < ' ' || c == 0x7f:
		f.space(at, end)
	default:
		f.emit(c, at, end)
	}
	return end
}

func (f *Folded) nextRune(at int) int {
	r, size := utf8.DecodeRuneInString(f.text[at:])
	end := at + size
	if n := norm.NFKC.FirstBoundaryInString(f.text[end:]); n > 0 {
		end += n // the marks that belong to it
	} else if n < 0 && end < len(f.text) && !norm.NFC.PropertiesString(f.text[end:]).BoundaryBefore() {
		end = len(f.text)
	}
	switch base := claims.FoldRune(r); {
	case r == '\u00ad' || r == '\ufffe':
		return f.softHyphen(end)
	case base == "":
	case base == " ":
		f.space(at, end)
	case base == "-" && (r == '‐' || r == '‑'):
		return f.hyphen(at, end)
	case base == "-":
		f.dash(at, end)
	case base == "'":
		f.apostrophe(at, end)
	case base == `"`:
	case keepsForm(r):
		f.emitString(string(r), at, end)
	case accents[r] != 0: // its compatibility form has a space
		f.emitString(string(accents[r])+f.text[at+size:end], at, end)
	default:
		f.emitString(norm.NFKC.String(strings.ToLower(norm.NFKC.String(f.text[at:end]))), at, end)
	}
	return end
}

// keepsForm reports whether the compatibility form of a rune would be another
// number: 10² is not 102, and ½ is not 1/2 of what stands before it.
func keepsForm(r rune) bool {
	return unicode.Is(unicode.No, r)
}

func (f *Folded) emit(c byte, start, end int) {
	f.folded = append(f.folded, c)
	f.starts = append(f.starts, int32(start))
	f.ends = append(f.ends, int32(end))
}

func (f *Folded) emitString(s string, start, end int) {
	for i := range len(s) {
		f.emit(s[i], start, end)
	}
}

func (f *Folded) cut(n int) {
	f.folded, f.starts, f.ends = f.folded[:n], f.starts[:n], f.ends[:n]
}

func (f *Folded) last() byte {
	if n := len(f.folded); n > 0 {
		return f.folded[n-1]
	}
	return ' '
}

func (f *Folded) space(start, end int) {
	if f.last() != ' ' {
		f.emit(' ', start, end)
	}
}

// dash writes a dash as a word of its own, but between digits, where it makes
// a range.
func (f *Folded) dash(start, end int) {
	if isDigit(f.last()) && digitAt(f.text, end) {
		f.emit('-', start, end)
		return
	}
	f.space(start, start)
	if n := len(f.folded); n >= 2 && f.folded[n-2] == '-' {
		return // the second of two hyphens that stand for a dash
	}
	f.emit('-', start, end)
	f.emit(' ', end, end)
}

// hyphen leaves out a hyphen that joins letters, with the line break that may
// follow it, and takes one between spaces, or two in a row, for a dash.
func (f *Folded) hyphen(start, end int) int {
	after := end
	for after < len(f.text) && strings.IndexByte(" \t\r\n", f.text[after]) >= 0 {
		after++
	}
	broken := strings.Contains(f.text[end:after], "\n")
	switch {
	case isLetterEnd(f.folded) && (after == end || broken) && letterAt(f.text, after):
		return after
	case isLetterEnd(f.folded) && (after == end || broken) && digitAt(f.text, after),
		isDigit(f.last()) && (after == end || broken) && letterAt(f.text, after):
		f.emit('-', start, end) // "GPT-4", "38-year-old", with or without a line break
		return after
	case f.last() == ' ' && (digitAt(f.text, end) || strings.HasPrefix(f.text[end:], "$")):
		f.emit('-', start, end) // a minus
		return end
	}
	f.dash(start, end)
	return end
}

// softHyphen leaves out a soft hyphen and the line break at which it shows. The
// PDF reader of Chrome writes one as U+FFFE, older ones as U+0002.
func (f *Folded) softHyphen(end int) int {
	for _, lineBreak := range []string{"\r\n", "\n"} {
		if strings.HasPrefix(f.text[end:], lineBreak) {
			return end + len(lineBreak)
		}
	}
	return end
}

// apostrophe keeps one between letters or digits; elsewhere it is a quotation
// mark, and left out.
func (f *Folded) apostrophe(start, end int) {
	if endsWord(f.folded) && (letterAt(f.text, end) || digitAt(f.text, end)) {
		f.emit('\'', start, end)
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetterEnd(folded []byte) bool {
	r, _ := utf8.DecodeLastRune(folded)
	return unicode.IsLetter(r)
}

func digitAt(s string, at int) bool { return at < len(s) && isDigit(s[at]) }

func letterAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[min(at, len(s)):])
	return unicode.IsLetter(r)
}

// span maps a range of folded bytes to the bytes of the text, without the
// spaces at either end.
func (f *Folded) span(start, end int) claims.Span {
	for start < end && f.folded[start] == ' ' {
		start++
	}
	for end > start && f.folded[end-1] == ' ' {
		end--
	}
	if start == end {
		return claims.Span{}
	}
	return claims.Span{Start: int(f.starts[start]), End: int(f.ends[end-1])}
}
