package cmd

import (
	"context"
	"fmt"
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
	if _, err := reportFormat(f.format); err != nil {
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

// verdict prints what a run found and returns the error that makes the exit
// code, whatever the format.
func (s *session) verdict(ctx context.Context, flags auditFlags, reports ...report.Report) error {
	run := report.Run{Reports: reports, FailAt: flags.failAt, Rules: func() ([]report.Rule, error) { return s.describedRules(ctx) }}
	if err := flags.write(s.env, run); err != nil {
		return err
	}
	if run.Fails() {
		return findingsError{}
	}
	return nil
}

// write prints a run, and after the text of each article's findings what they
// come to.
func (f *auditFlags) write(env *Env, run report.Run) error {
	format, err := reportFormat(f.format)
	if err != nil {
		return err
	}
	if f.format != report.Formats[0].Name && f.format != tableFormat {
		return format.Write(env.Stdout, run)
	}
	for _, r := range run.Reports {
		one := run
		one.Reports = []report.Report{r}
		if f.format == tableFormat {
			err = writeFindings(env, r)
		} else {
			err = format.Write(env.Stdout, one)
		}
		if err != nil {
			return err
		}
		if f.format == tableFormat && env.Width == 0 {
			continue
		}
		if err := writeSummary(env, r); err != nil {
			return err
		}
	}
	return nil
}

// reportFormat returns the format of that name; the table's writes nothing.
func reportFormat(name string) (report.Format, error) {
	for _, f := range report.Formats {
		if f.Name == name {
			return f, nil
		}
	}
	if name == tableFormat {
		return report.Format{Name: tableFormat}, nil
	}
	return report.Format{}, claims.Invalidf("unknown format %q (one of: %s)", name, reportFormats())
}

func reportFormats() string {
	all := []string{report.Formats[0].Name, tableFormat}
	for _, f := range report.Formats[1:] {
		all = append(all, f.Name)
	}
	return strings.Join(all, ", ")
}

// writeFindings prints an article's findings as a table, or where it is piped as
// tab-separated lines.
func writeFindings(env *Env, r report.Report) error {
	out := newListing(env, tableFormat, "findings", []column{
		{title: "where"}, {title: "severity"}, {title: "check"}, {title: "claim"}, {title: "says", wide: true, wraps: true},
	})
	for _, l := range r.Lines {
		at := l.File
		if l.Line > 0 {
			at = fmt.Sprintf("%s:%d:%d", l.File, l.Line, l.Column)
		}
		if env.Width > 0 { // the file is the same on every row, and the summary's article
			at = strings.TrimPrefix(strings.TrimPrefix(at, l.File), ":")
		}
		if err := out.add(l, at, string(l.Severity), l.Check, l.Claim, l.Message); err != nil {
			return err
		}
	}
	return out.close()
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
