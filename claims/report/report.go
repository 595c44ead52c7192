// Package report renders what checks and rules found, one format a file. What
// was found and how bad it is were decided before: no format adds, drops or
// changes a finding.
package report

import (
	"cmp"
	"io"
	"slices"

	"stet/claims"
)

// Report is what was found on one article, ready to be printed.
type Report struct {
	Article string  `json:"article"`
	File    string  `json:"file"` // of the current draft
	Lines   []Line  `json:"-"`    // printed apart, with those of other articles
	Claims  []Claim `json:"-"`    // those that the draft carries, whether or not something was found on them
	Summary Summary `json:"summary"`
}

// Claim is a claim that was checked, with its place in the draft's file.
type Claim struct {
	Name string // such as azure-deal#12
	Line int    // from 1; 0 where it has no place in the draft
}

// Line is one finding with its place in the draft's file.
type Line struct {
	Article     string          `json:"article"`
	File        string          `json:"file"`
	Line        int             `json:"line"`   // from 1; 0 where the finding has no place in the draft
	Column      int             `json:"column"` // from 1, in runes; 0 likewise
	Severity    claims.Severity `json:"severity"`
	Check       string          `json:"check"`             // the check's or rule's id
	Claim       string          `json:"claim,omitempty"`   // such as azure-deal#12
	Source      string          `json:"source,omitempty"`  // such as S-0003, of a finding about one citation
	Address     string          `json:"address,omitempty"` // of that source; empty where it is held elsewhere
	Page        string          `json:"page,omitempty"`    // of that source, on which the words relied on stand or are said to
	Message     string          `json:"message"`
	Fingerprint string          `json:"fingerprint"` // stays the same while the finding does
}

// Summary counts the claims that the draft carries, and the findings.
type Summary struct {
	Claims   int                     `json:"claims"`
	Labels   map[claims.Label]int    `json:"labels"`   // "" counts the undecided
	Verdicts map[string]int          `json:"verdicts"` // as they hold: a void one counts as open
	Findings map[claims.Severity]int `json:"findings"`
	Uncited  int                     `json:"uncited"` // claims without a citation
}

// Run is all that one command reports.
type Run struct {
	Reports []Report // in the order in which they are printed; a Printer is given them one by one
	// Rules describes the checks and rules; only formats that show them ask.
	Rules func() ([]Rule, error)
	// FailAt is the severity from which on a finding makes the run fail; empty
	// where nothing does. No format decides that for itself.
	FailAt claims.Severity
}

// Fails reports whether any finding of the article is as bad as makes a run
// fail; none is where that is empty.
func (r Report) Fails(from claims.Severity) bool {
	return slices.ContainsFunc(r.Lines, func(l Line) bool { return l.Severity.AtLeast(from) })
}

// Fails reports whether any finding makes the run fail.
func (r Run) Fails() bool {
	return slices.ContainsFunc(r.Reports, func(one Report) bool { return one.Fails(r.FailAt) })
}

// Rule describes a check or a rule.
type Rule struct {
	ID    string
	Title string          // what it wants, in one line
	Why   string          // the reason for it; empty where there is none but the title
	Help  string          // how to learn more of it
	Worst claims.Severity // the worst that it finds, by itself
}

// Format is one way to print a run. New begins to print one, of whose fields
// Reports alone is not looked at.
type Format struct {
	Name string
	New  func(io.Writer, Run) Printer
}

// Printer prints the reports of a run as they come.
type Printer interface {
	// Print prints one more report, or keeps what the format needs of it.
	Print(Report) error
	// Close prints what could not be printed before all reports were there.
	Close() error
}

// Formats lists every format; the first is the default.
var Formats = []Format{
	{"text", Each(writeText)},
	{"json", newJSON},
	{"ndjson", Each(writeNDJSON)},
	{"sarif", newSARIF},
	{"junit", newJUnit},
	{"github", Each(writeGitHub)},
}

