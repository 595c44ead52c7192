package desk

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"stet/claims"
)

// Ask puts a question about a claim to somebody: to the article's author where
// to is empty. It is open until it is answered.
func (d *Desk) Ask(ctx context.Context, by string, ref claims.Ref, question, to string) (claims.Query, error) {
	if err := mustSay("a query", by, question); err != nil {
		return claims.Query{}, err
	}
	var asked claims.Query
	err := d.change(ctx, func() (*claims.Change, error) {
		dossier, entry, err := d.Claim(ctx, ref)
		if err != nil {
			return nil, err
		}
		if entry.Claim.Cut {
			return nil, claims.Invalidf("%s was cut: there is nothing to ask", ref)
		}
		c := d.beginOn(dossier, "query")
		c.By = by
		asked = claims.Query{
			ID: d.NewID(), Claim: entry.Claim.ID, Number: nextQuery(entry.Queries), Question: question,
			To: cmp.Or(to, dossier.Article.Author), By: by, At: c.At,
		}
		c.Queries = []claims.Query{asked}
		return c, nil
	})
	return asked, err
}

// Answer records what was answered to a query of a claim, given by its number;
// 0 stands for the only one that is open. Where from is empty, the answer is that
// of whom was asked, or else of who records it.
func (d *Desk) Answer(ctx context.Context, by string, ref claims.Ref, number int, answer, from string) (claims.Query, error) {
	if err := mustSay("an answer", by, answer); err != nil {
		return claims.Query{}, err
	}
	var answered claims.Query
	err := d.change(ctx, func() (*claims.Change, error) {
		dossier, entry, err := d.Claim(ctx, ref)
		if err != nil {
			return nil, err
		}
		if answered, err = openQuery(ref, entry.Queries, number); err != nil {
			return nil, err
		}
		c := d.beginOn(dossier, "query answer")
		c.By = by
		answered.Answer, answered.AnsweredBy, answered.AnsweredAt = answer, cmp.Or(from, answered.To, by), c.At
		c.Queries = []claims.Query{answered}
		return c, nil
	})
	return answered, err
}

// openQuery returns the query of a claim that a person means, which must be
// open: an answer is never written over.
func openQuery(ref claims.Ref, asked []claims.Query, number int) (claims.Query, error) {
	var open []claims.Query
	for _, q := range asked {
		switch {
		case q.Number == number && !q.IsOpen():
			return claims.Query{}, claims.Invalidf("query %d of %s has been answered: put another one", number, ref)
		case q.IsOpen() && (number == 0 || q.Number == number):
			open = append(open, q)
		}
	}
	switch {
	case len(open) == 1:
		return open[0], nil
	case len(open) > 1:
		return claims.Query{}, claims.Invalidf("%s has %d open queries: say which by its number", ref, len(open))
	case number > 0:
		return claims.Query{}, claims.Invalidf("%s has no query %d", ref, number)
	}
	return claims.Query{}, claims.Invalidf("%s has no open query", ref)
}

func nextQuery(asked []claims.Query) int {
	last := 0
	for _, q := range asked {
		last = max(last, q.Number)
	}
	return last + 1
}

// mustSay refuses what nobody says, or what says nothing.
func mustSay(what, by, words string) error {
	switch {
	case strings.TrimSpace(by) == "":
		return fmt.Errorf("%s: %w", what, ErrNobody)
	case strings.TrimSpace(words) == "":
		return claims.Invalidf("%s needs words", what)
	}
	return nil
}
