package cmd

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/audit"
	"stet/claims/report"
	"stet/claims/verify"
)

// auditFlags say how strict an audit is and how it is printed.
type auditFlags struct {
	stage  string
	failOn string
	format string
	json   bool
	strict bool
	given  func(flag string) bool

	at     audit.Stage
	failAt claims.Severity // empty for never
}

func (f *auditFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.stage, "stage", string(audit.Draft), "how far the story is: "+names(audit.Stages))
	c.Flags().StringVar(&f.failOn, "fail-on", string(claims.Error), "exit 1 from this severity up: "+names(claims.Severities)+" or never")
	c.Flags().BoolVar(&f.strict, "strict", false, "let warnings fail too: the same as --fail-on warning")
	f.given = c.Flags().Changed
	c.Flags().StringVar(&f.format, "format", "text", "how findings are printed: "+reportFormats())
	c.Flags().BoolVar(&f.json, "json", false, "the same as --format json")
}

func (f *auditFlags) parse() (err error) {
	if f.json {
		f.format = "json"
	}
	if _, err := findingFormat(nil, f.format); err != nil {
		return err
	}
	if f.strict && f.given("fail-on") {
		return claims.Invalidf("--strict is --fail-on warning: give one of them")
	}
	if f.strict {
		f.failOn = string(claims.Warning)
	}
	if f.failOn != "never" {
		if f.failAt, err = claims.ParseSeverity(f.failOn); err != nil {
			return err
		}
	}
	f.at, err = audit.ParseStage(f.stage)
	return err
}

// tableFormat is the one format that is not of the report's own: it needs to know
// the terminal.
const tableFormat = "table"

// printing prints what is found, an article at a time, and knows whether any of
// it makes the run fail.
type printing struct {
	env     *Env
	out     *bufio.Writer // what env prints to
	printer report.Printer
	failAt  claims.Severity
	sums    bool // after each article's findings comes what they come to, where a person reads it
	fails   bool
}

// printing begins to print a run.
func (s *session) printing(ctx context.Context, flags auditFlags) (*printing, error) {
	env := *s.env
	p := &printing{env: &env, out: bufio.NewWriter(env.Stdout), failAt: flags.failAt}
	env.Stdout = p.out
	format, err := findingFormat(&env, flags.format)
	if err != nil {
		return nil, err
	}
	p.printer = format.New(p.out, report.Run{FailAt: flags.failAt, Rules: func() ([]report.Rule, error) { return s.describedRules(ctx) }})
	p.sums = flags.format == report.Formats[0].Name || flags.format == tableFormat && env.Width > 0
	return p, nil
}

// print prints one article's report, or keeps what its format prints at the end.
func (p *printing) print(r report.Report) error {
	p.fails = p.fails || r.Fails(p.failAt)
	if err := p.printer.Print(r); err != nil {
		return err
	}
	if p.sums {
		if err := writeSummary(p.env, r); err != nil {
			return err
		}
	}
	return p.out.Flush()
}

// close ends the run and returns the error that makes the exit code, whatever
// the format.
func (p *printing) close() error {
	if err := errors.Join(p.printer.Close(), p.out.Flush()); err != nil {
		return err
	}
	if p.fails {
		return findingsError{}
	}
	return nil
}

// findingFormats are the formats of findings: the report's own, and a table.
func findingFormats(env *Env) []report.Format {
	table := report.Format{Name: tableFormat, New: report.Each(func(_ io.Writer, r report.Report) error { return writeFindings(env, r) })}
	return slices.Insert(slices.Clone(report.Formats), 1, table)
}

func findingFormat(env *Env, name string) (report.Format, error) {
	for _, f := range findingFormats(env) {
		if f.Name == name {
			return f, nil
		}
	}
	return report.Format{}, claims.Invalidf("unknown format %q (one of: %s)", name, reportFormats())
}

// reportFormats lists the names of the formats as help and errors show them.
func reportFormats() string {
	var all []string
	for _, f := range findingFormats(nil) {
		all = append(all, f.Name)
	}
	return strings.Join(all, ", ")
}

// writeFindings prints findings as a table, or where it is piped as tab-separated
// lines.
func writeFindings(env *Env, r report.Report) error {
	out := newListing(env, tableFormat, "findings", []column{
		{title: "where"}, {title: "severity"}, {title: "check"}, {title: "claim"}, {title: "says", wide: true, wraps: true},
	})
	for _, l := range r.Lines {
		if err := out.add(l, placeOf(l, env.Width > 0), string(l.Severity), l.Check, l.Claim, l.Message); err != nil {
			return err
		}
	}
	return out.close()
}

// placeOf says where a finding stands: without the file where a person sees which
// article it is.
func placeOf(l report.Line, bare bool) string {
	switch {
	case l.Line == 0 && bare:
		return ""
	case l.Line == 0:
		return l.File
	case bare:
		return fmt.Sprintf("%d:%d", l.Line, l.Column)
	}
	return fmt.Sprintf("%s:%d:%d", l.File, l.Line, l.Column)
}

// describedRules describes every check and rule, the newsroom's own among them,
// for the formats that do.
func (s *session) describedRules(ctx context.Context) ([]report.Rule, error) {
	var all []report.Rule
	for _, c := range verify.Checks {
		worst, err := c.Worst(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, report.Rule{ID: c.ID, Title: c.Title, Worst: worst,
			Help: "stet checks show " + c.ID + " prints what it catches and what it spares."})
	}
	rules, err := audit.Rules()
	if err != nil {
		return nil, err
	}
	for _, r := range append(rules, s.desk.OwnRules...) {
		all = append(all, report.Rule{ID: r.ID, Title: r.Title, Why: r.Rationale, Worst: r.Worst(),
			Help: "A rule of the ledger: docs/policy.md says how to let one claim off it, and how bad it is at which stage."})
	}
	return append(all, notices...), nil
}

// notices are what an audit says that is the finding of no check and no rule.
var notices = []report.Rule{
	{ID: "unverified", Title: "the checks have run on what the ledger holds now", Worst: claims.Warning},
	{ID: "waiver", Title: "no waiver that is still needed has ended", Worst: claims.Warning},
}
