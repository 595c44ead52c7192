package search

import (
	"context"
	"errors"
	"fmt"

	"stet/claims"
)

// attempts bounds how often an update begins again because another program made
// one meanwhile. Each does part of the work, so that none is lost.
const attempts = 100

// Index is the index of a ledger's words. It is for one goroutine.
type Index struct {
	tables Tables
	texts  Texts
	stems  stemmer
	// Progress is told, in a few words, what is being done; it may be nil.
	Progress func(what string)
	// Unwritable is told, once a kind, that what was new could not be written
	// down and how many texts that were; it may be nil.
	Unwritable func(of claims.Indexed, texts int, err error)

	kinds      []claims.Indexed // those that were updated
	parts      map[claims.Indexed][]*part
	unwritable error // why nothing can be written; nil while that is not known
	written    int   // how many texts of a kind this update wrote, for progress
}

// New returns the index in a ledger's tables.
func New(l interface {
	Tables
	Texts
}) *Index {
	return &Index{tables: l, texts: l, stems: stemmer{}, parts: map[claims.Indexed][]*part{}}
}

// Update brings the index of kinds of text up to date with the tables: it is to
// be called before they are searched, with all that are. What cannot be written
// down is kept in memory, so that an answer is never of less than all there is.
func (x *Index) Update(ctx context.Context, kinds ...claims.Indexed) error {
	x.kinds = kinds
	// Whatever is written moves the tables on to a later moment, at which there
	// may be more to write: nothing is, once all kinds are up to date at one.
	for range attempts {
		wrote, err := x.writeAll(ctx)
		if err != nil {
			return err
		}
		if wrote {
			continue
		}
		if err = x.loadAll(ctx); !errors.Is(err, errDamaged) {
			return err
		}
	}
	return errors.New("the index of words: other programs are writing it")
}

// writeAll writes down what is new of each kind. It reports whether it wrote
// anything, or somebody else did.
func (x *Index) writeAll(ctx context.Context) (wrote bool, err error) {
	for _, of := range x.kinds {
		x.written = 0
		for more := true; more && x.unwritable == nil; {
			more, err = x.write(ctx, of)
			wrote = wrote || more
			switch {
			case errors.Is(err, claims.ErrConflict):
				more, wrote = true, true
			case errors.Is(err, claims.ErrUnwritable):
				x.unwritable, wrote = err, true
			case errors.Is(err, errDamaged):
				more, wrote = true, true
				if err := x.drop(ctx, of); err != nil {
					return wrote, err
				}
			case err != nil:
				return wrote, fmt.Errorf("index of %s: %w", of, err)
			}
		}
	}
	return wrote, nil
}

// loadAll makes what the tables have of each kind, and what is new where it
// cannot be written, ready to be searched.
func (x *Index) loadAll(ctx context.Context) error {
	for _, of := range x.kinds {
		err := x.load(ctx, of)
		if err == nil && x.unwritable != nil {
			err = x.remember(ctx, of)
		}
		if errors.Is(err, errDamaged) && x.unwritable == nil {
			return errors.Join(err, x.drop(ctx, of))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// drop takes the index of a kind out of the tables, where nobody else was
// quicker.
func (x *Index) drop(ctx context.Context, of claims.Indexed) error {
	mark, err := x.tables.Mark(ctx, of)
	if err != nil {
		return err
	}
	err = x.tables.Put(ctx, Put{Of: of, Before: mark, After: claims.IndexMark{Version: Version}, Reset: true})
	if err != nil && !errors.Is(err, claims.ErrConflict) {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	return nil
}

// mending does what reads the index of a kind, and makes it anew where it turns
// out to be damaged: it can always be made of the rest.
func (x *Index) mending(ctx context.Context, of claims.Indexed, do func() error) error {
	err := do()
	if !errors.Is(err, errDamaged) {
		return err
	}
	if err := x.drop(ctx, of); err != nil {
		return err
	}
	if err := x.Update(ctx, x.kinds...); err != nil {
		return err
	}
	return do()
}

func (x *Index) progress(of claims.Indexed, n int) {
	if x.Progress != nil {
		x.Progress(fmt.Sprintf("indexing %s: %d", of, x.written+n))
	}
}

// errDamaged says that what the tables hold was not written by this package.
var errDamaged = errors.New("the index of words is damaged")
