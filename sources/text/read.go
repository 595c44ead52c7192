// Package text reads documents: bytes of Markdown, plain text, HTML, PDF or
// DOCX become a sources.Text, with its pages, blocks, notes and links. It opens
// no network connection and starts no other program; PDF is read in a
// WebAssembly sandbox that sees neither files nor network.
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
	pdf *sandbox
	// mediaType and readAny are MediaType and Read, for a reader of documents
	// that hold others: it stands in the table that those two look into.
	mediaType func(b []byte, name, declared string) string
	readAny   func(ctx context.Context, b []byte, o Options) (*sources.Text, error)
}

// NewLibrary returns a Library. It starts nothing yet. The compiled PDF sandbox
// is kept in cacheDir between runs, which saves seconds on the first PDF of
// each run; where cacheDir is "", it is compiled anew by each Library that
// reads a PDF.
func NewLibrary(cacheDir string) *Library {
	l := &Library{pdf: newSandbox(cacheDir), mediaType: MediaType}
	l.readAny = l.Read
	return l
}

// Close stops what the Library has started. It must not be called while a Read
// is under way.
func (l *Library) Close() error { return l.pdf.close() }

// Read returns the text of the document b. A document without words (a scan, a
// picture, an empty file) is no error: its Text says so through IsUnread. Errors are of
// bytes that are not what their type says, that are encrypted, or whose type no
// reader knows. A document packed by gzip is unpacked first. Read gives up when ctx is done.
func (l *Library) Read(ctx context.Context, b []byte, o Options) (*sources.Text, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if isGzip(b) {
		var err error
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
		return nil, fmt.Errorf("no reader for %s (readable: %s)", media, strings.Join(typeNames(), ", "))
	}
	if len(bytes.TrimSpace(b)) == 0 {
		return &sources.Text{MediaType: media}, nil
	}
	t, err := r.read(ctx, l, b, o)
	if err != nil {
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
