package cmd

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/desk"
	"stet/sources/fetch"
)

type signOptions struct {
	*global
	verdict  string
	decision desk.Decision
	json     bool
	again    bool
	yes      bool
}

// noName is the error that says that nobody is named as the one who decides.
func noName() error { return hintName(desk.ErrNoName) }

// named gives an error that says that nobody is named a hint what to do.
func named(err error) error {
	if errors.Is(err, desk.ErrNobody) {
		return hintName(err)
	}
	return err
}

func hintName(err error) error {
	return &claims.InputError{Err: err, Hint: "give --by NAME, or set STET_BY or git's user.name"}
}

func newSignCmd(env *Env, g *global) *cobra.Command {
	opts := signOptions{global: g}
	c := &cobra.Command{
		Use:   "sign {CLAIM… --verdict VERDICT | --again ARTICLE}",
		Short: "Give a verdict on claims, in your name",
		Long: `Give a verdict on one or more claims, all or none. It is bound to the words and
to the evidence as they stand: when either changes, it is void.

The verdicts: ` + names(claims.Verdicts) + `.
"change" needs --to with the words proposed, "stet" --note with the reason.

With --again the claims of an article whose sign-off is void are shown one after
the other, with the words signed and the words now, and signed again with the
same verdict and note at the press of a key: y yes, n no, s show the evidence,
q quit. Where nobody sits at a terminal they are listed, and nothing is signed
without --yes.`,
		Example: `  stet sign azure-deal#3 azure-deal#4 --verdict confirmed --by "Kit Moss"
  stet sign azure-deal#7 --verdict change --to "It paid $3.2 billion."
  stet sign azure-deal#9 --verdict stet --note "The lawyer agrees."
  stet sign --again azure-deal --by "Kit Moss"`,
		Args: func(c *cobra.Command, given []string) error {
			if opts.again {
				return args(cobra.ExactArgs(1))(c, given)
			}
			return args(cobra.MinimumNArgs(1))(c, given)
		},
		RunE: func(c *cobra.Command, args []string) error {
			if opts.again {
				return runSignAgain(c.Context(), env, opts, args[0])
			}
			return runSign(c.Context(), env, opts, args)
		},
	}
	c.Flags().BoolVar(&opts.again, "again", false, "sign again, in an article, what has become void")
	c.Flags().BoolVar(&opts.yes, "yes", false, "with --again: sign all of it without asking")
	c.Flags().StringVar(&opts.verdict, "verdict", "", "one of: "+names(claims.Verdicts))
	c.Flags().StringVar(&opts.decision.To, "to", "", "the words proposed, with verdict change")
	c.Flags().StringVar(&opts.decision.Note, "note", "", "what the record should say")
	c.Flags().BoolVar(&opts.json, "json", false, "print the sign-offs as one JSON object")
	return c
}

func runSign(ctx context.Context, env *Env, opts signOptions, args []string) (err error) {
	if opts.yes {
		return claims.Invalidf("--yes goes with --again")
	}
	if opts.verdict == "" {
		return claims.Invalidf("no verdict given: --verdict takes one of: %s", names(claims.Verdicts))
	}
	if opts.decision.Verdict, err = claims.ParseVerdict(opts.verdict); err != nil {
		return err
	}
	refs, err := parseRefs(args)
	if err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readWrite, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	signed, err := s.desk.Sign(ctx, opts.name(env), refs, opts.decision)
	if errors.Is(err, desk.ErrNoName) {
		return noName()
	}
	if err != nil {
		return err
	}
	if opts.json {
		return writeJSON(env.Stdout, map[string]any{"sign_offs": signed})
	}
	for i, off := range signed {
		if _, err := fmt.Fprintf(env.Stdout, "%s %s by %s\n", refs[i], off.Verdict, clean(off.By)); err != nil {
			return err
		}
	}
	return nil
}

func parseRefs(args []string) ([]claims.Ref, error) {
	refs := make([]claims.Ref, len(args))
	for i, arg := range args {
		var err error
		if refs[i], err = claims.ParseRef(arg); err != nil {
			return nil, err
		}
	}
	return refs, nil
}
