package cmd

import (
	"cmp"
	"context"
	"runtime"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/report"
	"stet/claims/verify"
	"stet/sources/fetch"
)

type verifyOptions struct {
	*global
	audit auditFlags
	ocr   ocrFlag
	all   bool

	articles []string
}

func newVerifyCmd(env *Env, g *global) *cobra.Command {
	opts := verifyOptions{global: g}
	c := &cobra.Command{
		Use:   "verify [ARTICLE…]",
		Short: "Run every check on the claims against the sources captured",
		Long: `Run every check on the claims of the articles (all of them by default) against
the snapshots in the ledger, and print what was found. Nothing is captured.

The checks:
` + checkList(),
		Example: `  stet verify azure-deal
  stet verify --fail-on warning --format json`,
		RunE: func(c *cobra.Command, args []string) error {
			return runVerify(c.Context(), env, opts, append(args, opts.articles...))
		},
	}
	addArticles(c, &opts.articles)
	opts.audit.add(c)
	opts.ocr.add(c)
	c.Flags().BoolVar(&opts.all, "all", false, "check every claim anew, not only those whose words, citations or sources changed")
	return c
}

func runVerify(ctx context.Context, env *Env, opts verifyOptions, slugs []string) (err error) {
	if err := opts.audit.parse(); err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readWrite, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	if err := opts.ocr.apply(s); err != nil {
		return err
	}
	return s.eachArticle(ctx, slugs, opts.audit, func(slug string) (*claims.Dossier, []claims.Finding, error) {
		dossier, err := s.desk.Verify(ctx, slug, opts.all)
		if err != nil {
			return nil, nil, err
		}
		return dossier, s.desk.Found(dossier, opts.audit.at), nil
	})
}

// eachArticle prints what is found on each article, as it is found, and returns
// the error that makes the exit code.
func (s *session) eachArticle(ctx context.Context, slugs []string, flags auditFlags, find func(slug string) (*claims.Dossier, []claims.Finding, error)) error {
	slugs, err := s.articles(ctx, slugs)
	if err != nil {
		return err
	}
	parallel := 1
	if s.fetcher == nil { // the ledger is only read
		parallel = runtime.GOMAXPROCS(0)
	}
	p, err := s.printing(ctx, flags)
	if err != nil {
		return err
	}
	running, stop := context.WithCancel(ctx)
	defer stop()
	var unprinted error
	err = inOrder(running, parallel, slugs, func(slug string) (report.Report, error) {
		dossier, found, err := find(slug)
		if err != nil {
			return report.Report{}, err
		}
		return report.New(dossier, found), nil
	}, func(r report.Report) {
		if unprinted != nil {
			return
		}
		s.done()
		if unprinted = p.print(r); unprinted != nil {
			stop() // nobody reads on
		}
	})
	if err := cmp.Or(unprinted, err); err != nil {
		return err
	}
	return p.close()
}

// articles returns the slugs given, of which each is an article's, or every
// article's.
func (s *session) articles(ctx context.Context, slugs []string) ([]string, error) {
	for _, slug := range slugs {
		if _, err := s.ledger.Article(ctx, slug); err != nil {
			return nil, err
		}
	}
	if len(slugs) > 0 {
		return slugs, nil
	}
	articles, err := s.ledger.Articles(ctx)
	if err != nil {
		return nil, err
	}
	if len(articles) == 0 {
		return nil, claims.Invalidf("the ledger holds no article")
	}
	for _, a := range articles {
		slugs = append(slugs, a.Slug)
	}
	return slugs, nil
}

// checkList is the table of checks as help shows it.
func checkList() string {
	var list string
	for _, c := range verify.Checks {
		list += described(c.ID, c.Title)
	}
	return list
}
