package text

import (
	"cmp"
	"slices"

	"github.com/klippa-app/go-pdfium/requests"

	"stet/sources"
)

// annotated returns a page's annotations as comments and links on the words
// that they are set on. A comment that is set on none stands at the start of its
// page; a link on none, as on a picture, is left out.
func (p *pdfPage) annotated(found []annotation) (notes []sources.Note, links []sources.Link) {
	for _, a := range found {
		start, end := p.span(a.places)
		switch {
		case a.address != "" && start < end:
			links = append(links, sources.Link{Address: a.address, Text: p.words[start:end], Start: start, End: end})
		case a.comment != "":
			notes = append(notes, sources.Note{Kind: sources.Comment, Text: a.comment, Author: a.author, Start: start, End: end})
		}
	}
	slices.SortStableFunc(links, func(a, b sources.Link) int { return cmp.Compare(a.Start, b.Start) })
	return notes, joinLinks(links, p.words)
}

// joinLinks makes one link of those that lead to the same address and have only
// white space between them: most producers set one on each line.
func joinLinks(links []sources.Link, words string) []sources.Link {
	var joined []sources.Link
	for _, link := range links {
		if n := len(joined); n > 0 && joined[n-1].Address == link.Address && isBlank(words, joined[n-1].End, link.Start) {
			last := &joined[n-1]
			last.End = max(last.End, link.End)
			last.Text = words[last.Start:last.End]
			continue
		}
		joined = append(joined, link)
	}
	return joined
}

// isBlank reports whether nothing but white space stands between two offsets;
// where they are out of order, the words around them overlap, and so it is.
func isBlank(s string, start, end int) bool {
	return start >= end || trimmedEnd(s, start, end) == start
}

// span returns the words that stand at some places of the page, from the first
// to the last; none, at its start, where no word does.
func (p *pdfPage) span(places []rectangle) (start, end int) {
	first, last := -1, -1
	for _, r := range places {
		for _, i := range p.ends(r) {
			if i >= 0 && i < len(p.at) {
				if first < 0 || p.at[i] < p.at[first] {
					first = i
				}
				if last < 0 || p.at[i] > p.at[last] {
					last = i
				}
			}
		}
	}
	if first < 0 {
		return 0, 0
	}
	return trimSpan(p.words, p.at[first], p.after(last))
}

// after returns the offset behind the rune at i.
func (p *pdfPage) after(i int) int {
	for _, r := range p.words[p.at[i]:] {
		return p.at[i] + len(string(r))
	}
	return len(p.words)
}

// inset is how far within a rectangle, in points, its first and last characters
// are looked for: producers draw it a little wider than the words.
const inset = 1.5

// ends returns the first and last of the page's runes within a rectangle on one
// line, which may run upwards; -1 where there is none.
func (p *pdfPage) ends(r rectangle) [2]int {
	if width, height := r.right-r.left, r.top-r.bottom; height > 2*width {
		x := (r.left + r.right) / 2
		return [2]int{p.runeAt(x, r.bottom+inset, width), p.runeAt(x, r.top-inset, width)}
	}
	y := (r.bottom + r.top) / 2
	return [2]int{p.runeAt(r.left+inset, y, r.top-r.bottom), p.runeAt(r.right-inset, y, r.top-r.bottom)}
}

// runeAt returns the rune at a place on the page, or the nearest within half a
// line of the given height, or -1.
func (p *pdfPage) runeAt(x, y, height float64) int {
	char, err := p.lib.FPDFText_GetCharIndexAtPos(&requests.FPDFText_GetCharIndexAtPos{
		TextPage: p.ref, X: x, Y: y, XTolerance: height, YTolerance: height,
	})
	if err != nil || char.CharIndex < 0 {
		return -1
	}
	return p.runeOf(char.CharIndex)
}
