package text

import (
	"strconv"
	"strings"

	"stet/sources"
)

// rtfDestination says where the words of a group go.
type rtfDestination int

const (
	rtfText       rtfDestination = iota
	rtfNothing                   // what readers don't see, or is no text
	rtfChoice                    // the one of two forms that isn't read
	rtfShape                     // a shape, of which only its text is read
	rtfFonts                     // the font table
	rtfStylesheet                // outside its styles
	rtfStyle                     // the name of a style
	rtfInfo                      // the information group, outside its fields
	rtfCreated
	rtfTitle
	rtfAuthor
	rtfInstruction
	rtfName // of a comment's author, or its number
)

// isCollected reports whether the words of a destination are kept though they
// are no text.
func (d rtfDestination) isCollected() bool {
	switch d {
	case rtfStyle, rtfTitle, rtfAuthor, rtfInstruction, rtfName:
		return true
	}
	return false
}

// isDeaf reports whether a word has no meaning in a destination.
func (d rtfDestination) isDeaf(word string) bool {
	switch d {
	case rtfNothing:
		return true
	case rtfChoice:
		return word != "ud"
	case rtfShape:
		return word != "shptxt" && word != "dptxbxtext"
	case rtfInfo:
		return word != "title" && word != "author" && word != "creatim" && word != "upr"
	}
	return false
}

func (r *rtf) goTo(d rtfDestination) {
	r.to, r.close = d, nil
}

// collect gathers the words of the open group, for use at its end.
func (r *rtf) collect(d rtfDestination, use func(r *rtf, words string)) {
	words := &strings.Builder{}
	r.to, r.words = d, words
	r.close = func(r *rtf) { use(r, words.String()) }
}

// destination does what the word asks for that begins a group, and reports
// whether it is one.
func (r *rtf) destination(word string) bool {
	switch word {
	case "fonttbl":
		r.goTo(rtfFonts)
	case "stylesheet":
		r.goTo(rtfStylesheet)
	case "info":
		r.goTo(rtfInfo)
	case "creatim":
		r.goTo(rtfCreated)
	case "title", "author":
		r.infoField(word)
	case "upr":
		r.beyond = r.to
		r.goTo(rtfChoice)
	case "ud":
		r.goTo(r.beyond)
	case "nesttableprops": // the row of a table in a table ends in it
	case "shp", "shpinst", "do":
		r.goTo(rtfShape)
	case "shptxt", "dptxbxtext":
		r.box()
	case "listtext", "pntext":
		r.goTo(rtfNothing)
		r.markList()
	case "colortbl", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "pict", "nonshppict",
		"nonesttables", "xe", "tc", "tcn", "rxe", "txe", "private", "objdata", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "template", "filetbl", "revtbl":
		r.goTo(rtfNothing)
	default:
		return r.inText(word)
	}
	return true
}

// inText does the same for the groups that stand in the text.
func (r *rtf) inText(word string) bool {
	switch word {
	case "footnote":
		r.footnote()
	case "ftnalt":
		r.isEndnote = true
	case "annotation":
		r.annotation()
	case "atnauthor":
		r.collect(rtfName, func(r *rtf, words string) { r.author = trimmed(words) })
	case "atrfstart":
		out := r.out
		r.collect(rtfName, func(r *rtf, id string) {
			r.comments[trimmed(id)] = rtfExtent{out, extent{start: out.len(), end: nowhere}}
		})
	case "atrfend":
		out := r.out
		r.collect(rtfName, func(r *rtf, id string) { r.endComment(trimmed(id), out) })
	case "atnref":
		if on := r.comment; on != nil {
			r.collect(rtfName, func(_ *rtf, id string) { *on = trimmed(id) })
		}
	case "field":
		r.openField()
	case "fldinst":
		if f := r.field; f != nil {
			r.collect(rtfInstruction, func(_ *rtf, words string) { f.instruction = words })
		}
	case "fldrslt":
		if r.field != nil {
			r.field.start = r.out.len()
		}
	default:
		return false
	}
	return true
}

