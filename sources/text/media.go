package text

import (
	"archive/zip"
	"bytes"
	"fmt"
	"mime"
	"path"
	"slices"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

const (
	pdfType  = "application/pdf"
	docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	// magicWindow is how far into a file the PDF header may stand; readers
	// have accepted 1024 bytes of other matter before it since Acrobat 1.
	magicWindow = 1024
)

// MediaType returns the media type of the document b, without parameters. PDF
// and what else stands in magics is known by its bytes; otherwise a declared
// type stands if it says anything; then the extension of name decides; then
// what the bytes look like. It never returns "".
func MediaType(b []byte, name, declared string) string {
	if media := magicType(b); media != "" {
		return media
	}
	media, err := ParseType(declared)
	if err != nil {
		media = bareType(declared)
		if r, ok := readerByExtension(name); ok && isGeneric(media) {
			media = mediaByExtension(r, name)
		}
	}
	switch {
	case isGeneric(media):
		return sniffType(b)
	case isBinary(media) && looksHTML(b[:min(len(b), magicWindow)]):
		// A server's error page, whatever it or the address says.
		return "text/html"
	case strings.HasSuffix(media, "+json"):
		return jsonType
	}
	return media
}

// isBinary reports whether documents of a type never begin as an HTML page
// does.
func isBinary(media string) bool {
	return media == pdfType || media == docxType || media == odtType || media == rtfType || isSeenOrHeard(media)
}

// isSeenOrHeard reports whether a type is of pictures or recordings, which no
// reader can make words of.
func isSeenOrHeard(media string) bool {
	family, _, _ := strings.Cut(media, "/")
	return family == "image" || family == "audio" || family == "video"
}

// isGeneric reports whether a declared type says no more than that there are
// bytes.
func isGeneric(media string) bool {
	return media == "" || media == "application/octet-stream" || media == "binary/octet-stream"
}

// ParseType returns the media type that s names: a reader's name, a file
// extension with or without its period, or a media type. The error lists the
// valid names.
func ParseType(s string) (string, error) {
	want := bareType(s)
	for _, r := range Readers {
		if i := slices.Index(r.MediaTypes, want); i >= 0 {
			return want, nil
		}
		if want == r.Name || slices.Contains(r.Extensions, "."+strings.TrimPrefix(want, ".")) {
			return mediaByExtension(r, "x."+strings.TrimPrefix(want, ".")), nil
		}
	}
	return "", fmt.Errorf("unknown type %q (one of: %s, or a media type such as text/markdown)", s, strings.Join(TypeNames(), ", "))
}

// TypeNames returns the names of the types that can be read, as ParseType takes
// them.
func TypeNames() []string {
	names := make([]string, len(Readers))
	for i, r := range Readers {
		names[i] = r.Name
	}
	return names
}

func readerOf(media string) (Reader, bool) {
	for _, r := range Readers {
		if slices.Contains(r.MediaTypes, media) {
			return r, true
		}
	}
	return Reader{}, false
}

func readerByExtension(name string) (Reader, bool) {
	ext := extensionOf(name)
	for _, r := range Readers {
		if ext != "" && slices.Contains(r.Extensions, ext) {
			return r, true
		}
	}
	return Reader{}, false
}

func mediaByExtension(r Reader, name string) string {
	switch extensionOf(name) {
	case ".tsv", ".tab":
		return tsvType
	}
	return r.MediaTypes[0]
}

// extensionOf returns the lower-case extension of a file name or URL path.
func extensionOf(name string) string {
	if i := strings.IndexAny(name, "?#"); i >= 0 {
		name = name[:i]
	}
	return strings.ToLower(path.Ext(strings.TrimSuffix(name, "/")))
}

func bareType(declared string) string {
	if media, _, err := mime.ParseMediaType(declared); err == nil {
		return media
	}
	media, _, _ := strings.Cut(declared, ";")
	return strings.ToLower(strings.TrimSpace(media))
}

// magics lists what types are known by their bytes, whatever is declared.
var magics = []struct {
	media string
	holds func(b []byte) bool
}{
	{pdfType, func(b []byte) bool { return bytes.Contains(b[:min(len(b), magicWindow)], []byte("%PDF-")) }},
	{docxType, func(b []byte) bool { return bytes.HasPrefix(b, zipMagic) && isDOCX(b) }},
	{odtType, isODT},
	{rtfType, isRTF},
	{vttType, isVTT},
	{srtType, isSRT},
}

func magicType(b []byte) string {
	for _, m := range magics {
		if m.holds(b) {
			return m.media
		}
	}
	return ""
}

// isDOCX reports whether the archive b holds a word-processing document. An
// archive too damaged to list is taken for one if it names the main part, so
// that the reader can say what is wrong with it.
func isDOCX(b []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return bytes.Contains(b, []byte("word/"))
	}
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.HasPrefix(f.Name, "word/") })
}

func sniffType(b []byte) string {
	head := b[:min(len(b), magicWindow)]
	switch {
	case len(bytes.TrimSpace(b)) == 0, hasUTF16BOM(b):
		return "text/plain"
	case looksHTML(head):
		return "text/html"
	case isMail(b):
		return emlType
	case wideOrder(b) != nil:
		return "text/plain"
	case bytes.IndexByte(head, 0) < 0 && strings.HasPrefix(mimetype.Detect(b).String(), "text/"):
		return "text/plain"
	case bytes.IndexByte(head, 0) >= 0:
		return bareType(mimetype.Detect(b).String())
	}
	if media := bareType(mimetype.Detect(b).String()); media != "application/octet-stream" {
		return media
	}
	return "text/plain"
}

func looksHTML(head []byte) bool {
	low := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, utf8BOM)))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return true
		}
	}
	return (bytes.HasPrefix(low, []byte("<?xml")) || bytes.HasPrefix(low, []byte("<!--"))) && bytes.Contains(low, []byte("<html"))
}
