package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/mattn/go-sqlite3"

	"stet/claims"
)

// Index is the index of the ledger's words, which claims/search makes and
// reads, and what it leads to. It is of the moment at which it was opened, or
// of that after the last Put. It is for one goroutine; call Close when done.
type Index struct {
	ledger *Ledger
	conn   *sql.Conn
	last   paged // the text of which a page was found last
}

// OpenIndex opens the index of the ledger's words.
func (l *Ledger) OpenIndex(ctx context.Context) (*Index, error) {
	conn, err := l.reader.Conn(ctx)
	if err != nil {
		return nil, explain(err)
	}
	x := &Index{ledger: l, conn: conn}
	if err := x.exec(ctx, `begin`); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return x, nil
}

// Close closes the index, and not the ledger.
func (x *Index) Close() error {
	return errors.Join(x.exec(context.Background(), `rollback`), x.conn.Close())
}

func (x *Index) exec(ctx context.Context, statement string) error {
	_, err := x.conn.ExecContext(context.WithoutCancel(ctx), statement)
	return explain(err)
}

// renew makes what is read be of now.
func (x *Index) renew(ctx context.Context) error {
	x.last = paged{}
	return errors.Join(x.exec(ctx, `rollback`), x.exec(ctx, `begin`))
}

// Mark returns how far the index of a kind goes: the zero mark where there is
// none.
func (x *Index) Mark(ctx context.Context, of claims.Indexed) (claims.IndexMark, error) {
	return markOf(ctx, x.conn, of)
}

func markOf(ctx context.Context, q querier, of claims.Indexed) (claims.IndexMark, error) {
	mark, _, err := one(ctx, q, func(row scanner) (m claims.IndexMark, err error) {
		err = row.Scan(&m.Version, &m.Through)
		return m, err
	}, `select version, through from search_mark where kind = :kind`, sql.Named("kind", of))
	return mark, err
}

// Put brings the index of a kind up to date, all or nothing; afterwards what
// is read is of that moment. The error is claims.ErrConflict where another
// program was quicker, and claims.ErrUnwritable where the ledger is read-only
// or locked.
func (x *Index) Put(ctx context.Context, p claims.IndexPut) error {
	// The reader lets go first: it would keep the log of what is written from
	// being taken into the file.
	if err := x.renew(ctx); err != nil {
		return err
	}
	patient, err := x.ledger.hurry(ctx)
	if err != nil {
		return unwritable(err)
	}
	defer patient()
	err = x.ledger.update(ctx, func(tx *sql.Tx) error {
		mark, err := markOf(ctx, tx, p.Of)
		if err == nil && mark != p.Before {
			err = claims.ErrConflict
		}
		if err != nil {
			return err
		}
		return newUnlogged(ctx, tx).putIndex(p)
	})
	return errors.Join(unwritable(err), x.renew(ctx))
}

// unwritable says why nothing can be written, where that is what err says.
func unwritable(err error) error {
	switch {
	case errors.Is(err, ErrReadOnly), isCode(err, sqlite3.ErrCantOpen):
		return fmt.Errorf("%w: it is read-only (%w)", claims.ErrUnwritable, err)
	case isCode(err, sqlite3.ErrBusy, sqlite3.ErrLocked):
		return fmt.Errorf("%w: another program is writing to it (%w)", claims.ErrUnwritable, err)
	case isCode(err, sqlite3.ErrFull):
		return fmt.Errorf("%w: %w", claims.ErrUnwritable, err)
	}
	return err
}

// indexPatience is how long an index waits to be written while another program
// writes to the ledger: somebody is waiting for an answer, which can be given
// without.
const indexPatience = 2 * time.Second

// hurry has writes wait no longer than that, until the function that it
// returns is called.
func (l *Ledger) hurry(ctx context.Context) (patient func(), err error) {
	if l.readOnly {
		return func() {}, nil
	}
	wait := func(d time.Duration) error {
		_, err := l.writer.ExecContext(context.WithoutCancel(ctx), fmt.Sprintf(`pragma busy_timeout = %d`, d.Milliseconds()))
		return err
	}
	return func() { wait(busyTimeout) }, wait(indexPatience)
}

func (w *writer) putIndex(p claims.IndexPut) error {
	if p.Reset {
		if _, err := w.exec(`delete from search_segment where kind = :kind`, sql.Named("kind", p.Of)); err != nil {
			return err
		}
	}
	for _, id := range p.Replaced {
		if _, err := w.exec(`delete from search_segment where id = :id`, sql.Named("id", id)); err != nil {
			return err
		}
	}
	if p.Segment.Documents > 0 {
		if err := w.putSegment(p); err != nil {
			return err
		}
	}
	_, err := w.exec(`
		insert into search_mark (kind, version, through) values (:kind, :version, :through)
		on conflict (kind) do update set version = excluded.version, through = excluded.through`,
		sql.Named("kind", p.Of), sql.Named("version", p.After.Version), sql.Named("through", p.After.Through))
	return err
}

