package text

import (
	"cmp"
	"slices"
	"unicode"

	"github.com/klippa-app/go-pdfium/requests"
)

// probes is how many lines of a page are looked at to tell whether its lines
// are drawn in reading order: asking for the places of all would take as long
// as reading them.
const probes = 3

// maxParts is how many parts of a probed line are looked at.
const maxParts = 12

// maxPlaced is how many words a page has at most that are laid out by their
// places: a newspaper's page has some 5,000.
const maxPlaced = 10_000

// reorder puts the page's words in reading order where they are drawn in
// another: line by line across columns, from the foot up, or on a page that was
// turned afterwards. Most pages are drawn as they are read, and keep the order
// that their author gave them.
func (p *pdfPage) reorder() {
	climbs, gaps := p.disorder()
	if !climbs && !gaps {
		return
	}
	words, lines := p.placedWords()
	if len(words) > maxPlaced {
		return
	}
	turned, other := upright(words, lines)
	rows, columns := layOut(turned)
	if !climbs && !columns {
		return // a table or form, whose author knows in which order to read it
	}
	for _, w := range other {
		rows = append(rows, row{w})
	}
	runes, source := make([]rune, 0, len(p.runes)), make([]int, 0, len(p.runes))
	add := func(r rune, at int) { runes, source = append(runes, r), append(source, at) }
	for i, r := range rows {
		if i > 0 {
			add('\n', -1)
		}
		for j, w := range r {
			if j > 0 {
				add(' ', -1)
			}
			for at := w.start; at < w.end; at++ {
				add(p.runes[at], at)
			}
		}
	}
	p.runes, p.source = runes, source
}

// disorder reports what the probed lines say against the order in which the page
// is drawn: that each stands above the one before it, or that most have a wide
// gap at the same place. Where a line stands above and beside, a column begins.
func (p *pdfPage) disorder() (climbs, shareGap bool) {
	probed := p.probe()
	if len(probed) < probes {
		return false, false
	}
	climbs = true
	var gaps []gap
	for i, parts := range probed {
		climbs = climbs && (i == 0 || isAbove(parts.bounds(), probed[i-1].bounds()))
		gaps = append(gaps, wideGaps(parts)...)
	}
	_, shared := commonGap(gaps)
	return climbs, shared >= probes-1
}

// isAbove reports whether a stands above b rather than beside it.
func isAbove(a, b rectangle) bool {
	return a.bottom > b.middle() && min(a.right, b.right) > max(a.left, b.left)
}

// bounds returns the rectangle around a row.
func (r row) bounds() rectangle {
	around := r[0].rectangle
	for _, w := range r[1:] {
		around = rectangle{min(around.left, w.left), min(around.bottom, w.bottom), max(around.right, w.right), max(around.top, w.top)}
	}
	return around
}

// probe returns the parts of the longest line in each of the page's parts of
// equal length, without its first and last lines: headers and stamps are often
// drawn out of order.
func (p *pdfPage) probe() []row {
	lines := p.lines()
	const edges = 2
	if len(lines) < 2*edges+probes {
		return nil
	}
	lines = lines[edges : len(lines)-edges]
	var probed []row
	for i := range probes {
		part := lines[i*len(lines)/probes : (i+1)*len(lines)/probes]
		longest := slices.MaxFunc(part, func(a, b placed) int { return cmp.Compare(a.end-a.start, b.end-b.start) })
		if parts := p.parts(longest, maxParts); len(parts) > 0 {
			probed = append(probed, parts)
		}
	}
	return probed
}

// lines returns the lines of the page as PDFium breaks them, without places.
func (p *pdfPage) lines() []placed {
	return p.split(func(r rune) bool { return r == '\n' || r == '\r' || breaksWord(r) })
}

// breaksWord reports whether a rune is a hyphen at which PDFium joins two lines.
func breaksWord(r rune) bool { return r == '\u0002' || r == '\ufffe' }

// split returns the stretches between runes for which isEnd holds, without
// places. A hyphen that breaks a word belongs to the stretch before it.
func (p *pdfPage) split(isEnd func(rune) bool) []placed {
	var found []placed
	start := 0
	for i, r := range p.runes {
		if !isEnd(r) {
			continue
		}
		end := i
		if breaksWord(r) {
			end++
		}
		if start < end {
			found = append(found, placed{start: start, end: end})
		}
		start = i + 1
	}
	if start < len(p.runes) {
		found = append(found, placed{start: start, end: len(p.runes)})
	}
	return found
}

// parts returns where the first parts of a stretch stand: PDFium joins the
// characters that are drawn at once.
func (p *pdfPage) parts(s placed, most int) row {
	char := p.char(s.start)
	count, err := p.lib.FPDFText_CountRects(&requests.FPDFText_CountRects{TextPage: p.ref, StartIndex: char, Count: s.end - s.start})
	if char < 0 || err != nil {
		return nil
	}
	var parts row
	for i := range min(count.Count, most) {
		r, err := p.lib.FPDFText_GetRect(&requests.FPDFText_GetRect{TextPage: p.ref, Index: i})
		if err != nil {
			break
		}
		parts = append(parts, placed{rectangle{r.Left, r.Bottom, r.Right, r.Top}, s.start, s.end})
	}
	return parts
}

// placedWords returns the page's words, each with the number of the line that
// PDFium puts it in. A word that stands nowhere is left out: it is not seen.
func (p *pdfPage) placedWords() (words []placed, lines []int) {
	line, at := 0, 0
	for _, w := range p.split(func(r rune) bool { return unicode.IsSpace(r) || breaksWord(r) }) {
		for ; at < w.start; at++ {
			if p.runes[at] == '\n' || breaksWord(p.runes[at]) {
				line++
			}
		}
		parts := p.parts(w, maxParts)
		if len(parts) == 0 {
			continue
		}
		w.rectangle = parts.bounds()
		words, lines = append(words, w), append(lines, line)
	}
	return words, lines
}
