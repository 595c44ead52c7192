package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/export"
	"stet/sources/fetch"
)

type exportOptions struct {
	*global
	format string
	output string
	filter claims.Filter
	rows   string
	claims []claims.Ref // those asked for by name; empty where the filter says which
	write  export.Options
}

func newExportCmd(env *Env, g *global) *cobra.Command {
	opts := exportOptions{global: g}
	c := &cobra.Command{
		Use:   "export [CLAIM…]",
		Short: "Write claims with their evidence, or the snapshots behind them",
		Long: `Write the claims of the ledger, of one article, or those named, with their
evidence. CSV has one row for each pair of claim and citation. With claimreview
write what is published of claims that others made (claim edit says what); where
one of them lacks what that takes, nothing is written. With the formats warc and
warc.gz write the snapshots of the sources that the claims cite, as web archives
do. The formats are described in docs/formats.md.`,
		Example: `  stet export --format csv > claims.csv
  stet export --article azure-deal --format warc.gz --output azure-deal.warc.gz
  stet export --article azure-deal --format json --output azure-deal.json`,
		Args: args(cobra.ArbitraryArgs),
		RunE: func(c *cobra.Command, args []string) (err error) {
			if opts.claims, err = parseRefs(args); err != nil {
				return err
			}
			return runExport(c.Context(), env, opts)
		},
	}
	f := c.Flags()
	f.StringVar(&opts.format, "format", export.Formats[0].Name, "one of: "+strings.Join(exportFormats(), ", "))
	f.StringVarP(&opts.output, "output", "o", "", "the file to write, replaced only when all is written (default: standard output)")
	f.StringVar(&opts.filter.Article, "article", "", "of one article, by its slug")
	f.BoolVar(&opts.filter.Cut, "cut", false, "the claims that were cut too")
	f.StringVar(&opts.rows, "rows", string(export.PairRows), "of csv and tsv, one row for each of: pairs (of claim and citation), claims")
	f.BoolVar(&opts.write.Raw, "raw", false, "leave cells that a spreadsheet would take for a formula as they are")
	f.BoolVar(&opts.write.BOM, "bom", false, "of csv and tsv, begin with a byte order mark, by which Excel knows UTF-8")
	f.BoolVar(&g.mapped, "mmap", false, "read the ledger through the operating system's memory: faster, but a disk that fails meanwhile ends stet at once")
	f.StringVar(&opts.write.Publisher, "publisher", "", "of claimreview, who publishes the reviews (default: the site on which they stand)")
	return c
}

func runExport(ctx context.Context, env *Env, opts exportOptions) (err error) {
	if err := opts.parse(); err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	if opts.filter.Article != "" {
		if _, err := s.ledger.Article(ctx, opts.filter.Article); err != nil {
			return err
		}
	}
	if format, ok := copyFormat(opts.format); ok {
		return writeOut(env, opts.output, func(w io.Writer) error { return s.exportCopies(ctx, w, format, opts.filter) })
	}
	opts.write.PageOf = s.pageOf(ctx)
	return writeOut(env, opts.output, func(w io.Writer) error { return s.exportClaims(ctx, w, opts) })
}

// exportClaims writes the claims that were asked for, one after another.
func (s *session) exportClaims(ctx context.Context, w io.Writer, opts exportOptions) error {
	format, err := exportFormat(opts.format)
	if err != nil {
		return err
	}
	out := &exporter{session: s, format: format, to: format.New(w, opts.write), garbage: littleGarbage}
	if opts.mapped {
		out.garbage = muchGarbage
	}
	if err := out.count(ctx, opts); err != nil {
		return err
	}
	defer s.done()
	for _, filter := range opts.filters() {
		if err := out.export(ctx, filter); err != nil {
			return err
		}
	}
	return s.told(out.to.Close())
}

// filters returns what was asked for, a named claim at a time.
func (o *exportOptions) filters() []claims.Filter {
	if len(o.claims) == 0 {
		return []claims.Filter{o.filter}
	}
	all := make([]claims.Filter, len(o.claims))
	for i, ref := range o.claims {
		all[i] = claims.Filter{Article: ref.Slug, Number: ref.Number, Cut: true}
	}
	return all
}

// exporter writes claims in one format, as it is told which.
type exporter struct {
	*session
	format   export.Format
	to       export.Writer
	garbage  int    // see littleGarbage
	written  int    // claims
	article  string // the ID of the one being written
	begun    int    // articles
	articles int    // how many there are; 0 where nobody asks, or one alone is written
}

