package desk

import (
	"context"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/footnote"
	"stet/sources"
)

// edit changes one claim, built on what the ledger holds now.
func (d *Desk) edit(ctx context.Context, what string, ref claims.Ref, edit func(*claims.Claim) error) error {
	return d.change(ctx, func() (*claims.Change, error) {
		dossier, entry, err := d.Claim(ctx, ref)
		if err != nil {
			return nil, err
		}
		claim := entry.Claim
		if err := edit(&claim); err != nil {
			return nil, err
		}
		c := d.beginOn(dossier, what)
		c.Claims = []claims.Claim{claim}
		return c, nil
	})
}

// AddClaim adds a claim that a person words to an article and returns what it
// is called.
func (d *Desk) AddClaim(ctx context.Context, slug, words string, label claims.Label, place claims.Place) (claims.Ref, error) {
	if strings.TrimSpace(words) == "" {
		return claims.Ref{}, claims.Invalidf("a claim needs words")
	}
	ref := claims.Ref{Slug: slug}
	err := d.change(ctx, func() (*claims.Change, error) {
		dossier, err := d.Ledger.Dossier(ctx, slug)
		if err != nil {
			return nil, err
		}
		claim := claims.Claim{
			ID: d.NewID(), Article: dossier.Article.ID, Text: words, Place: place,
			Label: label, LabelBy: d.By, Priority: claims.Normal, By: d.By,
		}
		for _, e := range dossier.Entries {
			claim.Number = max(claim.Number, e.Claim.Number)
		}
		claim.Number++
		ref.Number = claim.Number
		c := d.beginOn(dossier, "claim add")
		c.Claims = []claims.Claim{claim}
		return c, nil
	})
	return ref, err
}

// EditClaim words a claim otherwise than the draft does. A sign-off on the old
// words is void.
func (d *Desk) EditClaim(ctx context.Context, ref claims.Ref, words string) error {
	if strings.TrimSpace(words) == "" {
		return claims.Invalidf("a claim needs words")
	}
	return d.edit(ctx, "claim edit", ref, func(c *claims.Claim) error {
		c.Text, c.By = words, d.By
		return nil
	})
}

// LabelClaim gives a claim a label that no import takes away; Undecided hands
// it back to the machine.
func (d *Desk) LabelClaim(ctx context.Context, ref claims.Ref, label claims.Label) error {
	return d.edit(ctx, "claim label", ref, func(c *claims.Claim) error {
		c.Label, c.LabelBy = label, d.By
		if label == claims.Undecided {
			c.LabelBy = ""
		}
		return nil
	})
}

// CutClaim takes a claim out of the check. Its number is not given again.
func (d *Desk) CutClaim(ctx context.Context, ref claims.Ref) error {
	return d.edit(ctx, "claim cut", ref, func(c *claims.Claim) error {
		if c.Cut {
			return claims.Invalidf("%s is already cut", ref)
		}
		c.Cut, c.By = true, d.By
		return nil
	})
}

// Cite links a claim to what a footnote-like reference names: a source known
// or new, words relied on, a locator. Where the claim cites just that already,
// or cites the source once and the reference says nothing more, that citation
// takes the stance and grade. Dir is where relative paths start, relative to
// Desk.Dir.
func (d *Desk) Cite(ctx context.Context, ref claims.Ref, reference, dir string, stance claims.Stance, grade claims.Grade) ([]claims.Citation, error) {
	var made []claims.Citation
	err := d.change(ctx, func() (*claims.Change, error) {
		made = nil
		dossier, entry, err := d.Claim(ctx, ref)
		if err != nil {
			return nil, err
		}
		c := d.beginOn(dossier, "cite")
		cite, err := d.newCiting(ctx, c, dir)
		if err != nil {
			return nil, err
		}
		for _, r := range footnote.Parse(reference, cite.knows()) {
			source, ok := cite.source(r)
			if !ok {
				return nil, claims.Invalidf("%q names no source that is known, no address and no file", reference)
			}
			if err := d.mustBeThere(ctx, c, source); err != nil {
				return nil, err
			}
			m := claims.Citation{
				ID: d.NewID(), Claim: entry.Claim.ID, Source: source.ID,
				Quote: r.Quote, Locator: r.Locator, Note: r.Note, Origin: "cite",
			}
			if was, ok := citedBefore(entry.Citations, m); ok {
				m = was
			}
			m.Stance, m.Grade, m.By = stance, grade, d.By
			made = append(made, m)
		}
		if len(made) == 0 {
			return nil, claims.Invalidf("%q names no source", reference)
		}
		c.Citations = made
		return c, nil
	})
	return made, err
}

