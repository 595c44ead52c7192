package cmd

import (
	"context"
	"io"
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
	write  export.Options
}

func newExportCmd(env *Env, g *global) *cobra.Command {
	opts := exportOptions{global: g}
	c := &cobra.Command{
		Use:   "export",
		Short: "Write claims with their evidence, or the snapshots behind them",
		Long: `Write the claims of the ledger, or of one article, with their evidence. CSV has
one row for each pair of claim and citation. With the formats warc and warc.gz
write the snapshots of the sources that they cite, as web archives do. The
formats are described in docs/formats.md.`,
		Example: `  stet export --format csv > claims.csv
  stet export --article azure-deal --format warc.gz --output azure-deal.warc.gz
  stet export --article azure-deal --format json --output azure-deal.json`,
		Args: args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return runExport(c.Context(), env, opts) },
	}
	f := c.Flags()
	f.StringVar(&opts.format, "format", export.Formats[0].Name, "one of: "+strings.Join(exportFormats(), ", "))
	f.StringVarP(&opts.output, "output", "o", "", "the file to write, replaced only when all is written (default: standard output)")
	f.StringVar(&opts.filter.Article, "article", "", "of one article, by its slug")
	f.BoolVar(&opts.filter.Cut, "cut", false, "the claims that were cut too")
	f.BoolVar(&opts.write.Raw, "raw", false, "leave cells that a spreadsheet would take for a formula as they are")
	return c
}

func runExport(ctx context.Context, env *Env, opts exportOptions) (err error) {
	if _, ok := copyFormat(opts.format); !ok {
		if _, err := exportFormat(opts.format); err != nil {
			return err
		}
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
	return writeOut(env, opts.output, func(w io.Writer) error {
		out, err := exportWriter(w, opts.format, opts.write)
		if err != nil {
			return err
		}
		err = s.dossiers(ctx, opts.filter, func(d *claims.Dossier) error {
			for _, r := range export.Records(d) {
				if err := out.Write(r); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		return out.Close()
	})
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

// claimFormats are the names of the formats of claims, exportFormats those of
// the sources' copies too.
func claimFormats() []string {
	var all []string
	for _, f := range export.Formats {
		all = append(all, f.Name)
	}
	return all
}

func exportFormats() []string {
	all := claimFormats()
	for _, f := range export.CopyFormats {
		all = append(all, f.Name)
	}
	return all
}
