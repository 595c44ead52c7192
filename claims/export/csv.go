package export

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// CSVVersion names the columns below; another list of columns is another
// version.
const CSVVersion = "stet-claims/1"

// csvColumn is one column of the CSV, filled from a claim and one of its
// citations; a claim without any has one row with an empty citation.
type csvColumn struct {
	name  string
	value func(*Record, *Citation) string
}

// csvColumns lists the columns in order; docs/formats.md describes each.
var csvColumns = []csvColumn{
	{"format", func(*Record, *Citation) string { return CSVVersion }},
	{"article", func(r *Record, _ *Citation) string { return r.Article }},
	{"claim", func(r *Record, _ *Citation) string { return r.Code }},
	{"text", func(r *Record, _ *Citation) string { return r.Text }},
	{"label", func(r *Record, _ *Citation) string { return string(r.Label) }},
	{"speaker", func(r *Record, _ *Citation) string { return r.Speaker }},
	{"place", func(r *Record, _ *Citation) string { return string(r.Place) }},
	{"priority", func(r *Record, _ *Citation) string { return string(r.Priority) }},
	{"file", func(r *Record, _ *Citation) string { return r.File }},
	{"line", func(r *Record, _ *Citation) string { return number(r.Line) }},
	{"cut", func(r *Record, _ *Citation) string { return yes(r.Cut) }},
	{"verdict", func(r *Record, _ *Citation) string { return r.Verdict }},
	{"void", func(r *Record, _ *Citation) string { return r.Void }},
	{"to", func(r *Record, _ *Citation) string { return r.To }},
	{"verdict_note", func(r *Record, _ *Citation) string { return r.Note }},
	{"checker", func(r *Record, _ *Citation) string { return r.Checker }},
	{"signed_at", func(r *Record, _ *Citation) string { return r.SignedAt }},
	{"findings", func(r *Record, _ *Citation) string { return findings(r) }},
	{"source", func(_ *Record, c *Citation) string { return c.Source }},
	{"source_name", func(_ *Record, c *Citation) string { return c.SourceName }},
	{"address", func(_ *Record, c *Citation) string { return c.Address }},
	{"kind", func(_ *Record, c *Citation) string { return string(c.Kind) }},
	{"title", func(_ *Record, c *Citation) string { return c.Title }},
	{"publisher", func(_ *Record, c *Citation) string { return c.Publisher }},
	{"stance", func(_ *Record, c *Citation) string { return string(c.Stance) }},
	{"grade", func(_ *Record, c *Citation) string { return string(c.Grade) }},
	{"quote", func(_ *Record, c *Citation) string { return c.Quote }},
	{"locator", func(_ *Record, c *Citation) string { return c.Locator }},
	{"citation_note", func(_ *Record, c *Citation) string { return c.Note }},
	{"match", func(_ *Record, c *Citation) string { return string(c.Match) }},
	{"page", func(_ *Record, c *Citation) string { return c.Page }},
	{"capture", func(_ *Record, c *Citation) string { return string(c.Capture) }},
	{"captured_at", func(_ *Record, c *Citation) string { return c.CapturedAt }},
	{"snapshot", func(_ *Record, c *Citation) string { return string(c.Snapshot) }},
}

// csvWriter writes RFC 4180, whose rows end in CRLF. The library's own CRLF
// mode would change the line ends within cells too, so that it writes each row
// with LF into a buffer, and the row's end is put right from there.
type csvWriter struct {
	out    io.Writer
	buffer bytes.Buffer
	csv    *csv.Writer // into buffer
	raw    bool
	row    []string
	headed bool
}

// newCSV writes one row for each pair of claim and citation.
func newCSV(w io.Writer, o Options) Writer {
	c := &csvWriter{out: w, raw: o.Raw, row: make([]string, len(csvColumns))}
	c.csv = csv.NewWriter(&c.buffer)
	return c
}

func (w *csvWriter) Write(r Record) error {
	if err := w.head(); err != nil {
		return err
	}
	cited := r.Citations
	if len(cited) == 0 {
		cited = []Citation{{}}
	}
	for i := range cited {
		for j, column := range csvColumns {
			w.row[j] = w.guard(column.value(&r, &cited[i]))
		}
		if err := w.writeRow(); err != nil {
			return err
		}
	}
	return nil
}

func (w *csvWriter) head() error {
	if w.headed {
		return nil
	}
	w.headed = true
	for i, c := range csvColumns {
		w.row[i] = c.name
	}
	return w.writeRow()
}

func (w *csvWriter) writeRow() error {
	w.buffer.Reset()
	if err := w.csv.Write(w.row); err != nil {
		return err
	}
	w.csv.Flush()
	w.buffer.Truncate(w.buffer.Len() - len("\n"))
	w.buffer.WriteString("\r\n")
	_, err := w.out.Write(w.buffer.Bytes())
	return err
}

func (w *csvWriter) Close() error { return w.head() }

// formulaStarts are the characters with which spreadsheets begin a formula
// (OWASP, CSV Injection), with their full-width forms, which some programs
// take for the same.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// guard puts an apostrophe before a cell that a spreadsheet would run. It also
// guards a cell that begins with an apostrophe before such a character, so
// that the guard can be told from the text and undone.
func (w *csvWriter) guard(cell string) string {
	if w.raw {
		return cell
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, "'"))
	if cell != "" && first != utf8.RuneError && strings.ContainsRune(formulaStarts, first) {
		return "'" + cell
	}
	return cell
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
