package cmd

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/export"
	"stet/sources/fetch"
)

type showOptions struct {
	*global
	json bool
}

func newShowCmd(env *Env, g *global) *cobra.Command {
	opts := showOptions{global: g}
	c := &cobra.Command{
		Use:     "show CLAIM…",
		Short:   "Show a claim with its evidence, findings and verdict",
		Example: `  stet show azure-deal#3`,
		Args:    args(cobra.MinimumNArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return runShow(c.Context(), env, opts, args) },
	}
	c.Flags().BoolVar(&opts.json, "json", false, "print the claims as one JSON object")
	return c
}

func runShow(ctx context.Context, env *Env, opts showOptions, args []string) (err error) {
	collectLate()
	refs, err := parseRefs(args)
	if err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	var shown []shownClaim
	var records []export.Record
	for _, ref := range refs {
		one, err := s.shown(ctx, ref)
		if err != nil {
			return err
		}
		shown, records = append(shown, one), append(records, one.Record)
	}
	if opts.json {
		return writeRecords(env.Stdout, "json", records)
	}
	return writeOut(env, "", func(w io.Writer) error {
		for i, one := range shown {
			if i > 0 {
				fmt.Fprintln(w)
			}
			one.write(w)
		}
		return nil
	})
}

// shownClaim is a claim as show prints it: the record, and what only a person
// wants to see.
type shownClaim struct {
	export.Record
	cue claims.Span // in its text; empty where it isn't there
	kin []string    // what it is part of, or was made of
	who string      // the speaker, with whom a pronoun stands for, and on which terms
	now time.Time
}

func newShownClaim(d *claims.Dossier, e claims.Entry, now time.Time) shownClaim {
	one := *d
	one.Entries = []claims.Entry{e}
	s := shownClaim{Record: export.Records(&one)[0], cue: cueIn(e.Claim), now: now}
	s.who = speakerLine(e.Claim)
	for _, p := range e.Parts {
		s.kin = append(s.kin, p.Note(e.Claim.ID))
	}
	return s
}

// speakerLine says who the claim's first speaker is: "he (Dana Scott), on
// background".
func speakerLine(c claims.Claim) string {
	if len(c.Attributions) == 0 {
		return ""
	}
	a := c.Attributions[0]
	line := a.Speaker.Text
	if a.Antecedent.Text != "" {
		line += " (" + a.Antecedent.Text + ")"
	}
	if a.Record != "" {
		line += ", " + string(a.Record)
	}
	return line
}

// shown reads one claim and nothing else of its article.
func (s *session) shown(ctx context.Context, ref claims.Ref) (shownClaim, error) {
	var found []shownClaim
	filter := claims.Filter{Article: ref.Slug, Number: ref.Number, Cut: true}
	err := s.dossiers(ctx, filter, func(d *claims.Dossier) error {
		for _, e := range d.Entries {
			found = append(found, newShownClaim(d, e, s.env.Now()))
		}
		return nil
	})
	if err != nil {
		return shownClaim{}, err
	}
	if len(found) == 0 {
		if _, err := s.ledger.Article(ctx, ref.Slug); err != nil {
			return shownClaim{}, err
		}
		return shownClaim{}, fmt.Errorf("%s has no claim #%d: %w", ref.Slug, ref.Number, claims.ErrNotFound)
	}
	return found[0], nil
}

// write writes the claim for a person to read. The writer is buffered and
// reports its errors when it is flushed.
func (r shownClaim) write(w io.Writer) {
	fmt.Fprintf(w, "%s#%d  %s%s\n\n", r.Article, r.Claim, r.Place, where(r.Record))
	fmt.Fprintf(w, "  %s\n\n", underlined(r.Text, 2, r.cue))
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %-9s %s\n", name, wrap(value, 12))
		}
	}
	field("label", claims.Label(r.Label).String())
	field("speaker", r.who)
	field("cue", r.Cue)
	field("priority", priorityLine(r.Record))
	field("parts", strings.Join(r.kin, ", "))
	field("verdict", verdictLine(r.Record))
	field("note", r.Note)
	field("claimant", claimantLine(r.Review))
	field("rating", ratingLine(r.Review))
	for i, c := range r.Citations {
		fmt.Fprintf(w, "\n  %-9s %s\n", fmt.Sprintf("source %d", i+1), wrap(citationLine(c), 12))
		if c.Quote != "" {
			fmt.Fprintf(w, "%12s%s\n", "", wrap("“"+c.Quote+"”", 12))
			fmt.Fprintf(w, "%12s%s\n", "", wrap(matchLine(c), 12))
		}
		if c.Note != "" {
			fmt.Fprintf(w, "%12s%s\n", "", wrap(c.Note, 12))
		}
	}
	r.writeAsked(w)
	if len(r.Findings) > 0 {
		fmt.Fprintln(w)
	}
	for _, f := range r.Findings {
		fmt.Fprintf(w, "  %-9s %s\n", f.Severity, wrap(f.Check+": "+f.Message, 12))
	}
}

func where(r export.Record) string {
	switch {
	case r.Cut:
		return ", cut"
	case r.Line > 0:
		return fmt.Sprintf(", %s:%d:%d", clean(r.File), r.Line, r.Column)
	}
	return ""
}

func priorityLine(r export.Record) string {
	if len(r.Reasons) == 0 {
		return string(r.Priority)
	}
	return string(r.Priority) + ": " + strings.Join(r.Reasons, ", ")
}

func verdictLine(r export.Record) string {
	line := r.Verdict
	if r.Checker != "" {
		line += " by " + r.Checker + ", " + r.SignedAt
	}
	if r.ImportedBy != "" {
		line += ", imported by " + r.ImportedBy
	}
	if r.To != "" {
		line += ", to “" + r.To + "”"
	}
	if r.Void != "" {
		line += " (void: " + r.Void + ")"
	}
	return line
}

func citationLine(c export.Citation) string {
	line := c.Source + " " + c.SourceName
	if c.Kind != "" {
		line += " (" + string(c.Kind) + ")"
	}
	if c.Locator != "" {
		line += ", " + c.Locator
	}
	line += ", " + string(c.Stance)
	if c.Address != "" && c.Snapshot == "" {
		line += ", not read"
		if c.Capture != "" {
			line += ": " + string(c.Capture)
		}
	}
	return line
}

func matchLine(c export.Citation) string {
	switch {
	case c.Match == "":
		return "not looked for: the source is unread, or verify has not run"
	case c.Page != "":
		return string(c.Match) + ", on p. " + c.Page
	}
	return string(c.Match)
}
