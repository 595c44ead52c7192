package store

import (
	"context"
	"database/sql"
	"slices"

	"stet/claims"
)

// Dossiers yields the articles that have claims which match the filter, in the
// order of their slugs, each with those claims alone, the sources that they
// cite, and the findings of the article as a whole. A filter on nothing but an article yields it even if it has no claims.
// Everything is of one moment, and one dossier is in memory at a time. It ends
// early with the error that yield returns.
func (l *Ledger) Dossiers(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error) error {
	return l.view(ctx, func(q querier) error {
		articles, err := articlesWith(ctx, q, f)
		if err != nil {
			return err
		}
		for _, a := range articles {
			d, err := readDossier(ctx, q, a, f)
			if err != nil {
				return err
			}
			if keep(d, f); len(d.Entries) == 0 && !onlyArticle(f) {
				continue
			}
			if err := yield(d); err != nil {
				return err
			}
		}
		return nil
	})
}

// articlesWith returns the articles that may have claims which match.
func articlesWith(ctx context.Context, q querier, f claims.Filter) ([]claims.Article, error) {
	if onlyArticle(f) {
		a, err := articleBySlug(ctx, q, f.Article)
		return []claims.Article{a}, err
	}
	s := narrow(f)
	query := `select ` + articleColumns + ` from article a where exists (select 1 from claim c where c.article = a.id and ` + s.where + `)`
	if f.Article != "" {
		query += ` and a.slug = :slug`
		s.args = append(s.args, sql.Named("slug", f.Article))
	}
	return collect(ctx, q, scanArticle, query+` order by a.slug`, s.args...)
}

// onlyArticle reports whether the filter asks for an article and nothing else.
func onlyArticle(f claims.Filter) bool {
	return f.Article != "" && f == claims.Filter{Article: f.Article, Cut: f.Cut}
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
