package store

import (
	"context"

	"stet/claims"
)

// Headlines yields what Outlines does without the evidence: a claim has no
// citations, queries and replies, unless its sign-off is void: then what tells
// why. It is for lists of claims, which show nothing else of them.
func (l *Ledger) Headlines(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error) error {
	if f != (claims.Filter{Article: f.Article, Number: f.Number, Cut: f.Cut}) {
		return l.Outlines(ctx, f, yield)
	}
	read := chunkReader{
		article: func(r *dossierReader) []func() error { return []func() error{r.readDraftsFrame} },
		claims: func(r *dossierReader) []func() error {
			o := &outlineReader{dossierReader: r}
			return []func() error{o.readClaims, o.readVerdicts, o.readFindings, o.readVoid}
		},
	}
	return l.view(ctx, func(q querier) error { return read.each(ctx, q, f, turns{of: 1}, unlessNil(yield)) })
}

// readVoid reads what tells why a sign-off is void, with what the claim cites.
func (r *dossierReader) readVoid() error {
	return r.eachVoid(func(one *dossierReader, void string) []func() error {
		return append([]func() error{one.readCitations, one.readSources}, why(one, void)...)
	})
}
