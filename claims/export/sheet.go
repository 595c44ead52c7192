package export

import (
	"io"
	"strconv"
	"time"
	"unicode/utf8"

	"stet/claims"
)

// What a sheet holds at most (Microsoft, Excel specifications and limits); a
// cell is measured in UTF-16 units.
const (
	maxSheetRows = 1_048_576
	maxCellUnits = 32_767
)

// sheet writes the rows of one sheet, the first of which stays in view.
type sheet struct {
	out     io.Writer
	name    string
	columns []column
	rows    int
	buffer  []byte
}

func newSheet(out io.Writer, name string, columns []column) (*sheet, error) {
	s := &sheet{out: out, name: name, columns: columns}
	s.buffer = append(s.buffer, xmlHead+`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+
		`<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`+
		`<sheetFormatPr defaultRowHeight="15"/><cols>`...)
	for i, c := range columns {
		s.buffer = appendf(s.buffer, `<col min="`, i+1, `" max="`, i+1, `" width="`, c.width(), `" customWidth="1"/>`)
	}
	s.buffer = append(s.buffer, `</cols><sheetData>`...)
	s.open()
	for i, c := range columns {
		s.text(i, c.name, headingStyle)
	}
	return s, s.flushRow()
}

// width returns how wide a column is, in characters.
func (c column) width() int {
	switch c.name {
	case "text", "quote", "findings", "queries", "replies":
		return 60
	}
	return 18
}

// write writes one row. Its errors name the claim.
func (s *sheet) write(r *Record, c *Citation) error {
	if s.rows == maxSheetRows {
		return claims.Invalidf("the sheet %s is full: a spreadsheet has %d rows at most; export one article, or as csv", s.name, maxSheetRows)
	}
	s.open()
	for i, column := range s.columns {
		value := column.value(r, c)
		if units(value) > maxCellUnits {
			return claims.Invalidf("%s#%d: its %s has more than the %d characters that a spreadsheet's cell holds; export as csv", r.Article, r.Claim, column.name, maxCellUnits)
		}
		s.cell(i, column.as, value)
	}
	return s.flushRow()
}

func (s *sheet) open() {
	s.rows++
	s.buffer = appendf(s.buffer, `<row r="`, s.rows, `">`)
}

func (s *sheet) flushRow() error {
	s.buffer = append(s.buffer, `</row>`...)
	_, err := s.out.Write(s.buffer)
	s.buffer = s.buffer[:0]
	return err
}

func (s *sheet) end() error {
	_, err := io.WriteString(s.out, `</sheetData></worksheet>`)
	return err
}

// cell appends one cell; an empty one is left out. What should be a time and
// is none stays text.
func (s *sheet) cell(column int, as cellType, value string) {
	switch {
	case value == "":
	case as == countCell:
		s.number(column, value, countStyle)
	case as == timeCell:
		at, err := time.Parse(time.RFC3339, value)
		if err != nil {
			s.text(column, value, textStyle)
			return
		}
		s.number(column, strconv.FormatFloat(serial(at), 'f', -1, 64), timeStyle)
	default:
		s.text(column, value, textStyle)
	}
}

func (s *sheet) number(column int, value string, style int) {
	s.buffer = appendf(s.buffer, `<c r="`, columnName(column), s.rows, `" s="`, style, `"><v>`, value, `</v></c>`)
}

func (s *sheet) text(column int, value string, style int) {
	s.buffer = appendf(s.buffer, `<c r="`, columnName(column), s.rows, `" s="`, style, `" t="inlineStr"><is><t xml:space="preserve">`)
	s.buffer = appendXString(s.buffer, value)
	s.buffer = append(s.buffer, `</t></is></c>`...)
}

// serial returns a time as spreadsheets count it: days since 30 December 1899,
// here in UTC.
func serial(t time.Time) float64 {
	const secondsPerDay, epoch = 86_400, 25_569 // the days from then to 1 January 1970
	return epoch + float64(t.Unix())/secondsPerDay
}

// columnName returns the letters of the column at an index from 0; no sheet
// has more than 26.
func columnName(i int) string { return string(rune('A' + i)) }

// units counts the UTF-16 units of s, or any number within the limit where
// there can't be more than it.
func units(s string) int {
	if len(s) <= maxCellUnits {
		return len(s)
	}
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if r > 0xffff {
			n++
		}
	}
	return n
}

// appendf appends strings and whole numbers.
func appendf(to []byte, parts ...any) []byte {
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			to = append(to, p...)
		case int:
			to = strconv.AppendInt(to, int64(p), 10)
		}
	}
	return to
}
