package desk

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/revise"
)

// Void returns the claims of an article whose sign-off is void, in the order of
// the draft, cut ones left out, and those whose verdict nobody can tell any
// more. Each sign-off says what changed since.
func (d *Desk) Void(ctx context.Context, slug string) (*claims.Dossier, []claims.Entry, error) {
	dossier, err := d.Ledger.Dossier(ctx, slug)
	if err != nil {
		return nil, nil, err
	}
	revise.Explain(dossier)
	void := slices.DeleteFunc(slices.Clone(dossier.Entries), func(e claims.Entry) bool {
		return e.Claim.Cut || e.SignOff == nil || e.SignOff.Holds() || e.SignOff.Verdict == claims.Untold
	})
	slices.SortStableFunc(void, func(a, b claims.Entry) int { return a.Claim.Start() - b.Claim.Start() })
	return dossier, void, nil
}

// SignAgain gives claims the verdict of their last sign-off again, with its
// note and the words it proposed, in the name of whoever gives it now, and
// bound to the words and evidence that were shown. All are signed or none: the
// error is claims.ErrConflict where one is not as it was shown any more.
func (d *Desk) SignAgain(ctx context.Context, by string, shown *claims.Dossier, entries []claims.Entry) ([]claims.SignOff, error) {
	if strings.TrimSpace(by) == "" {
		return nil, ErrNoName
	}
	var signed []claims.SignOff
	err := d.change(ctx, func() (*claims.Change, error) {
		dossier, err := d.Ledger.Dossier(ctx, shown.Article.Slug)
		if err != nil {
			return nil, err
		}
		c := d.beginOn(dossier, "sign")
		c.By = by
		for _, e := range entries {
			off, err := d.again(c, shown, dossier, e)
			if err != nil {
				return nil, err
			}
			c.SignOffs = append(c.SignOffs, off)
		}
		signed = c.SignOffs
		return c, nil
	})
	return signed, err
}

// again makes one sign-off of a claim that stands as it was shown.
func (d *Desk) again(c *claims.Change, shown, now *claims.Dossier, e claims.Entry) (claims.SignOff, error) {
	i := slices.IndexFunc(now.Entries, func(n claims.Entry) bool { return n.Claim.ID == e.Claim.ID })
	if i < 0 || now.Entries[i].Claim.Cut || now.Entries[i].SignOff.ID != e.SignOff.ID {
		return claims.SignOff{}, d.movedOn(shown, e)
	}
	decision := Decision{Verdict: e.SignOff.Verdict, To: e.SignOff.To, Note: e.SignOff.Note}
	off := d.signOff(c, now, now.Entries[i], decision)
	was := d.signOff(c, shown, e, decision)
	if off.Words != was.Words || !reflect.DeepEqual(off.Evidence, was.Evidence) {
		return claims.SignOff{}, d.movedOn(shown, e)
	}
	return off, nil
}

func (d *Desk) movedOn(shown *claims.Dossier, e claims.Entry) error {
	return fmt.Errorf("%s: %w: look at it again", claims.Ref{Slug: shown.Article.Slug, Number: e.Claim.Number}, claims.ErrConflict)
}
