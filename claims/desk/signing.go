package desk

import (
	"context"
	"fmt"
	"strings"

	"stet/claims"
)

// Decision is what a person decides on a claim.
type Decision struct {
	Verdict claims.Verdict
	To      string // the words proposed; needed by ChangeTo, and by no other
	Note    string // needed by Stet: the reason for letting it stand
}

// ErrNoName says that nobody is named as the one who decides.
var ErrNoName = claims.Invalidf("a sign-off needs a name")

// ErrNobody says that nobody is named as the one who asks or records; it is
// wrapped with what is asked or recorded.
var ErrNobody = claims.Invalidf("it needs the name of who records it")

func (n Decision) check() error {
	return (&claims.SignOff{Verdict: n.Verdict, To: n.To, Note: n.Note}).Check()
}

// Sign signs off the claims, all or none, each bound to its words and evidence
// as they stand now. It returns the sign-offs in the order of the references.
func (d *Desk) Sign(ctx context.Context, by string, refs []claims.Ref, decision Decision) ([]claims.SignOff, error) {
	if strings.TrimSpace(by) == "" {
		return nil, ErrNoName
	}
	if err := decision.check(); err != nil {
		return nil, err
	}
	var signed []claims.SignOff
	err := d.change(ctx, func() (*claims.Change, error) {
		c := d.begin("sign")
		c.By = by
		for _, ref := range refs {
			dossier, entry, err := d.Claim(ctx, ref)
			if err != nil {
				return nil, err
			}
			if entry.Claim.Cut {
				return nil, claims.Invalidf("%s was cut: there is nothing to sign", ref)
			}
			c.SignOffs = append(c.SignOffs, d.signOff(c, dossier, entry, decision))
			// A change is guarded by the version of one article. In the others
			// a sign-off is safe by what it is bound to: where words or
			// evidence have changed since they were read, it is void at once.
			c.Article, c.After = dossier.Article.ID, dossier.Version
		}
		signed = c.SignOffs
		return c, nil
	})
	return signed, err
}

func (d *Desk) signOff(c *claims.Change, dossier *claims.Dossier, entry claims.Entry, decision Decision) claims.SignOff {
	s := claims.SignOff{
		ID: d.NewID(), Claim: entry.Claim.ID, Verdict: decision.Verdict, To: decision.To, Note: decision.Note,
		By: c.By, At: c.At, Words: entry.Claim.Text,
	}
	for _, cited := range entry.Citations {
		pin := claims.Pin{
			Citation: cited.ID, Source: cited.Source, Stance: cited.Stance, Quote: cited.Quote,
			Locator: cited.Locator, Snapshot: dossier.Sources[cited.Source].Snapshot,
		}
		if m := entry.Matches[cited.ID]; m.Snapshot == pin.Snapshot {
			pin.Passage = m.Selector.Exact
		}
		s.Evidence = append(s.Evidence, pin)
	}
	return s
}

// Claim returns the claim that a person names, with its dossier.
func (d *Desk) Claim(ctx context.Context, ref claims.Ref) (*claims.Dossier, claims.Entry, error) {
	dossier, err := d.Ledger.Dossier(ctx, ref.Slug)
	if err != nil {
		return nil, claims.Entry{}, err
	}
	for _, e := range dossier.Entries {
		if e.Claim.Number == ref.Number {
			return dossier, e, nil
		}
	}
	return nil, claims.Entry{}, fmt.Errorf("%s has no claim #%d: %w", ref.Slug, ref.Number, claims.ErrNotFound)
}
