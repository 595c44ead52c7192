package desk

import (
	"context"
	"strings"

	"stet/claims"
)

// ReviewClaim changes what is published of a claim that others made, and its
// words where words is not empty, as EditClaim does. The edit is told the
// claim's words as they are then, to which a rating is bound.
func (d *Desk) ReviewClaim(ctx context.Context, ref claims.Ref, words string, edit func(r *claims.Review, words string) error) error {
	return d.edit(ctx, "claim edit", ref, func(c *claims.Claim) error {
		if words != "" {
			c.Text, c.By = words, d.By
		}
		if err := edit(&c.Review, c.Text); err != nil {
			return err
		}
		c.Review.ClaimantKind = claimantKind(*c)
		return c.Review.Check()
	})
}

// claimantKind returns what the claimant is: what a person said, or else what
// the draft shows where it names the same.
func claimantKind(c claims.Claim) claims.PartyKind {
	switch r := c.Review; {
	case r.Claimant == "":
		return ""
	case r.ClaimantKind != "":
		return r.ClaimantKind
	case strings.EqualFold(r.Claimant, c.Speaker()) && c.Attributions[0].Kind == claims.Institution:
		return claims.Organization
	}
	return claims.Person
}
