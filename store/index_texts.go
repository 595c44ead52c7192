package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"stet/claims"
	"stet/sources"
)

// Unindexed yields the texts of a kind to be indexed after an event, or text
// read, and returns the last that was looked at. It ends early with the error
// that yield returns.
func (x *Index) Unindexed(ctx context.Context, of claims.Indexed, after int64, yield func(claims.IndexedText) error) (int64, error) {
	last := lastEvent
	read := map[claims.Indexed]func(context.Context, int64, func(claims.IndexedText) error) error{
		claims.IndexedClaims: x.claimsAfter, claims.IndexedQuotes: x.quotesAfter, claims.IndexedSources: x.pagesAfter,
	}[of]
	if of == claims.IndexedSources {
		last = lastReading
	}
	through, err := last(ctx, x.conn)
	if err != nil || through == after {
		return through, err
	}
	return through, read(ctx, after, yield)
}

// lastReading returns the number of the text last kept, 0 where none is.
func lastReading(ctx context.Context, q querier) (int64, error) {
	id, _, err := one(ctx, q, scanOne[int64], `select coalesce(max(id), 0) from reading`)
	return id, err
}

// claimsAfter yields the claims that events after one wrote, as they are now,
// and those of articles whose titles these changed.
func (x *Index) claimsAfter(ctx context.Context, after int64, yield func(claims.IndexedText) error) error {
	return each(ctx, x.conn, func(row scanner) error {
		var t claims.IndexedText
		var article string
		if err := row.Scan(&t.Number, &article, &t.Text, &t.Title); err != nil {
			return err
		}
		t.At = t.Number
		if article != "" {
			return x.retitled(ctx, t.At, article, yield)
		}
		return yield(t)
	}, `
		select h.seq, case h.tbl when 'article' then h.article else '' end, coalesce(c.text, ''), coalesce(a.title, '')
		from history h
		left join claim c on h.tbl = 'claim' and c.id = h.key
		left join article a on a.id = c.article
		where h.seq > :after and h.tbl in ('claim', 'article')
		order by h.seq`, sql.Named("after", after))
}

// retitled yields the claims that an article had already when an event gave it
// another title.
func (x *Index) retitled(ctx context.Context, at int64, article string, yield func(claims.IndexedText) error) error {
	titles, err := collect(ctx, x.conn, func(row scanner) (string, error) {
		var event []byte
		if err := row.Scan(&event); err != nil {
			return "", err
		}
		var a claims.Article
		err := json.Unmarshal(event, &a)
		return a.Title, err
	}, `
		select row from history
		where article = :article and seq <= :at and tbl = 'article'
		order by seq desc limit 2`, sql.Named("article", article), sql.Named("at", at))
	if err != nil || len(titles) < 2 || titles[0] == titles[1] {
		return err
	}
	return each(ctx, x.conn, func(row scanner) error {
		t := claims.IndexedText{At: at}
		if err := row.Scan(&t.Number, &t.Text, &t.Title); err != nil {
			return err
		}
		return yield(t)
	}, `
		select h.seq, c.text, a.title
		from (select key, max(seq) as seq from history where article = :article and seq < :at and tbl = 'claim' group by key) h
		join claim c on c.id = h.key
		join article a on a.id = c.article
		order by h.seq`, sql.Named("article", article), sql.Named("at", at))
}

// quotesAfter yields the quotes of the citations that events after one wrote,
// as they are now.
func (x *Index) quotesAfter(ctx context.Context, after int64, yield func(claims.IndexedText) error) error {
	return each(ctx, x.conn, func(row scanner) error {
		var t claims.IndexedText
		if err := row.Scan(&t.Number, &t.Text); err != nil {
			return err
		}
		t.At = t.Number
		return yield(t)
	}, `
		select h.seq, t.quote
		from history h
		join citation t on t.id = h.key
		where h.seq > :after and h.tbl = 'citation' and t.quote <> ''
		order by h.seq`, sql.Named("after", after))
}

// pagesEach is how many pages of a text have numbers of their own, which are
// the text's times pagesEach, and one more for each page. What is beyond the
// last counts to it.
const pagesEach = 1 << 12

// pagesAfter yields the pages of the texts read after one.
func (x *Index) pagesAfter(ctx context.Context, after int64, yield func(claims.IndexedText) error) error {
	return each(ctx, x.conn, func(row scanner) error {
		var id int64
		var r packedText
		if err := row.Scan(&id, &r.size, &r.body, &r.restSize, &r.rest); err != nil {
			return err
		}
		t, err := r.unpack()
		if err != nil {
			return fmt.Errorf("text read %d is damaged in the ledger: %w", id, err)
		}
		for i, p := range pagesOf(t) {
			d := claims.IndexedText{Number: id*pagesEach + int64(i), At: id, Text: t.Body[p.Start:p.End]}
			if err := yield(d); err != nil {
				return err
			}
		}
		return nil
	}, `select id, size, body, rest_size, rest from reading where id > :after order by id`, sql.Named("after", after))
}

// pagesOf returns the pages of a text that can be found by its words: one
// without a number where the document has none.
func pagesOf(t *sources.Text) []sources.Page {
	if t.Body == "" {
		return nil
	}
	if len(t.Pages) == 0 {
		return []sources.Page{{End: len(t.Body)}}
	}
	if len(t.Pages) <= pagesEach {
		return t.Pages
	}
	pages := t.Pages[:pagesEach:pagesEach]
	pages[pagesEach-1].End = t.Pages[len(t.Pages)-1].End
	return pages
}
