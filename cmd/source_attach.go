package cmd

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources"
)

type sourceAttachOptions struct {
	*global
	json bool
}

func newSourceAttachCmd(env *Env, g *global) *cobra.Command {
	opts := sourceAttachOptions{global: g}
	c := &cobra.Command{
		Use:   "attach SOURCE FILE",
		Short: "Keep a copy of a source that a person saved",
		Long: `Keep a copy that you saved of a page behind a paywall or a bot wall, or a scan
or transcript of what is held elsewhere, as the source's snapshot. It is marked
as attached, and is what the checks read from then on.`,
		Example: `  stet source attach S-0004 saved/interview.html`,
		Args:    args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			return runSourceAttach(c.Context(), env, opts, args[0], args[1])
		},
	}
	c.Flags().BoolVar(&opts.json, "json", false, "print the attempt as one JSON object")
	return c
}

func runSourceAttach(ctx context.Context, env *Env, opts sourceAttachOptions, name, file string) error {
	b, err := readInput(env, file, maxSource)
	if err != nil {
		return err
	}
	if len(b) == 0 {
		return claims.Invalidf("%s is empty", file)
	}
	return opts.atDesk(ctx, env, func(s *session) error {
		e, err := s.source(ctx, name)
		if err != nil {
			return err
		}
		capture, err := s.desk.Attach(ctx, e, filepath.Base(file), b)
		if err != nil {
			return err
		}
		return writeCaptures(env, []claims.Evidence{e}, []sources.Capture{capture}, opts.json)
	})
}
