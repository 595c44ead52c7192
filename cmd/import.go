package cmd

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/desk"
	"stet/claims/sheet"
	"stet/sources/fetch"
	"stet/sources/text"
)

type importOptions struct {
	*global
	draft draftFlags
	sheet sheetFlags
	json  bool
}

func newImportCmd(env *Env, g *global) *cobra.Command {
	opts := importOptions{global: g}
	c := &cobra.Command{
		Use:   "import DRAFT|TABLE",
		Short: "Take the claims of a draft, or of a table, into the ledger",
		Long: `Take claims and citations into the ledger (made if absent), without capturing or
verifying anything.

A DRAFT is an article's text. It takes the place of the article's last one:
every claim keeps its number as far as it is the same claim.

A TABLE is a file .csv or .tsv, as export writes them, or a stranger's whose
columns --map names: one row a claim, or a claim and one source that it cites.
All rows are imported or, where one is bad, none; each bad row is listed. A row
that says what the ledger has already changes nothing. Sign-offs are taken into
an empty ledger only. docs/formats.md has the rules, and these fields:

` + sheetFields(),
		Example: `  stet import story.md
  stet import - --type md --article story < story.md
  stet import claims.csv --ledger copy.db
  stet import claims.csv --ledger copy.db --skip-bad bad.csv
  stet import list.csv --article list --map Statement=text --map Link=address --map Seen=`,
		Args: args(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return runImport(c.Context(), env, opts, args[0]) },
	}
	opts.draft.add(c)
	c.Flag("type").Usage = "the type: csv or tsv of a table, of a draft " + draftTypes() + " (default: recognised)"
	c.Flag("article").Usage = "the article's slug (default of a draft: the file's name; of a table: what each row says)"
	c.Flag("allow-outside").Usage = "let a draft name files outside its own folder, and a table files outside the ledger's"
	opts.sheet.add(c)
	c.Flags().BoolVar(&opts.json, "json", false, "print what was done as one JSON object")
	return c
}

func runImport(ctx context.Context, env *Env, opts importOptions, file string) error {
	in, closing, err := openOrStdin(env, file)
	if err != nil {
		return err
	}
	defer closing()
	begun := bufio.NewReader(in)
	if isSheet(file, opts.draft.kind, begun) {
		return runImportSheet(ctx, env, opts, file, begun)
	}
	if opts.sheet.given() {
		return &claims.InputError{
			Err:  fmt.Errorf("--map, --skip-bad and --raw are for tables, and %s is taken for a draft", file),
			Hint: "say so where it is a table: --type csv",
		}
	}
	opts.draft.in = begun // a pipe can't be opened twice
	return runImportDraft(ctx, env, opts, file)
}

// openOrStdin opens a file, or takes standard input for "-".
func openOrStdin(env *Env, name string) (in io.Reader, closing func() error, err error) {
	if name == "-" {
		return env.Stdin, func() error { return nil }, nil
	}
	f, err := openInput(name)
	if err != nil {
		return nil, nil, err
	}
	return f, f.Close, nil
}

func runImportDraft(ctx context.Context, env *Env, opts importOptions, file string) (err error) {
	submission, err := opts.draft.submission(ctx, env, file)
	if err != nil {
		return err
	}
	s, err := opts.open(ctx, env, create, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	if submission.Dir, err = s.folderOf(file); err != nil {
		return err
	}
	done, err := s.desk.Import(ctx, submission)
	if err != nil {
		return err
	}
	if opts.json {
		return writeJSON(env.Stdout, done)
	}
	_, err = fmt.Fprintln(env.Stdout, importSummary(done))
	return err
}

func importSummary(i desk.Imported) string {
	all := i.New + i.Unchanged + i.Moved + i.Edited + i.Split + i.Merged
	rare := ""
	if i.Split+i.Merged > 0 {
		rare = fmt.Sprintf(", %d split, %d merged", i.Split, i.Merged)
	}
	return fmt.Sprintf("%s: %s (%d new, %d unchanged, %d moved, %d edited%s), %d cut", i.Article,
		plural(all, "claim"), i.New, i.Unchanged, i.Moved, i.Edited, rare, i.Cut)
}

// draftTypes lists the types that a draft may be said to be.
func draftTypes() string {
	types := slices.DeleteFunc(text.TypeNames(), func(t string) bool { return slices.Contains(sheetTypes, t) })
	return strings.Join(types, ", ")
}

// sheetFields lists the fields of a table, with what each means.
func sheetFields() string {
	var b strings.Builder
	for _, f := range sheet.Fields {
		if !f.PassedOver() && f.Name != "format" {
			fmt.Fprintf(&b, "  %-14s %s\n", f.Name, f.Meaning)
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}
