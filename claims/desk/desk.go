// Package desk is the workflow of a checking desk: a draft is imported, its
// sources are captured, its claims verified and signed off. It decides what to
// write and leaves reading, fetching and storing to what it is given, so that
// it does no I/O of its own and reads no clock.
package desk

import (
	"context"
	"errors"
	"time"

	"stet/claims"
	"stet/claims/audit"
	"stet/claims/verify"
	"stet/sources"
)

// Ledger is what the desk needs of the ledger; *store.Ledger is one.
type Ledger interface {
	Article(ctx context.Context, slug string) (claims.Article, error)
	Dossier(ctx context.Context, slug string) (*claims.Dossier, error)
	Sources(ctx context.Context) ([]claims.Evidence, error)
	Source(ctx context.Context, name string) (claims.Evidence, error)
	Bytes(ctx context.Context, d sources.Digest) ([]byte, sources.Snapshot, error)
	Text(ctx context.Context, d sources.Digest, reader string) (*sources.Text, error)
	Apply(ctx context.Context, c *claims.Change) error
	ApplyBulk(ctx context.Context, c *claims.Change, fill func(claims.Bulk) error) error
	Captures(ctx context.Context, sourceID string) ([]sources.Capture, error)
	CitationsOf(ctx context.Context, sourceID string) ([]claims.CitedBy, error)
	History(ctx context.Context, slug string, after int64, yield func(claims.Event) error) error
	PutTexts(ctx context.Context, reader string, texts map[sources.Digest]*sources.Text) error
	PutVerification(ctx context.Context, articleID string, v claims.Verification) (bool, error)
	Audited(ctx context.Context, slug string, read func(d *claims.Dossier, query claims.Asking) error) error
	QueryStranger(ctx context.Context, query string, args map[string]any, yield func(columns []string, values []any) error) error
}

// Reader turns bytes into text; *text.Library is one. A document without
// words is not an error: its Text is unread.
type Reader interface {
	Read(ctx context.Context, b []byte, o sources.ReadOptions) (*sources.Text, error)
}

// Fetcher gets the bytes of an address, or a web archive's copy of them;
// *fetch.Fetcher is one.
type Fetcher interface {
	Fetch(ctx context.Context, r sources.Request) sources.Fetched
	Memento(ctx context.Context, address string, at time.Time) sources.Fetched
	SaveNow(ctx context.Context, address string) sources.Fetched
}

// Desk runs the workflow for one person on one ledger. Every field must be
// set but Fetcher, without which nothing is captured.
type Desk struct {
	Ledger  Ledger
	Reader  Reader
	Fetcher Fetcher
	// ReaderVersion names the readers' version, stored with what they read.
	ReaderVersion string
	// GuessKind says what kind of source a text looks like, "" where nothing
	// speaks.
	GuessKind func(t *sources.Text, address string) sources.Kind
	By        string           // who works; "stet" where nobody gave a name
	Now       func() time.Time // the clock
	NewID     func() string    // makes UUIDv7s
	// Dir is the folder to which the addresses of file sources are relative:
	// the ledger's.
	Dir string
	// OCR has pages that are pictures recognised, where they were not yet.
	OCR bool
	// Parallel is how many sources are fetched at a time, those included that
	// wait to be asked for again; at least 1.
	Parallel int
	// Policy is the newsroom's, and OwnRules are its own; there may be none.
	Policy   audit.Policy
	OwnRules []audit.Rule
	// Alike tells which sources are one; it may be nil.
	Alike verify.Alike
	// Rests tells that one source has it from another; it may be nil.
	Rests verify.Rests
	// Progress is told, in a few words, what is being done; it may be nil.
	Progress func(what string)
}

// attempts bounds how often a change is made again because another process
// was quicker. Each attempt reads the ledger afresh, so that one loser a round
// is the worst case.
const attempts = 8

// change makes a change and applies it, again from the start where the article
// changed meanwhile. A nil or empty change is applied by doing nothing.
func (d *Desk) change(ctx context.Context, build func() (*claims.Change, error)) error {
	var err error
	for range attempts {
		var c *claims.Change
		if c, err = build(); err != nil {
			return err
		}
		if c == nil || c.IsEmpty() {
			return nil
		}
		if err = d.Ledger.Apply(ctx, c); !errors.Is(err, claims.ErrConflict) {
			return err
		}
	}
	return err
}

// begin returns an empty change made now, by whoever works.
func (d *Desk) begin(what string) *claims.Change {
	return &claims.Change{By: d.By, What: what, At: d.Now()}
}

// beginOn returns an empty change built on a dossier.
func (d *Desk) beginOn(dossier *claims.Dossier, what string) *claims.Change {
	c := d.begin(what)
	c.Article, c.After = dossier.Article.ID, dossier.Version
	return c
}

func (d *Desk) progress(what string) {
	if d.Progress != nil {
		d.Progress(what)
	}
}
