package store

import (
	"errors"
	"fmt"
	"slices"

	"github.com/mattn/go-sqlite3"

	"stet/claims"
)

// The errors that callers act on; test for them with errors.Is.
var (
	// ErrNotFound says that the ledger has no such thing.
	ErrNotFound = claims.ErrNotFound
	// ErrConflict says that somebody else was quicker: read again, and make
	// the change anew.
	ErrConflict = claims.ErrConflict
	// ErrReadOnly says that the ledger was opened only to be read, or that the
	// file system allows no more.
	ErrReadOnly = errors.New("ledger is read-only")
	// ErrOutdated says that the ledger is of an older version than the program,
	// and was not to be written to: opened for writing it is migrated.
	ErrOutdated = errors.New("it must be migrated first")
)

// notFound says that the ledger has no thing of that name.
func notFound(what, name string) error {
	err := fmt.Errorf("%s %q: %w", what, name, ErrNotFound)
	if what == "article" {
		return &claims.InputError{Err: err, Hint: "stet list shows every article's claims"}
	}
	return err
}

// explain puts what SQLite reports into the words of the errors above, and of
// people. Errors that it does not know come back as they are.
func explain(err error) error {
	var reported sqlite3.Error
	if !errors.As(err, &reported) {
		return err
	}
	switch reported.ExtendedCode {
	case sqlite3.ErrConstraintUnique, sqlite3.ErrConstraintPrimaryKey:
		return fmt.Errorf("%w (%w)", ErrConflict, err)
	case sqlite3.ErrConstraintForeignKey:
		return fmt.Errorf("it points to something that is not in the ledger (%w)", err)
	}
	switch reported.Code {
	case sqlite3.ErrReadonly:
		return fmt.Errorf("%w (%w)", ErrReadOnly, err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return fmt.Errorf("another program has had the ledger locked for %s (%w)", busyTimeout, err)
	case sqlite3.ErrCorrupt:
		return fmt.Errorf("the ledger is damaged (%w)", err)
	}
	return err
}

// isCode reports whether SQLite reported one of the codes.
func isCode(err error, codes ...sqlite3.ErrNo) bool {
	var reported sqlite3.Error
	return errors.As(err, &reported) && slices.Contains(codes, reported.Code)
}

// isExtended reports whether SQLite reported that extended code.
func isExtended(err error, code sqlite3.ErrNoExtended) bool {
	var reported sqlite3.Error
	return errors.As(err, &reported) && reported.ExtendedCode == code
}
