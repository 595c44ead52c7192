package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"stet/claims"
)

// Rebuild makes a new ledger at into, which must not exist, from nothing but
// this one's history and the bytes of its snapshots: the same history, and the
// tables as it tells them. What machines worked out is not in it. Where it
// fails it leaves no file.
func (l *Ledger) Rebuild(ctx context.Context, into string) error {
	if _, err := os.Lstat(into); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("rebuild: %s is there already", into)
	}
	made, err := Open(ctx, into, Options{Create: true})
	if err != nil {
		return fmt.Errorf("rebuild: %w", err)
	}
	err = made.update(ctx, func(tx *sql.Tx) error {
		w := newUnlogged(ctx, tx)
		return l.view(ctx, func(from querier) error { return w.rebuild(from) })
	})
	if err = errors.Join(err, made.Close()); err != nil {
		return errors.Join(fmt.Errorf("rebuild: %w", err), os.Remove(into))
	}
	return nil
}

func (w *writer) rebuild(from querier) error {
	err := events(w.ctx, from, w.replay, `select `+eventColumns+` from history order by seq`)
	if err != nil {
		return err
	}
	return each(w.ctx, from, w.copyBytes, `select digest, bytes, sum from snapshot_bytes`)
}

// replay does what an event says, and appends it.
func (w *writer) replay(e claims.Event) error {
	i := slices.IndexFunc(tables, func(t table) bool { return t.name == e.Table })
	if i < 0 {
		return fmt.Errorf("event %d: unknown table %q", e.Seq, e.Table)
	}
	put := func() error { return tables[i].replay(w, e.Row) }
	if len(e.Row) == 0 {
		put = func() error { return tables[i].drop(w, e.Key) }
	}
	if err := put(); err != nil {
		return fmt.Errorf("event %d: %w", e.Seq, err)
	}
	return w.append(e)
}

func (w *writer) copyBytes(row scanner) error {
	var digest, sum string
	var b []byte
	if err := row.Scan(&digest, &b, &sum); err != nil {
		return err
	}
	_, err := w.exec(`insert into snapshot_bytes (digest, bytes, sum) values (:digest, :bytes, :sum)`,
		sql.Named("digest", digest), sql.Named("bytes", b), sql.Named("sum", sum))
	return err
}
