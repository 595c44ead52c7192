package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"stet/claims"
)

// maxRow is the most bytes that a row may have. A row of more is the sign of a
// quotation mark that nobody closed.
const maxRow = 16 << 20

// cellReader reads a table row by row. The cells, and bytes, are good until the
// next call.
type cellReader interface {
	// next returns a row's cells. Its error is io.EOF, a *RowError where the
	// next row can still be read, or one that ends the reading.
	next() ([][]byte, Place, error)
	// bytes is the row as it stands in the table, without its line's end.
	bytes() []byte
}

// lines reads a table's lines.
type lines struct {
	in   *bufio.Reader
	row  int // the row that was read last
	line int // the line that was read last
	last []byte
}

// read appends the next line to buffer, with its end where it has one. The
// error is io.EOF where there is no more.
func (l *lines) read(buffer []byte) ([]byte, error) {
	begin := len(buffer)
	for {
		part, err := l.in.ReadSlice('\n')
		buffer = append(buffer, part...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull) && len(buffer) <= maxRow:
		case errors.Is(err, bufio.ErrBufferFull), len(buffer) > maxRow:
			return buffer, claims.Invalidf("row %d is larger than %d MB: is the quotation mark missing that ends one of its cells?", l.row, maxRow>>20)
		case err != nil && !errors.Is(err, io.EOF):
			return buffer, err
		case len(buffer) == begin:
			return buffer, io.EOF
		default:
			l.line++
			return buffer, nil
		}
	}
}

// begin reads the first line of the next row.
func (l *lines) begin() (Place, error) {
	l.row++
	var err error
	l.last, err = l.read(l.last[:0])
	return Place{Row: l.row, Line: l.line}, err
}

// bytes returns the row that was read last, without its line's end.
func (l *lines) bytes() []byte { return trimEnd(l.last) }

func trimEnd(line []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte{'\n'}), []byte{'\r'})
}

// quotedReader reads RFC 4180: cells between separators, and in quotation marks
// where they hold one, a quotation mark (written twice) or a line's end, which
// is kept as it is. A quotation mark anywhere else is an error.
type quotedReader struct {
	lines
	separator byte
	cells     [][]byte
	unquoted  []byte // the cells that held a quotation mark, without the second one
}

func (q *quotedReader) next() ([][]byte, Place, error) {
	at, err := q.begin()
	if err != nil {
		return nil, at, err
	}
	q.cells, q.unquoted = q.cells[:0], q.unquoted[:0]
	problem := ""
	for pos := 0; pos >= 0 && problem == ""; {
		if pos < len(q.last) && q.last[pos] == '"' {
			pos, problem, err = q.quoted(pos + 1)
		} else {
			pos, problem = q.plain(pos)
		}
		if err != nil {
			return nil, at, err
		}
	}
	if problem != "" {
		return nil, at, &RowError{Place: at, Problems: []string{problem}}
	}
	return q.cells, at, nil
}

// plain takes a cell without quotation marks and returns where the next one
// begins, -1 at the row's end.
func (q *quotedReader) plain(pos int) (next int, problem string) {
	rest := trimEnd(q.last)[pos:]
	cell, next := rest, -1
	if i := bytes.IndexByte(rest, q.separator); i >= 0 {
		cell, next = rest[:i], pos+i+1
	}
	if bytes.IndexByte(cell, '"') >= 0 {
		return -1, fmt.Sprintf("cell %d holds a quotation mark and is not quoted itself: put it in quotation marks, and write each in it twice", len(q.cells)+1)
	}
	q.cells = append(q.cells, cell)
	return next, ""
}

// quoted takes a cell from behind its opening quotation mark, reading on for as
// many lines as it has.
func (q *quotedReader) quoted(pos int) (next int, problem string, err error) {
	begin, marks := pos, 0
	for {
		i := bytes.IndexByte(q.last[pos:], '"')
		switch {
		case i < 0:
			pos = len(q.last)
			q.last, err = q.read(q.last)
			if errors.Is(err, io.EOF) {
				return -1, fmt.Sprintf("cell %d begins with a quotation mark, and none ends it", len(q.cells)+1), nil
			}
			if err != nil {
				return -1, "", err
			}
			continue
		case pos+i+1 < len(q.last) && q.last[pos+i+1] == '"':
			pos, marks = pos+i+2, marks+1
			continue
		}
		end := pos + i
		q.cells = append(q.cells, q.text(begin, end, marks))
		after := q.last[end+1:]
		switch {
		case len(trimEnd(after)) == 0:
			return -1, "", nil
		case after[0] == q.separator:
			return end + 2, "", nil
		}
		return -1, fmt.Sprintf("cell %d goes on behind the quotation mark that ends it: write a quotation mark in a cell twice", len(q.cells)), nil
	}
}

// text returns what stands between a cell's quotation marks, where each of its
// own is written twice.
func (q *quotedReader) text(begin, end, marks int) []byte {
	written := q.last[begin:end]
	if marks == 0 {
		return written
	}
	start := len(q.unquoted)
	for {
		i := bytes.IndexByte(written, '"')
		if i < 0 {
			q.unquoted = append(q.unquoted, written...)
			return q.unquoted[start:len(q.unquoted):len(q.unquoted)]
		}
		q.unquoted = append(q.unquoted, written[:i+1]...)
		written = written[i+2:]
	}
}

// escapedReader reads a row a line, cells between tabs, in which a backslash, a
// tab, a line feed and a carriage return are written \\, \t, \n and \r.
type escapedReader struct {
	lines
	cells     [][]byte
	unescaped []byte
}

func (e *escapedReader) next() ([][]byte, Place, error) {
	at, err := e.begin()
	if err != nil {
		return nil, at, err
	}
	e.cells, e.unescaped = e.cells[:0], e.unescaped[:0]
	for rest, more := trimEnd(e.last), true; more; {
		var cell []byte
		cell, rest, more = bytes.Cut(rest, []byte{'\t'})
		text, ok := e.text(cell)
		if !ok {
			return nil, at, &RowError{Place: at, Problems: []string{fmt.Sprintf(
				`cell %d holds a backslash that is none of \\, \t, \n and \r: write it twice`, len(e.cells)+1)}}
		}
		e.cells = append(e.cells, text)
	}
	return e.cells, at, nil
}

// text returns what a cell says, and false where that can't be told.
func (e *escapedReader) text(cell []byte) ([]byte, bool) {
	if bytes.IndexByte(cell, '\\') < 0 {
		return cell, true
	}
	start := len(e.unescaped)
	for i := 0; i < len(cell); i++ {
		c := cell[i]
		if c == '\\' {
			if i++; i == len(cell) {
				return nil, false
			}
			if c = unescapes[cell[i]]; c == 0 {
				return nil, false
			}
		}
		e.unescaped = append(e.unescaped, c)
	}
	return e.unescaped[start:len(e.unescaped):len(e.unescaped)], true
}

// unescapes is what stands for what behind a backslash.
var unescapes = [256]byte{'\\': '\\', 't': '\t', 'n': '\n', 'r': '\r'}

// checkBytes refuses a cell that no ledger could keep as it is.
func checkBytes(cell []byte) error {
	if at := bytes.IndexByte(cell, 0); at >= 0 {
		return fmt.Errorf("holds a NUL character (byte %d)", at+1)
	}
	if utf8.Valid(cell) {
		return nil
	}
	at := 0
	for at < len(cell) {
		r, n := utf8.DecodeRune(cell[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return fmt.Errorf("is not valid UTF-8 (byte %d): save the sheet as CSV UTF-8", at+1)
}
