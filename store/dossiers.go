package store

import (
	"context"
	"database/sql"
	"math"
	"slices"
	"strconv"

	"stet/claims"
)

// chunkClaims is how many claims of an article a dossier holds at most where
// many are read one after another.
const chunkClaims = 100

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
	return l.eachChunk(ctx, f, yield, chunkReader{
		article: func(r *dossierReader) []func() error {
			return []func() error{r.readDraft, r.measureDraft, r.readArticleFindings}
		},
		claims: func(r *dossierReader) []func() error { return r.steps(f) },
	})
}

// chunkReader says what is read of an article, once, and of each chunk of its
// claims.
type chunkReader struct {
	article, claims func(*dossierReader) []func() error
}

// eachChunk yields the dossiers of a filter.
func (l *Ledger) eachChunk(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error, read chunkReader) error {
	return l.view(ctx, func(q querier) error {
		version, err := lastEvent(context.WithoutCancel(ctx), q)
		if err != nil {
			return err
		}
		return eachArticleWith(ctx, q, f, func(a claims.Article) error {
			r := newReader(ctx, q, a, chunkOf(a, f, 0))
			r.limit, r.dossier.Version = chunkClaims, version
			if err := r.run(ctx, read.article(r)); err != nil {
				return err
			}
			return r.eachChunk(ctx, f, yield, read.claims)
		})
	})
}

// eachChunk yields an article, as many claims at a time as a dossier holds.
func (r *dossierReader) eachChunk(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error, steps func(*dossierReader) []func() error) error {
	for first := true; ; first = false {
		if err := r.run(ctx, steps(r)); err != nil {
			return err
		}
		d, n, last := r.dossier, len(r.dossier.Entries), 0
		if n > 0 {
			last = d.Entries[n-1].Claim.Number
		}
		if keep(d, f); len(d.Entries) > 0 || first && onlyArticle(f) {
			if err := yield(d); err != nil {
				return err
			}
		}
		if n < r.limit {
			return nil
		}
		next := newReader(ctx, r.q, d.Article, chunkOf(d.Article, f, last))
		next.limit, next.dossier = r.limit, d.Continued()
		r = next
	}
}

// measureDraft makes the ruler that all parts of an article share: whoever has a
// part may be asking it while the next is read.
func (r *dossierReader) measureDraft() error {
	r.dossier.Measure()
	return nil
}

// chunkOf is the scope of a filter in an article, behind the claim of a number.
func chunkOf(a claims.Article, f claims.Filter, after int) scope {
	s := scopeOf(a, f)
	s.and(`c.number > :after`, "after", after)
	s.and(`c.number <= :last`, "last", math.MaxInt32)
	return s
}

// inOrder ends the query of the claims: in the order of their numbers, and no
// more than are wanted.
func (r *dossierReader) inOrder() string {
	if r.limit == 0 {
		return ` order by c.number`
	}
	return ` order by c.number limit ` + strconv.Itoa(r.limit)
}

// have puts down which claims were read; what is read after them is theirs.
func (r *dossierReader) have(entries []claims.Entry) {
	r.dossier.Entries = entries
	for i := range entries {
		r.entries[entries[i].Claim.ID] = &entries[i]
	}
	if n := len(entries); n > 0 && n == r.limit {
		r.scope.args[len(r.scope.args)-1] = sql.Named("last", entries[n-1].Claim.Number)
	}
}

// eachArticleWith yields the articles that may have claims which match.
func eachArticleWith(ctx context.Context, q querier, f claims.Filter, yield func(claims.Article) error) error {
	if onlyArticle(f) {
		a, err := articleBySlug(ctx, q, f.Article)
		if err != nil {
			return err
		}
		return yield(a)
	}
	s := narrow(f)
	query := `select ` + articleColumns + ` from article a where exists (select 1 from claim c where c.article = a.id and ` + s.where + `)`
	if f.Article != "" {
		query += ` and a.slug = :slug`
		s.args = append(s.args, sql.Named("slug", f.Article))
	}
	return each(context.WithoutCancel(ctx), q, func(row scanner) error {
		a, err := scanArticle(row)
		if err != nil {
			return err
		}
		return yield(a)
	}, query+` order by a.slug`, s.args...)
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
