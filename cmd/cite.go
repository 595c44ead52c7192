package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/desk"
)

type citeOptions struct {
	*global
	stance string
	grade  string
}

func newCiteCmd(env *Env, g *global) *cobra.Command {
	opts := citeOptions{global: g}
	c := &cobra.Command{
		Use:   "cite CLAIM REFERENCE",
		Short: "Link a claim to a source, as a footnote would",
		Long: `Link a claim to a source. REFERENCE is written as a footnote is: an address, a
file, a known source's alias or number, or a source held elsewhere; then the
words relied on in quotation marks, and where they stand. A citation made by
hand is kept when a new draft is imported.`,
		Example: `  stet cite azure-deal#5 'sources/complaint.pdf "shall not exceed" p. 3'
  stet cite azure-deal#5 'S-0004 "we will not sell" at 12:40' --stance disputes
  stet cite azure-deal#6 'tel., Dana Scott, 3 May' --grade primary`,
		Args: args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error { return runCite(c.Context(), env, opts, args[0], args[1]) },
	}
	c.Flags().StringVar(&opts.stance, "stance", string(claims.Supports), "what the source does for the claim: "+names(claims.Stances))
	c.Flags().StringVar(&opts.grade, "grade", "", "how near it stands to the fact: "+names(claims.Grades))
	return c
}

func runCite(ctx context.Context, env *Env, opts citeOptions, claim, reference string) error {
	ref, err := claims.ParseRef(claim)
	if err != nil {
		return err
	}
	stance, err := claims.ParseStance(opts.stance)
	if err != nil {
		return err
	}
	grade := claims.Ungraded
	if opts.grade != "" {
		if grade, err = claims.ParseGrade(opts.grade); err != nil {
			return err
		}
	}
	return opts.atDesk(ctx, env, func(s *session) error {
		dir, err := s.folderOf("-")
		if err != nil {
			return err
		}
		made, err := s.desk.Cite(ctx, ref, reference, dir, stance, grade)
		if err != nil {
			return err
		}
		if err := say(env, "%s: %s added", ref, plural(len(made), "citation")); err != nil {
			return err
		}
		return s.desk.CaptureMissing(ctx, ref.Slug, desk.CaptureOptions{})
	})
}
