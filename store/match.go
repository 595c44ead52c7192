package store

import (
	"database/sql"
	"unicode/utf8"

	"stet/claims"
)

// matched is a match and the claim that it is for.
type matched struct {
	claim string
	match claims.Match
}

// matchColumns are the columns of match m, and of its citation t, that
// scanMatch reads, in order.
const matchColumns = `t.claim, m.citation, m.snapshot, m.class, m.span_start, m.span_end, m.page, m.wrong_page, m.difference,
	m.exact, m.prefix, m.suffix, m.characters`

func scanMatch(row scanner) (f matched, err error) {
	m := &f.match
	err = row.Scan(&f.claim, &m.Citation, &m.Snapshot, &m.Class, &m.Start, &m.End, &m.Page, &m.WrongPage,
		list[claims.Edit]{&m.Difference}, &m.Selector.Exact, &m.Selector.Prefix, &m.Selector.Suffix, &m.Selector.Start)
	m.Selector.End = m.Selector.Start + utf8.RuneCountInString(m.Selector.Exact)
	return f, err
}

func (w *writer) putMatch(m claims.Match) error {
	_, err := w.exec(`
		insert into match (citation, snapshot, class, span_start, span_end, page, wrong_page, difference,
			exact, prefix, suffix, characters, folded)
		values (:citation, :snapshot, :class, :start, :end, :page, :wrong_page, :difference,
			:exact, :prefix, :suffix, :characters, :folded)`,
		sql.Named("citation", m.Citation), sql.Named("snapshot", m.Snapshot), sql.Named("class", m.Class),
		sql.Named("start", m.Start), sql.Named("end", m.End), sql.Named("page", m.Page),
		sql.Named("wrong_page", m.WrongPage), sql.Named("difference", list[claims.Edit]{&m.Difference}),
		sql.Named("exact", m.Selector.Exact), sql.Named("prefix", m.Selector.Prefix), sql.Named("suffix", m.Selector.Suffix),
		sql.Named("characters", m.Selector.Start), sql.Named("folded", claims.FoldWords(m.Selector.Exact)))
	return err
}
