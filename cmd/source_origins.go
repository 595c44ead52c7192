package cmd

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources/fetch"
	"stet/sources/origin"
)

type sourceOriginsOptions struct {
	*global
	json bool
}

func newSourceOriginsCmd(env *Env, g *global) *cobra.Command {
	opts := sourceOriginsOptions{global: g}
	c := &cobra.Command{
		Use:   "origins [ARTICLE]",
		Short: "Print which sources are one source",
		Long: `Compare the snapshots of the sources that an article cites, or of all sources,
and print which of them are one source, and why: the same page or bytes, the
same words, one agency's story, a press release reprinted, or one that says that
it rests on another. Of an article, the claims are listed whose sources are
fewer than they look.`,
		Example: `  stet source origins
  stet source origins azure-deal --json`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return runSourceOrigins(c.Context(), env, opts, strings.Join(args, ""))
		},
	}
	c.Flags().BoolVar(&opts.json, "json", false, "print groups, pairs and claims as one JSON object")
	return c
}

func runSourceOrigins(ctx context.Context, env *Env, opts sourceOriginsOptions, slug string) (err error) {
	s, err := opts.open(ctx, env, readWrite, fetch.Options{}) // a newer reader's texts are kept
	if err != nil {
		return err
	}
	defer s.close(&err)
	evidence, dossier, err := s.compared(ctx, slug)
	if err != nil {
		return err
	}
	documents, err := s.documents(ctx, evidence)
	if err != nil {
		return err
	}
	found := origin.Of(documents)
	names := make([]string, len(evidence))
	for i, e := range evidence {
		names[i] = e.Source.Code()
	}
	counted := countOrigins(dossier, evidence, found)
	if opts.json {
		return writeJSON(env.Stdout, struct {
			origins
			Claims []claimOrigins `json:"claims"`
		}{newOrigins(found, names), orEmpty(counted)})
	}
	return writeOut(env, "", func(w io.Writer) error { showOrigins(w, evidence, found, counted); return nil })
}

// compared returns the captured sources that are to be compared, by number, and
// the article's dossier where one is named.
func (s *session) compared(ctx context.Context, slug string) ([]claims.Evidence, *claims.Dossier, error) {
	var all []claims.Evidence
	dossier := &claims.Dossier{}
	if slug == "" {
		every, err := s.ledger.Sources(ctx)
		if err != nil {
			return nil, nil, err
		}
		all = every
	} else {
		var err error
		if dossier, err = s.ledger.Dossier(ctx, slug); err != nil {
			return nil, nil, err
		}
		for _, e := range dossier.Sources {
			all = append(all, e)
		}
	}
	all = slices.DeleteFunc(all, func(e claims.Evidence) bool { return e.Snapshot == "" })
	slices.SortFunc(all, func(a, b claims.Evidence) int { return cmp.Compare(a.Source.Number, b.Source.Number) })
	return all, dossier, nil
}

// documents returns the newest snapshots of sources as they are compared.
func (s *session) documents(ctx context.Context, evidence []claims.Evidence) ([]origin.Document, error) {
	documents := make([]origin.Document, len(evidence))
	for i, e := range evidence {
		t, err := s.desk.Text(ctx, e.Snapshot)
		if err != nil {
			return nil, fmt.Errorf("read the snapshot of %s: %w", e.Source.Name(), err)
		}
		documents[i] = originDocument(e.Source, e.Snapshot, t)
	}
	return documents, nil
}

// claimOrigins is a claim whose sources are fewer than they look.
type claimOrigins struct {
	Claim   string `json:"claim"`
	Sources int    `json:"sources"`
	Origins int    `json:"origins"`
}

func countOrigins(d *claims.Dossier, evidence []claims.Evidence, found origin.Result) []claimOrigins {
	index := map[string]int{}
	for i, e := range evidence {
		index[e.Source.ID] = i
	}
	var counted []claimOrigins
	for _, e := range d.Entries {
		var cited []int
		for _, c := range e.Citations {
			if i, ok := index[c.Source]; ok && !slices.Contains(cited, i) {
				cited = append(cited, i)
			}
		}
		if n := found.Count(cited); n < len(cited) && !e.Claim.Cut {
			ref := claims.Ref{Slug: d.Article.Slug, Number: e.Claim.Number}
			counted = append(counted, claimOrigins{ref.String(), len(cited), n})
		}
	}
	return counted
}

func showOrigins(w io.Writer, evidence []claims.Evidence, found origin.Result, counted []claimOrigins) {
	name := func(i int) string {
		return evidence[i].Source.Code() + " " + clean(evidence[i].Source.Name())
	}
	for _, p := range found.Pairs {
		fmt.Fprintf(w, "%s, %s: %s\n", name(p.A), name(p.B), clean(p.Reason))
	}
	for _, c := range counted {
		fmt.Fprintf(w, "%s cites %s of %s\n", c.Claim, plural(c.Sources, "source"), plural(c.Origins, "origin"))
	}
	fmt.Fprintf(w, "%s, %s\n", plural(len(evidence), "captured source"), plural(len(found.Groups), "origin"))
}
