package export

import "stet/claims"

// Review is what the desk publishes of a claim that others made.
type Review struct {
	Claimant     string           `json:"claimant"`
	ClaimantKind claims.PartyKind `json:"claimant_kind"`
	ClaimantURL  string           `json:"claimant_url"`
	ClaimDate    string           `json:"claim_date"`
	Appearance   string           `json:"appearance"`
	URL          string           `json:"review_url"`
	Date         string           `json:"review_date"`
	Rating       string           `json:"rating"`       // as claim edit takes it: "2/5 mostly false"
	RatingValue  int              `json:"rating_value"` // 0 where the rating is in words alone
	RatingBest   int              `json:"rating_best"`
	RatingName   string           `json:"rating_name"`
	Outdated     bool             `json:"rating_outdated"` // the claim was rated in other words
}

func newReview(c claims.Claim) Review {
	r := c.Review
	return Review{
		Claimant: r.Claimant, ClaimantKind: r.ClaimantKind, ClaimantURL: r.ClaimantURL, ClaimDate: r.ClaimDate,
		Appearance: r.Appearance, URL: r.URL, Date: r.Date, Rating: r.Rating.String(), RatingValue: r.Rating.Value,
		RatingBest: r.Rating.Best, RatingName: r.Rating.Name, Outdated: r.Rated != "" && !r.RatesWords(c.Text),
	}
}

// outlinedReview is what tables show of a review.
func outlinedReview(c claims.Claim) Review {
	r := c.Review
	return Review{Claimant: r.Claimant, ClaimantURL: r.ClaimantURL, URL: r.URL, Rating: r.Rating.String()}
}

// reviewColumns are those of what is published of a claim.
var reviewColumns = []column{
	{name: "claimant", value: func(r *Record, _ *Citation) string { return r.Review.Claimant }},
	{name: "claimant_url", value: func(r *Record, _ *Citation) string { return r.Review.ClaimantURL }},
	{name: "review_url", value: func(r *Record, _ *Citation) string { return r.Review.URL }},
	{name: "rating", value: func(r *Record, _ *Citation) string { return r.Review.Rating }},
}
