package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"

	"stet/claims"
	"stet/store/canonical"
)

// writer writes the rows of one change within a transaction.
type writer struct {
	ctx context.Context
	tx  *sql.Tx
	// prepared are the statements that were run so far, by their text. The
	// transaction closes them.
	prepared map[string]*sql.Stmt
	// event is what the events of the change have in common; its Seq is that
	// of the last one. It is nil where nothing is to be logged, because the
	// history is being replayed.
	event *claims.Event
	// stamped is the time of the event that was appended last, and stamp how it
	// is written: nearly all have the same.
	stamped time.Time
	stamp   string
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
	w := newUnlogged(ctx, tx)
	w.event = event
	return w, err
}

// newUnlogged returns a writer that logs nothing: of what is derived, and of
// what the history tells.
func newUnlogged(ctx context.Context, tx *sql.Tx) *writer {
	return &writer{ctx: ctx, tx: tx, prepared: map[string]*sql.Stmt{}, articles: map[string]string{}}
}

// putAll writes rows in their order, each unless the one before it failed.
func (w *writer) putAll(rows []row) error {
	for _, r := range rows {
		if err := r.put(w); err != nil {
			return fmt.Errorf("%s: %w", r.name(), err)
		}
	}
	return w.ctx.Err()
}

// exec runs a statement and returns how many rows it wrote. A statement is
// prepared once and then bound to each row's values. It is not cut short where
// the context ends, which putAll looks after: to be ready for that costs a
// goroutine for each row, which is more than the row does.
func (w *writer) exec(statement string, args ...any) (int64, error) {
	quick := context.WithoutCancel(w.ctx)
	prepared, ok := w.prepared[statement]
	if !ok {
		var err error
		if prepared, err = w.tx.PrepareContext(quick, statement); err != nil {
			return 0, explain(err)
		}
		w.prepared[statement] = prepared
	}
	result, err := prepared.ExecContext(quick, args...)
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
	var event []byte
	if row != nil {
		var err error
		if event, err = canonical.JSON(row); err != nil {
			return err
		}
	}
	return w.logEvent(article, table, key, event)
}

// logEvent does the same for a row that is in canonical form already.
func (w *writer) logEvent(article, table, key string, row []byte) error {
	if w.event == nil {
		return nil
	}
	w.event.Seq++
	e := *w.event
	e.Article, e.Table, e.Key, e.Row = article, table, key, row
	return w.append(e)
}

// append adds an event to the history as it is.
func (w *writer) append(e claims.Event) error {
	var row any
	if len(e.Row) > 0 {
		row = string(e.Row)
	}
	if w.stamp == "" || !e.At.Equal(w.stamped) {
		w.stamped, w.stamp = e.At, stampOf(e.At)
	}
	_, err := w.exec(`
		insert into history (seq, change_id, at, by, what, article, tbl, key, row)
		values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
		e.Seq, e.Change, w.stamp, e.By, e.What, e.Article, e.Table, e.Key, row)
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
