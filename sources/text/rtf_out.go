package text

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"stet/sources"
)

// rtfOut writes the text of a document, a note or a text box.
type rtfOut struct {
	prose
	isOpen    bool        // a paragraph is
	cell      int         // number of the open cell in its row, from 0
	isNewCell bool        // no words of it have come yet
	boxes     []rtfTokens // text boxes of the open paragraph, which follow it
}

// flush decodes the words that are pending and writes them.
func (r *rtf) flush() {
	if len(r.pending) == 0 {
		return
	}
	b := bytes.ReplaceAll(r.pending, []byte("\x00"), nil)
	r.pending = r.pending[:0]
	enc, known := r.fonts[r.font]
	switch {
	case known && enc == nil:
		return // of a font of symbols, which mean nothing without it
	case !known:
		enc = r.encoding
	}
	if enc == nil {
		enc = charmap.Windows1252
	}
	if words, err := decode(b, enc); err == nil {
		r.write(words)
	}
}

// writeUnit writes a character given by the number of its UTF-16 code unit,
// which old producers give as a signed number. Those of symbol fonts are in the
// private use area, where they mean nothing without the font.
func (r *rtf) writeUnit(n int) {
	r.skip = r.fallback
	unit := rune(uint16(n))
	if n > 0xffff && n <= utf8.MaxRune {
		unit = rune(n)
	}
	high := r.high
	r.high = 0
	switch {
	case unit >= 0xd800 && unit < 0xdc00:
		r.high = unit
	case utf16.IsSurrogate(unit):
		r.write(string(utf16.DecodeRune(high, unit)))
	case unit >= ' ' && (unit < 0xe000 || unit > 0xf8ff):
		r.write(string(unit))
	}
}

// write writes words where they go.
func (r *rtf) write(words string) {
	switch {
	case r.to == rtfText && !r.isHidden && !r.isDeleted:
		r.out.begin(r)
		before := r.out.len()
		r.out.look(r.isBold, r.isItalic)
		r.out.add(words, nowhere)
		r.out.seen(before)
	case r.to.isCollected() && r.words != nil:
		r.words.WriteString(words)
	}
}

// begin opens a paragraph unless one is.
func (w *rtfOut) begin(r *rtf) {
	if w.isOpen {
		return
	}
	w.isOpen = true
	w.in = sources.Paragraph
	if r.isTable || w.cell > 0 {
		w.in = sources.TableCell
	}
	if w.isNewCell {
		w.beginCell(w.cell)
		w.isNewCell = false
	}
	w.beginParagraph()
}

// typedBullet begins list items where the producer marks them as nothing else.
const typedBullet = "•\t"

// endParagraph closes the open paragraph, if any, and writes the text boxes
// that are anchored in it.
func (w *rtfOut) endParagraph(r *rtf) {
	if !w.isOpen {
		return
	}
	w.isOpen = false
	kind, level := r.kindOfParagraph()
	if words := w.words.String()[w.start:]; kind == sources.Paragraph && strings.HasPrefix(trimmed(words), typedBullet) {
		kind, w.start = sources.ListItem, w.start+strings.Index(words, typedBullet)+len(typedBullet)
	}
	w.prose.endParagraph(kind, level)
	boxes := w.boxes
	w.boxes = nil
	for _, box := range boxes {
		r.readBox(w, box)
	}
}

// maxBoxes bounds how deeply text boxes may stand in one another, each of which
// is read once more than the one around it.
const maxBoxes = 4

// readBox reads the tokens of a text box as paragraphs of w.
func (r *rtf) readBox(w *rtfOut, tokens rtfTokens) {
	if r.nested == maxBoxes {
		return
	}
	box := &rtf{tokens: tokens, rtfDocument: r.rtfDocument, nested: r.nested + 1}
	box.rtfState = rtfState{out: w, fallback: 1, rtfLook: rtfLook{font: r.font}}
	box.groups = []rtfState{box.rtfState} // that of the box, which is open
	if box.read() == nil {
		w.endParagraph(box)
	}
	r.rtfDocument = box.rtfDocument
}

// endCell closes the open cell, and endRow its row.
func (w *rtfOut) endCell(r *rtf) {
	w.in = sources.TableCell
	w.endParagraph(r)
	w.cell++
	w.isNewCell = true
}

func (w *rtfOut) endRow(r *rtf) {
	w.endParagraph(r)
	w.cell, w.isNewCell = 0, false
	if w.gap == "\t" {
		w.gap = "\n\n"
	}
}

func (r *rtf) kindOfParagraph() (sources.BlockKind, int) {
	if r.outline > 0 {
		return sources.Heading, r.outline
	}
	if kind, level := r.styles.kindOfStyle(strconv.Itoa(r.style)); kind != "" {
		return kind, level
	}
	if r.isList {
		return sources.ListItem, 0
	}
	return sources.Paragraph, 0
}
