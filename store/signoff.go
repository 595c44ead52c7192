package store

import (
	"database/sql"

	"stet/claims"
)

func (w *writer) putSignOff(s claims.SignOff) error {
	_, err := w.exec(`
		insert into signoff (id, claim, verdict, proposed, note, signed_by, at, words, folded, proposed_folded,
			imported_by, lapsed)
		values (:id, :claim, :verdict, :proposed, :note, :by, :at, :words, :folded, :proposed_folded, :imported_by, :lapsed)`,
		sql.Named("id", s.ID), sql.Named("claim", s.Claim), sql.Named("verdict", s.Verdict), sql.Named("proposed", s.To),
		sql.Named("note", s.Note), sql.Named("by", s.By), sql.Named("at", stampOf(s.At)), sql.Named("words", s.Words),
		sql.Named("folded", claims.FoldWords(s.Words)), sql.Named("proposed_folded", claims.FoldWords(s.To)),
		sql.Named("imported_by", s.ImportedBy), sql.Named("lapsed", s.Lapsed))
	if err != nil {
		return err
	}
	for i, p := range s.Evidence {
		if err := w.putPin(s.ID, i, p); err != nil {
			return err
		}
	}
	article, err := w.articleOf(s.Claim)
	if err != nil {
		return err
	}
	s.Void = "" // worked out when it is read
	return w.log(article, "signoff", s.ID, signOffRow{s, stampOf(s.At)})
}

// signOffRow is a sign-off as the history has it, with its pins.
type signOffRow struct {
	claims.SignOff
	At string `json:"at"`
}

func (w *writer) putPin(signOff string, position int, p claims.Pin) error {
	_, err := w.exec(`
		insert into pin (signoff, position, citation, source, stance, quote, page, page_end, paragraph, time, snapshot,
			passage, folded)
		values (:signoff, :position, :citation, :source, :stance, :quote, :page, :page_end, :paragraph, :time,
			nullif(:snapshot, ''), :passage, :folded)`,
		sql.Named("signoff", signOff), sql.Named("position", position), sql.Named("citation", p.Citation),
		sql.Named("source", p.Source), sql.Named("stance", p.Stance), sql.Named("quote", p.Quote),
		sql.Named("page", p.Locator.Page), sql.Named("page_end", p.Locator.PageEnd),
		sql.Named("paragraph", p.Locator.Paragraph), sql.Named("time", p.Locator.Time), sql.Named("snapshot", p.Snapshot),
		sql.Named("passage", p.Passage), sql.Named("folded", claims.FoldWords(p.Passage)))
	return err
}

// signOffColumns are the columns of signoff_view s that scanSignOff reads, in
// order.
const signOffColumns = `s.signoff_id, s.claim_id, s.verdict, s.verdict_to, s.note, s.signed_by, s.signed_at, s.words, s.void,
	s.imported_by`

func scanSignOff(row scanner) (s claims.SignOff, err error) {
	err = row.Scan(&s.ID, &s.Claim, &s.Verdict, &s.To, &s.Note, &s.By, stamp{&s.At}, &s.Words, &s.Void, &s.ImportedBy)
	return s, err
}

// pinned is a pin and the sign-off that it belongs to.
type pinned struct {
	claim, signOff string
	pin            claims.Pin
}

// pinColumns are the columns of pin p, and of the sign-off s that it belongs to,
// that scanPin reads, in order.
const pinColumns = `s.claim, p.signoff, p.citation, p.source, p.stance, p.quote, p.page, p.page_end, p.paragraph, p.time,
	coalesce(p.snapshot, ''), p.passage`

func scanPin(row scanner) (p pinned, err error) {
	err = row.Scan(&p.claim, &p.signOff, &p.pin.Citation, &p.pin.Source, &p.pin.Stance, &p.pin.Quote, &p.pin.Locator.Page,
		&p.pin.Locator.PageEnd, &p.pin.Locator.Paragraph, &p.pin.Locator.Time, &p.pin.Snapshot, &p.pin.Passage)
	return p, err
}
