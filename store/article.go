package store

import (
	"context"
	"database/sql"

	"stet/claims"
)

// Articles returns every article by slug.
func (l *Ledger) Articles(ctx context.Context) ([]claims.Article, error) {
	var all []claims.Article
	err := l.view(ctx, func(q querier) (err error) {
		all, err = collect(ctx, q, scanArticle, `select `+articleColumns+` from article order by slug`)
		return err
	})
	return all, err
}

// Article returns the article of that slug, or ErrNotFound.
func (l *Ledger) Article(ctx context.Context, slug string) (claims.Article, error) {
	return articleBySlug(ctx, l.reader, slug)
}

func articleBySlug(ctx context.Context, q querier, slug string) (claims.Article, error) {
	a, ok, err := one(ctx, q, scanArticle, `select `+articleColumns+` from article where slug = :slug`, sql.Named("slug", slug))
	if err == nil && !ok {
		err = notFound("article", slug)
	}
	return a, err
}

const articleColumns = `id, slug, title, author, coalesce(draft, '')`

func scanArticle(row scanner) (a claims.Article, err error) {
	err = row.Scan(&a.ID, &a.Slug, &a.Title, &a.Author, &a.Draft)
	return a, err
}

func (w *writer) putArticle(a claims.Article) error {
	_, err := w.exec(`
		insert into article (id, slug, title, author, draft)
		values (:id, :slug, :title, :author, nullif(:draft, ''))
		on conflict (id) do update
		set slug = excluded.slug, title = excluded.title, author = excluded.author, draft = excluded.draft`,
		sql.Named("id", a.ID), sql.Named("slug", a.Slug), sql.Named("title", a.Title), sql.Named("author", a.Author),
		sql.Named("draft", a.Draft))
	if err != nil {
		return err
	}
	return w.log(a.ID, "article", a.ID, a)
}
