package export

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// CSVVersion and ClaimRowsVersion name the columns of tables with a row a pair
// of claim and citation, and with a row a claim; another list of columns is
// another version.
const (
	CSVVersion       = "stet-claims/3"
	ClaimRowsVersion = "stet-claim-rows/2"
)

// byteOrderMark tells Excel that a text file is UTF-8.
const byteOrderMark = "\ufeff"

// tableWriter writes records as rows of a text table, of which encode appends
// one to a buffer.
type tableWriter struct {
	out     io.Writer
	columns []column
	pairs   bool
	raw     bool
	bom     bool
	headed  bool
	row     []string
	buffer  []byte
	encode  func(to []byte, row []string) []byte
}

func newTable(w io.Writer, o Options, encode func([]byte, []string) []byte) *tableWriter {
	t := &tableWriter{out: w, raw: o.Raw, bom: o.BOM, pairs: o.Rows != ClaimRows, encode: encode}
	t.columns = pairColumns()
	if !t.pairs {
		t.columns = claimRowColumns()
	}
	t.row = make([]string, len(t.columns))
	return t
}

// pairColumns are the columns of a table with a row a pair.
func pairColumns() []column {
	return slices.Concat(version(CSVVersion), claimColumns, askedColumns, reviewColumns, sourceColumns, citationColumns, captureColumns)
}

// claimRowColumns are the columns of a table with a row a claim.
func claimRowColumns() []column {
	return slices.Concat(version(ClaimRowsVersion), claimColumns, askedColumns, reviewColumns, []column{countColumn})
}

// countColumn says how many citations a claim has, where they have no rows.
var countColumn = column{name: "citations", value: func(r *Record, _ *Citation) string { return number(len(r.Citations)) }, as: countCell}

func (w *tableWriter) Write(r Record) error {
	if err := w.head(); err != nil {
		return err
	}
	cited := r.Citations
	if len(cited) == 0 || !w.pairs {
		cited = []Citation{{}}
	}
	for i := range cited {
		for j, column := range w.columns {
			w.row[j] = w.guard(column.value(&r, &cited[i]))
		}
		if err := w.writeRow(); err != nil {
			return err
		}
	}
	return nil
}

func (w *tableWriter) head() error {
	if w.headed {
		return nil
	}
	w.headed = true
	if w.bom {
		if _, err := io.WriteString(w.out, byteOrderMark); err != nil {
			return err
		}
	}
	w.row = headings(w.columns)
	return w.writeRow()
}

func (w *tableWriter) writeRow() error {
	w.buffer = w.encode(w.buffer[:0], w.row)
	_, err := w.out.Write(w.buffer)
	return err
}

func (w *tableWriter) Close() error { return w.head() }

// formulaStarts are the characters with which spreadsheets begin a formula
// (OWASP, CSV Injection), with their full-width forms, which some programs
// take for the same.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// guard puts an apostrophe before a cell that a spreadsheet would run. It also
// guards a cell that begins with an apostrophe before such a character, so
// that the guard can be told from the text and undone.
func (w *tableWriter) guard(cell string) string {
	if w.raw {
		return cell
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, "'"))
	if cell != "" && first != utf8.RuneError && strings.ContainsRune(formulaStarts, first) {
		return "'" + cell
	}
	return cell
}
