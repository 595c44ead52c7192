package store

import (
	"context"

	"stet/claims"
)

// chunkClaims is how many claims of an article a dossier holds at most where
// many are read one after another.
const chunkClaims = 100

// chunk is part of an article: those of its claims whose numbers are above
// after, and last at most.
type chunk struct {
	article     claims.Article
	after, last int
	first       bool // of its article
}

// scope is that of a filter within the chunk.
func (c chunk) scope(f claims.Filter) scope {
	s := scopeOf(c.article, f)
	s.and(`c.number > :after`, "after", c.after)
	s.and(`c.number <= :last`, "last", c.last)
	return s
}

// chunks yields the article chunk by chunk: one at least.
func chunks(a claims.Article, f claims.Filter, highest int, yield func(chunk) error) error {
	if f.Number > 0 {
		return yield(chunk{article: a, after: f.Number - 1, last: f.Number, first: true})
	}
	for after := 0; after == 0 || after < highest; after += chunkClaims {
		if err := yield(chunk{article: a, after: after, last: min(after+chunkClaims, highest), first: after == 0}); err != nil {
			return err
		}
	}
	return nil
}

// eachChunkOf yields the chunks of the articles that may have claims which
// match, in the order of the articles' slugs.
func eachChunkOf(ctx context.Context, q querier, f claims.Filter, yield func(chunk) error) error {
	s := scope{where: `1 = 1`}
	if !onlyArticle(f) {
		s = narrow(f)
		s.where = `exists (select 1 from claim c where c.article = a.id and ` + s.where + `)`
	}
	if f.Article != "" {
		s.and(`a.slug = :slug`, "slug", f.Article)
	}
	found := false
	err := each(context.WithoutCancel(ctx), q, func(row scanner) error {
		var a claims.Article
		highest := 0
		if err := row.Scan(&a.ID, &a.Slug, &a.Title, &a.Author, &a.Draft, &highest); err != nil {
			return err
		}
		found = true
		return chunks(a, f, highest, yield)
	}, `select `+articleColumns+`, (select coalesce(max(c.number), 0) from claim c where c.article = a.id)
		from article a where `+s.where+` order by a.slug`, s.args...)
	if err == nil && !found && onlyArticle(f) {
		err = notFound("article", f.Article)
	}
	return err
}

// onlyArticle reports whether the filter asks for an article and nothing else.
func onlyArticle(f claims.Filter) bool {
	return f.Article != "" && f == claims.Filter{Article: f.Article, Cut: f.Cut}
}

// chunkReader makes the steps that read of an article, once, and of each chunk of
// its claims.
type chunkReader struct {
	article, claims func(*dossierReader) []func() error
}

// turns are which of all chunks a reader reads: every of-th, from the one that
// is numbered mine, which begins at 0.
type turns struct{ mine, of int }

// each yields a dossier for each chunk of its turns, nil where the filter keeps
// nothing of it.
func (read chunkReader) each(ctx context.Context, q querier, f claims.Filter, its turns, yield func(*claims.Dossier) error) error {
	version, err := lastEvent(context.WithoutCancel(ctx), q)
	if err != nil {
		return err
	}
	at, last := -1, &claims.Dossier{}
	return eachChunkOf(ctx, q, f, func(c chunk) error {
		if at++; at%its.of != its.mine {
			return nil
		}
		r := newReader(ctx, q, c.article, c.scope(f))
		r.dossier.Version, r.most = version, c.last-c.after
		steps := read.claims(r)
		if last.Article.ID == c.article.ID {
			r.dossier = last.Continued()
		} else {
			steps = append(read.article(r), steps...)
		}
		if err := r.run(ctx, steps); err != nil {
			return err
		}
		last = r.dossier
		if keep(r.dossier, f); len(r.dossier.Entries) == 0 && !(c.first && onlyArticle(f)) {
			return yield(nil)
		}
		return yield(r.dossier)
	})
}
