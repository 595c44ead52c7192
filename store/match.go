package store

import (
	"database/sql"

	"stet/claims"
)

// matched is a match and the claim that it is for.
type matched struct {
	claim string
	match claims.Match
}

// matchColumns are the columns of match m, and of its citation t, that
// scanMatch reads, in order.
const matchColumns = `t.claim, m.citation, m.snapshot, m.class, m.span_start, m.span_end, m.page, m.wrong_page, m.difference`

func scanMatch(row scanner) (f matched, err error) {
	m := &f.match
	err = row.Scan(&f.claim, &m.Citation, &m.Snapshot, &m.Class, &m.Start, &m.End, &m.Page, &m.WrongPage,
		list[claims.Edit]{&m.Difference})
	return f, err
}

func (w *writer) putMatch(m claims.Match) error {
	_, err := w.exec(`
		insert into match (citation, snapshot, class, span_start, span_end, page, wrong_page, difference)
		values (:citation, :snapshot, :class, :start, :end, :page, :wrong_page, :difference)`,
		sql.Named("citation", m.Citation), sql.Named("snapshot", m.Snapshot), sql.Named("class", m.Class),
		sql.Named("start", m.Start), sql.Named("end", m.End), sql.Named("page", m.Page),
		sql.Named("wrong_page", m.WrongPage), sql.Named("difference", list[claims.Edit]{&m.Difference}))
	return err
}
