package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"stet/claims"
)

// Texts is where an index leads: *store.Index is one. The errors are
// claims.ErrNotFound where what was indexed is no more.
type Texts interface {
	Claim(ctx context.Context, number int64) (claims.SearchedClaim, error)
	SignOff(ctx context.Context, claim string) (*claims.SignOff, error)
	Quote(ctx context.Context, number int64) (claims.SearchedQuote, error)
	Page(ctx context.Context, number int64) (claims.SearchedPage, error)
	// Within returns what reports whether a number of a kind is that of a
	// claim or a citation of an article, or of a page of a source that it
	// cites.
	Within(ctx context.Context, of claims.Indexed, slug string) (func(number int64) bool, error)
}

// Hit is a text that has the words searched for: a claim, a quote, or a page.
type Hit struct {
	Of    claims.Indexed
	Claim claims.SearchedClaim
	Quote claims.SearchedQuote
	Page  claims.SearchedPage
	Text  string
	Marks []claims.Span // where in Text the words stand, in order
	Score float64       // the higher the better, among hits of one kind and query
}

// Found is what a search found.
type Found struct {
	Hits []Hit // the best first
	// Capped says, in a sentence each, what was not looked at; empty where all
	// was.
	Capped []string
}

// mostRead is how many texts are read to answer one question.
const mostRead = 1000

// Search returns the n texts of a kind that match a query best: those of an
// article, or, where the slug is "", all. The kind must have been updated.
func (x *Index) Search(ctx context.Context, of claims.Indexed, q Query, slug string, n int) (found Found, err error) {
	err = x.mending(ctx, of, func() error {
		found, err = x.search(ctx, of, q, slug, n)
		return err
	})
	return found, err
}

func (x *Index) search(ctx context.Context, of claims.Indexed, q Query, slug string, n int) (found Found, err error) {
	e := expander{ctx: ctx, index: x, of: of}
	words, err := q.asked(&e)
	if err != nil {
		return found, err
	}
	found.Capped = e.capped
	p, err := x.propose(ctx, of, words, true, n)
	if err != nil {
		return found, err
	}
	if slug != "" {
		if err := x.keepWithin(ctx, of, p, slug); err != nil {
			return found, err
		}
	}
	found.Hits, err = x.read(ctx, of, q, p, n)
	if errors.Is(err, errMany) {
		found.Capped, err = append(found.Capped, fmt.Sprintf("only the likeliest %d %s were read", mostRead, of)), nil
	}
	for i := range found.Hits {
		if c := &found.Hits[i].Claim; c.ID != "" && err == nil {
			c.SignOff, err = x.texts.SignOff(ctx, c.ID)
		}
	}
	return found, err
}

// errMany says that as many texts were read as are read to answer a question.
var errMany = errors.New("too many texts to read")

// read reads the texts proposed until n of them match the query, and returns
// these, the best first. Where the scores are not final it reads all.
func (x *Index) read(ctx context.Context, of claims.Indexed, q Query, p proposed, n int) (hits []Hit, err error) {
	seen := map[string]bool{}
	for i, proposal := range p.best() {
		if len(hits) >= n && p.rest == 0 {
			break
		}
		if i == mostRead {
			err = errMany
			break
		}
		hit, ok, err := x.hit(ctx, of, q, p, proposal.place, seen)
		if err != nil {
			return nil, err
		}
		if ok {
			hits = append(hits, hit)
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits[:min(n, len(hits))], err
}

// hit reads the text at a place. It reports whether that matches the query and
// was not seen before: what was indexed may have been edited since, and then
// stands there again.
func (x *Index) hit(ctx context.Context, of claims.Indexed, q Query, p proposed, place int, seen map[string]bool) (Hit, bool, error) {
	h, key, err := x.open(ctx, of, place)
	if errors.Is(err, claims.ErrNotFound) || err == nil && seen[key] {
		return h, false, nil
	}
	if err != nil {
		return h, false, err
	}
	seen[key] = true
	r := x.stems.read(h.Text)
	marks, ok := q.match(r, x.stems)
	h.Marks, h.Score = marks, p.score(r.terms, nil)
	return h, ok, nil
}

// open reads what stands at a place, with a key that tells it from any other.
func (x *Index) open(ctx context.Context, of claims.Indexed, place int) (h Hit, key string, err error) {
	number, err := x.number(ctx, of, place)
	if err != nil {
		return h, "", err
	}
	h.Of = of
	switch of {
	case claims.IndexedClaims:
		h.Claim, err = x.texts.Claim(ctx, number)
		return withText(h, h.Claim.Text), h.Claim.ID, err
	case claims.IndexedQuotes:
		h.Quote, err = x.texts.Quote(ctx, number)
		return withText(h, h.Quote.Quote), h.Quote.ID, err
	}
	h.Page, err = x.texts.Page(ctx, number)
	return withText(h, h.Page.Text), strings.Join([]string{h.Page.Source, h.Page.Page, h.Page.Text}, "\x00"), err
}

func withText(h Hit, text string) Hit {
	h.Text = text
	return h
}

// number returns the number of the document at a place.
func (x *Index) number(ctx context.Context, of claims.Indexed, place int) (int64, error) {
	parts := x.parts[of]
	i := sort.Search(len(parts), func(i int) bool { return parts[i].first > place }) - 1
	p := parts[i]
	if p.numbers == nil {
		coded, err := x.tables.Numbers(ctx, p.ID)
		if err != nil {
			return 0, err
		}
		if p.numbers = decodeNumbers(coded, p.Documents); p.numbers == nil {
			return 0, errDamaged
		}
	}
	return p.numbers[place-p.first], nil
}

// keepWithin drops what is not of an article.
func (x *Index) keepWithin(ctx context.Context, of claims.Indexed, p proposed, slug string) error {
	within, err := x.texts.Within(ctx, of, slug)
	if err != nil {
		return err
	}
	kept := p.met[:0]
	for _, at := range p.met {
		number, err := x.number(ctx, of, int(at))
		if err != nil {
			return err
		}
		if within(number) {
			kept = append(kept, at)
		}
	}
	p.met = kept
	return nil
}

// score returns the score of a text of these terms, and of those of its title,
// counted in full.
func (p proposed) score(terms, title []string) float64 {
	counts := map[string]int{}
	for _, t := range terms {
		counts[t]++
	}
	for _, t := range title {
		counts[inTitle+t]++
	}
	length := float64(len(terms)+len(title)) / p.mean
	sum := 0.0
	for _, w := range p.asked {
		count := 0
		for _, t := range w.terms {
			count += counts[t]
		}
		sum += w.weight * share(float64(count), length)
	}
	return sum
}
