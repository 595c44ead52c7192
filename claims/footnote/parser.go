package footnote

import (
	"slices"
	"strings"

	"stet/claims"
)

// parser gathers references from the segments of one text.
type parser struct {
	text       string
	references []Reference
	run        []part // plain words not yet kept in a note
}

func (p *parser) last() *Reference { return &p.references[len(p.references)-1] }

// source returns the reference that a following "ibid." or unnamed segment is
// about, and false where no source was named yet.
func (p *parser) source() (Reference, bool) {
	if len(p.references) == 0 || !p.last().HasSource() {
		return Reference{}, false
	}
	return *p.last(), true
}

func (p *parser) segment(parts []part) {
	if i := p.sourceIn(parts); i >= 0 {
		p.named(parts, i)
		return
	}
	if h, ok := findHeld(p.text, parts); ok {
		p.open(h.reference)
		p.addAll(h.rest)
		return
	}
	if _, ok := p.source(); ok {
		p.goOn(parts)
		return
	}
	p.remark(parts)
}

// sourceIn returns the index of the part that names the segment's source, or
// -1. "Ibid." names one only where it comes first and follows a source.
func (p *parser) sourceIn(parts []part) int {
	_, follows := p.source()
	for i, q := range parts {
		if q.kind == sameSource && follows && i == 0 {
			return i
		}
		if q.kind == address || q.kind == file || q.kind == name {
			return i
		}
	}
	return -1
}

// named reads a segment whose source is parts[at]: a quotation before it is
// its title, words before it are noted.
func (p *parser) named(parts []part, at int) {
	ref := p.referenceTo(parts[at])
	p.open(ref)
	for _, q := range parts[:at] {
		if q.kind == quotation && p.last().Title == "" {
			p.flush()
			p.last().Title = trimTitle(q.value)
			continue
		}
		p.run = append(p.run, q)
	}
	p.flush()
	p.addAll(parts[at+1:])
}

func (p *parser) referenceTo(q part) Reference {
	switch q.kind {
	case address:
		return Reference{URL: q.value, Locator: q.locator}
	case file:
		return Reference{Path: q.value, Locator: q.locator, Note: q.fragment}
	case name:
		return Reference{Name: q.value}
	}
	before, _ := p.source()
	return before.another()
}

func (p *parser) open(r Reference) { p.references = append(p.references, r) }

// again begins another reference to the source of the last one.
func (p *parser) again() { p.open(p.last().another()) }

func (p *parser) addAll(parts []part) {
	for _, q := range parts {
		p.add(q)
	}
	p.flush()
}

// add takes in a part that comes after its source.
func (p *parser) add(q part) {
	switch q.kind {
	case quotation:
		titled := isTitleCue(p.run)
		p.flush()
		p.quote(q, titled)
	case locator:
		p.flush()
		p.locate(q)
	case address, file:
		p.flush()
		p.open(p.referenceTo(q))
	default:
		p.run = append(p.run, q)
	}
}

func (p *parser) quote(q part, titled bool) {
	if titled && p.last().Title == "" {
		p.last().Title = trimTitle(q.value)
		return
	}
	if p.last().Quote != "" {
		p.again()
	}
	p.last().Quote = strings.TrimRight(q.value, ", \t\n")
}

func (p *parser) locate(q part) {
	merged, ok := merge(p.last().Locator, q.locator)
	if !ok {
		p.again()
		merged = q.locator
	}
	p.last().Locator = merged
	if q.fragment != "" {
		p.note(q.fragment)
	}
}

// goOn reads a segment that names no source and so is about the one before
// it. Its quotations are words relied on only where they come before its plain
// words: what is quoted in a remark is the remark's.
func (p *parser) goOn(parts []part) {
	words := slices.IndexFunc(parts, func(q part) bool { return q.kind != quotation && q.kind != locator && hasWord(q.in(p.text)) })
	if words < 0 {
		words = len(parts)
	}
	p.addAll(parts[:words])
	p.run = append(p.run, parts[words:]...)
	p.flush()
}

// remark keeps the whole of a segment that names no source.
func (p *parser) remark(parts []part) {
	if len(p.references) == 0 {
		p.open(Reference{})
	}
	p.run = parts
	p.flush()
}

// flush keeps the plain words gathered so far in the last reference's note.
func (p *parser) flush() {
	if len(p.run) == 0 {
		return
	}
	p.note(p.text[p.run[0].start:p.run[len(p.run)-1].end])
	p.run = nil
}

func (p *parser) note(words string) {
	words = strings.Trim(words, " \t\r\n\u00a0,:")
	if strings.Trim(words, punctuation) == "" {
		return
	}
	if p.last().Note != "" {
		words = p.last().Note + "; " + words
	}
	p.last().Note = words
}

// merge returns a with what b says besides, and false where both name a page,
// a paragraph or a time.
func merge(a, b claims.Locator) (claims.Locator, bool) {
	if a.Page != "" && b.Page != "" || a.Paragraph != "" && b.Paragraph != "" || a.Time != "" && b.Time != "" {
		return a, false
	}
	return claims.Locator{
		Page: a.Page + b.Page, PageEnd: a.PageEnd + b.PageEnd,
		Paragraph: a.Paragraph + b.Paragraph, Time: a.Time + b.Time,
	}, true
}

// isTitleCue reports whether the plain words before a quotation say that it is
// a title.
func isTitleCue(run []part) bool {
	if len(run) == 0 {
		return false
	}
	cue := strings.ToLower(strings.Trim(run[len(run)-1].value, punctuation))
	return slices.Contains([]string{"titled", "entitled", "headlined", "headline", "title", "called"}, cue)
}

func trimTitle(s string) string { return strings.TrimRight(s, ", \t\n") }
