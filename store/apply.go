package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"stet/claims"
	"stet/sources"
)

// Apply writes a change: its rows and one history event for each, all or
// nothing. A row that the ledger has already, word for word, of a snapshot or
// draft is not written again. Errors name the row.
//
// The error is ErrConflict where the article's history moved past c.After, or
// a number, slug, alias or address that must be unique is taken; ErrReadOnly
// where nothing may be written. Text that could not be read back as it was,
// because it is not UTF-8 or holds a NUL, is refused.
func (l *Ledger) Apply(ctx context.Context, c *claims.Change) error {
	if l.readOnly {
		return fmt.Errorf("%s: %w", l.path, ErrReadOnly)
	}
	rows, err := rowsOf(c)
	if err != nil {
		return err
	}
	return l.write(ctx, c, func(w *writer) error { return w.putAll(rows) })
}

// ApplyBulk writes a change whose rows fill puts one after another, all or
// nothing, in bounded memory: c says what Apply is told but the rows. Nothing
// else can be written to the ledger meanwhile. The errors are those of Apply,
// and fill's.
func (l *Ledger) ApplyBulk(ctx context.Context, c *claims.Change, fill func(claims.Bulk) error) error {
	if l.readOnly {
		return fmt.Errorf("%s: %w", l.path, ErrReadOnly)
	}
	if err := checkText(claims.Event{By: c.By, What: c.What}); err != nil {
		return fmt.Errorf("change: %w", err)
	}
	return l.write(ctx, c, func(w *writer) error {
		b := &bulk{ctx: ctx, writer: w, first: w.event.Seq == 0}
		err := fill(b)
		return errors.Join(err, b.wait())
	})
}

// write makes one change of what put writes.
func (l *Ledger) write(ctx context.Context, c *claims.Change, put func(*writer) error) error {
	return l.update(ctx, func(tx *sql.Tx) error {
		if err := checkVersion(ctx, tx, c); err != nil {
			return err
		}
		w, err := newWriter(ctx, tx, c)
		if err != nil {
			return err
		}
		return put(w)
	})
}

// checkVersion refuses a change that was built on an article as it no longer
// is.
func checkVersion(ctx context.Context, tx *sql.Tx, c *claims.Change) error {
	if c.Article == "" {
		return nil
	}
	now, err := lastEventOf(ctx, tx, c.Article)
	if err != nil {
		return err
	}
	if now > c.After {
		return fmt.Errorf("article: %w", ErrConflict)
	}
	return nil
}

// row is one row of a change on its way into the ledger.
type row struct {
	name func() string // for errors: "claim C-0012"
	put  func(w *writer) error
}

// rowsOf returns the rows of a change in an order in which each points only to
// those before it. What needs no lock on the ledger is done here: text is
// checked, snapshots are compressed, and most events are put into words.
func rowsOf(c *claims.Change) ([]row, error) {
	if err := checkText(claims.Event{By: c.By, What: c.What}); err != nil {
		return nil, fmt.Errorf("change: %w", err)
	}
	packed, err := packAll(c.Snapshots)
	written, wrong := readyClaims(c.Claims)
	cited, alsoWrong := readyCitations(c.Citations)
	err = errors.Join(err, wrong, alsoWrong)
	var rows []row
	add(&rows, &err, "snapshot", packed, packedContent.name, (*writer).putContent)
	add(&rows, &err, "source", c.Sources, sources.Source.Code, (*writer).putSource)
	add(&rows, &err, "capture", c.Captures, func(c sources.Capture) string { return c.ID }, (*writer).putCapture)
	add(&rows, &err, "article", c.Articles, func(a claims.Article) string { return a.Slug }, (*writer).putArticle)
	add(&rows, &err, "draft", c.Drafts, func(d claims.Draft) string { return d.Digest.Short() }, (*writer).putDraft)
	add(&rows, &err, "claim", written, readyClaim.Code, (*writer).putReadyClaim)
	add(&rows, &err, "part", c.Parts, func(p claims.Part) string { return p.Claim }, (*writer).putPart)
	add(&rows, &err, "citation", cited, func(t readyCitation) string { return t.ID }, (*writer).putReadyCitation)
	add(&rows, &err, "citation", c.Uncited, func(id string) string { return id }, (*writer).removeCitation)
	add(&rows, &err, "sign-off", c.SignOffs, func(s claims.SignOff) string { return s.ID }, (*writer).putSignOff)
	add(&rows, &err, "query", c.Queries, func(q claims.Query) string { return q.ID }, (*writer).putQuery)
	add(&rows, &err, "reply", c.Replies, func(r claims.Reply) string { return r.ID }, (*writer).putReply)
	add(&rows, &err, "reply", c.Dropped, func(id string) string { return id }, (*writer).removeReply)
	return rows, err
}

// add appends the values of one kind to rows, unless something failed before.
func add[T any](rows *[]row, failed *error, what string, values []T, name func(T) string, put func(*writer, T) error) {
	for _, v := range values {
		if *failed != nil {
			return
		}
		called := func() string { return fmt.Sprintf("%s %q", what, name(v)) }
		if err := checkText(v); err != nil {
			*failed = fmt.Errorf("%s: %w", called(), err)
		}
		*rows = append(*rows, row{name: called, put: func(w *writer) error { return put(w, v) }})
	}
}
