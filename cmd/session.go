package cmd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/google/uuid"

	"stet/claims/desk"
	"stet/sources/fetch"
	"stet/sources/text"
	"stet/store"
)

// session is an open ledger with a desk at it.
type session struct {
	env     *Env
	ledger  *store.Ledger
	library *text.Library
	fetcher *fetch.Fetcher // nil where the ledger is only read
	desk    *desk.Desk
}

// access says what a command will do with the ledger.
type access int

const (
	readOnly  access = iota // it must be there, and is not changed
	readWrite               // it must be there
	create                  // it is made where it is absent
)

func (g *global) path(env *Env) string {
	switch {
	case g.ledger != "":
		return g.ledger
	case env.Getenv("STET_LEDGER") != "":
		return env.Getenv("STET_LEDGER")
	}
	return "stet.db"
}

// name returns who works, or "" where nobody is named.
func (g *global) name(env *Env) string {
	switch {
	case g.by != "":
		return g.by
	case env.Getenv("STET_BY") != "":
		return env.Getenv("STET_BY")
	}
	return env.GitName()
}

// openLedger opens a ledger. One of an older version is migrated by whatever
// command comes first, those included that only read.
func openLedger(ctx context.Context, path string, o store.Options) (*store.Ledger, error) {
	ledger, err := store.Open(ctx, path, o)
	if !errors.Is(err, store.ErrOutdated) {
		return ledger, err
	}
	writable := o
	writable.ReadOnly = false
	if ledger, err = store.Open(ctx, path, writable); err != nil {
		return nil, err
	}
	if err := ledger.Close(); err != nil {
		return nil, err
	}
	return store.Open(ctx, path, o)
}

// onCopy makes the command work on a copy of the ledger, or on a new one where
// there is none, in a folder that the returned function removes.
func (g *global) onCopy(ctx context.Context, env *Env) (done func(), err error) {
	dir, err := os.MkdirTemp("", "stet-")
	if err != nil {
		return nil, err
	}
	done = func() { os.RemoveAll(dir) }
	g.copied = filepath.Join(dir, "stet.db")
	if _, err := os.Stat(g.path(env)); err == nil {
		if err := store.Copy(ctx, g.path(env), g.copied); err != nil {
			done()
			return nil, err
		}
	}
	return done, nil
}

// open opens the ledger and sets up a desk at it. The caller closes it.
func (g *global) open(ctx context.Context, env *Env, as access, f fetch.Options) (*session, error) {
	path := g.path(env)
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	if g.copied != "" {
		path = g.copied
	}
	policy, own, err := readPolicy(dir, g.rules)
	if err != nil {
		return nil, err
	}
	ledger, err := openLedger(ctx, path, store.Options{ReadOnly: as == readOnly, Create: as == create, Unshared: g.unshared, Mapped: g.mapped, Clock: env.Now})
	if err != nil {
		return nil, err
	}
	s := &session{env: env, ledger: ledger, library: newLibrary(env)}
	s.desk = &desk.Desk{
		Ledger: ledger, Reader: s.library, ReaderVersion: text.Version, GuessKind: text.GuessKind,
		By: "stet", Now: env.Now, NewID: newID, Dir: filepath.ToSlash(dir), Progress: progress(env),
		Alike: newAlike(), Rests: newRests(), Policy: policy, OwnRules: own,
	}
	if as == readOnly {
		return s, nil // whoever only reads needs neither a name nor a network
	}
	f.Dir = dir
	if f.UserAgent == "" {
		f.UserAgent = "stet/" + version + " (fact-checking; one page, cited by a reporter)"
	}
	s.fetcher = fetch.New(f)
	s.desk.Parallel = 2 * s.fetcher.Parallel() // as many again may be waiting for a host that is busy
	s.desk.Fetcher = s.fetcher
	if name := g.name(env); name != "" {
		s.desk.By = name
	}
	return s, nil
}

// close closes the session and adds what went wrong in closing to err: a
// ledger that can't be closed cleanly is not finished.
func (s *session) close(err *error) {
	*err = errors.Join(*err, s.library.Close(), s.ledger.Close())
}

// newLibrary returns the document readers, which read in a child process where
// env has a program for it, and keep what is slow to make (the compiled PDF
// sandbox) among the user's caches.
func newLibrary(env *Env) *text.Library {
	cache := env.Getenv("XDG_CACHE_HOME")
	if home := env.Getenv("HOME"); cache == "" && home != "" {
		cache = filepath.Join(home, ".cache")
	}
	if cache != "" {
		cache = filepath.Join(cache, "stet")
	}
	return text.NewLibrary(text.Setup{CacheDir: cache, Program: env.ReadingChild})
}

// newID returns a UUIDv7 (RFC 9562): it sorts by the time it was made.
func newID() string { return uuid.Must(uuid.NewV7()).String() }

// progress shows what is being done, on one line that is written over, where
// somebody is looking.
func progress(env *Env) func(string) {
	if !env.Chatty {
		return nil
	}
	return func(what string) { fmt.Fprintf(env.Stderr, "\r\x1b[K%s", clean(what)) }
}

// done wipes the progress line before the answer is printed.
func (s *session) done() {
	if s.env.Chatty {
		fmt.Fprint(s.env.Stderr, "\r\x1b[K")
	}
}

// folderOf returns the folder of a file relative to the ledger's, with
// slashes, as the ledger addresses files; "-" stands in the working folder.
func (s *session) folderOf(file string) (string, error) {
	dir := "."
	if file != "-" {
		dir = filepath.Dir(file)
	}
	return s.address(dir)
}

// address returns a path on this machine as the ledger addresses it: relative
// to the ledger's folder, so that both can be moved together.
func (s *session) address(file string) (string, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	if rel, err := filepath.Rel(filepath.FromSlash(s.desk.Dir), abs); err == nil {
		return filepath.ToSlash(rel), nil
	}
	return filepath.ToSlash(abs), nil
}
