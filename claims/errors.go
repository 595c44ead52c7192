package claims

import (
	"errors"
	"fmt"
)

// The errors that callers act on, wrapped with what they are about.
var (
	// ErrNotFound says that the ledger has no such thing.
	ErrNotFound = errors.New("not found")
	// ErrConflict says that the article changed between reading and writing,
	// so that the change must be made again on what is there now.
	ErrConflict = errors.New("changed by somebody else meanwhile")
)

// InputError is an error in what a person handed in: nothing was changed, and
// handing in something else can mend it.
type InputError struct {
	Err  error
	Hint string // what to do, where the error itself does not say it
}

// Error returns the message without the hint.
func (e *InputError) Error() string { return e.Err.Error() }

// Unwrap returns the wrapped error.
func (e *InputError) Unwrap() error { return e.Err }

// Invalidf returns an InputError; %w wraps as in fmt.Errorf.
func Invalidf(format string, args ...any) error {
	return &InputError{Err: fmt.Errorf(format, args...)}
}
