package cmd

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/desk"
	"stet/claims/revise"
	"stet/sources/fetch"
)

type diffOptions struct {
	*global
	all  bool
	json bool
}

func newDiffCmd(env *Env, g *global) *cobra.Command {
	opts := diffOptions{global: g}
	c := &cobra.Command{
		Use:   "diff ARTICLE [OLD] [NEW]",
		Short: "Show what a new draft did to the claims",
		Long: `Show what became of an article's claims from one draft to a later one: first
those that need checking again, with the reason, then claim by claim the words
that changed. Without OLD and NEW the last two drafts are compared; with OLD
alone, that and the last. A draft is named by its number, counting from 1, or by
the beginning of its digest.

A claim is unchanged, moved, edited, split (several were made of it), merged (it
was made of several), cut or new. Words taken out are marked [-so-] and words
put in {+so+}; on a terminal they are coloured.`,
		Example: `  stet diff azure-deal
  stet diff azure-deal 1 2 --all
  stet diff azure-deal --json`,
		Args: args(cobra.RangeArgs(1, 3)),
		RunE: func(c *cobra.Command, args []string) error { return runDiff(c.Context(), env, opts, args) },
	}
	c.Flags().BoolVar(&opts.all, "all", false, "print the claims that are unchanged too")
	c.Flags().BoolVar(&opts.json, "json", false, "print it as one JSON object, with every claim")
	return c
}

func runDiff(ctx context.Context, env *Env, opts diffOptions, args []string) (err error) {
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	d, err := s.desk.Diff(ctx, args[0], args[1:]...)
	if err != nil {
		return err
	}
	if opts.json {
		return writeJSON(env.Stdout, newDiffAnswer(d))
	}
	if err := writeAgain(env, d); err != nil {
		return err
	}
	return writeOut(env, "", func(w io.Writer) error {
		fmt.Fprintf(w, "%s, %s\n", fromTo(d), countTurns(d.Turns))
		for _, t := range d.Turns {
			if opts.all || t.Kind != revise.Unchanged {
				fmt.Fprintf(w, "\n%s\n%s\n", turnHead(d.Article, t), turnWords(t, markingOf(env)))
			}
		}
		return nil
	})
}

// writeAgain writes the claims that need checking again: a table on a terminal,
// tab-separated lines elsewhere.
func writeAgain(env *Env, d desk.Diff) error {
	if len(d.Again) == 0 {
		return say(env, "nothing needs checking again\n")
	}
	if err := say(env, "%s to check:", plural(len(d.Again), "claim")); err != nil {
		return err
	}
	out := newListing(env, "table", "recheck", []column{
		{title: "claim"}, {title: "fate"}, {title: "verdict"}, {title: "because", wide: true}, {title: "says", wide: true},
	})
	for _, r := range d.Again {
		ref := claims.Ref{Slug: d.Article, Number: r.Claim.Number}
		if err := out.add(r, ref.String(), string(r.Kind), lostVerdict(r), r.Why, r.New); err != nil {
			return err
		}
	}
	if err := out.close(); err != nil {
		return err
	}
	return say(env, "")
}

// lostVerdict says which verdict is void, and whose it was.
func lostVerdict(r desk.Recheck) string {
	if r.SignOff == nil {
		return claims.Open.String()
	}
	return r.SignOff.Verdict.String() + " by " + r.SignOff.By
}

func fromTo(d desk.Diff) string {
	name := func(e desk.Edition) string {
		return fmt.Sprintf("draft %d (%s, %s)", e.Number, e.Draft.Short(), e.At.UTC().Format("2 January 2006 15:04"))
	}
	return fmt.Sprintf("%s: %s to %s", d.Article, name(d.Old), name(d.New))
}

// countTurns counts the claims of each kind.
func countTurns(turns []revise.Turn) string {
	n := map[revise.Kind]int{}
	for _, t := range turns {
		n[t.Kind]++
	}
	var counts []string
	for _, k := range revise.Kinds {
		if n[k] > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", n[k], k))
		}
	}
	return strings.Join(counts, ", ")
}

