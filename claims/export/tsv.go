package export

import "io"

// newTSV writes tab-separated values in UTF-8, a row a line: in cells a
// backslash, tab, line feed and carriage return are written \\, \t, \n and \r,
// as PostgreSQL's COPY and MySQL's LOAD DATA read them, since the registered
// form (IANA, text/tab-separated-values) has no way to write them.
func newTSV(w io.Writer, o Options) Writer {
	return newTable(w, o, dialect{cell: appendEscaped, comma: '\t', end: "\n"})
}

func appendEscaped(to []byte, cell string) []byte {
	for i := range len(cell) {
		switch c := cell[i]; c {
		case '\\':
			to = append(to, `\\`...)
		case '\t':
			to = append(to, `\t`...)
		case '\n':
			to = append(to, `\n`...)
		case '\r':
			to = append(to, `\r`...)
		default:
			to = append(to, c)
		}
	}
	return to
}
