package export

import (
	"io"
	"slices"

	"stet/claims"
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

// dialect is how a text table is spelt.
type dialect struct {
	cell  func(to []byte, cell string) []byte // appends a cell
	comma byte
	end   string // of a row
}

// tableWriter writes records as rows of a text table. What a claim's rows have
// in common is encoded once.
type tableWriter struct {
	dialect
	out       io.Writer
	claim     []column // the first of a row
	citation  []column // those behind them; none where a row is a claim
	raw       bool
	bom       bool
	headed    bool
	record    Record // being written
	inCommon  []byte
	rowBuffer []byte
}

func newTable(w io.Writer, o Options, d dialect) *tableWriter {
	t := &tableWriter{dialect: d, out: w, raw: o.Raw, bom: o.BOM}
	t.claim, t.citation = pairClaimColumns(), pairCitationColumns()
	if o.Rows == ClaimRows {
		t.claim, t.citation = claimRowColumns(), nil
	}
	return t
}

// pairColumns are the columns of a table with a row a pair.
func pairColumns() []column { return slices.Concat(pairClaimColumns(), pairCitationColumns()) }

// pairClaimColumns are those that the rows of one claim have in common.
func pairClaimColumns() []column {
	return slices.Concat(version(CSVVersion), claimColumns, askedColumns, reviewColumns)
}

func pairCitationColumns() []column {
	return slices.Concat(sourceColumns, citationColumns, captureColumns)
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
	w.record = r
	w.inCommon = w.cells(w.inCommon[:0], w.claim, &w.record, nil)
	cited := r.Citations
	if len(cited) == 0 || len(w.citation) == 0 {
		cited = []Citation{{}}
	}
	for i := range cited {
		w.rowBuffer = w.cells(append(w.rowBuffer[:0], w.inCommon...), w.citation, &w.record, &cited[i])
		if err := w.writeRow(); err != nil {
			return err
		}
	}
	return nil
}

// cells appends the values of columns, each with what stands behind it.
func (w *tableWriter) cells(to []byte, columns []column, r *Record, c *Citation) []byte {
	for _, column := range columns {
		to = append(w.cell(to, w.guard(column.value(r, c))), w.comma)
	}
	return to
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
	w.rowBuffer = w.rowBuffer[:0]
	for _, name := range headings(slices.Concat(w.claim, w.citation)) {
		w.rowBuffer = append(w.cell(w.rowBuffer, name), w.comma)
	}
	return w.writeRow()
}

// writeRow ends the row where its last comma stands, and writes it.
func (w *tableWriter) writeRow() error {
	w.rowBuffer = append(w.rowBuffer[:len(w.rowBuffer)-1], w.end...)
	_, err := w.out.Write(w.rowBuffer)
	return err
}

func (w *tableWriter) Close() error { return w.head() }

// guard guards a cell, unless text is to be written as it is.
func (w *tableWriter) guard(cell string) string {
	if w.raw {
		return cell
	}
	return claims.GuardCell(cell)
}
