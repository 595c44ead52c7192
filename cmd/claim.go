package cmd

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources/fetch"
)

func newClaimCmd(env *Env, g *global) *cobra.Command {
	return parent("claim", "Add, edit, label, split, merge or cut a claim by hand",
		`Change the claims of an article by hand. What a person says of a claim survives
the import of a new draft as long as the draft's words are the same.`,
		`  stet claim label azure-deal#5 "court filing"
  stet claim merge azure-deal#12 azure-deal#13
  stet claim cut azure-deal#20`,
		newClaimAddCmd(env, g), newClaimEditCmd(env, g), newClaimLabelCmd(env, g),
		newClaimSplitCmd(env, g), newClaimMergeCmd(env, g), newClaimCutCmd(env, g))
}

type claimAddOptions struct {
	*global
	label string
	place string
}

func newClaimAddCmd(env *Env, g *global) *cobra.Command {
	opts := claimAddOptions{global: g}
	c := &cobra.Command{
		Use:     "add ARTICLE WORDS",
		Short:   "Add a claim that the draft makes without saying it in one sentence",
		Example: `  stet claim add azure-deal "The firms were partners by 2019." --label reported`,
		Args:    args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			return runClaimAdd(c.Context(), env, opts, args[0], args[1])
		},
	}
	c.Flags().StringVar(&opts.label, "label", string(claims.OwnVoice), "its label: "+labelNames())
	c.Flags().StringVar(&opts.place, "place", string(claims.InBody), "its place: "+names(claims.Places))
	return c
}

func runClaimAdd(ctx context.Context, env *Env, opts claimAddOptions, slug, words string) error {
	label, err := claims.ParseLabel(opts.label)
	if err != nil {
		return err
	}
	place, err := claims.ParsePlace(opts.place)
	if err != nil {
		return err
	}
	return opts.atDesk(ctx, env, func(s *session) error {
		ref, err := s.desk.AddClaim(ctx, slug, words, label, place)
		if err != nil {
			return err
		}
		return say(env, "%s added", ref)
	})
}

func newClaimLabelCmd(env *Env, g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "label CLAIM LABEL",
		Short: "Give a claim its confidence label",
		Long: `Give a claim its confidence label, which no import takes away; "undecided" hands
it back to the machine. The labels:
` + labelList(),
		Example: `  stet claim label azure-deal#5 "court filing"`,
		Args:    args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			label, err := claims.ParseLabel(args[1])
			if err != nil {
				return err
			}
			return onClaim(c.Context(), env, g, args[0], "labelled "+label.String(), func(ctx context.Context, s *session, ref claims.Ref) error {
				return s.desk.LabelClaim(ctx, ref, label)
			})
		},
	}
}

func newClaimCutCmd(env *Env, g *global) *cobra.Command {
	return &cobra.Command{
		Use:     "cut CLAIM",
		Short:   "Take a claim out of the check; its number is not given again",
		Example: `  stet claim cut azure-deal#9`,
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return onClaim(c.Context(), env, g, args[0], "cut", func(ctx context.Context, s *session, ref claims.Ref) error {
				return s.desk.CutClaim(ctx, ref)
			})
		},
	}
}

// onClaim does one thing to one claim and says that it is done.
func onClaim(ctx context.Context, env *Env, g *global, arg, done string, do func(context.Context, *session, claims.Ref) error) error {
	ref, err := claims.ParseRef(arg)
	if err != nil {
		return err
	}
	return g.atDesk(ctx, env, func(s *session) error {
		if err := do(ctx, s, ref); err != nil {
			return err
		}
		return say(env, "%s %s", ref, done)
	})
}

// atDesk opens an existing ledger for writing, does one thing and closes it.
func (g *global) atDesk(ctx context.Context, env *Env, do func(*session) error) (err error) {
	s, err := g.open(ctx, env, readWrite, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	return do(s)
}

func labelNames() string {
	var all string
	for _, l := range claims.Labels {
		all += string(l.Label) + ", "
	}
	return all + "undecided"
}

func labelList() string {
	var list string
	for _, l := range claims.Labels {
		list += fmt.Sprintf("  %-14s%s\n", l.Label, l.Meaning)
	}
	return list
}
