package cmd

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stet/claims"
)

// reviewFlag is one flag of claim edit that says something of the review of a
// claim that others made. The words are the claim's.
type reviewFlag struct {
	name, usage string
	set         func(r *claims.Review, value, words string) error
}

// reviewFlags lists them in the order in which help shows what they do.
var reviewFlags = []reviewFlag{
	{"claimant", "who made the claim, where others did", func(r *claims.Review, value, _ string) error {
		r.Claimant, r.ClaimantKind = value, ""
		return nil
	}},
	{"claimant-kind", "what the claimant is: " + names(claims.PartyKinds), func(r *claims.Review, value, _ string) (err error) {
		if r.ClaimantKind = ""; value != "" {
			r.ClaimantKind, err = claims.ParsePartyKind(value)
		}
		return err
	}},
	{"claimant-url", "a page about the claimant", func(r *claims.Review, value, _ string) error {
		r.ClaimantURL = value
		return nil
	}},
	{"claim-date", "when the claim was made, YYYY-MM-DD", func(r *claims.Review, value, _ string) error {
		r.ClaimDate = value
		return nil
	}},
	{"appearance", "the address of where it was made (default: where its sources on the web have its words)", func(r *claims.Review, value, _ string) error {
		r.Appearance = value
		return nil
	}},
	{"review-url", "the address of the review that is published", func(r *claims.Review, value, _ string) error {
		r.URL = value
		return nil
	}},
	{"review-date", "when the review was published, YYYY-MM-DD", func(r *claims.Review, value, _ string) error {
		r.Date = value
		return nil
	}},
	{"rating", fmt.Sprintf("how true the claim is: %q, %q, or %q, which is of %d", "2/5 mostly false", "mostly false", "2", claims.DefaultBestRating),
		func(r *claims.Review, value, words string) (err error) {
			r.Rating, err = claims.ParseRating(value)
			if r.Rated = words; r.Rating == (claims.Rating{}) {
				r.Rated = ""
			}
			return err
		}},
}

func newClaimEditCmd(env *Env, g *global) *cobra.Command {
	c := &cobra.Command{
		Use:   "edit CLAIM [WORDS]",
		Short: "Word a claim otherwise than the draft, or say how it is reviewed",
		Long: `Word a claim otherwise than the draft does, for example to say who "he" is. A
sign-off on the old words is void.

With flags, say of a claim that others made who made it, where your review of it
stands and how it rates the claim: export --format claimreview publishes that. A
flag with nothing ("") takes back what it said. A rating is of the words as they
are: reword the claim, and it has to be given anew.`,
		Example: `  stet claim edit azure-deal#5 "Dana Whitlock sued Corvane Labs in March 2025."
  stet claim edit azure-deal#7 --claimant "Dana Whitlock"
  stet claim edit azure-deal#7 --review-url https://example.org/checks/7
  stet claim edit azure-deal#7 --rating "2/5 mostly false"
  stet export azure-deal#7 --format claimreview --publisher "The Courier"`,
		Args: args(cobra.RangeArgs(1, 2)),
	}
	for _, f := range reviewFlags {
		c.Flags().String(f.name, "", f.usage)
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		edit, words := reviewEdit(c), ""
		switch {
		case len(args) == 2:
			words = args[1]
		case edit == nil:
			return hinted(c, fmt.Errorf("%s: neither words nor a flag given: usage: %s", c.CommandPath(), c.UseLine()))
		}
		return onClaim(c.Context(), env, g, args[0], "edited", func(ctx context.Context, s *session, ref claims.Ref) error {
			if edit == nil {
				return s.desk.EditClaim(ctx, ref, words)
			}
			return s.desk.ReviewClaim(ctx, ref, words, edit)
		})
	}
	return c
}

// reviewEdit returns what the flags given do to a review, or nil where none
// was given.
func reviewEdit(c *cobra.Command) func(r *claims.Review, words string) error {
	var given []reviewFlag
	for _, f := range reviewFlags {
		if c.Flags().Changed(f.name) {
			given = append(given, f)
		}
	}
	if len(given) == 0 {
		return nil
	}
	return func(r *claims.Review, words string) error {
		for _, f := range given {
			value, err := c.Flags().GetString(f.name)
			if err != nil {
				return err
			}
			if err := f.set(r, value, words); err != nil {
				return err
			}
		}
		return nil
	}
}