// Write prints a whole run.
func (f Format) Write(w io.Writer, r Run) error {
	p := f.New(w, r)
	for _, one := range r.Reports {
		if err := p.Print(one); err != nil {
			return err
		}
	}
	return p.Close()
}

// Each makes the New of a format that prints every report by itself, so that
// nothing is kept of those before.
func Each(write func(io.Writer, Report) error) func(io.Writer, Run) Printer {
	return func(w io.Writer, _ Run) Printer {
		return eachPrinter(func(r Report) error { return write(w, r) })
	}
}

type eachPrinter func(Report) error

func (p eachPrinter) Print(r Report) error { return p(r) }
func (eachPrinter) Close() error           { return nil }

// New lays out findings by their place in the draft: those of the article as
// a whole first, then by line, column, severity and check.
func New(d *claims.Dossier, found []claims.Finding) Report {
	r := Report{Article: d.Article.Slug, File: d.Draft.File, Lines: []Line{}, Summary: summarise(d, found)}
	entries := map[string]*claims.Entry{}
	for i := range d.Entries {
		entries[d.Entries[i].Claim.ID] = &d.Entries[i]
	}
	for _, f := range found {
		e := entries[f.Claim]
		if e == nil {
			e = &claims.Entry{}
		}
		r.Lines = append(r.Lines, newLine(d, e, f))
	}
	for _, e := range d.Entries {
		if !e.Claim.Cut {
			line, _ := startOf(d, e.Claim.Start())
			r.Claims = append(r.Claims, Claim{claims.Ref{Slug: d.Article.Slug, Number: e.Claim.Number}.String(), line})
		}
	}
	slices.SortStableFunc(r.Lines, func(a, b Line) int {
		return cmp.Or(a.Line-b.Line, a.Column-b.Column,
			slices.Index(claims.Severities, a.Severity)-slices.Index(claims.Severities, b.Severity), cmp.Compare(a.Check, b.Check))
	})
	return r
}

func newLine(d *claims.Dossier, e *claims.Entry, f claims.Finding) Line {
	line := Line{
		Article: d.Article.Slug, File: d.Draft.File, Severity: f.Severity, Check: f.Check, Message: f.Sentence(), Fingerprint: f.Fingerprint(),
	}
	if e.Claim.ID != "" {
		line.Claim = claims.Ref{Slug: d.Article.Slug, Number: e.Claim.Number}.String()
	}
	for _, c := range e.Citations {
		if c.ID == f.Citation {
			line.Source, line.Address = d.Sources[c.Source].Source.Code(), d.Sources[c.Source].Source.Address
			line.Page = cmp.Or(e.Matches[c.ID].Page, c.Locator.Page)
		}
	}
	start := e.Claim.Start()
	if len(f.Spans) > 0 {
		start = f.Spans[0].Start
	}
	if e.Claim.ID != "" || len(f.Spans) > 0 {
		line.Line, line.Column = startOf(d, start)
	}
	return line
}

// startOf returns where the byte at an offset of the draft stands in its file,
// and 0 where the draft has no such byte.
func startOf(d *claims.Dossier, offset int) (line, column int) {
	if offset < 0 {
		return 0, 0
	}
	at := d.Draft.Position(offset)
	return at.Line, at.Column
}

func summarise(d *claims.Dossier, found []claims.Finding) Summary {
	s := Summary{Labels: map[claims.Label]int{}, Verdicts: map[string]int{}, Findings: map[claims.Severity]int{}}
	for _, e := range d.Entries {
		if e.Claim.Cut {
			continue
		}
		s.Claims++
		s.Labels[e.Claim.Label]++
		verdict := claims.Open
		if e.SignOff.Holds() {
			verdict = e.SignOff.Verdict
		}
		s.Verdicts[verdict.String()]++
		if len(e.Citations) == 0 {
			s.Uncited++
		}
	}
	for _, f := range found {
		s.Findings[f.Severity]++
	}
	return s
}
