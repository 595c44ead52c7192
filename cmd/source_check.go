package cmd

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"stet/sources/fetch"
	"stet/store"
)

type sourceCheckOptions struct {
	*global
	json bool
}

func newSourceCheckCmd(env *Env, g *global) *cobra.Command {
	opts := sourceCheckOptions{global: g}
	c := &cobra.Command{
		Use:   "check",
		Short: "Hash every stored snapshot again",
		Long: `Hash every snapshot in the ledger again, of sources and drafts alike, and say
which are no longer the bytes that were captured. Exits 1 where one is damaged.`,
		Example: `  stet source check`,
		Args:    args(cobra.NoArgs),
		RunE:    func(c *cobra.Command, _ []string) error { return runSourceCheck(c.Context(), env, opts) },
	}
	c.Flags().BoolVar(&opts.json, "json", false, "print what was found as one JSON object")
	return c
}

func runSourceCheck(ctx context.Context, env *Env, opts sourceCheckOptions) (err error) {
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	checked, damaged, err := s.ledger.CheckSnapshots(ctx)
	if err != nil {
		return err
	}
	if err := writeDamage(env, checked, damaged, opts.json); err != nil {
		return err
	}
	if len(damaged) > 0 {
		return findingsError{}
	}
	return nil
}

func writeDamage(env *Env, checked int, damaged []store.Damage, asJSON bool) error {
	if asJSON {
		return writeJSON(env.Stdout, map[string]any{"checked": checked, "damaged": append([]store.Damage{}, damaged...)})
	}
	return writeOut(env, "", func(w io.Writer) error {
		for _, d := range damaged {
			fmt.Fprintln(w, clean(d.Reason))
		}
		fmt.Fprintf(w, "%s, %d damaged\n", plural(checked, "snapshot"), len(damaged))
		return nil
	})
}
