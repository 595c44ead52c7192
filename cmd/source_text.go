package cmd

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources"
	"stet/sources/fetch"
)

type sourceTextOptions struct {
	*global
	page string
	json bool
}

func newSourceTextCmd(env *Env, g *global) *cobra.Command {
	opts := sourceTextOptions{global: g}
	c := &cobra.Command{
		Use: "text SOURCE", Short: "Print the text read from a source's newest snapshot",
		Example: `  stet source text complaint --page 3`,
		Args:    args(cobra.ExactArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return runSourceText(c.Context(), env, opts, args[0]) },
	}
	c.Flags().StringVar(&opts.page, "page", "", "only this page, by the number printed on it or by counting")
	c.Flags().BoolVar(&opts.json, "json", false, "print text, pages, notes and links as one JSON object")
	return c
}

func runSourceText(ctx context.Context, env *Env, opts sourceTextOptions, name string) (err error) {
	s, err := opts.open(ctx, env, readWrite, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	e, err := s.source(ctx, name)
	if err != nil {
		return err
	}
	if e.Snapshot == "" {
		return claims.Invalidf("%s has no snapshot: %s", e.Source.Name(), captureLine(e))
	}
	t, err := s.desk.Text(ctx, e.Snapshot)
	if err != nil {
		return err
	}
	if opts.json {
		return writeJSON(env.Stdout, printable(t))
	}
	body := t.Body
	if opts.page != "" {
		page, ok := pageNamed(t, opts.page)
		if !ok {
			return claims.Invalidf("%s has no page %s", e.Source.Name(), opts.page)
		}
		body = t.Body[page.Start:page.End]
	}
	lines := strings.Split(strings.TrimRight(body, "\r\n"), "\n")
	for i, line := range lines {
		lines[i] = clean(strings.TrimRight(line, "\r"))
	}
	return say(env, "%s", strings.Join(lines, "\n"))
}

func pageNamed(t *sources.Text, name string) (sources.Page, bool) {
	for _, p := range t.Pages {
		if p.Printed == name || strconv.Itoa(p.Number) == name {
			return p, true
		}
	}
	return sources.Page{}, false
}

type sourceCaptureOptions struct {
	*global
	all   bool
	json  bool
	fetch fetchFlags
}

func newSourceCaptureCmd(env *Env, g *global) *cobra.Command {
	opts := sourceCaptureOptions{global: g}
	c := &cobra.Command{
		Use:   "capture [SOURCE…]",
		Short: "Capture sources again",
		Long: `Capture sources again and record each attempt. Snapshots are never changed: a
page that reads otherwise now becomes a further snapshot, and verify says which
citations still stand on it.`,
		Example: `  stet source capture S-0003 complaint
  stet source capture --all`,
		RunE: func(c *cobra.Command, args []string) error { return runSourceCapture(c.Context(), env, opts, args) },
	}
	c.Flags().BoolVar(&opts.all, "all", false, "every source that has an address")
	c.Flags().BoolVar(&opts.json, "json", false, "print the attempts as one JSON object")
	opts.fetch.add(c)
	return c
}

func runSourceCapture(ctx context.Context, env *Env, opts sourceCaptureOptions, args []string) (err error) {
	if len(args) == 0 && !opts.all {
		return &claims.InputError{Err: claims.Invalidf("no source named"), Hint: "name sources, or give --all"}
	}
	s, err := opts.open(ctx, env, readWrite, opts.fetch.options())
	if err != nil {
		return err
	}
	defer s.close(&err)
	want, err := s.toCapture(ctx, args, opts.all)
	if err != nil {
		return err
	}
	captures, err := s.desk.Capture(ctx, want)
	if err != nil {
		return err
	}
	s.done()
	if opts.json {
		return writeJSON(env.Stdout, map[string]any{"captures": captures})
	}
	for i, c := range captures {
		if err := say(env, "%s %s: %s", want[i].Source.Code(), clean(want[i].Source.Name()), clean(captureLine(claims.Evidence{Source: want[i].Source, Last: &c}))); err != nil {
			return err
		}
	}
	return nil
}

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
	if !all {
		return want, nil
	}
	every, err := s.ledger.Sources(ctx)
	for _, e := range every {
		if !e.Source.IsHeld() {
			want = append(want, e)
		}
	}
	return want, err
}
