package store

import (
	"database/sql/driver"

	"stet/claims"
	"stet/store/canonical"
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

// readyClaim is a claim with all that can be worked out of it before the ledger
// is locked.
type readyClaim struct {
	claims.Claim
	values []any  // of insertClaim
	event  []byte // as the history has it
}

func readyClaims(all []claims.Claim) ([]readyClaim, error) {
	ready := make([]readyClaim, len(all))
	for i, c := range all {
		values, err := claimValues(c)
		if err != nil {
			return nil, err
		}
		event, err := canonical.JSON(c)
		if err != nil {
			return nil, err
		}
		ready[i] = readyClaim{Claim: c, values: values, event: event}
	}
	return ready, nil
}

// claimValues returns the values of insertClaim, in its order.
func claimValues(c claims.Claim) ([]any, error) {
	var lists [4]driver.Value
	for i, l := range []driver.Valuer{
		list[claims.Span]{&c.Spans}, list[string]{&c.Reasons}, list[claims.Attribution]{&c.Attributions}, list[claims.Remark]{&c.Remarks},
	} {
		var err error
		if lists[i], err = l.Value(); err != nil {
			return nil, err
		}
	}
	r, spans, reasons, attributions, remarks := c.Review, lists[0], lists[1], lists[2], lists[3]
	return []any{
		c.ID, c.Article, c.Number, c.Text, claims.FoldWords(c.Text), spans, c.Prefix, c.Suffix, c.SpansBy, string(c.Place),
		string(c.Label), c.LabelBy, string(c.Priority), reasons, c.Cut, c.Speaker(), attributions, remarks, c.By,
		r.Claimant, string(r.ClaimantKind), r.ClaimantURL, r.ClaimDate, r.Appearance, r.URL, r.Date,
		r.Rating.Value, r.Rating.Best, r.Rating.Name, r.Rated, c.IsAnonymous(),
	}, nil
}

func (w *writer) putClaim(c claims.Claim) error {
	ready, err := readyClaims([]claims.Claim{c})
	if err != nil {
		return err
	}
	return w.putReadyClaim(ready[0])
}

// insertClaim takes the values in the order of its columns: a million of them
// are bound a third faster by their places than by name.
const insertClaim = `
	insert into claim (id, article, number, text, folded, spans, prefix, suffix, spans_by, place, label, label_by,
		priority, reasons, cut, speaker, attributions, remarks, made_by,
		claimant, claimant_kind, claimant_url, claim_date, appearance, review_url, review_date,
		rating_value, rating_best, rating_name, rated_words, anonymous)
	values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
		?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)
	on conflict (id) do update
	set number = excluded.number, text = excluded.text, folded = excluded.folded, spans = excluded.spans,
		prefix = excluded.prefix, suffix = excluded.suffix, spans_by = excluded.spans_by, place = excluded.place,
		label = excluded.label, label_by = excluded.label_by, priority = excluded.priority, reasons = excluded.reasons, cut = excluded.cut, speaker = excluded.speaker, attributions = excluded.attributions,
		remarks = excluded.remarks, made_by = excluded.made_by, claimant = excluded.claimant,
		claimant_kind = excluded.claimant_kind, claimant_url = excluded.claimant_url, claim_date = excluded.claim_date,
		appearance = excluded.appearance, review_url = excluded.review_url, review_date = excluded.review_date,
		rating_value = excluded.rating_value, rating_best = excluded.rating_best, rating_name = excluded.rating_name,
		rated_words = excluded.rated_words, anonymous = excluded.anonymous`

func (w *writer) putReadyClaim(c readyClaim) error {
	if _, err := w.exec(insertClaim, c.values...); err != nil {
		return err
	}
	w.articles[c.ID] = c.Article
	return w.logEvent(c.Article, "claim", c.ID, c.event)
}
