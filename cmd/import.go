package cmd

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stet/claims/desk"
	"stet/sources/fetch"
)

type importOptions struct {
	*global
	draft draftFlags
	json  bool
}

func newImportCmd(env *Env, g *global) *cobra.Command {
	opts := importOptions{global: g}
	c := &cobra.Command{
		Use:   "import DRAFT",
		Short: "Take a draft's claims and citations into the ledger",
		Long: `Take a draft's claims and citations into the ledger (made if absent), without
capturing or verifying anything. A draft of a known article takes the place of
the last one: every claim keeps its number as far as it is the same claim.`,
		Example: `  stet import story.md
  stet import - --type md --article story < story.md`,
		Args: args(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return runImport(c.Context(), env, opts, args[0]) },
	}
	opts.draft.add(c)
	c.Flags().BoolVar(&opts.json, "json", false, "print what was done as one JSON object")
	return c
}

func runImport(ctx context.Context, env *Env, opts importOptions, file string) (err error) {
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
