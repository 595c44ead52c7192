package cmd

import (
	"context"

	"stet/claims"
	"stet/claims/revise"
)

// dossiers yields the articles with claims that the filter keeps, as they are
// shown: a void sign-off says what changed.
func (s *session) dossiers(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error) error {
	return s.ledger.Dossiers(ctx, f, func(d *claims.Dossier) error {
		revise.Explain(d)
		return yield(d)
	})
}

// outlines is dossiers, with no more of each than tables show.
func (s *session) outlines(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error) error {
	return s.ledger.Outlines(ctx, f, func(d *claims.Dossier) error {
		revise.Explain(d)
		return yield(d)
	})
}

// headlines is outlines, with no more of each than a list of claims shows.
func (s *session) headlines(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error) error {
	return s.ledger.Headlines(ctx, f, func(d *claims.Dossier) error {
		revise.Explain(d)
		return yield(d)
	})
}
