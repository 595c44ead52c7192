package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
)

// global holds the flags that every command on a ledger takes.
type global struct {
	ledger string
	by     string
	rules  string // a folder of the newsroom's own; audit sets it
	mapped bool   // read it through mapped memory; export sets it
	copied string // the file to work on in place of the ledger; check --read-only sets it, and a table's import
	// unshared says that copied is to be the ledger once it is whole.
	unshared bool
}

const rootLong = `stet is a fact-checking ledger for newsrooms.

Give it a draft whose facts are footnoted, commented or hyperlinked to their
sources: it finds the claims, captures the sources, and says which claim stands
on which words of which source and which does not. People sign claims off; an
edit voids the sign-off. Everything is kept in one file, stet.db.`

const rootExample = `  stet check story.md                      # the whole job, in one command
  stet list --article story                # every claim with label and verdict
  stet show story#3                        # one claim with its evidence
  stet sign story#3 --verdict confirmed    # sign it off
  stet export --format csv > claims.csv    # take it all elsewhere`

const exitHelp = `
Exit codes: 0 nothing wrong; 1 findings at or above --fail-on; 2 wrong
invocation or input; 3 could not finish; 130 interrupted; 141 the pipe was
closed, as by "| head".
`

func newRootCmd(env *Env) *cobra.Command {
	g := &global{}
	root := &cobra.Command{
		Use:               "stet",
		Short:             "A fact-checking ledger for newsrooms",
		Long:              rootLong,
		Example:           rootExample,
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              noSuchCommand,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.PersistentFlags().StringVar(&g.ledger, "ledger", "", "the ledger file (default $STET_LEDGER, else stet.db)")
	root.PersistentFlags().StringVar(&g.by, "by", "", "your name, for the record (default $STET_BY, else git's user name)")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return hinted(c, err) })
	root.SetHelpTemplate(root.HelpTemplate() + exitHelp)
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(), ".FlagUsages |", ".FlagUsagesWrapped 80 |"))
	root.SuggestionsMinimumDistance = 2
	cobra.EnableCommandSorting = false // in the order in which a desk needs them
	addGroup(root, "job", "The main job:", newCheckCmd(env, g), newListCmd(env, g), newVerifyCmd(env, g), newExportCmd(env, g))
	addGroup(root, "desk", "At the desk:", newShowCmd(env, g), newSignCmd(env, g), newDiffCmd(env, g), newClaimCmd(env, g), newCiteCmd(env, g), newQueryCmd(env, g), newReplyCmd(env, g),
		newSourceCmd(env, g), newImportCmd(env, g), newAuditCmd(env, g), newSearchCmd(env, g), newRecallCmd(env, g), newLogCmd(env, g))
	addGroup(root, "plumbing", "Plumbing, without a ledger:", newReadCmd(env), newExtractCmd(env), newLocateCmd(env), newFactsCmd(env), newCompareCmd(env), newOriginsCmd(env),
		newChecksCmd(env))
	root.AddCommand(newVersionCmd(env), newReadDocumentsCmd(env))
	return root
}

func addGroup(root *cobra.Command, id, title string, commands ...*cobra.Command) {
	root.AddGroup(&cobra.Group{ID: id, Title: title})
	for _, c := range commands {
		c.GroupID = id
		root.AddCommand(c)
	}
}

// noSuchCommand refuses a word that is no command. A draft's name alone is the
// obvious mistake.
func noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "stet --help lists the commands"
	if similar := c.SuggestionsFor(args[0]); len(similar) > 0 {
		hint = fmt.Sprintf("did you mean stet %s?", similar[0])
	} else if isDraftName(args[0]) {
		hint = "to check a draft: stet check " + args[0]
	}
	return &claims.InputError{Err: fmt.Errorf("unknown command %q", args[0]), Hint: hint}
}

// hinted turns cobra's complaint into one that says where to look.
func hinted(c *cobra.Command, err error) error {
	return &claims.InputError{Err: err, Hint: c.CommandPath() + " --help"}
}

// args wraps one of cobra's argument checks so that its error says what the
// command takes.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, given []string) error {
		if check(c, given) == nil {
			return nil
		}
		if len(given) == 0 {
			return hinted(c, fmt.Errorf("%s: nothing given: usage: %s", c.CommandPath(), c.UseLine()))
		}
		return hinted(c, fmt.Errorf("%s: wrong number of arguments (%d): usage: %s", c.CommandPath(), len(given), c.UseLine()))
	}
}

// parent makes a command that only holds others.
func parent(use, short, long, example string, children ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Long: long, Example: example,
		Args: noSuchCommand, RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(children...)
	return c
}
