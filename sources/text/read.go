// Package text reads documents: bytes of Markdown, plain text, HTML, PDF or
// DOCX become a sources.Text, with its pages, blocks, notes and links. It opens
// no network connection; PDF is read in a WebAssembly sandbox that sees neither
// files nor network, and where a Library is given a program for it, documents
// are read in a child process.
package text

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"stet/sources"
)

// Version names the readers as a whole. Text stored by an older version is
// read again by a newer one; it changes whenever any reader would answer
// otherwise than before.
const Version = "2"

// Options says how a document's bytes are to be read.
type Options = sources.ReadOptions

// Reader turns the bytes of one family of media types into text.
type Reader struct {
	Name       string   // as --type takes it
	MediaTypes []string // the first is the one that a Text of this reader carries
	Extensions []string // of file names, with their period, in lower case
	read       func(ctx context.Context, l *Library, b []byte, o Options) (*sources.Text, error)
}

// Readers lists every reader in the order in which help and errors show them.
var Readers = []Reader{
	{"markdown", []string{"text/markdown", "text/x-markdown"}, []string{".md", ".markdown", ".mdown", ".mkd"}, readMarkdown},
	{"text", []string{"text/plain"}, []string{".txt", ".text"}, readPlain},
	{"html", []string{"text/html", "application/xhtml+xml"}, []string{".html", ".htm", ".xhtml"}, readHTML},
	{"docx", []string{docxType}, []string{".docx"}, readDOCX},
	{"odt", []string{odtType, flatODTType, odtType + "-template"}, []string{".odt", ".fodt", ".ott"}, readODT},
	{"rtf", []string{rtfType, "text/rtf", "text/richtext"}, []string{".rtf"}, readRTF},
	{"eml", []string{emlType, "message/global"}, []string{".eml"}, readEML},
	{"srt", []string{srtType, "application/srt", "text/srt"}, []string{".srt"}, readSubtitles},
	{"vtt", []string{vttType}, []string{".vtt"}, readSubtitles},
	{"csv", []string{csvType, tsvType}, []string{".csv", ".tsv", ".tab"}, readCSV},
	{"json", []string{jsonType, "application/ld+json", "application/geo+json", "application/x-ndjson", "application/jsonl"}, []string{".json", ".jsonl", ".ndjson", ".geojson", ".jsonld"}, readJSON},
	{"pdf", []string{pdfType, "application/x-pdf"}, []string{".pdf"}, readPDF},
}

// Library reads documents. It holds what is costly to start, such as the PDF
// sandbox, from its first use until Close. It may be used by several goroutines
// at a time.
type Library struct {
	pdf    *sandbox
	keeper *keeper // nil where documents are read in this process
	// mediaType and readAny are MediaType and Read, for a reader of documents
	// that hold others: it stands in the table that those two look into.
	mediaType func(b []byte, name, declared string) string
	readAny   func(ctx context.Context, b []byte, o Options) (*sources.Text, error)
}

// Setup says what a Library may use. The zero Setup reads everything in this
// process, and keeps nothing between runs.
type Setup struct {
	// CacheDir is where the compiled PDF sandbox is kept between runs, which
	// saves seconds on the first PDF of each run; where it is "", the sandbox is
	// compiled anew by each Library that reads a PDF.
	CacheDir string
	// Program is the command line of a program that calls Serve on its standard
	// streams. Where it is given, documents are read in such a process, under
	// limits of time and memory, so that none can harm this one. Where it isn't,
	// a document that hangs its reader or eats memory does so here.
	Program []string
}

// NewLibrary returns a Library. It starts nothing yet.
func NewLibrary(s Setup) *Library {
	l := &Library{pdf: newSandbox(s.CacheDir), mediaType: MediaType}
	if len(s.Program) > 0 {
		l.keeper = newKeeper(s.Program)
	}
	l.readAny = l.readHere
	return l
}

// Close stops what the Library has started. It must not be called while a Read
// is under way.
func (l *Library) Close() error {
	if l.keeper != nil {
		l.keeper.close()
	}
	return l.pdf.close()
}

// Read returns the text of the document b. A document without words (a scan, a
// picture, an empty file) is no error: its Text says so through IsUnread. Errors
// are of bytes that are not what their type says, that are encrypted, whose type
// no reader knows, or that a reader fails on: a crash, more than 30 seconds, more
// than half a gigabyte (the time and memory of large documents grow with them). A
// document packed by gzip is unpacked first. Read gives up when ctx is done: at
// once in a child, else before the next page of a PDF.
func (l *Library) Read(ctx context.Context, b []byte, o Options) (*sources.Text, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if l.keeper != nil && !isHarmless(b, o) {
		return l.keeper.read(ctx, b, o)
	}
	return l.readHere(ctx, b, o)
}

// maxHarmless bounds in bytes the documents that are read in this process even
// where there is a child: so few of them take their readers no time and memory
// to speak of, even where those grow with the square of the size.
const maxHarmless = 16 << 10

// isHarmless reports whether b is a short document of a type whose reader
// unpacks nothing and runs nothing, such as most drafts.
func isHarmless(b []byte, o Options) bool {
	if len(b) > maxHarmless || isGzip(b) {
		return false
	}
	media := MediaType(b, o.Name, o.MediaType)
	return media == "text/markdown" || media == "text/plain"
}

// readHere reads a document in this process. Where its reader panics, that is
// the document's error.
func (l *Library) readHere(ctx context.Context, b []byte, o Options) (t *sources.Text, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			t, err = nil, fmt.Errorf("the reader failed on this document: %v", fault)
		}
	}()
	if isGzip(b) {
		if b, o, err = unpacked(b, o); err != nil {
			return nil, err
		}
	}
	media := MediaType(b, o.Name, o.MediaType)
	r, ok := readerOf(media)
	if isSeenOrHeard(media) {
		return &sources.Text{MediaType: media}, nil
	}
	if !ok {
		return nil, fmt.Errorf("no reader for %s (readable: %s)", media, strings.Join(TypeNames(), ", "))
	}
	if len(bytes.TrimSpace(b)) == 0 {
		return &sources.Text{MediaType: media}, nil
	}
	if t, err = r.read(ctx, l, b, o); err != nil {
		return nil, err
	}
	t.MediaType = r.MediaTypes[0]
	if media == tsvType {
		t.MediaType = media
	}
	for _, field := range []*string{&t.Title, &t.Byline, &t.Published, &t.Publisher, &t.Language} {
		*field = metadata(*field)
	}
	return t, nil
}

// metadata makes valid text of what a document says of itself. Old producers
// end their titles with NULs, or write them in an encoding that nothing names.
func metadata(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", ""))
}
