package footnote

import (
	"stet/claims"
	"stet/sources"
	"stet/sources/court"
)

// Known tells which sources a ledger has. Either field may be nil: it then
// knows none.
type Known struct {
	// Name reports whether a name is that of a known source.
	Name func(name string) bool
	// Paper returns the name of the known source that is the paper a docket
	// citation names, and "" where none is, or several may be. A citation
	// without Case and Accession is one within a case named before.
	Paper func(d sources.Docket) string
}

// docketed takes one part of a docket citation: a case number, an entry, or the
// S.E.C.'s accession number.
func (s *scanner) docketed(at int) (part, bool) {
	d, size := court.Citation(s.text[at:])
	return part{kind: docketed, start: at, end: at + size, value: s.text[at : at+size], docket: d}, size > 0
}

// dockets settles what the docket citations of one text are.
type dockets struct {
	known   Known
	last    sources.Docket // the case named last, without an entry
	written string         // as its citation has it
}

// settle makes a source of each docket citation of a segment, with the case
// that stands beside it or before it in the text, and a plain word of what only
// goes with another: the case where an entry stands beside it, all where an
// address or a name is the source, and an entry of a case that nothing tells.
func (c *dockets) settle(segment []part) []part {
	named, entries := false, false
	for _, p := range segment {
		named = named || p.kind == address || p.kind == file || p.kind == name
		entries = entries || p.kind == docketed && p.docket.Document != ""
		if p.kind == docketed && p.docket.Case != "" {
			c.last, c.written = p.docket, p.value
		}
	}
	for i, p := range segment {
		if p.kind != docketed {
			continue
		}
		if named || entries && p.docket.Case != "" || !c.identify(&segment[i]) {
			segment[i].kind = word
		}
	}
	return segment
}

// identify completes a docket citation with its case and finds its source:
// a known one, or one held elsewhere, which needs a case.
func (c *dockets) identify(p *part) bool {
	written := p.value
	if p.docket.Document != "" && c.last.Case != "" {
		p.docket.Court, p.docket.Case = c.last.Court, c.last.Case
		written = c.written + ", " + written
	}
	p.value = ""
	if c.known.Paper != nil {
		p.value = c.known.Paper(p.docket)
	}
	if p.value == "" {
		p.held = written
	}
	return p.value != "" || p.docket.Case != "" || p.docket.Accession != ""
}

// paper returns the reference to the source of a docket citation.
func paper(p part) Reference {
	r := Reference{Name: p.value, Held: p.held, Docket: p.docket}
	switch {
	case p.held == "":
	case p.docket.Accession != "":
		r.Kind = sources.CompanyFiling
	default:
		r.Kind = sources.CourtFiling
	}
	return r
}

// Papers returns what papers a source is, from its address and its text, which
// may be nil; see Cites.
func Papers(address string, t *sources.Text) []sources.Docket { return court.Papers(address, t) }

// Cites reports whether a citation of c may mean paper p.
func Cites(c, p sources.Docket) bool { return court.Cites(c, p) }

// followsSource reports whether what was scanned last names a source of which
// lawyers give the page without a mark: "Id. at 3", "ECF No. 1, at 3".
func (s *scanner) followsSource() bool {
	for i := len(s.parts) - 1; i >= 0; i-- {
		switch p := s.parts[i]; {
		case p.kind == sameSource, p.kind == docketed:
			return true
		case p.kind == locator && p.locator == (claims.Locator{Paragraph: p.locator.Paragraph}):
		case p.kind != word || hasWord(p.value):
			return false
		}
	}
	return false
}
