package store

import (
	"context"
	"database/sql"

	"stet/claims"
	"stet/sources"
)

// draftOf returns the article's current draft, empty where it has none.
func draftOf(ctx context.Context, q querier, a claims.Article) (claims.Draft, error) {
	d, _, err := one(ctx, q, scanDraft, `
		select article, digest, file, media_type, at, unit, segments, remarks, text
		from draft
		where article = :article and digest = :digest`,
		sql.Named("article", a.ID), sql.Named("digest", a.Draft))
	return d, err
}

func scanDraft(row scanner) (d claims.Draft, err error) {
	err = row.Scan(&d.Article, &d.Digest, &d.File, &d.MediaType, stamp{&d.At}, &d.Unit,
		list[sources.Segment]{&d.Segments}, list[claims.Remark]{&d.Remarks}, &d.Text)
	return d, err
}

// putDraft adds a draft. One that the article has had before stays as it was,
// but for what a newer reader makes of the same bytes.
func (w *writer) putDraft(d claims.Draft) error {
	written, err := w.exec(`
		insert into draft (article, digest, file, media_type, at, unit, segments, remarks, text)
		values (:article, :digest, :file, :media_type, :at, :unit, :segments, :remarks, :text)
		on conflict (article, digest) do update
		set unit = excluded.unit, segments = excluded.segments, remarks = excluded.remarks, text = excluded.text
		where unit <> excluded.unit or segments <> excluded.segments or remarks <> excluded.remarks or text <> excluded.text`,
		sql.Named("article", d.Article), sql.Named("digest", d.Digest), sql.Named("file", d.File),
		sql.Named("media_type", d.MediaType), sql.Named("at", stampOf(d.At)), sql.Named("unit", d.Unit),
		sql.Named("segments", list[sources.Segment]{&d.Segments}), sql.Named("remarks", list[claims.Remark]{&d.Remarks}),
		sql.Named("text", d.Text))
	if err != nil || written == 0 {
		return err
	}
	return w.log(d.Article, "draft", string(d.Digest), draftRow{d, stampOf(d.At)})
}

// draftRow is a draft as the history has it.
type draftRow struct {
	claims.Draft
	At string `json:"at"`
}
