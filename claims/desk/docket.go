package desk

import (
	"context"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/footnote"
	"stet/sources"
)

// shelf knows which sources are papers filed with a court or a regulator. What
// a paper is stands in its file's name, or in the stamp on its first page: a
// source is read for it only where something is cited by its docket.
type shelf struct {
	text      func(sources.Digest) (*sources.Text, error)
	snapshots map[string]sources.Digest   // by source ID, of those that have one
	papers    map[string][]sources.Docket // by source ID, of those looked at
	cited     []string                    // IDs of the sources cited so far, in the draft's order
	named     sources.Docket              // the case that a citation named last
	failed    error                       // the first failure to read a text
}

func (d *Desk) newShelf(ctx context.Context, evidence []claims.Evidence) *shelf {
	s := &shelf{
		text:      func(digest sources.Digest) (*sources.Text, error) { return d.Text(ctx, digest) },
		snapshots: map[string]sources.Digest{}, papers: map[string][]sources.Docket{},
	}
	for _, e := range evidence {
		if e.Snapshot != "" {
			s.snapshots[e.Source.ID] = e.Snapshot
		}
	}
	return s
}

// of returns the papers that a source is.
func (s *shelf) of(source sources.Source) []sources.Docket {
	if papers, ok := s.papers[source.ID]; ok {
		return papers
	}
	var text *sources.Text
	digest, captured := s.snapshots[source.ID]
	if captured && (source.Kind == sources.CourtFiling || source.Kind == sources.CourtTranscript || source.KindSet) {
		var err error
		if text, err = s.text(digest); err != nil && s.failed == nil {
			s.failed = err
		}
	}
	s.papers[source.ID] = footnote.Papers(source.Address, text)
	return s.papers[source.ID]
}

// find returns the ID of the one source that a docket citation names, or "". A
// citation without a case is one within the case that a citation or a cited
// source named last.
func (s *shelf) find(known []sources.Source, d sources.Docket) string {
	if d.Case == "" && d.Accession == "" {
		of := s.context(known)
		d.Court, d.Case, d.CaseID = of.Court, of.Case, of.CaseID
	} else if d.Case != "" {
		s.named, s.cited = d, nil
	}
	found := ""
	for _, source := range known {
		if !slices.ContainsFunc(s.of(source), func(p sources.Docket) bool { return footnote.Cites(d, p) }) {
			continue
		}
		if found != "" {
			return ""
		}
		found = source.ID
	}
	return found
}

// context returns the case that a short citation is within.
func (s *shelf) context(known []sources.Source) sources.Docket {
	for _, id := range slices.Backward(s.cited) {
		i := slices.IndexFunc(known, func(k sources.Source) bool { return k.ID == id })
		if i < 0 {
			continue
		}
		if papers := s.of(known[i]); len(papers) > 0 {
			return papers[0]
		}
	}
	return s.named
}

// papers are the names that lawyers shorten, without their period.
var papers = []struct{ short, long string }{
	{"am. compl", "amended complaint"},
	{"compl", "complaint"},
	{"ans", "answer"},
	{"decl", "declaration"},
	{"aff", "affidavit"},
	{"dep", "deposition"},
	{"tr", "transcript"},
	{"op", "opinion"},
}

// longFor returns what lawyers mean by a name: complaint by "Compl.".
func longFor(name string) (long string, ok bool) {
	i := slices.IndexFunc(papers, func(p struct{ short, long string }) bool { return strings.EqualFold(p.short, name) })
	if i < 0 {
		return "", false
	}
	return papers[i].long, true
}

// isPaper reports whether a source has a paper's name as its alias or file:
// complaint.pdf.
func isPaper(s sources.Source, name string) bool {
	base := s.Address[strings.LastIndexByte(s.Address, '/')+1:]
	base, _, _ = strings.Cut(base, ".")
	base = strings.NewReplacer("-", " ", "_", " ").Replace(base)
	return strings.EqualFold(s.Alias, name) || strings.EqualFold(base, name)
}

// knows returns what the ledger and the change know, for footnotes to ask.
func (c *citing) knows() footnote.Known {
	return footnote.Known{Name: c.isKnown, Paper: func(d sources.Docket) string { return c.shelf.find(c.known, d) }}
}

// isAwaited reports whether a paper that is cited by its docket, and that no
// known source is, may be one that is yet to be captured.
func (c *citing) isAwaited(ref footnote.Reference) bool {
	_, isKnown := c.index.held[heldAs(ref.Held)]
	return c.awaits && ref.Docket != (sources.Docket{}) && !isKnown
}

// unsourced returns what a reference says that cites nothing yet.
func unsourced(ref footnote.Reference) string {
	return strings.TrimSpace(ref.Held + " " + ref.Note)
}

// SettleDockets imports the draft again once its sources are captured, where a
// note of it cites a paper by its docket: only now is it known whether a
// source bears that number on its stamp. Where the ledger has all that already
// it writes nothing.
func (d *Desk) SettleDockets(ctx context.Context, s Submission) error {
	citesDocket := func(n sources.Note) bool {
		return slices.ContainsFunc(footnote.Parse(n.Text, footnote.Known{Paper: anyPaper}), func(r footnote.Reference) bool {
			return r.Docket != (sources.Docket{})
		})
	}
	if !slices.ContainsFunc(s.Text.Notes, citesDocket) {
		return nil
	}
	s.Captured = true
	_, err := d.Import(ctx, s)
	return err
}

// anyPaper knows every paper there is.
func anyPaper(sources.Docket) string { return "paper" }
