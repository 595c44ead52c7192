package text

import (
	"slices"
	"sort"
	"strings"

	"stet/sources"
)

// textNote is a note of a plain text: lines `[1] words` or `[1]: words` at the
// end of the file, or `[^1]: words` anywhere.
type textNote struct {
	label      string
	caret      bool // written `[^…]`
	start, end int  // of its lines
	words      string
	used       bool
}

// findNotes finds the text's notes and the references to them.
func (p *plain) findNotes() {
	tail := p.notesTail()
	for i := 0; i < len(p.lines); i++ {
		label, caret, _, ok := p.definition(i)
		if !ok || !caret && i < tail {
			continue
		}
		next := p.noteEnd(i)
		p.addDefinition(label, caret, i, next)
		i = next - 1
	}
	p.references()
	for _, def := range p.defs {
		if !def.used {
			p.addNote(def, nowhere)
		}
	}
}

// notesTail returns the first line of the notes `[1] …` at the file's end, or
// the number of lines where there are none. Nothing but notes may follow.
func (p *plain) notesTail() int {
	tail, loose := len(p.lines), false
	for i := len(p.lines) - 1; i >= 0; i-- {
		_, _, words := p.line(i)
		_, _, _, isDef := p.definition(i)
		switch {
		case isDef:
			tail, loose = i, false
		case trimmed(words) == "" && !loose:
		case trimmed(words) == "" || !p.wrapped:
			return tail
		default:
			loose = true
		}
	}
	return tail
}

// definition returns the label of the note that line i begins, and the offset
// in the line of its words.
func (p *plain) definition(i int) (label string, caret bool, words int, ok bool) {
	_, _, line := p.line(i)
	label, caret, size := noteMark(line)
	if size == 0 {
		return "", false, 0, false
	}
	rest := line[size:]
	bare := strings.TrimPrefix(rest, ":")
	if caret && bare == rest || trimmed(bare) == "" || bare[0] != ' ' && bare[0] != '\t' {
		return "", false, 0, false
	}
	return label, caret, len(line) - len(bare), true
}

// noteMark returns the label of the mark `[1]` or `[^1]` at the start of s and
// the mark's length, or a length of 0.
func noteMark(s string) (label string, caret bool, size int) {
	end := strings.IndexByte(s[:min(len(s), 40)], ']')
	if end < 2 || s[0] != '[' {
		return "", false, 0
	}
	label, caret = strings.CutPrefix(s[1:end], "^")
	isNumber := len(label) <= 3 && strings.Trim(label, "0123456789") == ""
	if label == "" || strings.ContainsAny(label, " \t\r\n[") || !caret && !isNumber {
		return "", false, 0
	}
	return label, caret, end + 1
}

// noteEnd returns the line behind the note that begins on line i.
func (p *plain) noteEnd(i int) int {
	for i++; i < len(p.lines); i++ {
		_, _, words := p.line(i)
		_, _, _, isDef := p.definition(i)
		indented := words != "" && (words[0] == ' ' || words[0] == '\t')
		if isDef || trimmed(words) == "" || !p.wrapped && !indented {
			break
		}
	}
	return i
}

func (p *plain) addDefinition(label string, caret bool, from, to int) {
	start, _, _ := p.line(from)
	_, end, _ := p.line(to - 1)
	_, _, words, _ := p.definition(from)
	p.defs = append(p.defs, textNote{
		label: label, caret: caret, start: start, end: end,
		words: strings.Join(strings.Fields(p.text.Body[start+words:end]), " "),
	})
}

// inNotes reports whether the byte at offset stands in a note.
func (p *plain) inNotes(offset int) bool {
	i := sort.Search(len(p.defs), func(i int) bool { return p.defs[i].end > offset })
	return i < len(p.defs) && p.defs[i].start <= offset
}

// references adds a note for each mark in the text.
func (p *plain) references() {
	body := p.text.Body
	for at := 0; at < len(body); at++ {
		i := strings.IndexByte(body[at:], '[')
		if i < 0 {
			return
		}
		at += i
		label, caret, size := noteMark(body[at:])
		if size > 0 && !p.inNotes(at) {
			p.reference(label, caret, at)
		}
	}
}

// reference adds the note that the mark at offset at stands for. A mark `[9]`
// without a note is one only in a text that has notes of that form.
func (p *plain) reference(label string, caret bool, at int) {
	anchor := trimmedEnd(p.text.Body, 0, at)
	i := slices.IndexFunc(p.defs, func(def textNote) bool { return def.label == label && def.caret == caret })
	switch {
	case i >= 0:
		p.defs[i].used = true
		p.addNote(p.defs[i], anchor)
	case caret || slices.ContainsFunc(p.defs, func(def textNote) bool { return !def.caret }):
		p.text.Notes = append(p.text.Notes, sources.Note{
			Kind: sources.Footnote, Label: label, Start: anchor, End: anchor, Line: p.lines.of(at),
		})
	}
}

func (p *plain) addNote(def textNote, at int) {
	p.text.Notes = append(p.text.Notes, sources.Note{
		Kind: sources.Footnote, Label: def.label, Text: def.words,
		Start: at, End: at, Line: p.lines.of(def.start),
	})
}
