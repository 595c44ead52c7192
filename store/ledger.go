// Package store keeps the ledger: one SQLite file that holds articles, claims,
// evidence, verdicts and the history of all that was ever written. It is the
// only package that knows SQLite.
//
// What people and imports write goes through Apply, one transaction and one
// history event a row. What machines can work out again (texts, matches,
// findings) is put beside it and is not in the history.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
)

// Options says how a ledger is to be opened.
type Options struct {
	// ReadOnly refuses every write with ErrReadOnly. Such a ledger may lie in
	// a folder, or on a medium, that cannot be written to.
	ReadOnly bool
	// Create makes the ledger where there is none.
	Create bool
	// Unshared says that no other program knows the file yet, such as one that
	// is made under another name: it is written without a log, which is faster,
	// and is no ledger if the program or the machine stops before Close.
	Unshared bool
	// Mapped reads the file through the operating system's memory, up to 2 GiB
	// of it, which makes reading all of a ledger faster. A disk that fails
	// meanwhile, or a file that another program cuts short, then ends the
	// program at once, and not with an error.
	Mapped bool
	// Clock names the copy that is made before an older ledger is migrated;
	// nil means the system's. Nothing else reads a clock.
	Clock func() time.Time
}

// Ledger is an open ledger. It may be used by several goroutines, and by
// several programs, at once; call Close when done.
type Ledger struct {
	path     string
	readOnly bool
	reader   *sql.DB
	// writer has one connection, made when something is first written: within
	// a program writers would only wait for each other. It is nil where
	// readOnly.
	writer   *sql.DB
	unshared bool
}

// Open opens the ledger at path. A ledger made by an older version of the
// program is migrated, after a copy is put beside it. The errors say in one
// sentence why the file cannot be used; a missing file is a claims.InputError
// with a hint.
func Open(ctx context.Context, path string, o Options) (*Ledger, error) {
	current, err := currentSchema()
	if err != nil {
		return nil, err
	}
	return open(ctx, path, o, current)
}

// Path returns the path that the ledger was opened with.
func (l *Ledger) Path() string { return l.path }

// Close closes the ledger. When the last program has closed it, the ledger is
// one file again, safe to copy.
func (l *Ledger) Close() error {
	err := l.reader.Close()
	if l.writer == nil {
		return err
	}
	if l.unshared {
		err = errors.Join(err, share(l.writer))
	}
	return errors.Join(err, l.writer.Close())
}

// view runs read in one read transaction, so that everything it reads is of
// one moment. It waits for no writer.
func (l *Ledger) view(ctx context.Context, read func(q querier) error) error {
	// Not a sql.Tx, and not to be cancelled: either would cost a goroutine for
	// each query, which is most of what a short one takes.
	quick := context.WithoutCancel(ctx)
	conn, err := l.reader.Conn(ctx)
	if err != nil {
		return explain(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(quick, `begin`); err != nil {
		return explain(err)
	}
	defer conn.ExecContext(quick, `rollback`) // there is nothing to commit
	return read(conn)
}

// viewTwice is view with a second connection that reads at the same moment, so
// that two goroutines can read. Where somebody wrote just then there is one.
func (l *Ledger) viewTwice(ctx context.Context, read func(q ...querier) error) error {
	quick := context.WithoutCancel(ctx)
	second, err := l.reader.Conn(ctx)
	if err != nil {
		return explain(err)
	}
	defer second.Close()
	before, err := dataVersion(quick, second)
	if err != nil {
		return err
	}
	return l.view(ctx, func(first querier) error {
		if _, err := lastEvent(quick, first); err != nil { // the moment is that of the first reading
			return err
		}
		if _, err := second.ExecContext(quick, `begin`); err != nil {
			return explain(err)
		}
		defer second.ExecContext(quick, `rollback`)
		after, err := dataVersion(quick, second)
		if err != nil {
			return err
		}
		if after != before {
			return read(first)
		}
		return read(first, second)
	})
}

// dataVersion returns a number that is another once any other connection has
// written.
func dataVersion(ctx context.Context, q querier) (int64, error) {
	version, _, err := one(ctx, q, scanOne[int64], `pragma data_version`)
	return version, err
}

// update runs write in one immediate transaction: all of it or nothing.
func (l *Ledger) update(ctx context.Context, write func(tx *sql.Tx) error) error {
	if l.readOnly {
		return ErrReadOnly
	}
	tx, err := l.writer.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	defer tx.Rollback() // does nothing once committed
	if err := write(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", explain(err))
	}
	return nil
}
