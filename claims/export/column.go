package export

import (
	"strconv"
	"strings"

	"stet/claims"
)

// column is one column of a table, filled from a claim and one of its
// citations; a claim without any has one row with an empty citation.
type column struct {
	name  string
	value func(*Record, *Citation) string
	as    cellType
}

// cellType says what a spreadsheet is to take a cell for, where the format can
// tell it. The zero value is text.
type cellType int

const (
	textCell cellType = iota
	countCell
	timeCell // of a value in RFC 3339
)

// claimColumns lists the columns of a claim in order; docs/formats.md
// describes each.
var claimColumns = []column{
	{name: "article", value: func(r *Record, _ *Citation) string { return r.Article }},
	{name: "claim", value: func(r *Record, _ *Citation) string { return r.Code }},
	{name: "text", value: func(r *Record, _ *Citation) string { return r.Text }},
	{name: "label", value: func(r *Record, _ *Citation) string { return string(r.Label) }},
	{name: "speaker", value: func(r *Record, _ *Citation) string { return r.Speaker }},
	{name: "place", value: func(r *Record, _ *Citation) string { return string(r.Place) }},
	{name: "priority", value: func(r *Record, _ *Citation) string { return string(r.Priority) }},
	{name: "file", value: func(r *Record, _ *Citation) string { return r.File }},
	{name: "line", value: func(r *Record, _ *Citation) string { return number(r.Line) }, as: countCell},
	{name: "cut", value: func(r *Record, _ *Citation) string { return yes(r.Cut) }},
	{name: "verdict", value: func(r *Record, _ *Citation) string { return r.Verdict }},
	{name: "void", value: func(r *Record, _ *Citation) string { return r.Void }},
	{name: "to", value: func(r *Record, _ *Citation) string { return r.To }},
	{name: "verdict_note", value: func(r *Record, _ *Citation) string { return r.Note }},
	{name: "checker", value: func(r *Record, _ *Citation) string { return r.Checker }},
	{name: "signed_at", value: func(r *Record, _ *Citation) string { return r.SignedAt }, as: timeCell},
	{name: "findings", value: func(r *Record, _ *Citation) string { return findings(r) }},
}

// sourceColumns are those of the source that a citation cites.
var sourceColumns = []column{
	{name: "source", value: func(_ *Record, c *Citation) string { return c.Source }},
	{name: "source_name", value: func(_ *Record, c *Citation) string { return c.SourceName }},
	{name: "address", value: func(_ *Record, c *Citation) string { return c.Address }},
	{name: "kind", value: func(_ *Record, c *Citation) string { return string(c.Kind) }},
	{name: "title", value: func(_ *Record, c *Citation) string { return c.Title }},
	{name: "publisher", value: func(_ *Record, c *Citation) string { return c.Publisher }},
}

// citationColumns are those of the citation itself.
var citationColumns = []column{
	{name: "stance", value: func(_ *Record, c *Citation) string { return string(c.Stance) }},
	{name: "grade", value: func(_ *Record, c *Citation) string { return string(c.Grade) }},
	{name: "quote", value: func(_ *Record, c *Citation) string { return c.Quote }},
	{name: "locator", value: func(_ *Record, c *Citation) string { return c.Locator }},
	{name: "citation_note", value: func(_ *Record, c *Citation) string { return c.Note }},
	{name: "match", value: func(_ *Record, c *Citation) string { return string(c.Match) }},
	{name: "page", value: func(_ *Record, c *Citation) string { return c.Page }},
}

// captureColumns are those of the newest capture of that source.
var captureColumns = []column{
	{name: "capture", value: func(_ *Record, c *Citation) string { return string(c.Capture) }},
	{name: "captured_at", value: func(_ *Record, c *Citation) string { return c.CapturedAt }, as: timeCell},
	{name: "snapshot", value: func(_ *Record, c *Citation) string { return string(c.Snapshot) }},
}

// version returns the column that names the columns of a row, which stands
// first.
func version(name string) []column {
	return []column{{name: "format", value: func(*Record, *Citation) string { return name }}}
}

// headings returns the names of columns.
func headings(columns []column) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

// Rows says what one row of a table stands for.
type Rows string

// The kinds of rows.
const (
	PairRows  Rows = "pairs"  // a claim and one of its citations
	ClaimRows Rows = "claims" // a claim
)

// AllRows lists every kind of rows, the default first.
var AllRows = []Rows{PairRows, ClaimRows}

// ParseRows returns the kind of rows that s names. The error lists those that
// there are.
func ParseRows(s string) (Rows, error) {
	for _, r := range AllRows {
		if s == string(r) {
			return r, nil
		}
	}
	return "", claims.Invalidf("unknown rows %q (one of: %s, %s)", s, PairRows, ClaimRows)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// findings puts a claim's findings into one cell: "error number: …; note …".
func findings(r *Record) string {
	parts := make([]string, len(r.Findings))
	for i, f := range r.Findings {
		parts[i] = string(f.Severity) + " " + f.Check + ": " + f.Message
	}
	return strings.Join(parts, "; ")
}
