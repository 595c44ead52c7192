package text

import (
	"stet/sources"
)

// prose writes the paragraphs of a word processor's document, whatever its
// format. Positions count paragraphs.
type prose struct {
	*body
	isNote   bool // this writes a note's words: addresses are written out
	isDraft  bool
	top      top
	segments []sources.Segment

	paragraph int     // number of the open one
	start     int     // where its words begin
	italic    italics // of its words
	bold      italics // of its words
	in        sources.BlockKind
}

func newProse(o Options) prose {
	return prose{body: newBody(), isDraft: o.Whole, in: sources.Paragraph}
}

// newNoteProse returns a prose for the words of one note.
func newNoteProse() prose {
	return prose{body: newBody(), isNote: true, in: sources.Paragraph}
}

// beginParagraph opens the next paragraph.
func (p *prose) beginParagraph() {
	p.paragraph++
	if p.gap != "\t" {
		p.separate(p.paragraphGap())
	}
	p.start = p.len()
	p.italic.reset()
	p.bold.reset()
}

func (p *prose) paragraphGap() string {
	if p.isNote {
		return "\n"
	}
	return "\n\n"
}

// endParagraph records the open paragraph as a block, unless it is empty. Kind
// and level are what its style says of it.
func (p *prose) endParagraph(kind sources.BlockKind, level int) {
	start, end := trimSpan(p.words.String(), p.start, p.len())
	if start == end || p.isNote {
		return
	}
	words := p.words.String()[start:end]
	kind, level = p.kindOf(kind, level, words)
	p.block(kind, level, start)
	p.segments = append(p.segments, sources.Segment{Start: start, Line: p.paragraph, Column: 1})
	p.separate(p.paragraphGap())
	switch {
	case kind == sources.Heading && level == 1 && p.text.Title == "":
		p.text.Title = words
	case kind == sources.Byline && p.text.Byline == "" && isByline(words):
		p.text.Byline = bylineName(words)
	}
}

// kindOf returns the open paragraph's kind: what its style says, or in a draft
// without styles what its place at the head of the article says.
func (p *prose) kindOf(kind sources.BlockKind, level int, words string) (sources.BlockKind, int) {
	switch {
	case p.in == sources.TableCell:
		return p.in, 0
	case !p.isDraft:
		return kind, level
	case kind == sources.Heading:
		if kind = p.top.heading(level, p.italic.all(), words); kind != sources.Heading {
			level = 0
		}
	case kind == sources.Paragraph && len(p.text.Blocks) == 0 && p.bold.all() && isHeadline(words):
		return p.top.heading(1, false, words), 1
	case kind == sources.Paragraph:
		kind = p.top.paragraph(p.italic.all(), words, false)
	case kind == sources.Dek:
		p.top.dek = true
	}
	return kind, level
}

// look says how the words are set that are written next.
func (p *prose) look(bold, italic bool) {
	p.bold.depth, p.italic.depth = depth(bold), depth(italic)
}

// seen takes the look of the words written since the byte at before, if any.
func (p *prose) seen(before int) {
	if p.len() > before && trimmed(p.words.String()[before:]) != "" {
		p.italic.see()
		p.bold.see()
	}
}

func depth(isOn bool) int {
	if isOn {
		return 1
	}
	return 0
}

// beginCell opens cell i, from 0, of a row: cells are parted by tabs.
func (p *prose) beginCell(i int) {
	if i > 0 && p.gap == "\n\n" && p.in == sources.TableCell {
		p.gap = "\t"
	}
	p.in = sources.TableCell
}

// linked records a link on the words written since start. In a note its address
// is written out behind the words.
func (p *prose) linked(address string, start int) {
	switch {
	case address == "":
	case !p.isNote:
		p.link(address, start)
	case trimmed(p.words.String()[start:]) != address:
		p.separate(" ")
		p.add(address, nowhere)
	}
}

// finishProse returns the Text; of a draft, with its positions.
func (p *prose) finishProse() *sources.Text {
	t := p.finish("")
	if p.isDraft {
		t.Unit = sources.Paragraphs
		t.Segments = p.segments
		markPullQuotes(t, t.Body)
	}
	return t
}
