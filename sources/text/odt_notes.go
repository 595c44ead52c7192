package text

import (
	"cmp"
	"strconv"

	"stet/sources"
)

// addFootnote adds a footnote or endnote that stands here.
func (d *odt) addFootnote(e *element) {
	if d.isNote {
		return // a note has none of its own
	}
	d.labels++
	at := d.anchor()
	d.text.Notes = append(d.text.Notes, sources.Note{
		Kind: sources.Footnote, Label: cmp.Or(trimmed(e.child("note-citation").text()), strconv.Itoa(d.labels)),
		Text: d.noteText(e.child("note-body")), Start: at, End: at, Line: d.paragraph,
	})
}

// addComment adds a comment that stands here, or whose words begin here where
// it has a name for its end.
func (d *odt) addComment(e *element) {
	if d.isNote {
		return
	}
	d.prose.addComment(d.noteText(e), d.paragraph)
	i := len(d.text.Notes) - 1
	d.text.Notes[i].Author = trimmed(e.child("creator").text())
	if name := e.attr("name"); name != "" {
		d.comments[name] = openComment{note: i, start: d.len()}
	}
}

// endComment ends what a comment is set on. One that is set on no words stays a
// point.
func (d *odt) endComment(e *element) {
	open, ok := d.comments[e.attr("name")]
	if !ok {
		return
	}
	delete(d.comments, e.attr("name"))
	start, end := trimSpan(d.words.String(), open.start, d.len())
	if start < end {
		d.text.Notes[open.note].Start, d.text.Notes[open.note].End = start, end
	}
}

func (d *odt) noteText(e *element) string {
	if e == nil {
		return ""
	}
	w := &odt{prose: newNoteProse(), styles: d.styles}
	w.walkBlocks(e)
	return trimmed(w.words.String())
}
