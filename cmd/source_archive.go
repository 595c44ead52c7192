package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources/fetch"
)

type sourceArchiveOptions struct {
	*global
	save  string
	json  bool
	fetch fetchFlags
}

func newSourceArchiveCmd(env *Env, g *global) *cobra.Command {
	opts := sourceArchiveOptions{global: g}
	c := &cobra.Command{
		Use:   "archive SOURCE…",
		Short: "Ask a web archive to save pages now",
		Long: `Ask a web archive to save pages now, and keep its copies beside our own: who
reads the story can then look them up without us.`,
		Example: `  stet source archive notice`,
		Args:    args(cobra.MinimumNArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return runSourceArchive(c.Context(), env, opts, args) },
	}
	c.Flags().StringVar(&opts.save, "save", "", "where the archive is asked (default: STET_ARCHIVE_SAVE, or "+fetch.Save+")")
	c.Flags().BoolVar(&opts.json, "json", false, "print the attempts as one JSON object")
	opts.fetch.add(c)
	return c
}

func runSourceArchive(ctx context.Context, env *Env, opts sourceArchiveOptions, args []string) (err error) {
	fetching, err := opts.fetch.options()
	if err != nil {
		return err
	}
	if fetching.Save = opts.save; opts.save == "" {
		fetching.Save = env.Getenv("STET_ARCHIVE_SAVE")
	}
	s, err := opts.open(ctx, env, readWrite, fetching)
	if err != nil {
		return err
	}
	defer s.close(&err)
	want, err := s.toCapture(ctx, args, false)
	if err != nil {
		return err
	}
	for _, e := range want {
		if !e.Source.IsURL() {
			return claims.Invalidf("%s is a file: an archive saves web pages", e.Source.Name())
		}
	}
	captures, err := s.desk.Archive(ctx, want)
	if err != nil {
		return err
	}
	s.done()
	return writeCaptures(env, want, captures, opts.json)
}
