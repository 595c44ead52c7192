package desk

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/claims/footnote"
	"stet/sources"
)

// citing turns what a draft or a person cites into citations, with the sources
// that they need, within one change.
type citing struct {
	desk   *Desk
	change *claims.Change
	dir    string           // where relative paths start, relative to Desk.Dir
	within string           // the folder that files must lie in, as only a draft names them; "" where a person does
	known  []sources.Source // every source of the ledger and of this change
	index  catalogue        // of the known
	number int              // the last source number given
	shelf  *shelf           // which of the known are papers that docket citations name
	// awaits says that sources of the draft are yet to be captured, which may be
	// the papers that its docket citations name.
	awaits bool
}

func (d *Desk) newCiting(ctx context.Context, c *claims.Change, dir string) (*citing, error) {
	evidence, err := d.Ledger.Sources(ctx)
	if err != nil {
		return nil, err
	}
	cite := &citing{desk: d, change: c, dir: dir, index: newCatalogue(), shelf: d.newShelf(ctx, evidence)}
	for _, e := range evidence {
		cite.know(e.Source)
		cite.number = max(cite.number, e.Source.Number)
	}
	return cite, nil
}

// citations returns what the marks on one claim cite, without claim or ID, and
// the remarks that they make besides.
func (c *citing) citations(t *sources.Text, marks []extract.Mark) (made []claims.Citation, remarks []claims.Remark, err error) {
	for _, m := range marks {
		for _, ref := range c.references(t, m) {
			source, ok := c.source(ref)
			if !ok {
				if remark, ok := remarkOf(t, m); ok {
					remark.Text = unsourced(ref)
					remarks = append(remarks, remark)
				}
				continue
			}
			c.shelf.cited = append(c.shelf.cited, source.ID)
			made = append(made, claims.Citation{
				Source: source.ID, Stance: claims.Offered, Quote: ref.Quote,
				Locator: ref.Locator, Note: ref.Note, Origin: origin(t, m),
			})
		}
		if m.Kind != extract.Link && strings.TrimSpace(t.Notes[m.Index].Text) == "" {
			remark, _ := remarkOf(t, m)
			remarks = append(remarks, remark)
		}
	}
	return made, remarks, c.shelf.failed
}

func (c *citing) references(t *sources.Text, m extract.Mark) []footnote.Reference {
	return references(t, m, c.knows())
}

func references(t *sources.Text, m extract.Mark, known footnote.Known) []footnote.Reference {
	if m.Kind == extract.Link {
		return linkReference(t.Links[m.Index].Address)
	}
	return footnote.Parse(t.Notes[m.Index].Text, known)
}

// Cited is one reference that a mark of the draft makes, before any ledger
// says which source it is.
type Cited struct {
	Origin string `json:"origin"`
	footnote.Reference
}

// Cites returns what the marks on one claim cite, in reading order.
func Cites(t *sources.Text, marks []extract.Mark) []Cited {
	var cited []Cited
	for _, m := range marks {
		for _, ref := range references(t, m, footnote.Known{}) {
			cited = append(cited, Cited{Origin: origin(t, m), Reference: ref})
		}
	}
	return cited
}

// linkReference returns what a hyperlink cites: nothing, where it leads to a
// place in the draft itself or starts a program other than a browser.
func linkReference(address string) []footnote.Reference {
	if sources.IsURL(address) {
		return []footnote.Reference{{URL: address}}
	}
	if file, _, _ := strings.Cut(address, "#"); file != "" && !strings.Contains(file, ":") {
		return []footnote.Reference{{Path: file}}
	}
	return nil
}

func (c *citing) isKnown(name string) bool {
	_, ok := c.named(name)
	return ok
}

func (c *citing) named(name string) (sources.Source, bool) {
	i := c.indexOf(name)
	if i < 0 {
		return sources.Source{}, false
	}
	return c.known[i], true
}

// source returns the source that a reference names, adding it to the change
// where the ledger doesn't have it, and false where it names none.
func (c *citing) source(ref footnote.Reference) (sources.Source, bool) {
	switch {
	case ref.Name != "":
		if i := c.indexOf(ref.Name); i >= 0 {
			return c.bind(i), true
		}
		return sources.Source{}, false
	case ref.URL != "":
		return c.at(ref.URL, ref), true
	case ref.Path != "":
		return c.at(c.address(ref.Path), ref), true
	case ref.Held != "":
		if c.isAwaited(ref) {
			return sources.Source{}, false
		}
		return c.held(ref), true
	}
	return sources.Source{}, false
}

