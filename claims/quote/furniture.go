package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

const (
	aroundPage   = 200_000 // bytes of text either way in which a page's head or foot comes again: some sixty pages
	fewestHead   = 3       // times that it stands there
	shortestHead = 6       // bytes of it that are no figures
	mostSigns    = 2       // of these to one that is a letter: else it is a label of a figure's axis
	mostPage     = 4       // bytes of a page's number
)

// isFurniture reports whether a gap is what stands between the text of two
// pages, or of two columns, in the midst of a sentence: a section's heading; or
// the foot of a page and the head of the next, lines that are set off by an
// empty one or a page's end, and that stand elsewhere too but for their figures.
func (f *Folded) isFurniture(g gap) bool {
	last := f.textEnd(g.from) - 1
	if last < 0 || !f.beginsLine(g.from) || !f.beginsLine(g.to) {
		return false
	}
	start, end := int(f.ends[last]), int(f.starts[g.to])
	between := f.text[start:end]
	if !runsOn(f.text[:start], f.text[end:]) {
		return false
	}
	above, below := f.text[max(0, start-aroundPage):start], f.text[end:min(len(f.text), end+aroundPage)]
	return isHeading(strings.TrimSpace(between), above, below) || isSetOff(between) && isPageBreak(between, above+below)
}

// isPageBreak reports whether lines are the foot of a page and the head of the
// next, or either.
func isPageBreak(between, near string) bool {
	heads, numbers := 0, 0
	for line := range strings.FieldsFuncSeq(between, isLineEnd) {
		switch line = strings.TrimSpace(line); {
		case line == "":
		case isPage(line):
			numbers++
		case isHead(line, near):
			heads++
		default:
			return false
		}
	}
	return heads > 0 && numbers < 2
}

func isLineEnd(r rune) bool { return r == '\n' || r == '\f' }

// isPageNumber reports whether a word is a figure, or a small roman one, that
// stands on a line of its own, between words, with an empty line on either side
// or a page's end beside it; in the midst of a sentence one empty line will do.
// Between figures it is one of a table's.
func (f *Folded) isPageNumber(at claims.Span) bool {
	if !isPage(at.In(f.text)) {
		return false
	}
	above := strings.TrimRightFunc(f.text[:at.Start], unicode.IsSpace)
	below := strings.TrimLeftFunc(f.text[at.End:], unicode.IsSpace)
	before, after := f.text[len(above):at.Start], f.text[at.End:len(f.text)-len(below)]
	if !strings.ContainsFunc(before, isLineEnd) || below != "" && !strings.ContainsFunc(after, isLineEnd) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(above)
	next, _ := utf8.DecodeRuneInString(below)
	if above != "" && !isText(last) || below != "" && !isText(next) {
		return false
	}
	return strings.ContainsRune(before+after, '\f') || isSetOff(before) && (below == "" || isSetOff(after)) ||
		(isSetOff(before) || isSetOff(after)) && runsOn(above, below)
}

// isLoneLetter reports whether a word is one capital letter on a line of its
// own, as readers leave them of figures and turned labels.
func (f *Folded) isLoneLetter(at claims.Span) bool {
	word := at.In(f.text)
	return len(word) == 1 && 'A' <= word[0] && word[0] <= 'Z' &&
		endsLine(strings.TrimRight(f.text[:at.Start], " \t\r")) && beginsLine(strings.TrimLeft(f.text[at.End:], " \t\r"))
}

func beginsLine(s string) bool { return strings.HasPrefix(s, "\n") || strings.HasPrefix(s, "\f") }

func endsLine(s string) bool { return strings.HasSuffix(s, "\n") || strings.HasSuffix(s, "\f") }

func isText(r rune) bool { return unicode.IsLetter(r) || unicode.IsPunct(r) }

// isSetOff reports whether an empty line or a page's end is in a text.
func isSetOff(s string) bool {
	return strings.ContainsRune(s, '\f') || strings.Contains(strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s), "\n\n")
}

// isPage reports whether a line may be the number of a page.
func isPage(line string) bool {
	return len(line) <= mostPage && (strings.Trim(line, "0123456789") == "" || strings.Trim(line, "ivxlc") == "")
}

// isHead reports whether a line begins as a page's head or foot does, and stands
// in a text as often, but for its figures.
func isHead(line, text string) bool {
	first, _ := utf8.DecodeRuneInString(line)
	masked := withoutFigures(line)
	if unicode.IsLower(first) || len(masked) < shortestHead || len(masked) > mostSigns*lettersIn(masked) {
		return false
	}
	n := 0
	for other := range strings.FieldsFuncSeq(text, isLineEnd) {
		if other = strings.TrimSpace(other); len(other) < len(line)+mostPage && withoutFigures(other) == masked {
			n++
		}
	}
	return n+1 >= fewestHead
}

func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// withoutFigures leaves the digits out of a line.
func withoutFigures(line string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, line)
}

// runsOn reports whether a sentence runs on from the end of one text to the
// beginning of another.
func runsOn(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return !strings.ContainsRune(".!?:;", last) && unicode.IsLower(next)
}

// textEnd returns where the words before an offset end.
func (f *Folded) textEnd(at int) int {
	for at > 0 && f.folded[at-1] == ' ' {
		at--
	}
	return at
}
