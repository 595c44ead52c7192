package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/google/uuid"

	"stet/claims"
	"stet/store/canonical"
)

// writer writes the rows of one change within a transaction.
type writer struct {
	ctx context.Context
	tx  *sql.Tx
	// event is what the events of the change have in common; its Seq is that
	// of the last one. It is nil where nothing is to be logged, because the
	// history is being replayed.
	event *claims.Event
	// articles remembers which article a claim belongs to.
	articles map[string]string
}

// newWriter returns a writer that logs what it writes as one change.
func newWriter(ctx context.Context, tx *sql.Tx, c *claims.Change) (*writer, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return nil, fmt.Errorf("make an identifier: %w", err)
	}
	event := &claims.Event{Change: id.String(), At: c.At, By: c.By, What: c.What}
	event.Seq, err = lastEvent(ctx, tx)
	return &writer{ctx: ctx, tx: tx, event: event, articles: map[string]string{}}, err
}

// exec runs a statement and returns how many rows it wrote.
func (w *writer) exec(statement string, args ...any) (int64, error) {
	result, err := w.tx.ExecContext(w.ctx, statement, args...)
	if err != nil {
		return 0, explain(err)
	}
	return result.RowsAffected()
}

// log appends the event that a row was written; row is nil where it was
// removed.
func (w *writer) log(article, table, key string, row any) error {
	if w.event == nil {
		return nil
	}
	w.event.Seq++
	e := *w.event
	e.Article, e.Table, e.Key = article, table, key
	if row != nil {
		var err error
		if e.Row, err = canonical.JSON(row); err != nil {
			return err
		}
	}
	return w.append(e)
}

// append adds an event to the history as it is.
func (w *writer) append(e claims.Event) error {
	var row any
	if len(e.Row) > 0 {
		row = string(e.Row)
	}
	_, err := w.exec(`
		insert into history (seq, change_id, at, by, what, article, tbl, key, row)
		values (:seq, :change, :at, :by, :what, :article, :table, :key, :row)`,
		sql.Named("seq", e.Seq), sql.Named("change", e.Change), sql.Named("at", stampOf(e.At)), sql.Named("by", e.By),
		sql.Named("what", e.What), sql.Named("article", e.Article), sql.Named("table", e.Table), sql.Named("key", e.Key),
		sql.Named("row", row))
	return err
}

// articleOf returns the article that a claim belongs to, "" where the ledger
// has no such claim.
func (w *writer) articleOf(claim string) (string, error) {
	if id, ok := w.articles[claim]; ok || w.event == nil {
		return id, nil
	}
	article, _, err := one(w.ctx, w.tx, scanOne[string], `select article from claim where id = :claim`, sql.Named("claim", claim))
	w.articles[claim] = article
	return article, err
}
