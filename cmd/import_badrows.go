package cmd

import (
	"errors"
	"fmt"
	"io"

	"stet/claims/sheet"
)

// errNoBadRows keeps a file of bad rows from being made where there are none.
var errNoBadRows = errors.New("no row is bad")

// badRows writes rows that were refused, each as it stood in the sheet behind a
// cell that says why.
type badRows struct {
	to     io.Writer
	header []byte
	rows   int
}

func (b *badRows) write(e *sheet.RowError, row []byte) error {
	if b.rows++; b.rows == 1 {
		if err := b.line("problem", b.header); err != nil {
			return err
		}
	}
	return b.line(e.Error(), row)
}

func (b *badRows) line(first string, rest []byte) error {
	separator := sheet.SeparatorOf(b.header)
	_, err := fmt.Fprintf(b.to, "%s%c%s\r\n", sheet.Quoted(first, separator), separator, rest)
	return err
}

// flush makes sure that the rows are on their way to the disk before the others
// count as imported.
func (b *badRows) flush() error {
	if f, ok := b.to.(interface{ Flush() error }); ok {
		return f.Flush()
	}
	return nil
}
