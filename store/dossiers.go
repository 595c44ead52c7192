package store

import (
	"context"
	"slices"

	"stet/claims"
)

// Dossiers yields the articles that have claims which match the filter, in the
// order of their slugs, each with those claims alone, the sources that they
// cite, and the findings of the article as a whole. A filter on nothing but an
// article yields it even if it has no claims. An article of more than 100
// claims comes in several dossiers, in the order of the claims' numbers; its
// own findings are in the first.
//
// Everything is of one moment, and memory is bounded whatever the ledger holds.
// It ends early with the error that yield returns.
func (l *Ledger) Dossiers(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error) error {
	read := chunkReader{
		article: func(r *dossierReader) []func() error {
			return []func() error{r.readDraft, r.measureDraft, r.readArticleFindings}
		},
		claims: func(r *dossierReader) []func() error { return r.steps(f) },
	}
	return l.view(ctx, func(q querier) error { return read.each(ctx, q, f, turns{of: 1}, unlessNil(yield)) })
}

// unlessNil yields dossiers where there are any.
func unlessNil(yield func(*claims.Dossier) error) func(*claims.Dossier) error {
	return func(d *claims.Dossier) error {
		if d == nil {
			return nil
		}
		return yield(d)
	}
}

// measureDraft makes the ruler that all parts of an article share before any is
// handed out: whoever has one may be at work while the next is read.
func (r *dossierReader) measureDraft() error {
	r.dossier.Measure()
	return nil
}

// have puts down which claims were read; what is read after them is theirs.
func (r *dossierReader) have(entries []claims.Entry) {
	r.dossier.Entries = entries
	for i := range entries {
		r.entries[entries[i].Claim.ID] = &entries[i]
	}
}

// keep drops the entries that the filter does not keep, and the sources that
// only they cite.
func keep(d *claims.Dossier, f claims.Filter) {
	before := len(d.Entries)
	d.Entries = slices.DeleteFunc(d.Entries, func(e claims.Entry) bool { return !f.Keeps(e) })
	if len(d.Entries) == before {
		return
	}
	cited := map[string]claims.Evidence{}
	for _, e := range d.Entries {
		for _, t := range e.Citations {
			cited[t.Source] = d.Sources[t.Source]
		}
	}
	d.Sources = cited
}
