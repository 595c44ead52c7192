package cmd

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/desk"
	"stet/sources"
	"stet/sources/fetch"
)

type sourceCaptureOptions struct {
	*global
	all     bool
	outside bool
	json    bool
	fetch   fetchFlags
	archive archiveFlags
}

func newSourceCaptureCmd(env *Env, g *global) *cobra.Command {
	opts := sourceCaptureOptions{global: g}
	c := &cobra.Command{
		Use:   "capture [SOURCE…]",
		Short: "Capture sources again",
		Long: `Capture sources again and record each attempt. Snapshots are never changed: a
page that reads otherwise now becomes a further snapshot, and verify says which
citations still stand on it. The checks run again on the articles that cite such
a page, and it is said of each quote whether it is still there, has moved, is
altered or is gone. A page that is not found, and was not a day before,
is gone.

With --all every source that has an address is captured, but for those that a
site's robots.txt asks programs to leave. With --archived the copy that a web
archive holds is looked up and kept with its own date; it stands in for the page
as long as nothing else was ever got of it.`,
		Example: `  stet source capture S-0003 complaint
  stet source capture --all
  stet source capture notice --archived --at 2026-05-03`,
		RunE: func(c *cobra.Command, args []string) error { return runSourceCapture(c.Context(), env, opts, args) },
	}
	f := c.Flags()
	f.BoolVar(&opts.all, "all", false, "every source that has an address")
	f.BoolVar(&opts.outside, "allow-outside", false, "files too that a draft cites outside its own folder")
	f.BoolVar(&opts.json, "json", false, "print the attempts as one JSON object")
	opts.archive.add(c)
	opts.fetch.add(c)
	return c
}

func runSourceCapture(ctx context.Context, env *Env, opts sourceCaptureOptions, args []string) (err error) {
	if len(args) == 0 && !opts.all {
		return &claims.InputError{Err: claims.Invalidf("no source named"), Hint: "name sources, or give --all"}
	}
	fetching, err := opts.fetch.options()
	if err != nil {
		return err
	}
	fetching.Archive = opts.archive.endpoint(env)
	near, err := opts.archive.near()
	if err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readWrite, fetching)
	if err != nil {
		return err
	}
	defer s.close(&err)
	if err := opts.fetch.ocr.apply(s); err != nil {
		return err
	}
	want, err := s.toCapture(ctx, args, opts.all)
	if err != nil {
		return err
	}
	if opts.archive.archived {
		want = slices.DeleteFunc(want, func(e claims.Evidence) bool { return !e.Source.IsURL() })
	}
	captures, err := s.desk.Capture(ctx, want, desk.CaptureOptions{
		Outside: opts.outside, Robots: opts.all, Archived: opts.archive.archived, NearTo: near,
	})
	if err != nil {
		return err
	}
	recited, err := s.desk.Recite(ctx, want)
	if err != nil {
		return err
	}
	s.done()
	if opts.json {
		return writeJSON(env.Stdout, map[string]any{"captures": captures, "citations": citationsNow(recited)})
	}
	if err := writeCaptures(env, want, captures, false); err != nil {
		return err
	}
	return writeRecited(env, recited)
}

// writeCaptures prints how attempts ended, one line for each.
func writeCaptures(env *Env, of []claims.Evidence, captures []sources.Capture, asJSON bool) error {
	if asJSON {
		return writeJSON(env.Stdout, map[string]any{"captures": captures})
	}
	return writeOut(env, "", func(w io.Writer) error {
		for i, c := range captures {
			line := captureLine(claims.Evidence{Source: of[i].Source, Last: &c})
			fmt.Fprintf(w, "%s %s: %s\n", of[i].Source.Code(), clean(of[i].Source.Name()), clean(line))
		}
		return nil
	})
}

// toCapture returns the sources that are named, or all that have an address,
// each once.
func (s *session) toCapture(ctx context.Context, args []string, all bool) ([]claims.Evidence, error) {
	var want []claims.Evidence
	for _, name := range args {
		e, err := s.source(ctx, name)
		if err != nil {
			return nil, err
		}
		if e.Source.IsHeld() {
			return nil, claims.Invalidf("%s is held elsewhere: there is nothing to capture", e.Source.Name())
		}
		want = append(want, e)
	}
	if all {
		every, err := s.ledger.Sources(ctx)
		if err != nil {
			return nil, err
		}
		want = append(want, slices.DeleteFunc(every, func(e claims.Evidence) bool { return e.Source.IsHeld() })...)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(want, func(e claims.Evidence) bool {
		twice := seen[e.Source.ID]
		seen[e.Source.ID] = true
		return twice
	}), nil
}

// archiveFlags say which copy of a page in which web archive is wanted.
type archiveFlags struct {
	archived bool
	at       string
	address  string
}

func (f *archiveFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.BoolVar(&f.archived, "archived", false, "look up the copies that a web archive holds, instead of the pages")
	flags.StringVar(&f.at, "at", "", "the day (YYYY-MM-DD) of which a copy is wanted (default: when the page was last captured, or today)")
	flags.StringVar(&f.address, "archive", "", "a TimeGate, or an availability endpoint that ends in /available (default: STET_ARCHIVE, or "+fetch.Archive+")")
}

// endpoint returns the archive's address.
func (f *archiveFlags) endpoint(env *Env) string {
	if f.address == "" {
		return env.Getenv("STET_ARCHIVE")
	}
	return f.address
}

// near returns the time of which a copy is wanted, the zero time where nobody
// said.
func (f *archiveFlags) near() (time.Time, error) {
	switch {
	case f.at == "":
		return time.Time{}, nil
	case !f.archived:
		return time.Time{}, claims.Invalidf("--at says which archived copy is wanted: give --archived too")
	}
	at, err := time.Parse(time.DateOnly, f.at)
	if err != nil {
		return at, claims.Invalidf("--at %s is no day: write it as 2026-05-03", f.at)
	}
	return at.Add(12 * time.Hour), nil
}
