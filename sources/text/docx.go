package text

import (
	"context"
	"errors"
	"strings"

	"stet/sources"
)

// readDOCX reads a word-processing document as ECMA-376 describes it: tracked
// insertions are kept and deletions dropped, footnotes, endnotes and comments
// are notes, and positions count paragraphs, those in notes apart.
func readDOCX(_ context.Context, _ *Library, b []byte, o Options) (*sources.Text, error) {
	a, err := openDOCXArchive(b)
	if err != nil {
		return nil, err
	}
	d, err := openDOCX(a, o)
	if err != nil {
		return nil, err
	}
	d.walkBlocks(d.main.child("body"))
	d.finishNotes()
	d.describe()
	return d.finishProse(), nil
}

// docx walks a document's main part and writes its text.
type docx struct {
	prose
	main      *element
	core      *element
	relations map[string]relation
	styles    styles
	notes     *docxNotes
	fields    []openField // complex fields that are open
	boxes     []*element  // text boxes of the open paragraph, which follow it
}

func openDOCX(a *archive, o Options) (*docx, error) {
	name := "word/document.xml"
	roots, err := a.relations("")
	if err != nil {
		return nil, err
	}
	d := &docx{prose: newProse(o)}
	for _, r := range roots {
		switch r.kind {
		case "officeDocument":
			name = r.target
		case "core-properties":
			if d.core, err = a.part(r.target); err != nil {
				return nil, err
			}
		}
	}
	if d.main, err = a.part(name); err != nil {
		return nil, err
	}
	if d.main.child("body") == nil {
		return nil, errors.New("the DOCX is damaged: it has no document body")
	}
	if d.relations, err = a.relations(name); err != nil {
		return nil, err
	}
	return d, d.openParts(a)
}

// openParts reads the parts that the main part refers to.
func (d *docx) openParts(a *archive) error {
	d.notes = newDocxNotes()
	for _, r := range d.relations {
		var err error
		switch r.kind {
		case "styles":
			var root *element
			root, err = a.part(r.target)
			d.styles = readStyles(root)
		case "footnotes", "endnotes", "comments":
			err = d.notes.open(a, r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// describe takes title, author and date from the document's properties, where
// the text itself doesn't give them.
func (d *docx) describe() {
	m := meta{
		title:     strings.TrimSpace(d.core.child("title").text()),
		byline:    strings.TrimSpace(d.core.child("creator").text()),
		published: timeString(d.core.child("created").text()),
		language:  strings.TrimSpace(d.core.child("language").text()),
	}
	m.fill(d.text)
}
