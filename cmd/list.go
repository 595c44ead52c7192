package cmd

import (
	"cmp"
	"context"
	"errors"
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
		Use:   "list [ARTICLE]",
		Short: "List claims with label, verdict and findings",
		Long: `List the claims of the ledger, or those that every flag given agrees on. On a
terminal it is a table; piped, tab-separated lines of the same columns. In the
order of priority, it says why each claim wants checking soon.`,
		Example: `  stet list --article azure-deal --verdict open --sort priority
  stet list --label "court filing" --format csv
  stet list --finding error --json`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneArticle(&opts.filter.Article, args); err != nil {
				return err
			}
			return runList(c.Context(), env, opts)
		},
	}
	f := c.Flags()
	f.StringVar(&opts.filter.Article, "article", "", "of this article, as when it is named without the flag")
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

// oneArticle takes an article that is named without a flag for the one that the
// flag would name.
func oneArticle(flag *string, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if *flag != "" && *flag != args[0] {
		return claims.Invalidf("--article says %s, and %s is named too: name one article", *flag, args[0])
	}
	*flag = args[0]
	return nil
}

func runList(ctx context.Context, env *Env, opts listOptions) (err error) {
	collectLate()
	if err := opts.parse(); err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	return buffered(env.Stdout, func(w io.Writer) error {
		to := *env
		to.Stdout = w
		out, err := opts.writer(&to)
		if err != nil {
			return err
		}
		if err := s.list(ctx, opts, out); err != nil {
			return err
		}
		return out.Close()
	})
}

// writer returns what prints the records.
func (o *listOptions) writer(env *Env) (export.Writer, error) {
	switch {
	case o.format.name != "table":
		return exportWriter(env.Stdout, o.format.name, export.Options{})
	case o.sort == "priority":
		return newPriorityTable(env), nil
	}
	return newClaimTable(env), nil
}

// errEnough ends a list that is as long as was asked for.
var errEnough = errors.New("there are more claims")

// list writes the claims as they are read, which is in the order of articles
// and numbers; for any other order all are read first.
func (s *session) list(ctx context.Context, opts listOptions, out export.Writer) error {
	n := 0
	write := func(r export.Record) error {
		if n++; opts.limit > 0 && n > opts.limit {
			return errEnough
		}
		return out.Write(r)
	}
	var all []export.Record
	add := write
	if opts.sort != sortings[0].name {
		add = func(r export.Record) error { all = append(all, r); return nil }
	}
	f, err := s.known(ctx, opts.filter)
	if err != nil {
		return err
	}
	err = s.eachRecord(ctx, f, opts.shown(), add)
	slices.SortStableFunc(all, sortings[sortingIndex(opts.sort)].compare)
	for i := 0; i < len(all) && err == nil; i++ {
		err = write(all[i])
	}
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

func (o *listOptions) parse() error {
	if o.limit < 0 {
		return claims.Invalidf("--limit %d: at least 1, or 0 for all", o.limit)
	}
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

// depth says how much of each claim is read.
type depth int

const (
	inFull    depth = iota // all of it
	inOutline              // what tables of claims and citations show
	inBrief                // what list's own table shows
)

// shown returns how much of each claim is shown, or the order goes by.
func (o *listOptions) shown() depth {
	if o.sort == "line" || o.sort == "priority" {
		return inFull
	}
	if o.format.name == "table" {
		return inBrief
	}
	if f, err := exportFormat(o.format.name); err == nil && f.Outlined {
		return inOutline
	}
	return inFull
}

// known returns the filter with the source's ID for its name; what it asks for
// must be there.
func (s *session) known(ctx context.Context, f claims.Filter) (claims.Filter, error) {
	if f.Article != "" {
		if _, err := s.ledger.Article(ctx, f.Article); err != nil {
			return f, err
		}
	}
	if f.Source != "" {
		source, err := s.source(ctx, f.Source)
		if err != nil {
			return f, err
		}
		f.Source = source.Source.ID
	}
	return f, nil
}

// eachRecord yields the claims that the filter keeps, by article and number,
// with no more than is shown of them.
func (s *session) eachRecord(ctx context.Context, f claims.Filter, shown depth, yield func(export.Record) error) error {
	read, record := s.dossiers, export.NewRecord
	switch shown {
	case inOutline:
		read, record = s.outlines, export.Outline
	case inBrief:
		read, record = s.headlines, export.Outline
	}
	return read(ctx, f, func(d *claims.Dossier) error {
		for _, e := range d.Entries {
			if err := yield(record(d, e)); err != nil {
				return err
			}
		}
		return nil
	})
}

// recordTable prints records as the rows of a table.
type recordTable struct {
	out   *listing
	cells func(export.Record) []string
}

// Write implements export.Writer.
func (t recordTable) Write(r export.Record) error { return t.out.add(r, t.cells(r)...) }

// Close implements export.Writer.
func (t recordTable) Close() error { return t.out.close() }

// newClaimTable prints what people look for first.
func newClaimTable(env *Env) recordTable {
	return recordTable{newListing(env, "table", "claims", []column{
		{title: "claim"}, {title: "label"}, {title: "verdict", wide: true}, {title: "found"}, {title: "says", wide: true},
	}), func(r export.Record) []string {
		return []string{refOf(r), r.Label.String(), verdictCell(r), worst(r), r.Text}
	}}
}

// newPriorityTable prints the reasons for which each wants checking as soon as
// its priority has it.
func newPriorityTable(env *Env) recordTable {
	return recordTable{newListing(env, "table", "claims", []column{
		{title: "claim"}, {title: "priority"}, {title: "because it", wide: true}, {title: "says", wide: true},
	}), func(r export.Record) []string {
		return []string{refOf(r), string(r.Priority), strings.Join(r.Reasons, ", "), r.Text}
	}}
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
