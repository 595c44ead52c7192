package store

import (
	"context"
	"database/sql"
	"errors"

	"stet/claims"
)

// bulk is a change whose rows are put as they come: they are written while the
// next ones are made ready. It reads within the same transaction, so that it
// sees what was put.
type bulk struct {
	ctx     context.Context
	writer  *writer
	first   bool
	writing chan error // has the outcome of the rows being written; nil where none are
}

// Put writes the rows of c. Its error may be of the rows that were put before.
func (b *bulk) Put(c *claims.Change) error {
	rows, err := rowsOf(c)
	if err := errors.Join(b.wait(), err); err != nil {
		return err
	}
	clear(b.writer.articles) // or it would grow with the change
	b.writing = make(chan error, 1)
	go func() { b.writing <- b.writer.putAll(rows) }()
	return nil
}

// wait returns once all that was put is written.
func (b *bulk) wait() error {
	if b.writing == nil {
		return nil
	}
	err := <-b.writing
	b.writing = nil
	return err
}

// IsFirst reports whether the ledger was empty before the change.
func (b *bulk) IsFirst() bool { return b.first }

// Sources returns every source by number.
func (b *bulk) Sources() ([]claims.Evidence, error) {
	if err := b.wait(); err != nil {
		return nil, err
	}
	return sourcesOf(b.ctx, b.writer.tx)
}

// Article returns the article of that slug, or ErrNotFound.
func (b *bulk) Article(slug string) (a claims.Article, err error) {
	if err := b.wait(); err != nil {
		return a, err
	}
	return articleBySlug(b.ctx, b.writer.tx, slug)
}

// Entry returns a claim by its number with what it cites, or ErrNotFound.
func (b *bulk) Entry(articleID string, number int) (e claims.Entry, err error) {
	if err := b.wait(); err != nil {
		return e, err
	}
	tx := b.writer.tx
	claim, ok, err := one(b.ctx, tx, scanClaim, `
		select `+claimColumns+` from claim c where c.article = :article and c.number = :number`,
		sql.Named("article", articleID), sql.Named("number", number))
	if err == nil && !ok {
		err = claims.ErrNotFound
	}
	if err != nil {
		return e, err
	}
	e.Claim = claim
	id := sql.Named("claim", claim.ID)
	e.Citations, err = collect(b.ctx, tx, scanCitation, `select `+citationColumns+` from citation t where t.claim = :claim order by t.id`, id)
	if err != nil {
		return e, err
	}
	sign, ok, err := one(b.ctx, tx, scanSignOff, `select `+signOffColumns+` from signoff_view s where s.claim_id = :claim`, id)
	if ok {
		e.SignOff = &sign
	}
	return e, err
}

// Asked returns what was asked about a claim.
func (b *bulk) Asked(claimID string) (queries []claims.Query, replies []claims.Reply, err error) {
	if err := b.wait(); err != nil {
		return nil, nil, err
	}
	id := sql.Named("claim", claimID)
	queries, err = collect(b.ctx, b.writer.tx, scanAsked, `select `+queryColumns+` from query q where q.claim = :claim order by q.number`, id)
	if err != nil {
		return nil, nil, err
	}
	replies, err = collect(b.ctx, b.writer.tx, scanReply, `select `+replyColumns+` from reply y where y.claim = :claim order by y.id`, id)
	return queries, replies, err
}

// Words yields the words of an article's claims by their numbers.
func (b *bulk) Words(articleID string, yield func(number int, words string) error) error {
	if err := b.wait(); err != nil {
		return err
	}
	return each(b.ctx, b.writer.tx, func(row scanner) error {
		var number int
		var words string
		if err := row.Scan(&number, &words); err != nil {
			return err
		}
		return yield(number, words)
	}, `select c.number, c.text from claim c where c.article = :article order by c.number`, sql.Named("article", articleID))
}
