package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-sqlite3"

	"stet/claims"
)

// applicationID marks a file as a stet ledger: "stet" in ASCII, in the header
// field that SQLite keeps for it and file(1) shows.
const applicationID = 0x73746574

// open opens a ledger whose schema is to be the one given.
func open(ctx context.Context, path string, o Options, s schemaVersions) (*Ledger, error) {
	if err := checkPath(ctx, path, o, s); err != nil {
		return nil, err
	}
	l := &Ledger{path: path, readOnly: o.ReadOnly, unshared: o.Unshared}
	var err error
	open := openPool
	if o.Mapped {
		open = openMapped
	}
	if l.reader, err = open(path, readerAccess(path, o)); err != nil {
		return nil, err
	}
	if !o.ReadOnly {
		if l.writer, err = openPool(path, writerAccess(o)); err != nil {
			return nil, errors.Join(err, l.Close())
		}
	}
	if err := l.settleVersion(ctx, o, s); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// checkPath makes sure that there is a file that can be opened as asked, and
// makes it where that was asked.
func checkPath(ctx context.Context, path string, o Options, s schemaVersions) error {
	found, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && o.Create && !o.ReadOnly:
		return create(ctx, path, makerAccess(o), s)
	case errors.Is(err, fs.ErrNotExist):
		return &claims.InputError{
			Err:  fmt.Errorf("there is no ledger %s: %w", path, fs.ErrNotExist),
			Hint: "import a draft to make one, or name another with --ledger",
		}
	case err != nil:
		return fmt.Errorf("ledger: %w", err)
	case found.IsDir():
		return claims.Invalidf("%s is a folder, not a ledger", path)
	case !o.ReadOnly && !mayWrite(path):
		return fmt.Errorf("%s cannot be written to: %w", path, ErrReadOnly)
	}
	return nil
}

// openPool returns a pool of connections to the ledger. It connects to nothing
// yet.
func openPool(path string, a access) (*sql.DB, error) {
	name, err := dsn(path, a)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite3", name)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	switch a {
	case writing, making, writingAlone, makingAlone:
		db.SetMaxOpenConns(1)
	}
	return db, nil
}

// writerAccess says how the ledger is to be written.
func writerAccess(o Options) access {
	if o.Unshared {
		return writingAlone
	}
	return writing
}

// makerAccess says how the ledger is to be made.
func makerAccess(o Options) access {
	if o.Unshared {
		return makingAlone
	}
	return making
}

// share makes a ledger that was written alone one that others may open.
func share(writer *sql.DB) error {
	_, err := writer.Exec(`pragma journal_mode = wal`)
	return explain(err)
}

// readerAccess says how the ledger can be read. In a folder that cannot be
// written to SQLite cannot keep its log beside the file: then a file without a
// log is read as one that nobody changes, and one with a log is read with it.
func readerAccess(path string, o Options) access {
	switch {
	case !o.ReadOnly, mayWrite(path) && mayWrite(filepath.Dir(path)):
		return reading
	case hasLog(path):
		return readingLog
	}
	return immutable
}

// hasLog reports whether changes to the ledger stand in its log that are not in
// the file yet.
func hasLog(path string) bool {
	log, err := os.Stat(path + "-wal")
	return err == nil && log.Size() > 0
}

// settleVersion makes sure that the file is a ledger of the program's version,
// and migrates it where it is of an older one.
func (l *Ledger) settleVersion(ctx context.Context, o Options, s schemaVersions) error {
	id, version, err := readVersion(ctx, l.reader)
	switch {
	case err != nil:
		return refusal(l.path, err)
	case id != applicationID:
		return fmt.Errorf("%s is not a stet ledger", l.path)
	case version > s.latest():
		return fmt.Errorf("%s was made by a newer version of stet (ledger version %d, this program knows %d): use that version", l.path, version, s.latest())
	case version == s.latest():
		return nil
	case l.readOnly:
		return fmt.Errorf("%s is of ledger version %d, this program knows %d: %w (%w)", l.path, version, s.latest(), ErrOutdated, ErrReadOnly)
	}
	clock := o.Clock
	if clock == nil {
		clock = time.Now
	}
	return l.migrate(ctx, s, version, clock())
}

func readVersion(ctx context.Context, db querier) (id, version int, err error) {
	err = db.QueryRowContext(ctx, `select application_id, user_version from pragma_application_id, pragma_user_version`).Scan(&id, &version)
	return id, version, err
}

// refusal says why SQLite does not open the file at path.
func refusal(path string, err error) error {
	switch {
	case isCode(err, sqlite3.ErrNotADB):
		return fmt.Errorf("%s is not an SQLite file, so it is no ledger: %w", path, err)
	case isCode(err, sqlite3.ErrCantOpen, sqlite3.ErrReadonly):
		return fmt.Errorf("%s, or the folder it lies in, cannot be written to: %w (%w)", path, ErrReadOnly, err)
	}
	return fmt.Errorf("open ledger %s: %w", path, explain(err))
}
