package search

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/kljensen/snowball/english"

	"stet/claims"
)

// Recalled is a past claim that shares words with a text.
type Recalled struct {
	Claim claims.SearchedClaim
	// Score is from 0.01 to 1: how much of the weight of the text's words is in
	// the claim and its article's title, where 1 is what the text itself has.
	Score float64
	// Words are the text's words that are in the claim or the title, in small
	// letters, those that weigh most first, but for what weighs next to nothing.
	Words []string
	Marks []claims.Span // where they stand in the claim, in order
}

// address is what a post carries that no claim does.
var address = regexp.MustCompile(`(?i)(https?://|www\.|pic\.twitter\.com/|\bt\.co/)\S*`)

// Recall returns the n claims that share the most telling words with a text,
// the best first and of equal ones the oldest, but for those of the article
// except. Claims that were cut are among them. Web addresses in the text don't
// count. Of a text with more than MostWords different words the first count,
// and capped says so. The index of claims must have been updated.
func (x *Index) Recall(ctx context.Context, text, except string, n int) (all []Recalled, capped bool, err error) {
	q := x.question(address.ReplaceAllLiteralString(text, " "))
	if capped = len(q.words) > MostWords; capped {
		q.words = q.words[:MostWords]
	}
	if len(q.words) == 0 {
		return nil, false, nil
	}
	err = x.mending(ctx, claims.IndexedClaims, func() error {
		all, err = x.recall(ctx, q, except, n)
		return err
	})
	return all, capped, err
}

func (x *Index) recall(ctx context.Context, q question, except string, n int) ([]Recalled, error) {
	p, err := x.propose(ctx, claims.IndexedClaims, q.words, false, n)
	if err != nil {
		return nil, err
	}
	all, err := x.compare(ctx, p, q, except, n)
	whole := p.score(q.terms, nil)
	for i := range all {
		if err != nil {
			break
		}
		all[i].Score = min(1, all[i].Score/whole)
		all[i].Claim.SignOff, err = x.texts.SignOff(ctx, all[i].Claim.ID)
	}
	return slices.DeleteFunc(all, func(r Recalled) bool { return r.Score < leastScore }), err
}

// leastScore is what a claim must score: less is words that nearly all claims
// have.
const leastScore = 0.01

// lengthSlack is how much higher a score may be once a text's length is known
// in full.
const lengthSlack = 1.01

// mostCompared is how many claims are read at least before those that score
// nearly alike are left to the index's order: common words alone tell little.
const mostCompared = 200

// compare reads the claims proposed, as far as they may be among the n best,
// and returns these, the best first.
func (x *Index) compare(ctx context.Context, p proposed, q question, except string, n int) (all []Recalled, err error) {
	seen := map[string]bool{}
	for _, proposal := range p.best() {
		if len(all) >= n && proposal.score*lengthSlack+p.rest < all[n-1].Score || len(seen) == max(mostCompared, 4*n) {
			break
		}
		h, key, err := x.open(ctx, claims.IndexedClaims, proposal.place)
		switch {
		case errors.Is(err, claims.ErrNotFound), err == nil && (seen[key] || h.Claim.Article == except):
			continue
		case err != nil:
			return nil, err
		}
		seen[key] = true
		if r := x.recalled(p, q, h.Claim); r.Score > 0 {
			at := sort.Search(len(all), func(i int) bool { return all[i].Score < r.Score })
			all = slices.Insert(all, at, r)
		}
	}
	return all[:min(n, len(all))], nil
}

// question is a text to be recalled.
type question struct {
	words []asked
	terms []string          // of all its words, in order
	forms map[string]string // a word for each term
}

// question returns each word of a text once, but for those that stand in any
// text: in a small ledger they may be rare, and tell as little. They count where
// there are no others.
func (x *Index) question(text string) question {
	r := x.stems.read(text)
	q := question{terms: r.terms, forms: map[string]string{}}
	shouted := text == strings.ToUpper(text)
	for _, common := range []bool{false, true} {
		for i, t := range r.terms {
			w := r.words[i]
			if _, ok := q.forms[t]; !ok && isCommon(w.Form, w.In(text), shouted) == common {
				q.forms[t] = w.Form
				q.words = append(q.words, asked{terms: []string{t, inTitle + t}})
			}
		}
		if len(q.words) > 0 {
			break
		}
	}
	return q
}

// isCommon reports whether a word is one of English's commonest, such as "the",
// and, unless the whole text is in capitals, no acronym, such as WHO.
func isCommon(form, written string, shouted bool) bool {
	isAcronym := !shouted && len(written) > 1 && written == strings.ToUpper(written)
	return english.IsStopWord(form) && !isAcronym
}

// tellingShare is what part of the weight of the weightiest word shared a word
// must have to be named: nobody wants to read that two texts share "the".
const tellingShare = 0.15

// titleAlone is what the score counts of a claim that has no word of the question
// itself, only its article's title: the article is about the same, and the claim
// may not be.
const titleAlone = 0.5

// recalled compares a claim with a question. Its score is not yet a share.
func (x *Index) recalled(p proposed, q question, c claims.SearchedClaim) Recalled {
	body, title := x.stems.read(c.Text), x.stems.read(c.Title)
	r := Recalled{Claim: c, Score: p.score(body.terms, title.terms)}
	if !slices.ContainsFunc(p.asked, func(w asked) bool { return slices.Contains(body.terms, w.terms[0]) }) {
		r.Score *= titleAlone
	}
	telling, most := map[string]bool{}, 0.0
	for _, w := range p.asked { // the rarest first
		t := w.terms[0]
		if !slices.Contains(body.terms, t) && !slices.Contains(title.terms, t) {
			continue
		}
		if most = max(most, w.weight); w.weight >= tellingShare*most {
			r.Words, telling[t] = append(r.Words, q.forms[t]), true
		}
	}
	for i, w := range body.words {
		if telling[body.terms[i]] {
			r.Marks = append(r.Marks, w.Span)
		}
	}
	return r
}
