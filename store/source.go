package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"

	"stet/claims"
	"stet/sources"
)

// Sources returns every source by number.
func (l *Ledger) Sources(ctx context.Context) ([]claims.Evidence, error) {
	return sourcesOf(ctx, l.reader)
}

func sourcesOf(ctx context.Context, q querier) ([]claims.Evidence, error) {
	return collect(ctx, q, scanEvidence, `select `+evidenceColumns+` from source_view v order by v.number`)
}

// Source returns the source that a person means by name: its ID, its code in
// either case ("S-0007", "s-7"), its alias or its address, in this order. The
// error is ErrNotFound where it is none of them.
func (l *Ledger) Source(ctx context.Context, name string) (claims.Evidence, error) {
	e, ok, err := one(ctx, l.reader, scanEvidence, `
		select `+evidenceColumns+`
		from source_view v
		where :name <> '' and (v.source_id = :name or v.number = :number or v.alias = :name or v.address = :name)
		order by case when v.source_id = :name then 0 when v.number = :number then 1 when v.alias = :name then 2 else 3 end
		limit 1`,
		sql.Named("name", name), sql.Named("number", codeNumber(name)))
	if err == nil && !ok {
		err = notFound("source", name)
	}
	return e, err
}

// codeNumber returns the number in a source's code, 0 where s is none.
func codeNumber(s string) int {
	digits, ok := strings.CutPrefix(strings.ToUpper(s), "S-")
	n, err := strconv.ParseUint(digits, 10, 31)
	if !ok || err != nil {
		return 0
	}
	return int(n)
}

// evidenceColumns are the columns of source_view v that scanEvidence reads, in
// order.
const evidenceColumns = `v.source_id, v.number, v.alias, v.address, v.held, v.kind, v.kind_set, v.title, v.publisher, v.author,
	v.date, v.note, v.within, v.capture_id, v.attempted_at, v.state, v.reason, v.attempt_via, v.final_url,
	v.status, v.media_type, v.capture_snapshot, v.snapshot, v.via, v.taken_at`

func scanEvidence(row scanner) (e claims.Evidence, err error) {
	s, last := &e.Source, sources.Capture{}
	err = row.Scan(&s.ID, &s.Number, &s.Alias, &s.Address, &s.Held, &s.Kind, &s.KindSet, &s.Title, &s.Publisher, &s.Author,
		&s.Date, &s.Note, &s.Within, &last.ID, maybeStamp{&last.At}, &last.State, &last.Reason, &last.Via,
		&last.FinalURL, &last.Status, &last.MediaType, &last.Snapshot, &e.Snapshot, &e.Via,
		maybeStamp{&e.TakenAt})
	if last.ID != "" {
		last.Source, e.Last = s.ID, &last
	}
	return e, err
}

func (w *writer) putSource(s sources.Source) error {
	_, err := w.exec(`
		insert into source (id, number, alias, address, held, kind, kind_set, title, publisher, author, date, note, within)
		values (:id, :number, :alias, :address, :held, :kind, :kind_set, :title, :publisher, :author, :date, :note, :within)
		on conflict (id) do update
		set number = excluded.number, alias = excluded.alias, address = excluded.address, held = excluded.held,
			kind = excluded.kind, kind_set = excluded.kind_set, title = excluded.title, publisher = excluded.publisher,
			author = excluded.author, date = excluded.date, note = excluded.note, within = excluded.within`,
		sql.Named("id", s.ID), sql.Named("number", s.Number), sql.Named("alias", s.Alias), sql.Named("address", s.Address),
		sql.Named("held", s.Held), sql.Named("kind", s.Kind), sql.Named("kind_set", s.KindSet), sql.Named("title", s.Title),
		sql.Named("publisher", s.Publisher), sql.Named("author", s.Author), sql.Named("date", s.Date), sql.Named("note", s.Note),
		sql.Named("within", s.Within))
	if err != nil {
		return err
	}
	return w.log("", "source", s.ID, s)
}
