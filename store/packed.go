package store

import (
	"fmt"
	"strconv"
	"strings"
)

// separator stands between packed columns: no text in the ledger holds a NUL,
// which checkText refuses.
const separator = "\x00"

// packed makes one text of columns none of which is null, so that a row of
// many columns costs the driver and database/sql what a row of one does: most
// of the time of reading millions of rows. See fields.
func packed(columns ...string) string {
	return `concat_ws(char(0), ` + strings.Join(columns, `, `) + `)`
}

// fields reads the columns of a packed row, in their order. They share the
// row's memory.
type fields struct {
	rest string
	err  error
}

func scanFields(row scanner) (f fields, err error) {
	err = row.Scan(&f.rest)
	return f, err
}

func (f *fields) text() string {
	v, rest, _ := strings.Cut(f.rest, separator)
	f.rest = rest
	return v
}

func (f *fields) number() int {
	v := f.text()
	n, err := strconv.Atoi(v)
	if err != nil {
		f.keep(fmt.Errorf("a number is stored as %q", v))
	}
	return n
}

// start reads a list of spans, and returns where the first begins, -1 where
// there is none. It reads what list writes, of which a whole decoding costs as
// much as the rest of the row.
func (f *fields) start() int {
	v := f.text()
	rest, ok := strings.CutPrefix(v, `[{"start":`)
	if !ok {
		return -1
	}
	digits, _, _ := strings.Cut(rest, ",")
	n, err := strconv.Atoi(digits)
	if err != nil {
		f.keep(fmt.Errorf("spans are stored as %q", v))
	}
	return n
}

// time reads a time that may be none.
func (f *fields) time(to maybeStamp) { f.keep(to.Scan(f.text())) }

func (f *fields) keep(err error) {
	if f.err == nil {
		f.err = err
	}
}
