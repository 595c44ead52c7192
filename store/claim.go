package store

import (
	"database/sql"

	"stet/claims"
)

// claimColumns are the columns of claim c that scanClaim reads, in order.
const claimColumns = `c.id, c.article, c.number, c.text, c.spans, c.prefix, c.suffix, c.spans_by,
	c.place, c.label, c.label_by, c.priority, c.reasons, c.cut, c.attributions, c.remarks, c.made_by`

func scanClaim(row scanner) (c claims.Claim, err error) {
	err = row.Scan(&c.ID, &c.Article, &c.Number, &c.Text, list[claims.Span]{&c.Spans}, &c.Prefix, &c.Suffix, &c.SpansBy, &c.Place, &c.Label, &c.LabelBy,
		&c.Priority, list[string]{&c.Reasons}, &c.Cut, list[claims.Attribution]{&c.Attributions},
		list[claims.Remark]{&c.Remarks}, &c.By)
	return c, err
}

func (w *writer) putClaim(c claims.Claim) error {
	_, err := w.exec(`
		insert into claim (id, article, number, text, folded, spans, prefix, suffix, spans_by, place, label, label_by,
			priority, reasons, cut, speaker, attributions, remarks, made_by)
		values (:id, :article, :number, :text, :folded, :spans, :prefix, :suffix, :spans_by, :place, :label, :label_by,
			:priority, :reasons, :cut, :speaker, :attributions, :remarks, :made_by)
		on conflict (id) do update
		set number = excluded.number, text = excluded.text, folded = excluded.folded, spans = excluded.spans,
			prefix = excluded.prefix, suffix = excluded.suffix, spans_by = excluded.spans_by, place = excluded.place,
			label = excluded.label, label_by = excluded.label_by, priority = excluded.priority, reasons = excluded.reasons, cut = excluded.cut, speaker = excluded.speaker, attributions = excluded.attributions,
			remarks = excluded.remarks, made_by = excluded.made_by`,
		sql.Named("id", c.ID), sql.Named("article", c.Article), sql.Named("number", c.Number), sql.Named("text", c.Text),
		sql.Named("folded", claims.FoldWords(c.Text)), sql.Named("spans", list[claims.Span]{&c.Spans}),
		sql.Named("prefix", c.Prefix), sql.Named("suffix", c.Suffix), sql.Named("spans_by", c.SpansBy),
		sql.Named("place", c.Place), sql.Named("label", c.Label), sql.Named("label_by", c.LabelBy),
		sql.Named("priority", c.Priority), sql.Named("reasons", list[string]{&c.Reasons}), sql.Named("cut", c.Cut),
		sql.Named("speaker", c.Speaker()), sql.Named("attributions", list[claims.Attribution]{&c.Attributions}),
		sql.Named("remarks", list[claims.Remark]{&c.Remarks}), sql.Named("made_by", c.By))
	if err != nil {
		return err
	}
	w.articles[c.ID] = c.Article
	return w.log(c.Article, "claim", c.ID, c)
}
