package export

import (
	"bytes"
	"encoding/csv"
	"io"
)

// csvRows encodes RFC 4180, whose rows end in CRLF. The library's own CRLF
// mode would change the line ends within cells too, so that it writes each row
// with LF, and the row's end is put right from there.
type csvRows struct {
	buffer bytes.Buffer
	csv    *csv.Writer // into buffer
}

// newCSV writes comma-separated values in UTF-8.
func newCSV(w io.Writer, o Options) Writer {
	c := &csvRows{}
	c.csv = csv.NewWriter(&c.buffer)
	return newTable(w, o, c.encode)
}

// encode appends a row. Writing to a buffer never fails.
func (c *csvRows) encode(to []byte, row []string) []byte {
	c.buffer.Reset()
	c.csv.Write(row)
	c.csv.Flush()
	to = append(to, bytes.TrimSuffix(c.buffer.Bytes(), []byte("\n"))...)
	return append(to, "\r\n"...)
}
