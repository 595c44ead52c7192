package store

import (
	"context"
	"database/sql"

	"stet/claims"
	"stet/store/canonical"
)

// citationColumns are the columns of citation t that scanCitation reads, in
// order.
const citationColumns = `t.id, t.claim, t.source, t.stance, t.grade, t.quote, t.page, t.page_end, t.paragraph, t.time,
	t.note, t.origin, t.made_by`

func scanCitation(row scanner) (t claims.Citation, err error) {
	err = row.Scan(citationFields(&t)...)
	return t, err
}

// citationFields returns where citationColumns are read to, in their order.
func citationFields(t *claims.Citation) []any {
	return []any{&t.ID, &t.Claim, &t.Source, &t.Stance, &t.Grade, &t.Quote, &t.Locator.Page, &t.Locator.PageEnd,
		&t.Locator.Paragraph, &t.Locator.Time, &t.Note, &t.Origin, &t.By}
}

// readyCitation is a citation with what the history has of it.
type readyCitation struct {
	claims.Citation
	event []byte
}

func readyCitations(all []claims.Citation) (ready []readyCitation, err error) {
	for _, t := range all {
		r := readyCitation{Citation: t}
		if r.event, err = canonical.JSON(t); err != nil {
			return nil, err
		}
		ready = append(ready, r)
	}
	return ready, nil
}

func (w *writer) putCitation(t claims.Citation) error {
	ready, err := readyCitations([]claims.Citation{t})
	if err != nil {
		return err
	}
	return w.putReadyCitation(ready[0])
}

// insertCitation takes the values in the order of its columns, as claims do.
const insertCitation = `
	insert into citation (id, claim, source, stance, grade, quote, page, page_end, paragraph, time, note, origin, made_by)
	values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
	on conflict (id) do update
	set claim = excluded.claim, source = excluded.source, stance = excluded.stance, grade = excluded.grade,
		quote = excluded.quote, page = excluded.page, page_end = excluded.page_end, paragraph = excluded.paragraph,
		time = excluded.time, note = excluded.note, origin = excluded.origin, made_by = excluded.made_by`

func (w *writer) putReadyCitation(t readyCitation) error {
	at := t.Locator
	_, err := w.exec(insertCitation,
		t.ID, t.Claim, t.Source, string(t.Stance), string(t.Grade), t.Quote, at.Page, at.PageEnd, at.Paragraph, at.Time, t.Note, t.Origin, t.By)
	if err != nil {
		return err
	}
	article, err := w.articleOf(t.Claim)
	if err != nil {
		return err
	}
	return w.logEvent(article, "citation", t.ID, t.event)
}

// removeCitation removes a citation, and with it what machines found on it.
func (w *writer) removeCitation(id string) error {
	claim, ok, err := one(w.ctx, w.tx, scanOne[string], `select claim from citation where id = :id`, sql.Named("id", id))
	if err != nil {
		return err
	}
	if !ok {
		return ErrNotFound
	}
	if _, err := w.exec(`delete from citation where id = :id`, sql.Named("id", id)); err != nil {
		return err
	}
	article, err := w.articleOf(claim)
	if err != nil {
		return err
	}
	return w.log(article, "citation", id, nil)
}

// CitationsOf returns the citations of a source by claims that are not cut, in
// every article.
func (l *Ledger) CitationsOf(ctx context.Context, sourceID string) ([]claims.CitedBy, error) {
	return collect(ctx, l.reader, scanCitedBy, `
		select a.slug, c.number, `+citationColumns+`
		from citation t
		join claim c on c.id = t.claim
		join article a on a.id = c.article
		where t.source = :source and c.cut = 0
		order by a.slug, c.number, t.id`,
		sql.Named("source", sourceID))
}

func scanCitedBy(row scanner) (c claims.CitedBy, err error) {
	err = row.Scan(append([]any{&c.Ref.Slug, &c.Ref.Number}, citationFields(&c.Citation)...)...)
	return c, err
}
