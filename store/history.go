package store

import (
	"context"
	"database/sql"

	"stet/claims"
)

// History yields the events after the one numbered after, in order: those of
// one article, or, where the slug is "", of the whole ledger. It ends early
// with the error that yield returns. A Row that was removed is nil.
func (l *Ledger) History(ctx context.Context, slug string, after int64, yield func(claims.Event) error) error {
	return l.view(ctx, func(q querier) error {
		if slug == "" {
			return events(ctx, q, yield, `select `+eventColumns+` from history where seq > :after order by seq`, sql.Named("after", after))
		}
		article, err := articleBySlug(ctx, q, slug)
		if err != nil {
			return err
		}
		return events(ctx, q, yield, `
			select `+eventColumns+` from history where article = :article and seq > :after order by seq`,
			sql.Named("article", article.ID), sql.Named("after", after))
	})
}

const eventColumns = `seq, change_id, at, by, what, article, tbl, key, row`

func events(ctx context.Context, q querier, yield func(claims.Event) error, query string, args ...any) error {
	return each(ctx, q, func(row scanner) error {
		e, err := scanEvent(row)
		if err != nil {
			return err
		}
		return yield(e)
	}, query, args...)
}

func scanEvent(row scanner) (e claims.Event, err error) {
	err = row.Scan(&e.Seq, &e.Change, stamp{&e.At}, &e.By, &e.What, &e.Article, &e.Table, &e.Key, &e.Row)
	return e, err
}

// lastEvent returns the number of the ledger's last event, 0 where it has none.
func lastEvent(ctx context.Context, q querier) (int64, error) {
	seq, _, err := one(ctx, q, scanOne[int64], `select coalesce(max(seq), 0) from history`)
	return seq, err
}

// lastEventOf returns the number of an article's last event.
func lastEventOf(ctx context.Context, q querier, article string) (int64, error) {
	seq, _, err := one(ctx, q, scanOne[int64],
		`select coalesce(max(seq), 0) from history where article = :article`, sql.Named("article", article))
	return seq, err
}
