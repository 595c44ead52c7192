package export

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// newCSV writes comma-separated values in UTF-8, by RFC 4180: rows end in CRLF.
func newCSV(w io.Writer, o Options) Writer {
	return newTable(w, o, dialect{cell: appendCSV, comma: ',', end: "\r\n"})
}

// appendCSV appends a cell, in quotation marks where encoding/csv writes them
// too: where it must have them, and where other readers would trim it, or take
// it for an end of data. The library itself changes the line ends within cells
// when it ends rows in CRLF.
func appendCSV(to []byte, cell string) []byte {
	if !needsQuotes(cell) {
		return append(to, cell...)
	}
	to = append(to, '"')
	for {
		before, after, found := strings.Cut(cell, `"`)
		to = append(to, before...)
		if !found {
			return append(to, '"')
		}
		to = append(to, `""`...)
		cell = after
	}
}

func needsQuotes(cell string) bool {
	if cell == "" {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(cell); unicode.IsSpace(first) || cell == `\.` {
		return true
	}
	for i := range len(cell) {
		switch cell[i] {
		case ',', '"', '\r', '\n':
			return true
		}
	}
	return false
}
