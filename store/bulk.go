package store

import (
	"context"
	"database/sql"

	"stet/claims"
)

// bulk is a change whose rows are put as they come. It reads within the same
// transaction, so that it sees what was put.
type bulk struct {
	ctx    context.Context
	writer *writer
	first  bool
}

// Put writes the rows of c.
func (b *bulk) Put(c *claims.Change) error {
	rows, err := rowsOf(c)
	if err != nil {
		return err
	}
	clear(b.writer.articles) // or it would grow with the change
	return b.writer.putAll(rows)
}

// IsFirst reports whether the ledger was empty before the change.
func (b *bulk) IsFirst() bool { return b.first }

// Article returns the article of that slug, or ErrNotFound.
func (b *bulk) Article(slug string) (claims.Article, error) {
	return articleBySlug(b.ctx, b.writer.tx, slug)
}

// Entry returns a claim by its number with what it cites, or ErrNotFound.
func (b *bulk) Entry(articleID string, number int) (e claims.Entry, err error) {
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

// Words yields the words of an article's claims by their numbers.
func (b *bulk) Words(articleID string, yield func(number int, words string) error) error {
	return each(b.ctx, b.writer.tx, func(row scanner) error {
		var number int
		var words string
		if err := row.Scan(&number, &words); err != nil {
			return err
		}
		return yield(number, words)
	}, `select c.number, c.text from claim c where c.article = :article order by c.number`, sql.Named("article", articleID))
}