// count counts the articles of a whole ledger, where somebody looks on.
func (x *exporter) count(ctx context.Context, opts exportOptions) error {
	if x.desk.Progress == nil || opts.filter.Article != "" || len(opts.claims) > 0 {
		return nil
	}
	articles, err := x.ledger.Articles(ctx)
	x.articles = len(articles)
	return err
}

// littleGarbage is how much garbage the export of a table lets lie, in percent
// of what it keeps, which is little: garbage would be most of its memory. Who
// asks for mapped memory asks for speed: next to the ledger's pages, which count
// as the program's then, muchGarbage is little.
const littleGarbage, muchGarbage = 60, 800

// export writes the claims that a filter lets through; a claim asked for by
// its number must be there. What is read is written while the next is read.
func (x *exporter) export(ctx context.Context, f claims.Filter) error {
	before := x.written
	read := x.dossiers
	if x.format.Outlined {
		defer debug.SetGCPercent(debug.SetGCPercent(x.garbage))
		read = x.outlines
	}
	err := ahead(ctx, func(ctx context.Context, yield func(*claims.Dossier) error) error { return read(ctx, f, yield) }, x.write)
	if err == nil && x.written == before && f.Number > 0 {
		return fmt.Errorf("there is no claim %s: %w", claims.Ref{Slug: f.Article, Number: f.Number}, claims.ErrNotFound)
	}
	return err
}

// write writes the claims of one dossier.
func (x *exporter) write(ctx context.Context, d *claims.Dossier) error {
	record := export.NewRecord
	if x.format.Outlined {
		record = export.Outline
	}
	for _, e := range d.Entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := x.to.Write(record(d, e)); err != nil {
			return err
		}
		x.written++
	}
	x.tell(d)
	return nil
}

// tell shows how far the export is.
func (x *exporter) tell(d *claims.Dossier) {
	if d.Article.ID != x.article {
		x.article = d.Article.ID
		x.begun++
	}
	far := "exporting: " + plural(x.written, "claim")
	if x.articles > 0 {
		far += fmt.Sprintf(", article %d of %d", x.begun, x.articles)
	}
	x.progress(far)
}

// progress shows what is being done, where somebody is looking.
func (s *session) progress(what string) {
	if s.desk.Progress != nil {
		s.desk.Progress(what)
	}
}

// told names each claim that a format refused, and makes the refusal one of
// what was asked for.
func (s *session) told(err error) error {
	var refused *export.RefusedError
	if !errors.As(err, &refused) {
		return err
	}
	s.done()
	for _, r := range refused.Refusals {
		fmt.Fprintln(s.env.Stderr, clean(r.String()))
	}
	return claims.Invalidf("%w", err)
}

// parse checks the flags, before anything is opened.
func (o *exportOptions) parse() (err error) {
	if o.write.Rows, err = export.ParseRows(o.rows); err != nil {
		return err
	}
	table := false
	_, copies := copyFormat(o.format)
	if !copies {
		f, err := exportFormat(o.format)
		if err != nil {
			return err
		}
		table = f.Table
	}
	if !table && (o.write.BOM || o.write.Rows != export.PairRows) {
		return claims.Invalidf("--bom and --rows are for text tables: only csv and tsv are")
	}
	if len(o.claims) > 0 && (copies || o.filter.Article != "") {
		return claims.Invalidf("claims can be named in formats of claims only, and without --article")
	}
	return nil
}

func exportFormat(name string) (export.Format, error) {
	for _, f := range export.Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return export.Format{}, claims.Invalidf("unknown format %q (one of: %s)", name, strings.Join(exportFormats(), ", "))
}

func exportWriter(w io.Writer, format string, o export.Options) (export.Writer, error) {
	f, err := exportFormat(format)
	if err != nil {
		return nil, err
	}
	return f.New(w, o), nil
}

// lineFormats are the names of the formats in which a list may be printed.
func lineFormats() []string {
	var all []string
	for _, f := range export.Formats {
		if f.Lines {
			all = append(all, f.Name)
		}
	}
	return all
}

// exportFormats are the names of every format, of claims and of copies.
func exportFormats() []string {
	var all []string
	for _, f := range export.Formats {
		all = append(all, f.Name)
	}
	for _, f := range export.CopyFormats {
		all = append(all, f.Name)
	}
	return all
}
