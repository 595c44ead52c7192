package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/sources"
	"stet/sources/court"
)

// findBlocks records the paragraphs of each page. PDFium gives lines without
// saying where paragraphs end, so a line that stops well short of the others,
// or one behind which a number or bullet begins, ends one; but not in the middle
// of a sentence, as behind the raised number of a footnote, which PDFium breaks
// lines at. No block goes on from one page to the next: a stamp or page number
// may stand between.
func (p *pdf) findBlocks() {
	for _, page := range p.text.Pages {
		p.pageBlocks(page)
	}
}

func (p *pdf) pageBlocks(page sources.Page) {
	body := p.text.Body[page.Start:page.End]
	full := fullWidth(body)
	start, end := -1, -1
	flush := func() {
		if start >= 0 {
			p.text.Blocks = append(p.text.Blocks, sources.Block{Kind: sources.Paragraph, Start: page.Start + start, End: page.Start + end})
		}
		start = -1
	}
	at, stamps := 0, court.Find(body)
	for line := range strings.Lines(body) {
		from, to := trimSpan(body, at, at+len(line))
		at += len(line)
		switch {
		case from == to, inStamp(stamps, from):
			flush()
			continue
		case listMark(body[from:to]) > 0:
			flush()
		}
		if start < 0 {
			start = from
		}
		end = to
		if utf8.RuneCountInString(body[from:to]) < full*3/4 && !goesOn(body[:to], body[at:]) {
			flush()
		}
	}
	flush()
}

// goesOn reports whether a sentence goes on from one line to the next: whether
// that begins in small letters, and the words before it don't end a sentence.
func goesOn(before, after string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, unicode.IsSpace))
	before = strings.TrimRightFunc(before, func(r rune) bool { return unicode.IsDigit(r) || unicode.In(r, unicode.Pf, unicode.Pe) })
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLower(next) && !strings.ContainsRune(".!?:;", last)
}

// fullWidth returns the length in runes that nine in ten lines of a page keep
// within.
func fullWidth(body string) int {
	var widths []int
	for line := range strings.Lines(body) {
		if n := utf8.RuneCountInString(strings.TrimSpace(line)); n > 0 {
			widths = append(widths, n)
		}
	}
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	return widths[(len(widths)-1)*9/10]
}

func inStamp(stamps []court.Found, at int) bool {
	return slices.ContainsFunc(stamps, func(s court.Found) bool { return s.Start <= at && at < s.End })
}