func (w *writer) putSegment(p claims.IndexPut) error {
	s := p.Segment
	result, err := w.tx.ExecContext(w.ctx, `
		insert into search_segment (kind, documents, words, numbers, lengths)
		values (:kind, :documents, :words, :numbers, :lengths)`,
		sql.Named("kind", p.Of), sql.Named("documents", s.Documents), sql.Named("words", s.Words),
		sql.Named("numbers", p.Numbers), sql.Named("lengths", s.Lengths))
	if err != nil {
		return explain(err)
	}
	id, err := result.LastInsertId()
	if err != nil {
		return err
	}
	insert, err := w.tx.PrepareContext(w.ctx, `insert into search_posting (segment, term, documents, places) values (?, ?, ?, ?)`)
	if err != nil {
		return explain(err)
	}
	defer insert.Close()
	for _, t := range p.Postings {
		if _, err := insert.ExecContext(w.ctx, id, t.Term, t.Documents, t.Places); err != nil {
			return explain(err)
		}
	}
	return nil
}

// Segments returns the segments of a kind by ID.
func (x *Index) Segments(ctx context.Context, of claims.Indexed) ([]claims.Segment, error) {
	return collect(ctx, x.conn, func(row scanner) (s claims.Segment, err error) {
		err = row.Scan(&s.ID, &s.Documents, &s.Words, &s.Lengths)
		return s, err
	}, `select id, documents, words, lengths from search_segment where kind = :kind order by id`, sql.Named("kind", of))
}

// Numbers returns the coded numbers of a segment's documents.
func (x *Index) Numbers(ctx context.Context, segment int64) ([]byte, error) {
	coded, _, err := one(ctx, x.conn, scanOne[[]byte], `select numbers from search_segment where id = :segment`, sql.Named("segment", segment))
	return coded, err
}

// Postings yields every posting of a segment by term.
func (x *Index) Postings(ctx context.Context, segment int64, yield func(claims.Posting)) error {
	return each(ctx, x.conn, func(row scanner) error {
		var p claims.Posting
		if err := row.Scan(&p.Term, &p.Documents, &p.Places); err != nil {
			return err
		}
		yield(p)
		return nil
	}, `select term, documents, places from search_posting where segment = :segment order by term`, sql.Named("segment", segment))
}

// Counts returns how many documents of a kind have each of some terms; terms
// that none has are left out.
func (x *Index) Counts(ctx context.Context, of claims.Indexed, terms []string) (map[string]int, error) {
	counts := map[string]int{}
	err := each(ctx, x.conn, func(row scanner) error {
		var term string
		var n int
		err := row.Scan(&term, &n)
		counts[term] += n
		return err
	}, `
		select p.term, p.documents
		from search_segment s
		cross join json_each(:terms) t
		cross join search_posting p on p.segment = s.id and p.term = t.value
		where s.kind = :kind`, sql.Named("terms", list[string]{&terms}), sql.Named("kind", of))
	return counts, err
}

// Places yields the coded places of some terms in a segment; they are not to
// be kept.
func (x *Index) Places(ctx context.Context, segment int64, terms []string, yield func(coded []byte) error) error {
	return each(ctx, x.conn, func(row scanner) error {
		var coded sql.RawBytes
		if err := row.Scan(&coded); err != nil {
			return err
		}
		return yield(coded)
	}, `
		select p.places
		from json_each(:terms) t
		cross join search_posting p on p.segment = :segment and p.term = t.value`,
		sql.Named("terms", list[string]{&terms}), sql.Named("segment", segment))
}

// Terms returns the terms of a kind that begin with a prefix, those first that
// most documents have, n at most, with how many have each.
func (x *Index) Terms(ctx context.Context, of claims.Indexed, prefix string, n int) ([]claims.Posting, error) {
	return collect(ctx, x.conn, func(row scanner) (p claims.Posting, err error) {
		err = row.Scan(&p.Term, &p.Documents)
		return p, err
	}, `
		select p.term, sum(p.documents) as documents
		from search_segment s
		cross join search_posting p on p.segment = s.id and p.term >= :prefix and p.term < :beyond
		where s.kind = :kind
		group by p.term
		order by documents desc, p.term
		limit :n`,
		sql.Named("prefix", prefix), sql.Named("beyond", prefix+"\U0010ffff"), sql.Named("kind", of), sql.Named("n", n))
}
