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
	notes      []string // of the last reference, joined once it is complete
	run        []part   // plain words not yet kept in a note
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
	parts = p.demote(parts)
	if i := slices.IndexFunc(parts, part.isSource); i >= 0 {
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

// demote takes for plain words what names a source only at a segment's
// beginning: "ibid.", and the name of a known source, which may be a word like
// any other ("call with Dana Scott about the memo"), unless it has a digit.
func (p *parser) demote(parts []part) []part {
	_, follows := p.source()
	begins := true
	for i, q := range parts {
		switch {
		case q.kind == sameSource && !(begins && follows), q.kind == name && !begins && !strings.ContainsAny(q.value, "0123456789"):
			parts[i].kind, parts[i].value = word, q.in(p.text)
		}
		begins = begins && !parts[i].isSource() && (q.kind != word || isLead(q.value))
	}
	return parts
}

// isLead reports whether a word may stand before the name of a source.
func isLead(w string) bool {
	return !hasWord(w) || contains([]string{"see", "also", "cf", "compare", "per", "the", "in", "of", "from", "and"}, w)
}

// named reads a segment whose source is parts[at]: a quotation before it is
// its title, a locator before it is its locator, and words before it are noted.
func (p *parser) named(parts []part, at int) {
	p.begin(parts[at])
	for _, q := range parts[:at] {
		if q.kind == quotation && p.last().Title == "" {
			p.flush()
			p.last().Title = trimTitle(q.value)
			continue
		}
		if merged, ok := merge(p.last().Locator, q.locator); ok && q.kind == locator && q.fragment == "" {
			p.flush()
			p.last().Locator = merged
			continue
		}
		p.run = append(p.run, q)
	}
	p.keepWritten(parts[at])
	p.flush()
	p.addAll(parts[at+1:])
}

// keepWritten notes how a text cites the paper that is a known source, whose
// name says nothing of it.
func (p *parser) keepWritten(q part) {
	if q.kind != docketed || q.held != "" {
		return
	}
	if !slices.ContainsFunc(p.run, func(before part) bool { return hasWord(before.in(p.text)) }) {
		p.run = nil
	}
	p.run = append(p.run, q)
}

// begin opens the reference to the source that a part names.
func (p *parser) begin(q part) {
	p.open(p.referenceTo(q))
	p.note(q.fragment)
}

func (p *parser) referenceTo(q part) Reference {
	switch q.kind {
	case address:
		return Reference{URL: q.value, Locator: q.locator}
	case file:
		return Reference{Path: q.value, Locator: q.locator}
	case name:
		return Reference{Name: q.value}
	case docketed:
		return paper(q)
	}
	before, _ := p.source()
	return before.another()
}

// open begins a reference, which completes the last one.
func (p *parser) open(r Reference) {
	p.complete()
	p.references = append(p.references, r)
}

// complete writes the notes gathered for the last reference.
func (p *parser) complete() {
	if len(p.notes) > 0 {
		p.last().Note = strings.Join(p.notes, "; ")
	}
	p.notes = nil
}

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
	case address, file, docketed:
		p.flush()
		p.begin(q)
		p.keepWritten(q)
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
	p.note(q.fragment)
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
	if isSilent(p.text[parts[0].start:parts[len(parts)-1].end]) {
		return
	}
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
	if isSilent(words) {
		return
	}
	p.notes = append(p.notes, words)
}

// isSilent reports whether words are only marks that say nothing.
func isSilent(words string) bool { return strings.Trim(words, punctuation) == "" }

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
	return slices.Contains([]string{"titled", "entitled", "headlined", "headline"}, cue)
}

func trimTitle(s string) string { return strings.TrimRight(s, "., \t\n") }
