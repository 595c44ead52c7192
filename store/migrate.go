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

	"stet/claims"
	"stet/store/schema"
)

// schemaVersions is how a ledger's schema came to be: the migrations in order,
// each making a version of the one before, and the views on the last. Views
// are asked for only where a schema is made: opening a ledger needs none.
type schemaVersions struct {
	migrations []string
	views      func() ([]schema.View, error)
}

func currentSchema() (schemaVersions, error) {
	migrations, err := schema.SQLite()
	return schemaVersions{migrations: migrations, views: schema.Views}, err
}

// latest returns the version of a ledger that has every migration.
func (s schemaVersions) latest() int { return len(s.migrations) }

// create makes an empty ledger at path. It is made under another name and then
// linked, so that no half-made ledger is ever seen; where another program was
// quicker, its ledger stands. Only its owner can read it until they say
// otherwise: a ledger names people who spoke in confidence.
func create(ctx context.Context, path string, a access, s schemaVersions) error {
	made, err := os.CreateTemp(filepath.Dir(path), ".stet-*.new")
	if err != nil {
		return fmt.Errorf("make ledger: %w", err)
	}
	defer os.Remove(made.Name())
	if err := made.Close(); err != nil {
		return fmt.Errorf("make ledger: %w", err)
	}
	if err := build(ctx, made.Name(), a, s); err != nil {
		return fmt.Errorf("make ledger %s: %w", path, explain(err))
	}
	if err := link(made.Name(), path); err != nil && !errors.Is(err, os.ErrExist) {
		return fmt.Errorf("make ledger: %w", err)
	}
	return nil
}

// Place makes a ledger that was made under another name, and is closed, the one
// at path, once it is on the disk. The error is ErrConflict where another
// program was quicker.
func Place(made, path string) error {
	f, err := os.Open(made)
	if err != nil {
		return fmt.Errorf("make ledger: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("make ledger: %w", err)
	}
	err = link(made, path)
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%s was made meanwhile: %w", path, ErrConflict)
	}
	if err != nil {
		return fmt.Errorf("make ledger: %w", err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// syncFolder has the names in a folder written to the disk, where the system can:
// otherwise a ledger that is said to be made could be gone after a power cut.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// Vacant reports whether a ledger can be made at path, because no file has that
// name. The error is a claims.InputError where the log of a ledger that is gone
// still lies there: SQLite would take it for the new one's, and mix the two.
func Vacant(path string) (bool, error) {
	for _, suffix := range []string{"-wal", "-journal"} {
		log, err := os.Stat(path + suffix)
		if err != nil || log.Size() == 0 {
			continue
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return false, &claims.InputError{
				Err:  fmt.Errorf("%s is left of a ledger that is no longer there", path+suffix),
				Hint: "put that ledger back beside it, or delete it to begin a new one",
			}
		}
	}
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist), nil
}

// link gives a file a second name, which nothing may have.
func link(from, to string) error {
	if _, err := Vacant(to); err != nil {
		return err
	}
	err := os.Link(from, to)
	if err != nil && !errors.Is(err, os.ErrExist) {
		return renameNew(from, to) // not every file system has links
	}
	return err
}

// renameNew renames a file to a name that nothing may have. It takes the name
// first: renaming alone would replace what another program made there meanwhile.
func renameNew(from, to string) error {
	taken, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(taken.Close(), os.Rename(from, to)); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	return nil
}

func build(ctx context.Context, path string, a access, s schemaVersions) error {
	db, err := openPool(path, a)
	if err != nil {
		return err
	}
	err = upgrade(ctx, db, s)
	return errors.Join(err, db.Close())
}

// migrate brings an older ledger up to date. The copy is made first and stays.
func (l *Ledger) migrate(ctx context.Context, s schemaVersions, from int, now time.Time) error {
	copied := fmt.Sprintf("%s.v%d-%s.bak", l.path, from, now.UTC().Format("20060102T150405Z"))
	if err := l.copyTo(ctx, copied); err != nil {
		return fmt.Errorf("copy %s before it is migrated: %w", l.path, err)
	}
	if err := upgrade(ctx, l.writer, s); err != nil {
		return fmt.Errorf("migrate %s from ledger version %d to %d: %w (a copy is at %s)", l.path, from, s.latest(), explain(err), copied)
	}
	return nil
}

// copyTo copies the ledger, with what is still in its log, to a file that must
// not exist. The file is made first because SQLite would let everybody read it.
func (l *Ledger) copyTo(ctx context.Context, path string) error {
	made, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := made.Close(); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	if _, err := l.writer.ExecContext(ctx, `vacuum into :copy`, sql.Named("copy", path)); err != nil {
		return errors.Join(explain(err), os.Remove(path))
	}
	return nil
}

// upgrade runs the migrations that the ledger has not had, in one transaction.
// The version is read inside it, for another program may have been quicker.
func upgrade(ctx context.Context, db *sql.DB, s schemaVersions) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing once committed
	_, version, err := readVersion(ctx, tx)
	if err != nil {
		return err
	}
	if version >= s.latest() {
		return nil
	}
	steps, err := s.steps(version)
	if err != nil {
		return err
	}
	for _, statements := range steps {
		if _, err := tx.ExecContext(ctx, statements); err != nil {
			return err
		}
	}
	if version > 0 {
		if err := refold(ctx, tx); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// steps returns what makes the latest version of version: views are derived,
// so they are dropped and made anew.
func (s schemaVersions) steps(version int) ([]string, error) {
	var steps []string
	views, err := s.views()
	if err != nil {
		return nil, err
	}
	for _, v := range views {
		steps = append(steps, "drop view if exists "+v.Name)
	}
	steps = append(steps, s.migrations[version:]...)
	for _, v := range views {
		steps = append(steps, v.SQL)
	}
	return append(steps,
		fmt.Sprintf("pragma application_id = %d", applicationID),
		fmt.Sprintf("pragma user_version = %d", s.latest())), nil
}
