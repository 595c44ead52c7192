package export

import (
	"io"
	"time"

	"stet/sources"
)

// Options says how records are written.
type Options struct {
	// Raw leaves cells that a spreadsheet would take for a formula as they
	// are. Only text tables guard them.
	Raw bool
	// BOM begins a text table with a byte order mark.
	BOM bool
	// Rows says what a row of a text table is; empty is PairRows.
	Rows Rows
	// Publisher names who publishes the reviews that a ClaimReview is of; empty
	// is the site on which they stand.
	Publisher string
	// PageOf returns the physical page, from 1, on which the byte at an offset
	// of the text read of a snapshot stands; 0 where that is no PDF, or is not
	// known. Only annotations ask; it may be nil.
	PageOf func(snapshot sources.Digest, offset int) int
}

// Writer writes records one after another, in bounded memory. Close ends the
// document and reports what was not written; without it the document is not
// whole. It does not close what it writes to.
type Writer interface {
	Write(Record) error
	Close() error
}

// Copy is one snapshot of a source, with the capture that first got it.
type Copy struct {
	Source  sources.Source
	Capture sources.Capture
	Bytes   []byte
}

// CopyWriter writes snapshots one after another, holding one at a time. Close
// reports what was not written; it does not close what it writes to.
type CopyWriter interface {
	Write(Copy) error
	Close() error
}

// CopyFormat is one way to write snapshots rather than claims.
type CopyFormat struct {
	Name      string
	Extension string // of its files, with the dot
	New       func(w io.Writer, by string, at time.Time) CopyWriter
}

// CopyFormats lists every format for snapshots.
var CopyFormats = []CopyFormat{
	{"warc", ".warc", newWARC},
	{"warc.gz", ".warc.gz", newGzipWARC},
}

// Format is one way to write records.
type Format struct {
	Name      string
	Extension string // of its files, with the dot
	New       func(io.Writer, Options) Writer
	// Table says that it is a text table, for which BOM and Rows are.
	Table bool
	// Outlined says that it is made of columns, so that an Outline will do.
	Outlined bool
	// Lines says that it is fit to be read off a pipe as it comes, so that a
	// list may be printed in it.
	Lines bool
}

// Formats lists every format; the first is the default.
var Formats = []Format{
	{"csv", ".csv", newCSV, true, true, true},
	{"tsv", ".tsv", newTSV, true, true, true},
	{"json", ".json", newJSON, false, false, true},
	{"ndjson", ".ndjson", newNDJSON, false, false, true},
	{"markdown", ".md", newMarkdown, false, false, true},
	{"annotations", ".jsonld", newAnnotations, false, false, false},
	{"claimreview", ".json", newClaimReview, false, false, false},
	{"xlsx", ".xlsx", newXLSX, false, true, false},
}
