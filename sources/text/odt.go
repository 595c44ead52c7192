package text

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"stet/sources"
)

const (
	odtType     = "application/vnd.oasis.opendocument.text"
	flatODTType = "application/vnd.oasis.opendocument.text-flat-xml"
)

// readODT reads a text document as OpenDocument 1.3 describes it, zipped or
// flat: tracked insertions are kept and deletions, which stand apart in it, are
// not; footnotes, endnotes and comments are notes, and positions count
// paragraphs, those in notes apart.
func readODT(_ context.Context, _ *Library, b []byte, o Options) (*sources.Text, error) {
	p, err := openODT(b)
	if err != nil {
		return nil, err
	}
	words := p.content.child("body").child("text")
	if words == nil {
		return nil, errors.New("the ODT is damaged: it has no text body")
	}
	d := &odt{prose: newProse(o), styles: readODTStyles(p.styles, p.content), comments: map[string]openComment{}}
	d.walkBlocks(words)
	p.describe(d.text)
	return d.finishProse(), nil
}

// odtParts holds the parts of a text document that are read; in a flat one,
// all are the same element.
type odtParts struct{ content, styles, meta *element }

func openODT(b []byte) (p odtParts, err error) {
	if !strings.HasPrefix(string(b[:min(len(b), 2)]), "PK") {
		return openFlatODT(b)
	}
	a, err := openArchive(b, "ODT")
	if err != nil {
		return p, err
	}
	if a.isEncrypted() {
		return p, errors.New("the ODT is encrypted: save it without a password")
	}
	if p.content, err = a.part("content.xml"); err != nil {
		return p, err
	}
	if p.styles, err = a.part("styles.xml"); err != nil {
		return p, err
	}
	p.meta, err = a.part("meta.xml")
	return p, err
}

func openFlatODT(b []byte) (odtParts, error) {
	root, err := parseElement(b)
	if err != nil {
		return odtParts{}, fmt.Errorf("the ODT is damaged: %w", err)
	}
	return odtParts{root, root, root}, nil
}

// isEncrypted reports whether the manifest says of any part how it is
// encrypted; since OpenDocument 1.4 all parts are one that is.
func (a *archive) isEncrypted() bool {
	manifest, err := a.part("META-INF/manifest.xml")
	if err != nil || manifest == nil {
		return a.files["encrypted-package"] != nil
	}
	for _, entry := range manifest.children {
		if entry.child("encryption-data") != nil {
			return true
		}
	}
	return false
}

// describe takes title, author and date from the document's properties, where
// the text itself doesn't give them.
func (p odtParts) describe(t *sources.Text) {
	m := p.meta.child("meta")
	meta{
		title:     m.child("title").text(),
		byline:    cmp.Or(m.child("initial-creator").text(), m.child("creator").text()),
		published: timeString(m.child("creation-date").text()),
		language:  m.child("language").text(),
	}.fill(t)
}

// odt walks a text document's body and writes its text.
type odt struct {
	prose
	styles   odtStyles
	labels   int // of footnotes without one of their own, so far
	comments map[string]openComment
	boxes    []*element // text boxes of the open paragraph, which follow it
	lists    int        // that are open
	spaced   bool       // further white space is folded into what is written
}

// openComment is a comment whose words in the text have begun.
type openComment struct {
	note  int // index in Notes
	start int
}

var zipMagic = []byte("PK\x03\x04")

// isODT reports whether b is an archive whose first part, as OpenDocument has
// it, is its media type and that one of a text document or of a template for
// one; or a flat document.
func isODT(b []byte) bool {
	head := b[:min(len(b), flatWindow)]
	if bytes.HasPrefix(b, zipMagic) {
		return bytes.Contains(head[:min(len(head), 200)], []byte("mimetype"+odtType))
	}
	return bytes.Contains(head, []byte("<office:document ")) && bytes.Contains(head, []byte(`office:mimetype="`+odtType+`"`))
}

// flatWindow is how far into a flat document the start of its root element may
// reach, in bytes: LibreOffice declares about 40 name spaces there.
const flatWindow = 8 << 10
