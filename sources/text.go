package sources

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Text is what a reader made of a document's bytes: valid UTF-8, not
// normalised, with what it knows of pages, blocks, notes and links. Every
// offset in it counts bytes from the start of Body and lies on a rune
// boundary. A Text with an empty Body could not be read as words (a scan, an
// empty file): it is unread, not empty evidence.
type Text struct {
	MediaType string    `json:"media_type"`
	Title     string    `json:"title"`
	Byline    string    `json:"byline"`
	Published string    `json:"published"` // RFC 3339 date or time where the document says so in a machine's words, else as written
	Publisher string    `json:"publisher"`
	Language  string    `json:"language"`            // BCP 47, as declared
	Canonical string    `json:"canonical,omitempty"` // the address that a page gives as its own
	Body      string    `json:"text"`
	Pages     []Page    `json:"pages"`
	Blocks    []Block   `json:"blocks"`
	Notes     []Note    `json:"notes"`
	Links     []Link    `json:"links"`
	Unit      Unit      `json:"unit,omitempty"`
	Segments  []Segment `json:"segments,omitempty"`
	Cues      []Cue     `json:"cues,omitempty"` // of subtitles, in the order of Body
}

// Page is one page of a paged document.
type Page struct {
	Number   int     `json:"number"`  // physical, from 1
	Printed  string  `json:"printed"` // the page label, or the number that a run of pages bears; empty where neither says
	Start    int     `json:"start"`
	End      int     `json:"end"`
	NeedsOCR bool    `json:"needs_ocr"`     // holds an image and no words, or only a stamp
	OCR      bool    `json:"ocr,omitempty"` // its words, but for a stamp's, were recognised in an image: letters may be wrong
	Stamps   []Stamp `json:"stamps"`
}

// Stamp is a court's filing stamp, as printed on a page.
type Stamp struct {
	Court      string `json:"court"` // as the stamp says it, e.g. "USCA4"; empty where it doesn't
	Case       string `json:"case"`
	Document   string `json:"document"`
	Attachment string `json:"attachment"`
	Filed      string `json:"filed"`   // YYYY-MM-DD
	Entered    string `json:"entered"` // YYYY-MM-DD
	Page       int    `json:"page"`
	Of         int    `json:"of"`
	PageID     string `json:"page_id,omitempty"` // the page's number in the whole record of the case, where the court gives one
	Line       string `json:"line"`              // the stamp as printed, spaces folded
}

// BlockKind says what part of a document a block is.
type BlockKind string

// The kinds of block.
const (
	Heading    BlockKind = "heading"
	Paragraph  BlockKind = "paragraph"
	ListItem   BlockKind = "list item"
	BlockQuote BlockKind = "block quote"
	TableCell  BlockKind = "table cell"
	Caption    BlockKind = "caption"
	PullQuote  BlockKind = "pull quote"
	Dek        BlockKind = "dek"
	Byline     BlockKind = "byline"
	Code       BlockKind = "code"
)

// Block is a run of text that belongs together: sentences never cross blocks.
// Blocks are in order and don't overlap; what lies between them is white space,
// or no prose: a court's stamp on a page, and in plain text the marks of lists
// and the notes at the file's end.
type Block struct {
	Kind  BlockKind `json:"kind"`
	Level int       `json:"level,omitempty"` // of a heading, from 1; 0 otherwise
	Start int       `json:"start"`
	End   int       `json:"end"`
}

// NoteKind tells a footnote from a comment.
type NoteKind string

// The kinds of note.
const (
	Footnote NoteKind = "footnote" // endnotes too
	Comment  NoteKind = "comment"
)

