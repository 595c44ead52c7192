package store

import (
	"database/sql"

	"stet/claims"
)

// claimColumns are the columns of claim c that scanClaim reads, in order.
const claimColumns = `c.id, c.article, c.number, c.text, c.spans, c.prefix, c.suffix, c.spans_by,
	c.place, c.label, c.label_by, c.priority, c.reasons, c.cut, c.attributions, c.remarks, c.made_by,
	c.claimant, c.claimant_kind, c.claimant_url, c.claim_date, c.appearance, c.review_url, c.review_date,
	c.rating_value, c.rating_best, c.rating_name, c.rated_words`

func scanClaim(row scanner) (c claims.Claim, err error) {
	r := &c.Review
	err = row.Scan(&c.ID, &c.Article, &c.Number, &c.Text, list[claims.Span]{&c.Spans}, &c.Prefix, &c.Suffix, &c.SpansBy, &c.Place, &c.Label, &c.LabelBy,
		&c.Priority, list[string]{&c.Reasons}, &c.Cut, list[claims.Attribution]{&c.Attributions},
		list[claims.Remark]{&c.Remarks}, &c.By,
		&r.Claimant, &r.ClaimantKind, &r.ClaimantURL, &r.ClaimDate, &r.Appearance, &r.URL, &r.Date,
		&r.Rating.Value, &r.Rating.Best, &r.Rating.Name, &r.Rated)
	return c, err
}

func (w *writer) putClaim(c claims.Claim) error {
	_, err := w.exec(`
		insert into claim (id, article, number, text, folded, spans, prefix, suffix, spans_by, place, label, label_by,
			priority, reasons, cut, speaker, anonymous, attributions, remarks, made_by,
			claimant, claimant_kind, claimant_url, claim_date, appearance, review_url, review_date,
			rating_value, rating_best, rating_name, rated_words)
		values (:id, :article, :number, :text, :folded, :spans, :prefix, :suffix, :spans_by, :place, :label, :label_by,
			:priority, :reasons, :cut, :speaker, :anonymous, :attributions, :remarks, :made_by,
			:claimant, :claimant_kind, :claimant_url, :claim_date, :appearance, :review_url, :review_date,
			:rating_value, :rating_best, :rating_name, :rated_words)
		on conflict (id) do update
		set number = excluded.number, text = excluded.text, folded = excluded.folded, spans = excluded.spans,
			prefix = excluded.prefix, suffix = excluded.suffix, spans_by = excluded.spans_by, place = excluded.place,
			label = excluded.label, label_by = excluded.label_by, priority = excluded.priority, reasons = excluded.reasons, cut = excluded.cut, speaker = excluded.speaker, anonymous = excluded.anonymous, attributions = excluded.attributions,
			remarks = excluded.remarks, made_by = excluded.made_by, claimant = excluded.claimant,
			claimant_kind = excluded.claimant_kind, claimant_url = excluded.claimant_url, claim_date = excluded.claim_date,
			appearance = excluded.appearance, review_url = excluded.review_url, review_date = excluded.review_date,
			rating_value = excluded.rating_value, rating_best = excluded.rating_best, rating_name = excluded.rating_name,
			rated_words = excluded.rated_words`,
		append(reviewArgs(c.Review),
			sql.Named("id", c.ID), sql.Named("article", c.Article), sql.Named("number", c.Number), sql.Named("text", c.Text),
			sql.Named("folded", claims.FoldWords(c.Text)), sql.Named("spans", list[claims.Span]{&c.Spans}),
			sql.Named("prefix", c.Prefix), sql.Named("suffix", c.Suffix), sql.Named("spans_by", c.SpansBy),
			sql.Named("place", c.Place), sql.Named("label", c.Label), sql.Named("label_by", c.LabelBy),
			sql.Named("priority", c.Priority), sql.Named("reasons", list[string]{&c.Reasons}), sql.Named("cut", c.Cut),
			sql.Named("speaker", c.Speaker()), sql.Named("anonymous", c.IsAnonymous()), sql.Named("attributions", list[claims.Attribution]{&c.Attributions}),
			sql.Named("remarks", list[claims.Remark]{&c.Remarks}), sql.Named("made_by", c.By))...)
	if err != nil {
		return err
	}
	w.articles[c.ID] = c.Article
	return w.log(c.Article, "claim", c.ID, c)
}

// reviewArgs names the values of the columns that hold a claim's review.
func reviewArgs(r claims.Review) []any {
	return []any{
		sql.Named("claimant", r.Claimant), sql.Named("claimant_kind", r.ClaimantKind), sql.Named("claimant_url", r.ClaimantURL),
		sql.Named("claim_date", r.ClaimDate), sql.Named("appearance", r.Appearance), sql.Named("review_url", r.URL),
		sql.Named("review_date", r.Date), sql.Named("rating_value", r.Rating.Value), sql.Named("rating_best", r.Rating.Best),
		sql.Named("rating_name", r.Rating.Name), sql.Named("rated_words", r.Rated),
	}
}
