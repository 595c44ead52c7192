package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"

	"stet/claims"
)

// claimReview is schema.org's ClaimReview with the properties that Google
// documents for fact checks.
type claimReview struct {
	Context       string       `json:"@context"`
	Type          string       `json:"@type"`
	URL           string       `json:"url"`
	ClaimReviewed string       `json:"claimReviewed"`
	DatePublished string       `json:"datePublished,omitempty"`
	Author        party        `json:"author"`
	ReviewRating  reviewRating `json:"reviewRating"`
	ItemReviewed  reviewedItem `json:"itemReviewed"`
}

type party struct {
	Type   string `json:"@type"` // Person or Organization
	Name   string `json:"name"`
	URL    string `json:"url,omitempty"`
	SameAs string `json:"sameAs,omitempty"`
}

// reviewRating is a Rating. Google wants alternateName, and of a rating in
// numbers ratingValue within worstRating and bestRating, as numbers.
type reviewRating struct {
	Type          string `json:"@type"`
	RatingValue   int    `json:"ratingValue,omitempty"`
	BestRating    int    `json:"bestRating,omitempty"`
	WorstRating   int    `json:"worstRating,omitempty"`
	AlternateName string `json:"alternateName"`
}

type reviewedItem struct {
	Type          string         `json:"@type"` // Claim
	Author        party          `json:"author"`
	DatePublished string         `json:"datePublished,omitempty"`
	Appearance    []creativeWork `json:"appearance,omitempty"`
}

type creativeWork struct {
	Type string `json:"@type"`
	URL  string `json:"url"`
}

// Refusal says of one claim why it can't be written.
type Refusal struct {
	Ref     claims.Ref
	Reasons []string
}

// String returns the refusal as one line.
func (r Refusal) String() string { return r.Ref.String() + ": " + strings.Join(r.Reasons, "; ") }

// RefusedError says that nothing was written, for these claims can't be.
type RefusedError struct {
	Format   string
	Refusals []Refusal
}

// Error says how many claims were refused; Refusals say which.
func (e *RefusedError) Error() string {
	return fmt.Sprintf("%d of the claims can't be written as %s, so nothing was", len(e.Refusals), e.Format)
}

// claimReviewWriter writes a JSON array of reviews. It holds them until it is
// closed, for it writes all of them or none.
type claimReviewWriter struct {
	out       io.Writer
	publisher string
	reviews   bytes.Buffer
	refused   []Refusal
}

func newClaimReview(w io.Writer, o Options) Writer {
	return &claimReviewWriter{out: w, publisher: o.Publisher}
}

func (w *claimReviewWriter) Write(r Record) error {
	if why := notReviewable(&r); len(why) > 0 {
		w.refused = append(w.refused, Refusal{Ref: claims.Ref{Slug: r.Article, Number: r.Claim}, Reasons: why})
	}
	if len(w.refused) > 0 {
		return nil
	}
	// With <, > and & escaped, as they are here, no words end the script
	// element of the page that the review is put into.
	b, err := json.MarshalIndent(w.review(&r), "  ", "  ")
	if err != nil {
		return err
	}
	before := ",\n  "
	if w.reviews.Len() == 0 {
		before = "\n  "
	}
	w.reviews.WriteString(before)
	w.reviews.Write(b)
	return nil
}

// Close writes all, or returns a RefusedError.
func (w *claimReviewWriter) Close() error {
	if len(w.refused) > 0 {
		return &RefusedError{Format: "ClaimReview", Refusals: w.refused}
	}
	if w.reviews.Len() > 0 {
		w.reviews.WriteByte('\n')
	}
	_, err := fmt.Fprintf(w.out, "[%s]\n", w.reviews.Bytes())
	return err
}

// notReviewable returns every reason for which a claim has no ClaimReview, and
// nothing where it has one: it must be a claim of others that carries a
// claimant, the review's address and a rating of the words as they are.
func notReviewable(r *Record) []string {
	var why []string
	for _, rule := range []struct {
		broken bool
		says   string
	}{
		{r.Cut, "it was cut"},
		{r.Label == claims.OwnVoice, "the copy asserts it in its own voice, and a ClaimReview is of what others claim (claim label)"},
		{r.Review.Claimant == "", "it has no claimant (claim edit --claimant)"},
		{r.Review.Claimant != "" && strings.EqualFold(r.Review.Claimant, r.byline), "its claimant wrote the article"},
		{r.Review.URL == "", "it has no review's address (claim edit --review-url)"},
		{r.Review.Rating == "", "it has no rating (claim edit --rating)"},
		{r.Review.Outdated, "its words have changed since it was rated (claim edit --rating)"},
	} {
		if rule.broken {
			why = append(why, rule.says)
		}
	}
	return why
}

func (w *claimReviewWriter) review(r *Record) claimReview {
	return claimReview{
		Context: "https://schema.org", Type: "ClaimReview", URL: r.Review.URL, ClaimReviewed: r.Text,
		DatePublished: r.Review.Date, Author: w.author(r.Review.URL), ReviewRating: newReviewRating(r.Review),
		ItemReviewed: reviewedItem{
			Type:          "Claim",
			Author:        party{Type: partyType(r.Review.ClaimantKind), Name: r.Review.Claimant, SameAs: r.Review.ClaimantURL},
			DatePublished: r.Review.ClaimDate, Appearance: appearances(r),
		},
	}
}

// author returns who publishes the reviews: whoever the options name, or else
// the site on which the review stands.
func (w *claimReviewWriter) author(reviewURL string) party {
	author := party{Type: "Organization", Name: w.publisher}
	site, err := url.Parse(reviewURL)
	if err != nil {
		return author // checked when it was set
	}
	author.URL = site.Scheme + "://" + site.Host + "/"
	if author.Name == "" {
		author.Name = strings.TrimPrefix(site.Hostname(), "www.")
	}
	return author
}

func newReviewRating(r Review) reviewRating {
	rating := claims.Rating{Value: r.RatingValue, Best: r.RatingBest, Name: r.RatingName}
	out := reviewRating{Type: "Rating", AlternateName: rating.Words()}
	if r.RatingValue > 0 {
		out.RatingValue, out.BestRating, out.WorstRating = r.RatingValue, r.RatingBest, claims.WorstRating
	}
	return out
}

func partyType(k claims.PartyKind) string {
	if k == claims.Organization {
		return "Organization"
	}
	return "Person"
}

// appearances returns where the claim was made: where a person says so, or else
// the pages on the web in which the words relied on were found, but for those
// that dispute it or are cited for context.
func appearances(r *Record) []creativeWork {
	if r.Review.Appearance != "" {
		return []creativeWork{{Type: "CreativeWork", URL: r.Review.Appearance}}
	}
	var all []creativeWork
	seen := map[string]bool{}
	for _, c := range r.Citations {
		if !isWeb(c.Address) || !standsThere(c) || seen[c.Address] {
			continue
		}
		seen[c.Address] = true
		all = append(all, creativeWork{Type: "CreativeWork", URL: c.Address})
	}
	return all
}

func isWeb(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

func standsThere(c Citation) bool {
	switch c.Match {
	case "", claims.Altered, claims.Absent:
		return false
	}
	return c.Stance == claims.Offered || c.Stance == claims.Supports
}
