package cmd

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/verify"
)

func newChecksCmd(env *Env) *cobra.Command {
	c := &cobra.Command{
		Use:     "checks",
		Short:   "List the checks, or show what one catches and spares",
		Example: `  stet checks`,
		Args:    noSuchCommand,
		RunE:    func(*cobra.Command, []string) error { return say(env, "%s", strings.TrimRight(checkList(), "\n")) },
	}
	c.AddCommand(&cobra.Command{
		Use:     "show CHECK",
		Short:   "Show what a check catches and spares, by examples",
		Long:    "Show what a check catches and what it spares, by the examples that it is tested\nwith. The checks:\n" + checkList(),
		Example: `  stet checks show number`,
		Args:    args(cobra.ExactArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return runChecksShow(c.Context(), env, args[0]) },
	})
	return c
}

func runChecksShow(ctx context.Context, env *Env, id string) error {
	var ids []string
	for _, c := range verify.Checks {
		if c.ID == id {
			return writeOut(env, "", func(w io.Writer) error { return showCheck(ctx, w, c) })
		}
		ids = append(ids, c.ID)
	}
	return claims.Invalidf("unknown check %q (one of: %s)", id, strings.Join(ids, ", "))
}

// showCheck writes what a check catches and spares.
func showCheck(ctx context.Context, w io.Writer, c verify.Check) error {
	fmt.Fprintf(w, "%s: %s\n", c.ID, c.Title)
	for _, kind := range []struct {
		title    string
		examples []verify.Example
	}{{"catches", c.Catch}, {"spares", c.Spare}} {
		fmt.Fprintf(w, "\nIt %s:\n", kind.title)
		for _, e := range kind.examples {
			found, err := c.Try(ctx, e)
			if err != nil {
				return err
			}
			showExample(w, e, found)
		}
	}
	return nil
}

func showExample(w io.Writer, e verify.Example, found []claims.Finding) {
	fmt.Fprintln(w)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %-8s %s\n", name, wrap(value, 11))
		}
	}
	field("copy", e.Claim)
	field("and", e.Beside)
	if e.Label != claims.Undecided {
		field("label", string(e.Label))
	}
	field("place", string(e.Place))
	field("footnote", e.Remark)
	if e.Uncited {
		field("draft", "cites nothing at all")
	}
	for _, x := range e.Cites {
		field("source", sourceOf(x))
		if x.Quote != "" {
			field("quoted", "“"+x.Quote+"”")
		}
		field("at", x.Locator.String())
		field("note", x.Note)
		field("links", strings.Join(x.Links, " "))
	}
	for _, x := range e.Elsewhere {
		field("besides", sourceOf(x))
	}
	for _, f := range found {
		field(string(f.Severity), f.Message)
	}
}

// sourceOf says what a piece of evidence is and what it says.
func sourceOf(x verify.Exhibit) string {
	var about []string
	for _, s := range []string{string(x.Kind), x.Title, x.Publisher, x.Held, x.Address, string(x.State), string(x.Via)} {
		if s != "" {
			about = append(about, s)
		}
	}
	said := x.Text
	for i, p := range x.Pages {
		if p == "\f" {
			p = "(scanned)"
		}
		said += fmt.Sprintf("[p. %d] %s ", i+1, p)
	}
	if len(about) > 0 {
		said = "(" + strings.Join(about, ", ") + ") " + said
	}
	return said
}
