package cmd

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/export"
	"stet/sources/fetch"
)

type listOptions struct {
	*global
	filter  claims.Filter
	label   string
	verdict string
	sort    string
	limit   int
	format  listFormat
}

// sortings are the orders in which claims can be listed; each breaks ties by
// the one before it.
var sortings = []struct {
	name    string
	compare func(a, b export.Record) int
}{
	{"claim", func(a, b export.Record) int { return cmp.Or(cmp.Compare(a.Article, b.Article), a.Claim-b.Claim) }},
	{"line", func(a, b export.Record) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), a.Line-b.Line, a.Column-b.Column)
	}},
	{"label", func(a, b export.Record) int { return cmp.Compare(a.Label, b.Label) }},
	{"verdict", func(a, b export.Record) int { return cmp.Compare(a.Verdict, b.Verdict) }},
	{"priority", func(a, b export.Record) int {
		return slices.Index(claims.Priorities, a.Priority) - slices.Index(claims.Priorities, b.Priority)
	}},
	{"findings", func(a, b export.Record) int { return cmp.Compare(worst(a), worst(b)) }},
}

func newListCmd(env *Env, g *global) *cobra.Command {
	opts := listOptions{global: g}
	c := &cobra.Command{
		Use:   "list",
		Short: "List claims with label, verdict and findings",
		Long: `List the claims of the ledger, or those that every flag given agrees on. On a
terminal it is a table; piped, tab-separated lines of the same columns. In the
order of priority, it says why each claim wants checking soon.`,
		Example: `  stet list --article azure-deal --verdict open --sort priority
  stet list --label "court filing" --format csv
  stet list --finding error --json`,
		Args: args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return runList(c.Context(), env, opts) },
	}
	f := c.Flags()
	f.StringVar(&opts.filter.Article, "article", "", "of one article, by its slug")
	f.StringVar(&opts.label, "label", "", "with this label: "+labelNames())
	f.StringVar(&opts.verdict, "verdict", "", "with this verdict: "+names(claims.Verdicts)+", open")
	f.StringVar(&opts.filter.Finding, "finding", "", "with a finding of this check or severity, or any")
	f.StringVar(&opts.filter.Source, "source", "", "citing this source: its number, alias or address")
	f.StringVar(&opts.filter.Speaker, "speaker", "", "whose speaker's name holds these words")
	f.StringVar(&opts.filter.Text, "text", "", "whose text holds these words")
	f.BoolVar(&opts.filter.Cut, "cut", false, "the claims that were cut too")
	f.StringVar(&opts.sort, "sort", "claim", "in the order of: "+sortingNames())
	f.IntVar(&opts.limit, "limit", 0, "at most so many (0: all)")
	opts.format.add(c, append([]string{"table"}, lineFormats()...)...)
	return c
}

func runList(ctx context.Context, env *Env, opts listOptions) (err error) {
	if err := opts.parse(); err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	records, err := s.records(ctx, opts.filter)
	if err != nil {
		return err
	}
	if i := sortingIndex(opts.sort); i > 0 {
		slices.SortStableFunc(records, sortings[i].compare)
	}
	if opts.limit > 0 && len(records) > opts.limit {
		records = records[:opts.limit]
	}
	if opts.format.name == "table" {
		if opts.sort == "priority" {
			return priorityTable(env, records)
		}
		return listTable(env, records)
	}
	return writeRecords(env.Stdout, opts.format.name, records)
}

func (o *listOptions) parse() error {
	if err := o.format.parse(); err != nil {
		return err
	}
	if sortingIndex(o.sort) < 0 {
		return claims.Invalidf("unknown order %q (one of: %s)", o.sort, sortingNames())
	}
	if o.label != "" {
		label, err := claims.ParseLabel(o.label)
		if err != nil {
			return err
		}
		o.filter.Label = &label
	}
	if o.verdict == "open" {
		open := claims.Open
		o.filter.Verdict = &open
	} else if o.verdict != "" {
		verdict, err := claims.ParseVerdict(o.verdict)
		if err != nil {
			return err
		}
		o.filter.Verdict = &verdict
	}
	return nil
}

// records collects the claims that the filter keeps, by article and number.
func (s *session) records(ctx context.Context, f claims.Filter) ([]export.Record, error) {
	if f.Article != "" {
		if _, err := s.ledger.Article(ctx, f.Article); err != nil {
			return nil, err
		}
	}
	if f.Source != "" {
		source, err := s.source(ctx, f.Source)
		if err != nil {
			return nil, err
		}
		f.Source = source.Source.ID
	}
	var records []export.Record
	err := s.dossiers(ctx, f, func(d *claims.Dossier) error {
		records = append(records, export.Records(d)...)
		return nil
	})
	return records, err
}

// listTable prints records as a table.
func listTable(env *Env, records []export.Record) error {
	out := newListing(env, "table", "claims", []column{
		{title: "claim"}, {title: "label"}, {title: "verdict", wide: true}, {title: "found"}, {title: "says", wide: true},
	})
	for _, r := range records {
		label := claims.Label(r.Label).String()
		if err := out.add(r, refOf(r), label, verdictCell(r), worst(r), r.Text); err != nil {
			return err
		}
	}
	return out.close()
}

// priorityTable prints records with the reasons for which each wants checking
// as soon as its priority has it.
func priorityTable(env *Env, records []export.Record) error {
	out := newListing(env, "table", "claims", []column{
		{title: "claim"}, {title: "priority"}, {title: "because it", wide: true}, {title: "says", wide: true},
	})
	for _, r := range records {
		if err := out.add(r, refOf(r), string(r.Priority), strings.Join(r.Reasons, ", "), r.Text); err != nil {
			return err
		}
	}
	return out.close()
}

func refOf(r export.Record) string { return claims.Ref{Slug: r.Article, Number: r.Claim}.String() }

// verdictCell is the verdict in force, and where the last one is void, why.
func verdictCell(r export.Record) string {
	if r.Void == "" {
		return r.Verdict
	}
	return r.Verdict + " (" + r.Void + ")"
}

// worst returns the worst severity found on a claim, or "" where nothing was.
func worst(r export.Record) string {
	for _, s := range claims.Severities {
		for _, f := range r.Findings {
			if f.Severity == s {
				return string(s)
			}
		}
	}
	return ""
}

func writeRecords(w io.Writer, format string, records []export.Record) error {
	out, err := exportWriter(w, format, export.Options{})
	if err != nil {
		return err
	}
	for _, r := range records {
		if err := out.Write(r); err != nil {
			return err
		}
	}
	return out.Close()
}

func sortingIndex(name string) int {
	for i, s := range sortings {
		if s.name == name {
			return i
		}
	}
	return -1
}

func sortingNames() string {
	all := make([]string, len(sortings))
	for i, s := range sortings {
		all[i] = s.name
	}
	return strings.Join(all, ", ")
}