// mustBeThere refuses a file that a change would add as a source and that
// can't be had: whoever names it by hand has mistyped it. In a draft such a
// file is a finding, for the draft is the reporter's.
func (d *Desk) mustBeThere(ctx context.Context, c *claims.Change, s sources.Source) error {
	isNew := slices.ContainsFunc(c.Sources, func(n sources.Source) bool { return n.ID == s.ID })
	if !isNew || s.IsHeld() || s.IsURL() {
		return nil
	}
	if got := d.Fetcher.Fetch(ctx, sources.Request{Address: s.Address}); got.State != sources.Captured {
		return claims.Invalidf("%s: %s", s.Address, got.Reason)
	}
	return nil
}

// citedBefore returns the citation of a claim that a person means by m.
func citedBefore(cited []claims.Citation, m claims.Citation) (claims.Citation, bool) {
	var same []claims.Citation
	for _, c := range cited {
		if sameEvidence(c, m) {
			return c, true
		}
		if c.Source == m.Source {
			same = append(same, c)
		}
	}
	if len(same) == 1 && m.Quote == "" && m.Locator.IsZero() && m.Note == "" {
		return same[0], true
	}
	return claims.Citation{}, false
}

// EditSource changes what is known of a source. The edit gets it as it is; its
// ID, number and address can't be changed.
func (d *Desk) EditSource(ctx context.Context, id string, edit func(*sources.Source)) (claims.Evidence, error) {
	err := d.change(ctx, func() (*claims.Change, error) {
		was, err := d.Ledger.Source(ctx, id)
		if err != nil {
			return nil, err
		}
		s := was.Source
		edit(&s)
		s.ID, s.Number, s.Address, s.Held = was.Source.ID, was.Source.Number, was.Source.Address, was.Source.Held
		if s == was.Source {
			return nil, nil
		}
		if other, err := d.Ledger.Source(ctx, s.Alias); s.Alias != "" && err == nil && other.Source.ID != s.ID {
			return nil, claims.Invalidf("%s is already the name of %s", s.Alias, other.Source.Code())
		}
		c := d.begin("source edit")
		c.Sources = []sources.Source{s}
		return c, nil
	})
	if err != nil {
		return claims.Evidence{}, err
	}
	return d.Ledger.Source(ctx, id)
}

// AddSource adds a source and captures it unless it is held elsewhere. An
// address that the ledger knows, a file that isn't there, and a document that
// is too large or that policy refuses are errors, and nothing is written; a
// page that is blocked or does not answer is added, with that attempt. Where
// s.Address is a file, it is relative to Desk.Dir.
func (d *Desk) AddSource(ctx context.Context, s sources.Source) (claims.Evidence, error) {
	var got sources.Fetched
	if !s.IsHeld() {
		if got = d.Fetcher.Fetch(ctx, sources.Request{Address: s.Address}); got.State == sources.Missing || got.State == sources.Refused || got.State == sources.TooLarge {
			return claims.Evidence{}, claims.Invalidf("%s: %s", s.Address, got.Reason)
		}
	}
	err := d.change(ctx, func() (*claims.Change, error) {
		c := d.begin("source add")
		cite, err := d.newCiting(ctx, c, "")
		if err != nil {
			return nil, err
		}
		for _, name := range []string{s.Address, s.Alias} {
			if known, ok := cite.named(name); name != "" && ok {
				return nil, claims.Invalidf("%s is already in the ledger as %s", name, known.Code())
			}
		}
		s = cite.add(s)
		return c, nil
	})
	if err != nil {
		return claims.Evidence{}, err
	}
	if !s.IsHeld() {
		if _, err := d.record(ctx, claims.Evidence{Source: s}, got); err != nil {
			return claims.Evidence{}, err
		}
	}
	return d.Ledger.Source(ctx, s.ID)
}
