package store

import (
	"context"
	"database/sql"

	"stet/claims"
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

func (w *writer) putCitation(t claims.Citation) error {
	_, err := w.exec(`
		insert into citation (id, claim, source, stance, grade, quote, page, page_end, paragraph, time, note, origin, made_by)
		values (:id, :claim, :source, :stance, :grade, :quote, :page, :page_end, :paragraph, :time, :note, :origin, :made_by)
		on conflict (id) do update
		set claim = excluded.claim, source = excluded.source, stance = excluded.stance, grade = excluded.grade,
			quote = excluded.quote, page = excluded.page, page_end = excluded.page_end, paragraph = excluded.paragraph,
			time = excluded.time, note = excluded.note, origin = excluded.origin, made_by = excluded.made_by`,
		sql.Named("id", t.ID), sql.Named("claim", t.Claim), sql.Named("source", t.Source), sql.Named("stance", t.Stance),
		sql.Named("grade", t.Grade), sql.Named("quote", t.Quote), sql.Named("page", t.Locator.Page),
		sql.Named("page_end", t.Locator.PageEnd), sql.Named("paragraph", t.Locator.Paragraph),
		sql.Named("time", t.Locator.Time), sql.Named("note", t.Note), sql.Named("origin", t.Origin), sql.Named("made_by", t.By))
	if err != nil {
		return err
	}
	article, err := w.articleOf(t.Claim)
	if err != nil {
		return err
	}
	return w.log(article, "citation", t.ID, t)
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
