package text

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stet/sources"
)

// docxNotes holds a document's footnotes, endnotes and comments.
type docxNotes struct {
	all      []*docxNote
	counts   map[string]int // of references so far, by the part
	comments map[string]extent
}

// docxNote is one note as its part holds it.
type docxNote struct {
	part      string // footnotes, endnotes or comments
	id        string
	body      *element
	relations map[string]relation
	used      bool
}

// extent is what a comment is set on, in Body.
type extent struct{ start, end int }

func newDocxNotes() *docxNotes {
	return &docxNotes{counts: map[string]int{}, comments: map[string]extent{}}
}

// open reads the notes of one part.
func (n *docxNotes) open(a *archive, r relation) error {
	root, err := a.part(r.target)
	if err != nil || root == nil {
		return err
	}
	links, err := a.relations(r.target)
	if err != nil {
		return err
	}
	for _, e := range root.children {
		// A note with a type is a separator line, not a note.
		if kind := e.attr("type"); e.attr("id") != "" && (kind == "" || kind == "normal") {
			n.all = append(n.all, &docxNote{part: r.kind, id: e.attr("id"), body: e, relations: links})
		}
	}
	// Parts are opened in no order; notes are kept in that of their parts.
	slices.SortStableFunc(n.all, func(a, b *docxNote) int { return cmp.Compare(b.part, a.part) })
	return nil
}

func (n *docxNotes) find(part, id string) *docxNote {
	i := slices.IndexFunc(n.all, func(note *docxNote) bool { return note.part == part && note.id == id })
	if i < 0 {
		return nil
	}
	return n.all[i]
}

// mark remembers where what a comment is set on begins or ends.
func (n *docxNotes) mark(e *element, at int) {
	if n == nil {
		return
	}
	id := e.attr("id")
	if e.name == "commentRangeStart" {
		n.comments[id] = extent{start: at, end: nowhere}
	} else if on, ok := n.comments[id]; ok {
		on.end = at
		n.comments[id] = on
	}
}

// reference adds the note that a reference stands for.
func (d *docx) reference(e *element) {
	if d.notes == nil {
		return // a note refers to nothing but itself
	}
	part := strings.TrimSuffix(e.name, "Reference") + "s"
	note := d.notes.find(part, e.attr("id"))
	if note == nil {
		note = &docxNote{part: part, id: e.attr("id")}
	}
	if !note.used {
		note.used = true
		d.addNote(note, d.extentOf(note))
	}
}

// extentOf returns what a note is set on: a footnote on a point, a comment on
// its range, or where it has none on a point, too.
func (d *docx) extentOf(note *docxNote) extent {
	here := d.anchor()
	on, ok := d.notes.comments[note.id]
	if note.part != "comments" || !ok {
		return extent{here, here}
	}
	if on.end == nowhere {
		on.end = d.len()
	}
	start, end := trimSpan(d.words.String(), on.start, on.end)
	return extent{start, end}
}

func (d *docx) addNote(note *docxNote, on extent) {
	kind := sources.Footnote
	if note.part == "comments" {
		kind = sources.Comment
	}
	line := 0
	if on.start != nowhere {
		line = d.paragraph // that it is set on: notes are in no paragraph themselves
	}
	d.notes.counts[note.part]++
	d.text.Notes = append(d.text.Notes, sources.Note{
		Kind: kind, Label: noteNumber(note.part, d.notes.counts[note.part]), Text: d.noteText(note),
		Author: note.body.attr("author"), Start: on.start, End: on.end, Line: line,
	})
}

// noteNumber returns what Word prints for the nth note of a part: endnotes are
// counted in roman numerals.
func noteNumber(part string, n int) string {
	if part != "endnotes" || n >= 4000 {
		return strconv.Itoa(n)
	}
	return roman(n)
}

func roman(n int) string {
	var b strings.Builder
	for _, row := range []struct {
		value   int
		numeral string
	}{
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	} {
		for ; n >= row.value; n -= row.value {
			b.WriteString(row.numeral)
		}
	}
	return b.String()
}

// finishNotes adds the notes that nothing in the text refers to. One without
// words is what a tracked deletion leaves behind.
func (d *docx) finishNotes() {
	for _, note := range d.notes.all {
		if !note.used && d.noteText(note) != "" {
			on := extent{nowhere, nowhere}
			if _, ok := d.notes.comments[note.id]; ok && note.part == "comments" {
				on = d.extentOf(note)
			}
			d.addNote(note, on)
		}
	}
}

func (d *docx) noteText(note *docxNote) string {
	if note.body == nil {
		return ""
	}
	w := &docx{prose: newNoteProse(), relations: note.relations, styles: d.styles}
	w.walkBlocks(note.body)
	return trimmed(w.words.String())
}
