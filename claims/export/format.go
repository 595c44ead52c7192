package export

import "io"

// Options says how records are written.
type Options struct {
	// Raw leaves cells that a spreadsheet would take for a formula as they
	// are. Only formats for spreadsheets guard them.
	Raw bool
}

// Writer writes records one after another, in bounded memory. Close ends the
// document and reports what was not written; without it the document is not
// whole. It does not close what it writes to.
type Writer interface {
	Write(Record) error
	Close() error
}

// Format is one way to write records.
type Format struct {
	Name      string
	Extension string // of its files, with the dot
	New       func(io.Writer, Options) Writer
}

// Formats lists every format; the first is the default.
var Formats = []Format{
	{"csv", ".csv", newCSV},
	{"json", ".json", newJSON},
	{"ndjson", ".ndjson", newNDJSON},
}
