package desk

import (
	"context"
	"errors"

	"stet/claims"
	"stet/claims/audit"
	"stet/claims/verify"
	"stet/sources"
)

// Verify runs every check on the article, stores what was found where it
// differs from what was stored, and returns the article as it now stands.
func (d *Desk) Verify(ctx context.Context, slug string) (*claims.Dossier, error) {
	dossier, err := d.Ledger.Dossier(ctx, slug)
	if err != nil {
		return nil, err
	}
	result, err := verify.Run(dossier, func(digest sources.Digest) (*sources.Text, error) {
		return d.Text(ctx, digest)
	})
	if err != nil {
		return nil, err
	}
	changed, err := d.Ledger.PutVerification(ctx, dossier.Article.ID, result.Matches, result.Findings)
	if err != nil || !changed {
		return dossier, err
	}
	return d.Ledger.Dossier(ctx, slug)
}

// Audit returns what the checks found, as stored, and what the rules find now,
// at the severities of the stage.
func (d *Desk) Audit(ctx context.Context, dossier *claims.Dossier, stage audit.Stage) ([]claims.Finding, error) {
	ruled, err := audit.Run(ctx, d.Ledger, dossier.Article, stage)
	if err != nil {
		return nil, err
	}
	return append(d.Found(dossier, stage), ruled...), nil
}

// Found returns what the checks found, as stored, at the severities of the
// stage.
func (d *Desk) Found(dossier *claims.Dossier, stage audit.Stage) []claims.Finding {
	found := append([]claims.Finding(nil), dossier.Findings...)
	for _, e := range dossier.Entries {
		found = append(found, e.Findings...)
	}
	return audit.AtStage(found, stage)
}

func isNotFound(err error) bool { return errors.Is(err, claims.ErrNotFound) }