func turnHead(article string, t revise.Turn) string {
	head := fmt.Sprintf("%s  %s", claims.Ref{Slug: article, Number: t.Claim.Number}, t.Kind)
	why := t.Note
	if why == "" && t.Kind.HasNewWords() {
		why = revise.Reason(t.Old, t.New)
	}
	if why != "" {
		head += ", " + why
	}
	return clean(head)
}

// marking is how words taken out and put in are marked.
type marking struct{ out, outEnd, in, inEnd string }

// markingOf returns colours and lines where somebody looks at a terminal that
// shows colours, and brackets as git's --word-diff has them elsewhere.
func markingOf(env *Env) marking {
	if env.Width == 0 || env.Getenv("NO_COLOR") != "" {
		return marking{"[-", "-]", "{+", "+}"}
	}
	return marking{"\x1b[31;9m", "\x1b[0m", "\x1b[32;4m", "\x1b[0m"}
}

// turnWords writes a claim's words with what changed in them marked.
func turnWords(t revise.Turn, m marking) string { return "  " + marked(t.Old, t.New, m) }

func marked(old, now string, m marking) string {
	var words []string
	for _, e := range revise.Difference(old, now) {
		text := clean(strings.Join(strings.Fields(e.Text), " "))
		switch e.Kind {
		case claims.Omitted:
			text = m.out + text + m.outEnd
		case claims.Inserted:
			text = m.in + text + m.inEnd
		}
		words = append(words, text)
	}
	return strings.ReplaceAll(strings.Join(words, " "), m.outEnd+" "+m.in, m.outEnd+m.in)
}

// diffAnswer is a diff as JSON, described in docs/formats.md.
type diffAnswer struct {
	Article string         `json:"article"`
	Old     desk.Edition   `json:"old"`
	New     desk.Edition   `json:"new"`
	Recheck []recheckEntry `json:"recheck"`
	Claims  []turnEntry    `json:"claims"`
}

type recheckEntry struct {
	Claim    int         `json:"claim"`
	Fate     revise.Kind `json:"fate"`
	Verdict  string      `json:"verdict"` // the one that is void; "open" where nobody gave one
	By       string      `json:"by"`
	SignedAt string      `json:"signed_at"` // RFC 3339, UTC
	Because  string      `json:"because"`
}

type turnEntry struct {
	Claim      int             `json:"claim"`
	Fate       revise.Kind     `json:"fate"`
	Note       string          `json:"note"`
	Old        string          `json:"old"`
	New        string          `json:"new"`
	Changes    []revise.Change `json:"changes"`
	Difference []claims.Edit   `json:"difference"`
}

func newDiffAnswer(d desk.Diff) diffAnswer {
	a := diffAnswer{Article: d.Article, Old: d.Old, New: d.New, Recheck: []recheckEntry{}, Claims: []turnEntry{}}
	for _, r := range d.Again {
		e := recheckEntry{Claim: r.Claim.Number, Fate: r.Kind, Verdict: claims.Open.String(), Because: r.Why}
		if r.SignOff != nil {
			e.Verdict, e.By, e.SignedAt = r.SignOff.Verdict.String(), r.SignOff.By, r.SignOff.At.UTC().Format(time.RFC3339)
		}
		a.Recheck = append(a.Recheck, e)
	}
	for _, t := range d.Turns {
		e := turnEntry{Claim: t.Claim.Number, Fate: t.Kind, Note: t.Note, Old: t.Old, New: t.New, Changes: []revise.Change{}, Difference: []claims.Edit{}}
		if t.Kind.HasNewWords() {
			e.Changes, e.Difference = orEmpty(revise.Changes(t.Old, t.New)), orEmpty(revise.Difference(t.Old, t.New))
		}
		a.Claims = append(a.Claims, e)
	}
	return a
}
