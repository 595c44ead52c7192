package store

import (
	"database/sql/driver"
	"strconv"
	"strings"

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
	values []any  // of claimWritten
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

// claimValues returns the values of claimWritten.
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
		string(c.Label), c.LabelBy, string(c.Priority), reasons, c.Cut, c.Speaker(), attributions, remarks, c.By, c.IsAnonymous(),
		r.Claimant, string(r.ClaimantKind), r.ClaimantURL, r.ClaimDate, r.Appearance, r.URL, r.Date,
		r.Rating.Value, r.Rating.Best, r.Rating.Name, r.Rated,
	}, nil
}

func (w *writer) putClaim(c claims.Claim) error {
	ready, err := readyClaims([]claims.Claim{c})
	if err != nil {
		return err
	}
	return w.putReadyClaim(ready[0])
}

// claimWritten lists the columns of claim in the order of claimValues, those of
// its review last. All but the first two are written over where the claim is
// there already.
var claimWritten = []string{
	"id", "article", "number", "text", "folded", "spans", "prefix", "suffix", "spans_by", "place", "label", "label_by",
	"priority", "reasons", "cut", "speaker", "attributions", "remarks", "made_by", "anonymous",
	"claimant", "claimant_kind", "claimant_url", "claim_date", "appearance", "review_url", "review_date",
	"rating_value", "rating_best", "rating_name", "rated_words",
}

// reviewWritten is where the columns of the review begin.
const reviewWritten = 20

// The statements that write a claim. One without a review, as nearly all are,
// leaves its columns at their defaults, which are those of an empty one.
var insertClaim, insertUnreviewed = claimStatement(len(claimWritten)), claimStatement(reviewWritten)

// claimStatement writes a claim by the first n of claimWritten. Values are bound
// by their places: for a million claims that takes a third less time than by
// name.
func claimStatement(n int) string {
	places, sets := make([]string, n), make([]string, 0, len(claimWritten))
	for i := range places {
		places[i] = "?" + strconv.Itoa(i+1)
	}
	for _, column := range claimWritten[2:] {
		sets = append(sets, column+" = excluded."+column)
	}
	return `insert into claim (` + strings.Join(claimWritten[:n], ", ") + `) values (` + strings.Join(places, ", ") +
		`) on conflict (id) do update set ` + strings.Join(sets, ", ")
}

func (w *writer) putReadyClaim(c readyClaim) error {
	statement := insertClaim
	if c.Review == (claims.Review{}) {
		statement, c.values = insertUnreviewed, c.values[:reviewWritten]
	}
	if _, err := w.exec(statement, c.values...); err != nil {
		return err
	}
	w.articles[c.ID] = c.Article
	return w.logEvent(c.Article, "claim", c.ID, c.event)
}