// Note is a footnote or comment: its words, which are not in Body, and where
// in Body it is anchored. A footnote's anchor is a point (Start == End), a
// comment's the words it is set on. A note that nothing refers to has
// Start = End = -1.
type Note struct {
	Kind   NoteKind `json:"kind"`
	Label  string   `json:"label"` // as the author numbered it
	Text   string   `json:"text"`  // link destinations are written out: "words <https://…>" becomes "words https://…"
	Author string   `json:"author,omitempty"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Line   int      `json:"line,omitempty"` // where the note itself stands, in Text.Unit; 0 where unknown
}

// Link is a hyperlink on words of Body.
type Link struct {
	Address string `json:"address"` // as written, relative ones too
	Text    string `json:"text"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// Unit says what a Segment's Line counts.
type Unit string

// The units of position.
const (
	Lines      Unit = "line"      // lines of the file
	Paragraphs Unit = "paragraph" // paragraphs of a DOCX, footnotes not counted
)

// Segment maps a run of Body to its place in the file. It holds from Start up
// to the next segment's Start: a byte at Start+n stands on Line, in the column
// of Start plus the runes between.
type Segment struct {
	Start  int `json:"start"`  // byte offset in Body
	Line   int `json:"line"`   // from 1, in Text.Unit
	Column int `json:"column"` // from 1, in runes
}

// Position is a place in a file as an editor counts: both from 1, the column
// in runes. The zero Position is unknown.
type Position struct {
	Line, Column int
}

// Position returns where the byte at offset of Body stands in the file, or the
// zero Position where the reader carried none.
func (t *Text) Position(offset int) Position {
	seg := t.segmentAt(offset)
	if seg == nil || offset > len(t.Body) {
		return Position{}
	}
	return Position{Line: seg.Line, Column: seg.Column + utf8.RuneCountInString(t.Body[seg.Start:offset])}
}

// Line returns the line of Position, of which it needs the segments alone.
func (t *Text) Line(offset int) int {
	if seg := t.segmentAt(offset); seg != nil {
		return seg.Line
	}
	return 0
}

// segmentAt returns the segment that holds the byte at offset, or nil.
func (t *Text) segmentAt(offset int) *Segment {
	i := sort.Search(len(t.Segments), func(i int) bool { return t.Segments[i].Start > offset }) - 1
	if i < 0 {
		return nil
	}
	return &t.Segments[i]
}

// PageAt returns the page on which the byte at offset stands, and false where
// the document has no pages there.
func (t *Text) PageAt(offset int) (Page, bool) {
	i := sort.Search(len(t.Pages), func(i int) bool { return t.Pages[i].Start > offset }) - 1
	if i < 0 || offset >= t.Pages[i].End && offset > t.Pages[i].Start {
		return Page{}, false
	}
	return t.Pages[i], true
}

// Stamp returns the first stamp on the text's pages that names its case, or the
// zero Stamp where none does.
func (t *Text) Stamp() Stamp {
	for _, p := range t.Pages {
		for _, s := range p.Stamps {
			if s.Case != "" {
				return s
			}
		}
	}
	return Stamp{}
}

// IsUnread reports whether no words could be read from the document, so that
// nothing may be said to stand or not to stand in it: it has none, or only the
// stamps that a court set on pages which are pictures.
func (t *Text) IsUnread() bool {
	return t.isScanned() || strings.TrimSpace(t.Body) == ""
}

func (t *Text) isScanned() bool {
	for _, p := range t.Pages {
		if !p.NeedsOCR {
			return false
		}
	}
	return len(t.Pages) > 0
}

// WhyUnread says in a few words why nothing could be read, and "" where
// something could.
func (t *Text) WhyUnread() string {
	switch {
	case !t.IsUnread():
		return ""
	case t.isScanned():
		return "its pages are pictures and hold no words: it needs OCR"
	}
	switch family, form, _ := strings.Cut(t.MediaType, "/"); family {
	case "image":
		return "it is a picture (" + strings.ToUpper(form) + "): it needs a person's eyes"
	case "audio", "video":
		return "it is a recording (" + t.MediaType + "): it needs a person's ears, or cite its transcript"
	}
	return "it holds no words"
}

// ReadOptions says how a document's bytes are to be read.
type ReadOptions struct {
	MediaType string // declared or forced; "" = recognised from the name and the bytes
	Name      string // file name or URL: a hint for the type, and the base of relative links
	Whole     bool   // a draft: every block of a page rather than its main text, with Segments
	OCR       bool   // recognise the words of pages that are pictures; takes seconds for each
}