// address returns a path that a draft names as the ledger addresses it.
func (c *citing) address(file string) string {
	file = strings.ReplaceAll(file, `\`, "/")
	if path.IsAbs(file) {
		return path.Clean(file)
	}
	return path.Join(c.dir, file)
}

func (c *citing) at(address string, ref footnote.Reference) sources.Source {
	if i, ok := c.index.addresses[address]; ok {
		return c.bind(i)
	}
	s := sources.Source{Address: address, Kind: ref.Kind, KindSet: ref.Kind != "", Title: ref.Title, Author: ref.Person, Date: ref.Date}
	if !s.IsURL() {
		s.Within = c.within
	}
	return c.add(s)
}

// bind settles which folder a known file must lie in: any will do once a person
// names it, and a draft that has it in its own folder may read it there.
func (c *citing) bind(i int) sources.Source {
	s := &c.known[i]
	if s.Within == "" || s.Within == c.within || c.within != "" && !isUnder(c.within, s.Address) {
		return *s
	}
	s.Within = c.within
	c.change.Sources = append(c.change.Sources, *s)
	return *s
}

// isUnder reports whether a file's path is one below a folder's, as they are
// written.
func isUnder(folder, file string) bool {
	return folder == "." && !path.IsAbs(file) && !strings.HasPrefix(file, "../") || strings.HasPrefix(file, strings.TrimSuffix(folder, "/")+"/")
}

func (c *citing) held(ref footnote.Reference) sources.Source {
	if i, ok := c.index.held[heldAs(ref.Held)]; ok {
		return c.known[i]
	}
	return c.add(sources.Source{Held: ref.Held, Kind: ref.Kind, KindSet: ref.Kind != "", Title: ref.Title, Author: ref.Person, Date: ref.Date})
}

func (c *citing) add(s sources.Source) sources.Source {
	c.number++
	s.ID, s.Number = c.desk.NewID(), c.number
	c.know(s)
	c.change.Sources = append(c.change.Sources, s)
	return s
}

// settle makes the claim's citations what the draft now cites. A citation that
// is the same but for its footnote's number or note keeps its stance; one made
// by hand stays.
func (c *citing) settle(claim string, old, made []claims.Citation) {
	kept := map[string]bool{}
	for _, m := range distinct(made) {
		m.Claim = claim
		was, ok := sameCitation(old, m)
		if !ok {
			m.ID = c.desk.NewID()
			c.change.Citations = append(c.change.Citations, m)
			continue
		}
		kept[was.ID] = true
		m.ID, m.Stance, m.Grade, m.By = was.ID, was.Stance, was.Grade, was.By
		if was.Origin == claims.FromSheet {
			m.Origin = was.Origin
		}
		m.Quote = was.Quote // but for typography the same: a sign-off is bound to it as it was
		if m != was {
			c.change.Citations = append(c.change.Citations, m)
		}
	}
	for _, o := range old {
		if !kept[o.ID] && !o.ByHand() && o.Origin != claims.FromSheet {
			c.change.Uncited = append(c.change.Uncited, o.ID)
		}
	}
}

// distinct drops the citations that say what one before them says: a footnote
// that is set on a sentence twice is one citation.
func distinct(made []claims.Citation) []claims.Citation {
	var kept []claims.Citation
	for _, m := range made {
		if _, twice := sameCitation(kept, m); !twice {
			kept = append(kept, m)
		}
	}
	return kept
}

func sameCitation(among []claims.Citation, m claims.Citation) (claims.Citation, bool) {
	i := slices.IndexFunc(among, func(o claims.Citation) bool { return !o.ByHand() && sameEvidence(o, m) })
	if i < 0 {
		return claims.Citation{}, false
	}
	return among[i], true
}

func sameEvidence(a, b claims.Citation) bool {
	return a.Source == b.Source && a.Locator == b.Locator && claims.FoldWords(a.Quote) == claims.FoldWords(b.Quote)
}

// origin names a mark as citations do: "footnote 3", "comment 2", "link".
func origin(t *sources.Text, m extract.Mark) string {
	if m.Kind == extract.Link {
		return string(extract.Link)
	}
	return fmt.Sprintf("%s %s", m.Kind, t.Notes[m.Index].Label)
}

// Remarks returns the notes among the marks as remarks.
func Remarks(t *sources.Text, marks []extract.Mark) []claims.Remark {
	var remarks []claims.Remark
	for _, m := range marks {
		if remark, ok := remarkOf(t, m); ok {
			remarks = append(remarks, remark)
		}
	}
	return remarks
}

// remarkOf returns a note as a remark. A link makes none: its words are the
// draft's own.
func remarkOf(t *sources.Text, m extract.Mark) (claims.Remark, bool) {
	if m.Kind == extract.Link {
		return claims.Remark{}, false
	}
	n := t.Notes[m.Index]
	return claims.Remark{Origin: origin(t, m), Text: n.Text, Start: n.Start, Line: n.Line}, true
}
