package desk

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"stet/claims"
	"stet/claims/quote"
)

// Recited is what became of the words that a claim relies on, in a source that
// was captured anew with other bytes.
type Recited struct {
	Ref    claims.Ref
	Quote  string
	Was    *claims.Match // in the bytes before; nil where they were not looked for
	Is     *claims.Match // in those now; nil where there is nothing to look in
	Now    string        // where it is gone, the words now between those that were around it; empty where those are gone too
	Signed bool          // the claim has a sign-off
	Holds  bool          // which still holds
}

// Outcome says what became of the words: "still there", "moved", "altered" or
// "gone", with the pages where both are known.
func (r Recited) Outcome() string {
	switch {
	case r.Is == nil:
		return "not looked for"
	case r.Is.Class == claims.Absent:
		return "gone"
	case r.Is.Class == claims.Altered:
		return "altered"
	case r.Was == nil || r.Was.Span == r.Is.Span && r.Was.Page == r.Is.Page:
		return "still there"
	case r.Was.Page != r.Is.Page && r.Was.Page != "" && r.Is.Page != "":
		return fmt.Sprintf("moved from p. %s to p. %s", r.Was.Page, r.Is.Page)
	}
	return "moved"
}

// Recite runs the checks again on every article that cites one of the sources,
// which are given as they were before they were captured, where its bytes are
// others now, and returns what became of each quote. Articles on which the
// checks never ran are left alone.
func (d *Desk) Recite(ctx context.Context, before []claims.Evidence) ([]Recited, error) {
	cited := map[string]map[string]bool{} // by article, the citations of sources that changed
	for _, e := range before {
		now, err := d.Ledger.Source(ctx, e.Source.ID)
		if err != nil {
			return nil, err
		}
		if e.Snapshot == "" || now.Snapshot == e.Snapshot {
			continue
		}
		by, err := d.Ledger.CitationsOf(ctx, e.Source.ID)
		if err != nil {
			return nil, err
		}
		for _, c := range by {
			if cited[c.Ref.Slug] == nil {
				cited[c.Ref.Slug] = map[string]bool{}
			}
			cited[c.Ref.Slug][c.Citation.ID] = true
		}
	}
	var all []Recited
	for _, slug := range slices.Sorted(maps.Keys(cited)) {
		some, err := d.reciteArticle(ctx, slug, cited[slug])
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// reciteArticle verifies one article and compares where its quotes stood.
func (d *Desk) reciteArticle(ctx context.Context, slug string, cited map[string]bool) ([]Recited, error) {
	was, err := d.Ledger.Dossier(ctx, slug)
	if err != nil || was.Basis == "" {
		return nil, err
	}
	is, err := d.Verify(ctx, slug, false)
	if err != nil {
		return nil, err
	}
	before := matches(was)
	var all []Recited
	for _, e := range is.Entries {
		for _, c := range e.Citations {
			if !cited[c.ID] || c.Quote == "" || e.Claim.Cut {
				continue
			}
			r := Recited{Ref: claims.Ref{Slug: slug, Number: e.Claim.Number}, Quote: c.Quote, Signed: e.SignOff != nil, Holds: e.SignOff.Holds()}
			if m, ok := before[c.ID]; ok {
				r.Was = &m
			}
			if m, ok := e.Matches[c.ID]; ok {
				r.Is = &m
			}
			if r.Now, err = d.now(ctx, r); err != nil {
				return nil, err
			}
			all = append(all, r)
		}
	}
	return all, nil
}

// now returns what stands in the place of words that are gone, or "" where that
// place can't be told.
func (d *Desk) now(ctx context.Context, r Recited) (string, error) {
	if r.Was == nil || r.Is == nil || r.Is.Class != claims.Absent {
		return "", nil
	}
	text, err := d.Text(ctx, r.Is.Snapshot)
	if err != nil {
		return "", err
	}
	around := r.Was.Selector
	around.Exact = "" // they are gone
	if p, ok := quote.Fold(text.Body).Find(around); ok && p.By == quote.ByContext {
		return p.In(text.Body), nil
	}
	return "", nil
}

// matches returns every match of an article by its citation.
func matches(d *claims.Dossier) map[string]claims.Match {
	all := map[string]claims.Match{}
	for _, e := range d.Entries {
		for id, m := range e.Matches {
			all[id] = m
		}
	}
	return all
}
