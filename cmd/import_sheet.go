package cmd

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/desk"
	"stet/claims/sheet"
	"stet/sources/fetch"
)

// sheetFlags say how a table of claims is taken in.
type sheetFlags struct {
	columns []string // COLUMN=FIELD
	skipBad string
	raw     bool
}

func (f *sheetFlags) add(c *cobra.Command) {
	c.Flags().StringArrayVar(&f.columns, "map", nil, "of a table, what a column holds: COLUMN=FIELD, or COLUMN= to leave it out (repeatable)")
	c.Flags().StringVar(&f.skipBad, "skip-bad", "", "of a table, import the good rows and write the bad ones to this file")
	c.Flags().BoolVar(&f.raw, "raw", false, "of a table, take an apostrophe before a formula for text, as export --raw writes it")
}

// given reports whether a flag was given that is for tables only.
func (f *sheetFlags) given() bool { return len(f.columns) > 0 || f.skipBad != "" || f.raw }

// sheetTypes are the types that --type names a table by, which are the
// extensions of their files too.
var sheetTypes = []string{"csv", "tsv"}

// isSheet reports whether an input is a table of claims rather than a draft: by
// --type, by its name, or by how it begins.
func isSheet(name, kind string, in *bufio.Reader) bool {
	if kind == "" {
		kind = strings.TrimPrefix(filepath.Ext(name), ".")
	}
	for _, t := range sheetTypes {
		if strings.EqualFold(kind, t) {
			return true
		}
	}
	beginning, _ := in.Peek(64) // what can't be read is told when it is read
	return sheet.Looks(beginning)
}

// options returns how the table is to be read.
func (f *sheetFlags) options(name string, draft draftFlags) (sheet.Options, error) {
	o := sheet.Options{Raw: f.raw, Article: draft.slug, Map: map[string]string{}}
	o.Tabs = strings.EqualFold(draft.kind, "tsv") || draft.kind == "" && strings.EqualFold(filepath.Ext(name), ".tsv")
	if o.Article != "" && !claims.IsSlug(o.Article) {
		return o, notASlug(o.Article)
	}
	for _, one := range f.columns {
		i := strings.LastIndexByte(one, '=') // a column's name may have one, a field's has none
		if i <= 0 {
			return o, claims.Invalidf("--map %q: write COLUMN=FIELD", one)
		}
		if _, twice := o.Map[one[:i]]; twice {
			return o, claims.Invalidf("--map %q: that column is mapped already", one)
		}
		o.Map[one[:i]] = one[i+1:]
	}
	return o, nil
}

// runImportSheet takes in a table of claims, and says what that did once all of
// it is in the ledger.
func runImportSheet(ctx context.Context, env *Env, opts importOptions, name string, in io.Reader) error {
	o, err := opts.sheet.options(name, opts.draft)
	if err != nil {
		return err
	}
	rows, err := sheet.NewReader(in, o)
	if err != nil {
		return inFile(name, err)
	}
	done, err := opts.importSheet(ctx, env, name, rows)
	if err != nil {
		return err
	}
	return tellSheet(env, done, opts)
}

// importSheet imports the rows into the ledger, or into a new one where there
// is none: no ledger is left of an import that failed.
func (o importOptions) importSheet(ctx context.Context, env *Env, name string, rows *sheet.Reader) (done desk.SheetImported, err error) {
	place, err := o.toBeMade(env)
	if err != nil {
		return done, err
	}
	defer func() { err = place(err) }()
	s, err := o.open(ctx, env, create, fetch.Options{})
	if err != nil {
		return done, err
	}
	defer s.close(&err)
	defer s.done()
	return s.importSheet(ctx, o, name, rows)
}

// importSheet imports the rows, and writes the bad ones to the file that is to
// have them, where there are any.
func (s *session) importSheet(ctx context.Context, opts importOptions, name string, rows *sheet.Reader) (done desk.SheetImported, err error) {
	// Rows are soon garbage, and little else is held: collecting it less often
	// saves a tenth of the work, for some 20 MB.
	defer debug.SetGCPercent(debug.SetGCPercent(200))
	run := desk.SheetImport{Rows: rows, SkipBad: opts.sheet.skipBad != "", Outside: opts.draft.outside, Refused: s.tellRefused}
	if !run.SkipBad {
		done, err = s.desk.ImportSheet(ctx, run)
		return done, inFile(name, err)
	}
	err = writeOut(s.env, opts.sheet.skipBad, func(w io.Writer) error {
		bad := &badRows{to: w, header: rows.Header()}
		run.Refused = func(e *sheet.RowError, row []byte) error {
			return errors.Join(s.tellRefused(e, row), bad.write(e, row))
		}
		run.Read = bad.flush
		if done, err = s.desk.ImportSheet(ctx, run); err != nil {
			return inFile(name, err)
		}
		if bad.rows == 0 {
			return errNoBadRows
		}
		return nil
	})
	if errors.Is(err, errNoBadRows) {
		err = nil
	}
	return done, err
}

func (s *session) tellRefused(e *sheet.RowError, _ []byte) error {
	s.done()
	_, err := fmt.Fprintln(s.env.Stderr, clean(e.Error()))
	return err
}

func tellSheet(env *Env, done desk.SheetImported, opts importOptions) error {
	tell := func(n int, format string, args ...any) {
		if n > 0 {
			fmt.Fprintf(env.Stderr, format+"\n", args...)
		}
	}
	tell(len(done.Known), "already in the ledger: %s: %s", plural(done.Known.Count(), "row"), done.Known)
	tell(done.Completed, "completed: %d claims and citations that the ledger had without a label, a stance or the like", done.Completed)
	tell(done.Refused, "not imported: %s, written to %s", plural(done.Refused, "bad row"), clean(opts.sheet.skipBad))
	tell(done.LeftOut, "left out: %s: a table's sign-offs are taken into an empty ledger only; sign the claims here", plural(done.LeftOut, "sign-off"))
	tell(done.Partial, "left out: %s of claims that have a bad row, so that not all of what was signed is here", plural(done.Partial, "sign-off"))
	tell(done.QueriesLeftOut, "left out: the queries of %s: a cell has them in brief only; ask here: stet query", plural(done.QueriesLeftOut, "claim"))
	tell(done.RepliesLeftOut, "left out: the replies of %s: a cell has them in brief only; record them here: stet reply", plural(done.RepliesLeftOut, "claim"))
	if opts.json {
		return writeJSON(env.Stdout, done)
	}
	_, err := fmt.Fprintf(env.Stdout, "new: %s, %s, %s, %s, %s\n", plural(done.Articles, "article"), plural(done.Claims, "claim"),
		plural(done.Sources, "source"), plural(done.Citations, "citation"), plural(done.SignOffs, "sign-off"))
	return err
}

// inFile says which file an error in what was handed in is about.
func inFile(file string, err error) error {
	var input *claims.InputError
	if !errors.As(err, &input) {
		return err
	}
	if file == "-" {
		file = "standard input"
	}
	return &claims.InputError{Err: fmt.Errorf("%s: %w", file, err), Hint: input.Hint}
}
