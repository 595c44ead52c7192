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
