package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"stet/claims"
)

func newClaimSplitCmd(env *Env, g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "split CLAIM WORDS",
		Short: "Make two claims of one; the second begins with the words",
		Long: `Make two claims of one whose halves are checked separately. The claim keeps what
stands before the words; what begins with them is a new claim. A word that only
joins them, such as "and", belongs to neither. Both cite what the claim did, and
a sign-off on it is void. An import draws the same claims as long as the draft's
words are the same.`,
		Example: `  stet claim split azure-deal#9 "a rival laboratory"`,
		Args:    args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			ref, err := claims.ParseRef(args[0])
			if err != nil {
				return err
			}
			return g.atDesk(c.Context(), env, func(s *session) error {
				part, err := s.desk.SplitClaim(c.Context(), ref, args[1])
				if err != nil {
					return err
				}
				return say(env, "%s split off %s", part, ref)
			})
		},
	}
}

func newClaimMergeCmd(env *Env, g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "merge CLAIM CLAIM…",
		Short: "Make one claim of several",
		Long: `Make one claim of several that are checked together. The first keeps its number
and has the words of all, and what they cite; the others are cut. Sign-offs on
them are void. An import draws the same claim as long as the draft's words are
the same.`,
		Example: `  stet claim merge azure-deal#9 azure-deal#10`,
		Args:    args(cobra.MinimumNArgs(2)),
		RunE:    func(c *cobra.Command, args []string) error { return runClaimMerge(c.Context(), env, g, args) },
	}
}

func runClaimMerge(ctx context.Context, env *Env, g *global, args []string) error {
	refs, err := parseRefs(args)
	if err != nil {
		return err
	}
	return g.atDesk(ctx, env, func(s *session) error {
		if err := s.desk.MergeClaims(ctx, refs); err != nil {
			return err
		}
		for _, ref := range refs[1:] {
			if err := say(env, "%s merged into %s", ref, refs[0]); err != nil {
				return err
			}
		}
		return nil
	})
}
