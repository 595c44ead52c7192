package claims

import "errors"

// The errors that callers act on, wrapped with what they are about.
var (
	// ErrNotFound says that the ledger has no such thing.
	ErrNotFound = errors.New("not found")
	// ErrConflict says that the article changed between reading and writing,
	// so that the change must be made again on what is there now.
	ErrConflict = errors.New("changed by somebody else meanwhile")
)
