package text

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/encoding"

	"stet/sources"
)

const rtfType = "application/rtf"

var rtfMagic = []byte(`{\rtf`)

func isRTF(b []byte) bool { return bytes.HasPrefix(b, rtfMagic) }

// readRTF reads Rich Text Format as its specification 1.9.1 has it: what was
// deleted with revisions tracked and what is hidden are left out; footnotes,
// endnotes and comments are notes, and positions count paragraphs, those in
// notes apart. One that breaks off is read as far as it goes.
func readRTF(_ context.Context, _ *Library, b []byte, o Options) (*sources.Text, error) {
	b = bytes.TrimLeft(bytes.TrimPrefix(b, utf8BOM), " \t\r\n")
	if !bytes.HasPrefix(b, rtfMagic) {
		return nil, errors.New(`the RTF is damaged: it doesn't begin with {\rtf`)
	}
	r := newRTF(b, newProse(o))
	if err := r.read(); err != nil {
		return nil, err
	}
	r.out.endParagraph(r)
	r.describe(r.out.text)
	return r.out.finishProse(), nil
}

// rtf reads a document token by token and keeps the state of the groups that
// are open.
type rtf struct {
	rtfState
	tokens rtfTokens
	groups []rtfState // outside the one that is open
	rtfDocument

	pending []byte // words in the encoding of the font
	high    rune   // the first half of a character beyond 16 bits, or 0
	skip    int    // how many characters to skip that stand for the last one
	nested  int    // how many text boxes this one stands in
}

// rtfDocument is what the document says once of all its parts.
type rtfDocument struct {
	encoding    encoding.Encoding         // where the font doesn't say
	fonts       map[int]encoding.Encoding // nil where the font doesn't say
	styles      styles                    // by number
	info        map[rtfDestination]string
	created     [3]int // year, month and day
	defaultFont int
	footnotes   int    // so far
	endnotes    int    // so far
	isRoman     bool   // endnotes have Roman numbers
	author      string // of the comment that comes next
	comments    map[string]rtfExtent
}

// rtfState is what a group inherits from the one around it, and what ends with
// it.
type rtfState struct {
	rtfLook
	rtfParagraph
	to        rtfDestination
	beyond    rtfDestination // where words go behind a choice of two forms
	out       *rtfOut
	words     *strings.Builder // of a destination that is no text
	field     *rtfField
	comment   *string      // what the open comment refers to
	close     func(r *rtf) // what is to be done where the group ends, or nil
	isStar    bool         // the next word may be unknown
	isEndnote bool         // the open note is
	fallback  int          // how many characters stand for one given by number
}

// rtfLook says how words are set.
type rtfLook struct {
	font                                  int
	isBold, isItalic, isHidden, isDeleted bool
}

// rtfParagraph says what a paragraph is.
type rtfParagraph struct {
	style, based    int // based: of the style that is defined
	outline         int // from 1; 0 for body text
	isList, isTable bool
}

// rtfField is a field: an instruction, and where the words begin that it made.
type rtfField struct {
	instruction string
	start       int
	out         *rtfOut
}

// rtfExtent is what a comment is set on, in the text or in a note.
type rtfExtent struct {
	out *rtfOut
	extent
}

func newRTF(b []byte, p prose) *rtf {
	return &rtf{
		tokens:      rtfTokens{b: b},
		rtfState:    rtfState{out: &rtfOut{prose: p}, fallback: 1},
		rtfDocument: rtfDocument{fonts: map[int]encoding.Encoding{}, styles: styles{}, info: map[rtfDestination]string{}, comments: map[string]rtfExtent{}},
	}
}

// maxGroups bounds how deeply groups may be nested.
const maxGroups = 4096

func (r *rtf) read() error {
	for {
		t, ok := r.tokens.next()
		if !ok {
			break
		}
		if t.kind != rtfBytes {
			r.flush()
		}
		if t.kind == rtfOpen && len(r.groups) == maxGroups {
			return fmt.Errorf("the RTF is damaged: its groups are nested more than %d deep", maxGroups)
		}
		if r.take(t); len(r.groups) == 0 && t.kind == rtfClose {
			break // what follows the document is not part of it
		}
	}
	r.flush()
	for len(r.groups) > 0 {
		r.closeGroup()
	}
	return nil
}

func (r *rtf) take(t rtfToken) {
	switch t.kind {
	case rtfOpen:
		r.skip = 0
		r.groups = append(r.groups, r.rtfState)
		r.close, r.isStar = nil, false
		if r.to == rtfStylesheet {
			r.beginStyle()
		}
	case rtfClose:
		r.skip = 0
		r.closeGroup()
	case rtfBytes:
		n := min(r.skip, len(t.bytes))
		r.skip -= n
		r.pending = append(r.pending, t.bytes[n:]...)
	case rtfWord:
		r.word(t)
	}
}

func (r *rtf) closeGroup() {
	last := len(r.groups) - 1
	if last < 0 {
		return
	}
	if r.close != nil {
		r.close(r)
	}
	r.rtfState = r.groups[last]
	r.groups = r.groups[:last]
}

// describe takes title, author and date from the document's information group,
// where the text itself doesn't give them.
func (r *rtf) describe(t *sources.Text) {
	m := meta{title: trimmed(r.info[rtfTitle]), byline: trimmed(r.info[rtfAuthor])}
	if c := r.created; c[0] > 0 && c[1] > 0 && c[2] > 0 {
		m.published = time.Date(c[0], time.Month(c[1]), c[2], 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	}
	m.fill(t)
}
