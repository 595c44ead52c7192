package search

import (
	"cmp"
	"context"
	"errors"
	"regexp"
	"slices"

	"stet/claims"
)

// Recalled is a past claim that shares words with a text.
type Recalled struct {
	Claim claims.SearchedClaim
	// Score is from 0 to 1: how much of the weight of the text's words is in
	// the claim and its article's title, where 1 is what the text itself has.
	Score float64
	// Words are the text's words that are in the claim or the title, in small
	// letters, those that weigh most first.
	Words []string
	Marks []claims.Span // where they stand in the claim, in order
}

// address is what a post carries that no claim does.
var address = regexp.MustCompile(`(?i)(https?://|www\.|pic\.twitter\.com/|\bt\.co/)\S*`)

// Recall returns the n claims that share the most telling words with a text,
// the best first, but for those of the article except. Claims that were cut
// are among them. Web addresses in the text don't count. Of a text with more
// than 255 different words the first 255 count, and capped says so. The index
// of claims must have been updated.
func (x *Index) Recall(ctx context.Context, text, except string, n int) (all []Recalled, capped bool, err error) {
	asked := x.question(address.ReplaceAllLiteralString(text, " "))
	if capped = len(asked.words) > mostWords; capped {
		asked.words = asked.words[:mostWords]
	}
	p, err := x.propose(ctx, claims.IndexedClaims, asked.words, false, n)
	if err != nil || len(asked.words) == 0 {
		return nil, capped, err
	}
	whole := p.score(asked.terms, nil)
	seen := map[string]bool{}
	for _, proposal := range p.best() {
		if len(all) >= n && proposal.score+p.rest < all[n-1].Score {
			break
		}
		h, key, err := x.open(ctx, claims.IndexedClaims, proposal.place)
		switch {
		case errors.Is(err, claims.ErrNotFound), err == nil && (seen[key] || h.Claim.Article == except):
			continue
		case err != nil:
			return nil, capped, err
		}
		seen[key] = true
		if r := x.recalled(p, asked, h.Claim); r.Score > 0 {
			at, _ := slices.BinarySearchFunc(all, r, func(a, b Recalled) int { return cmp.Compare(b.Score, a.Score) })
			all = slices.Insert(all, at, r)
		}
	}
	all = all[:min(n, len(all))]
	for i := range all {
		r := &all[i]
		r.Score = min(1, r.Score/whole)
		if r.Claim.SignOff, err = x.texts.SignOff(ctx, r.Claim.ID); err != nil {
			return nil, capped, err
		}
	}
	return all, capped, nil
}

// question is a text to be recalled.
type question struct {
	words []asked
	terms []string          // of all its words, in order
	forms map[string]string // a word for each term
}

// question returns each word of a text once.
func (x *Index) question(text string) question {
	r := x.stems.read(text)
	q := question{terms: r.terms, forms: map[string]string{}}
	for i, t := range r.terms {
		if _, ok := q.forms[t]; !ok {
			q.forms[t] = r.words[i].Form
			q.words = append(q.words, asked{terms: []string{t, inTitle + t}})
		}
	}
	return q
}

// recalled compares a claim with a question. Its score is not yet a share.
func (x *Index) recalled(p proposed, q question, c claims.SearchedClaim) Recalled {
	body, title := x.stems.read(c.Text), x.stems.read(c.Title)
	r := Recalled{Claim: c, Score: p.score(body.terms, title.terms)}
	for _, w := range p.asked { // the rarest first
		t := w.terms[0]
		if slices.Contains(body.terms, t) || slices.Contains(title.terms, t) {
			r.Words = append(r.Words, q.forms[t])
		}
	}
	for i, w := range body.words {
		if _, ok := q.forms[body.terms[i]]; ok {
			r.Marks = append(r.Marks, w.Span)
		}
	}
	return r
}
