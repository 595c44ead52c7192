package cmd

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"stet/store"
)

// toBeMade makes the command work on a new ledger under another name where
// there is none yet. What it returns puts that in the ledger's place where all
// went well, and removes it otherwise.
func (o importOptions) toBeMade(env *Env) (place func(error) error, err error) {
	path := o.path(env)
	if vacant, err := store.Vacant(path); err != nil || !vacant {
		return func(err error) error { return err }, err
	}
	sweep(filepath.Dir(path), env.Now())
	made, err := os.MkdirTemp(filepath.Dir(path), beingMade)
	if err != nil {
		return nil, fmt.Errorf("make ledger: %w", err)
	}
	o.copied, o.unshared = filepath.Join(made, "stet.db"), true
	return func(err error) error {
		defer os.RemoveAll(made)
		if err != nil {
			return err
		}
		if err = store.Place(o.copied, path); errors.Is(err, store.ErrConflict) {
			return fmt.Errorf("another program made %s meanwhile, so that nothing was imported: import the table again", path)
		}
		return err
	}, nil
}

// beingMade is how the folder is called in which a new ledger is being made.
const beingMade = ".stet-import-*"

// abandoned is how long nothing is written to a ledger that is being made before
// it is taken for one whose program was killed.
const abandoned = 24 * time.Hour

// sweep removes the ledgers that programs which were killed left half made. What
// can't be removed is left: it is in nobody's way.
func sweep(dir string, now time.Time) {
	left, _ := filepath.Glob(filepath.Join(dir, beingMade))
	for _, folder := range left {
		made, err := os.Stat(filepath.Join(folder, "stet.db"))
		if err != nil {
			made, err = os.Stat(folder) // killed before there was a ledger
		}
		if err == nil && now.Sub(made.ModTime()) > abandoned {
			os.RemoveAll(folder)
		}
	}
}
