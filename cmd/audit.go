package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/audit"
	"stet/sources/fetch"
)

type auditOptions struct {
	*global
	audit    auditFlags
	narrow   narrowing
	articles []string
}

func newAuditCmd(env *Env, g *global) *cobra.Command {
	opts := auditOptions{global: g}
	c := &cobra.Command{
		Use:   "audit [ARTICLE…]",
		Short: "Test the ledger by its rules, for scripts and for closing",
		Long: `Test the articles (all of them by default) by the ledger's rules, together with
what the checks found when they last ran. Nothing is changed. stet.yaml beside
the ledger is the newsroom's policy, and may name a folder of rules of its own:
docs/policy.md has both.

With --since only what is found on claims that changed since then is told: in
their words, label, citations, verdict, queries or replies, or because a source
that they cite was captured anew. What is found on the article as a whole is
always told.

The rules:
` + ruleList(),
		Example: `  stet audit azure-deal --stage closing --strict
  stet audit --article azure-deal --since 1 --stage closing
  stet audit --rules house-rules
  stet audit --rule open --rule void --stage closing
  stet audit --json > before.json; stet audit --baseline before.json
  stet audit --format ndjson --fail-on warning`,
		RunE: func(c *cobra.Command, args []string) error {
			return runAudit(c.Context(), env, opts, append(args, opts.articles...))
		},
	}
	addArticles(c, &opts.articles)
	opts.audit.add(c)
	c.Flags().StringVar(&g.rules, "rules", "", "a folder of your own rules, in place of the policy's")
	c.Flags().StringArrayVar(&opts.narrow.rules, "rule", nil, "only what this check or rule finds; may be repeated")
	c.Flags().StringVar(&opts.narrow.baseline, "baseline", "", "only what is new since this report, printed earlier as json or ndjson")
	c.Flags().StringVar(&opts.narrow.since, "since", "", "only on claims that changed since a time ("+momentUsage+") or since the import of a draft, by its number or digest")
	return c
}

// addArticles adds a flag that names articles, for those who know it from list
// and export.
func addArticles(c *cobra.Command, slugs *[]string) {
	c.Flags().StringArrayVar(slugs, "article", nil, "of this article, as when it is named without the flag; may be repeated")
}

func runAudit(ctx context.Context, env *Env, opts auditOptions, slugs []string) (err error) {
	if err := opts.audit.parse(); err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	var own []string
	for _, r := range s.desk.OwnRules {
		own = append(own, r.ID)
	}
	if err := opts.narrow.read(env, own); err != nil {
		return err
	}
	return s.eachArticle(ctx, slugs, opts.audit, func(slug string) (*claims.Dossier, []claims.Finding, error) {
		dossier, found, err := s.desk.Audit(ctx, slug, opts.audit.at)
		if err != nil {
			return nil, nil, err
		}
		found, err = opts.narrow.wanted(ctx, s.desk, dossier, found)
		return dossier, found, err
	})
}

// ruleList is the table of rules as help shows it.
func ruleList() string {
	rules, err := audit.Rules()
	if err != nil {
		return "  " + err.Error() + "\n" // the rules' own test fails before this is seen
	}
	var list string
	for _, r := range rules {
		list += described(r.ID, r.Title)
	}
	return list
}