func (r *rtf) infoField(word string) {
	to := rtfTitle
	if word == "author" {
		to = rtfAuthor
	}
	r.collect(to, func(r *rtf, words string) { r.info[to] = words })
}

// markList makes a list item of the open paragraph, or of the next.
func (r *rtf) markList() {
	if last := len(r.groups) - 1; last >= 0 {
		r.groups[last].isList = true
	}
}

// beginStyle opens the definition of a style. Styles of words and of tables are
// marked as such, and left out.
func (r *rtf) beginStyle() {
	r.rtfParagraph = rtfParagraph{}
	words := &strings.Builder{}
	r.to, r.words = rtfStyle, words
	r.close = func(r *rtf) {
		name := strings.ToLower(trimmed(strings.TrimSuffix(trimmed(words.String()), ";")))
		r.styles[strconv.Itoa(r.style)] = style{name: name, based: strconv.Itoa(r.based), level: r.outline}
	}
}

// box puts the open group off until the paragraph ends in which it stands.
func (r *rtf) box() {
	r.out.boxes = append(r.out.boxes, r.tokens)
	r.goTo(rtfNothing)
}

func (r *rtf) openField() {
	f := &rtfField{start: nowhere, out: r.out}
	r.field = f
	r.close = func(*rtf) {
		// One that began in another paragraph is a table of contents.
		if f.start >= f.out.start && f.out.len() > f.start {
			f.out.linked(fieldAddress(f.instruction), f.start)
		}
	}
}

// footnote opens a footnote or endnote. One that stands in words that are left
// out, or in a note, is none.
func (r *rtf) footnote() {
	if r.to != rtfText || r.isHidden || r.isDeleted || r.out.isNote {
		r.goTo(rtfNothing)
		return
	}
	at := r.out.anchor()
	r.note(func(r *rtf, main *rtfOut, words string) {
		main.text.Notes = append(main.text.Notes, sources.Note{
			Kind: sources.Footnote, Label: r.noteNumber(), Text: words, Start: at, End: at, Line: main.number(),
		})
	})
}

// noteNumber returns what is printed for the note whose group ends.
func (r *rtf) noteNumber() string {
	if !r.isEndnote {
		r.footnotes++
		return strconv.Itoa(r.footnotes)
	}
	r.endnotes++
	if r.isRoman {
		return noteNumber("endnotes", r.endnotes)
	}
	return strconv.Itoa(r.endnotes)
}

// annotation opens a comment.
func (r *rtf) annotation() {
	if r.to != rtfText || r.out.isNote {
		r.goTo(rtfNothing)
		return
	}
	id := new(string)
	r.comment = id
	r.note(func(r *rtf, main *rtfOut, words string) {
		main.addComment(words, main.number())
		note := &main.text.Notes[len(main.text.Notes)-1]
		note.Author, r.author = r.author, ""
		if on, ok := r.comments[*id]; ok && on.out == main && on.start < on.end {
			note.Start, note.End = on.start, on.end
		}
	})
}

// endComment ends what a comment is set on, which can't be in the text and a
// note at once.
func (r *rtf) endComment(id string, out *rtfOut) {
	if on, ok := r.comments[id]; ok && on.out == out {
		on.start, on.end = trimSpan(out.words.String(), on.start, out.len())
		r.comments[id] = on
	}
}

// note writes the open group apart from the text, for use at its end.
func (r *rtf) note(use func(r *rtf, main *rtfOut, words string)) {
	main, out := r.out, &rtfOut{prose: newNoteProse()}
	r.out, r.isEndnote = out, false
	r.rtfLook = rtfLook{font: r.defaultFont}
	r.rtfParagraph = rtfParagraph{}
	r.close = func(r *rtf) {
		out.endParagraph(r)
		use(r, main, trimmed(out.words.String()))
	}
}

// number returns that of the paragraph which is open, or opens next.
func (w *rtfOut) number() int {
	if w.isOpen {
		return w.paragraph
	}
	return w.paragraph + 1
}
