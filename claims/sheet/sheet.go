// Package sheet reads tables of claims: what `stet export` wrote as CSV or
// TSV, and a stranger's table whose columns somebody maps to the fields here.
// It turns bytes into rows, tells what is wrong with a row by its number, and
// does no I/O but reading.
package sheet

import (
	"fmt"
	"io"
	"strings"

	"stet/claims"
	"stet/sources"
)

// Options says how a sheet is to be read.
type Options struct {
	// Tabs says that cells are separated by tabs. Otherwise what separates them
	// is told from the header: commas, semicolons or tabs.
	Tabs bool
	// Raw says that the sheet was exported with --raw: an apostrophe before a
	// formula is then part of the text.
	Raw bool
	// Map says which field each of a stranger's columns holds, by the columns'
	// names; "" leaves a column out.
	Map map[string]string
	// Article is the slug for rows that name none.
	Article string
}

// Row is what one row of a sheet says: a claim, with what it cites and who
// signed it off where the row says so. Identifiers are empty.
type Row struct {
	Place
	Article  string // the slug
	Claim    claims.Claim
	Cites    bool // a source, by a citation
	Code     int  // the source's number in the sheet; 0 where that gives none
	Source   sources.Source
	Citation claims.Citation
	Signed   bool // by somebody
	SignOff  claims.SignOff
	// Queries and Replies are what was asked about the claim, in brief, as
	// export puts it into a cell each. Nothing of it can be imported.
	Queries, Replies string
}

// Place is where a row stands in a sheet.
type Place struct {
	Row  int // as a spreadsheet counts, the header being 1
	Line int // on which it begins, from 1
}

// String names the row as its reader finds it, by its line too where that is
// another.
func (p Place) String() string {
	if p.Row == p.Line {
		return fmt.Sprintf("row %d", p.Row)
	}
	return fmt.Sprintf("row %d (line %d)", p.Row, p.Line)
}

// RowError says what is wrong with one row. The rows after it can be read.
type RowError struct {
	Place
	Problems []string // at least one, each a few words
	// Article and Claim are the claim that the row is of, as far as it can be
	// told: "" and 0 otherwise.
	Article string
	Claim   int
}

// Error names the row and everything that is wrong with it.
func (e *RowError) Error() string { return e.Place.String() + ": " + e.problem() }

// problem is everything that is wrong with the row.
func (e *RowError) problem() string { return strings.Join(e.Problems, "; ") }

// Reader reads a sheet row by row, in bounded memory.
type Reader struct {
	cells   cellReader
	columns []column
	header  []byte // as it stands in the sheet
	format  string // the version that the first row names; "" where there is none
	article string
	raw     bool
}

// NewReader reads a sheet's header. The error, a claims.InputError, lists every
// column that is unknown, given twice or missing.
func NewReader(r io.Reader, o Options) (*Reader, error) {
	cells, names, err := readHeader(r, o)
	if err != nil {
		return nil, err
	}
	columns, err := mapped(names, o)
	if err != nil {
		return nil, err
	}
	return &Reader{
		cells: cells, columns: columns, header: append([]byte(nil), cells.bytes()...), article: o.Article, raw: o.Raw,
	}, nil
}

// Header returns the header as it stands in the sheet, without its line's end.
func (r *Reader) Header() []byte { return r.header }

// Bytes returns the row that was read last as it stands in the sheet, without
// its line's end, until the next is read.
func (r *Reader) Bytes() []byte { return r.cells.bytes() }

// Read reads the next row; rows without any words are passed over. The error is
// io.EOF at the end, a *RowError where only that row is bad, and otherwise one
// that ends the reading: a claims.InputError where the sheet itself is at fault.
func (r *Reader) Read() (*Row, error) {
	for {
		cells, place, err := r.cells.next()
		if err != nil {
			return nil, err
		}
		if isBlank(cells) {
			continue
		}
		return r.row(cells, place)
	}
}

func isBlank(cells [][]byte) bool {
	for _, c := range cells {
		if len(c) > 0 {
			return false
		}
	}
	return true
}

// row makes a row of its cells.
func (r *Reader) row(cells [][]byte, at Place) (*Row, error) {
	row := &Row{Place: at, Article: r.article}
	bad := &RowError{Place: at}
	if len(cells) != len(r.columns) {
		bad.Problems = append(bad.Problems, fmt.Sprintf("it has %d cells, the header %d", len(cells), len(r.columns)))
		return nil, bad
	}
	for i, c := range r.columns {
		if c.field == nil || c.field.set == nil {
			continue
		}
		if problem := c.read(r, row, cells[i]); problem != nil {
			bad.Problems = append(bad.Problems, problem.Error())
		}
	}
	if err := r.checkFormat(cells, bad); err != nil {
		return nil, err
	}
	bad.Problems = append(bad.Problems, row.settle()...)
	if len(bad.Problems) > 0 {
		bad.Article, bad.Claim = row.Article, row.Claim.Number
		return nil, bad
	}
	return row, nil
}

// read puts a cell into a row.
func (c column) read(r *Reader, row *Row, cell []byte) error {
	if len(cell) == 0 {
		return nil
	}
	if err := checkBytes(cell); err != nil {
		return fmt.Errorf("%s %w", c.field.Name, err)
	}
	value := string(cell)
	if !r.raw {
		value = claims.UnguardCell(value)
	}
	return c.field.set(row, value)
}
