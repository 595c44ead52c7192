package text

import (
	"strconv"
	"strings"

	"stet/sources"
)

// walkBlocks walks what holds paragraphs, lists and tables.
func (d *odt) walkBlocks(parent *element) {
	for _, e := range parent.children {
		switch e.name {
		case "p", "h":
			d.walkParagraph(e)
		case "list":
			d.lists++
			d.walkBlocks(e)
			d.lists--
		case "table-row":
			d.walkRow(e)
		case "annotation":
			d.addComment(e)
		case "annotation-end":
			d.endComment(e)
		case "tracked-changes", "forms", "object", "binary-data":
		default:
			d.walkBlocks(e)
		}
	}
}

func (d *odt) walkRow(row *element) {
	outer := d.in
	d.separate("\n\n")
	cells := 0
	for _, cell := range row.children {
		if cell.name == "table-cell" {
			d.beginCell(cells)
			d.walkBlocks(cell)
			cells++
		}
	}
	d.in = outer
}

func (d *odt) walkParagraph(p *element) {
	d.beginParagraph()
	d.spaced = true
	style := p.attr("style-name")
	d.inlines(p, d.styles.look("paragraph", style, look{}))
	d.endParagraph(d.kindOfParagraph(p, style))
	boxes := d.boxes
	d.boxes = nil
	for _, box := range boxes {
		d.walkBlocks(box)
	}
}

// kindOfParagraph returns the kind of a paragraph, with the level of a heading.
func (d *odt) kindOfParagraph(p *element, style string) (sources.BlockKind, int) {
	if p.name == "h" {
		level, err := strconv.Atoi(p.attr("outline-level"))
		if err != nil || level < 1 {
			level = 1
		}
		return sources.Heading, level
	}
	if kind, level := d.styles.kindOf(style); kind != "" {
		return kind, level
	}
	if d.lists > 0 {
		return sources.ListItem, 0
	}
	return sources.Paragraph, 0
}

// inlines walks what stands in a paragraph; l is the look of its words.
func (d *odt) inlines(parent *element, l look) {
	for _, e := range parent.children {
		d.inline(e, l)
	}
}

func (d *odt) inline(e *element, l look) {
	switch e.name {
	case "":
		d.write(e.words, l)
	case "s":
		d.spaces(e, l)
	case "tab":
		d.breakAt("\t", l)
	case "line-break":
		d.breakAt("\n", l)
	case "span":
		d.inlines(e, d.styles.look("text", e.attr("style-name"), l))
	case "a":
		start := d.len()
		d.inlines(e, l)
		d.linked(outside(e.attr("href")), start)
	case "note":
		d.addFootnote(e)
	case "annotation":
		d.addComment(e)
	case "annotation-end":
		d.endComment(e)
	case "frame", "custom-shape", "rect", "g":
		d.findBoxes(e)
	case "ruby-text", "object", "binary-data", "tracked-changes", "forms":
	default:
		d.inlines(e, l)
	}
}

// outside returns where a link leads outside the document, or "".
func outside(address string) string {
	if strings.HasPrefix(address, "#") {
		return ""
	}
	return address
}

// write writes words with their white space folded, as in a paragraph it has
// no meaning of its own (OpenDocument 1.3, part 3, section 6.1.2).
func (d *odt) write(words string, l look) {
	if l.isHidden() {
		return
	}
	var b strings.Builder
	for i := 0; i < len(words); i++ {
		switch c := words[i]; c {
		case ' ', '\t', '\r', '\n':
			if !d.spaced {
				b.WriteByte(' ')
			}
			d.spaced = true
		default:
			b.WriteByte(c)
			d.spaced = false
		}
	}
	if b.Len() > 0 {
		before := d.len()
		d.look(l.isBold(), l.isItalic())
		d.add(b.String(), nowhere)
		d.seen(before)
	}
}

// maxSpaces bounds how many spaces one element may stand for.
const maxSpaces = 1000

func (d *odt) spaces(e *element, l look) {
	n, err := strconv.Atoi(e.attr("c"))
	if err != nil || n < 1 {
		n = 1
	}
	d.breakAt(strings.Repeat(" ", min(n, maxSpaces)), l)
}

// breakAt writes white space that has a meaning.
func (d *odt) breakAt(space string, l look) {
	if !l.isHidden() {
		d.add(space, nowhere)
		d.spaced = true
	}
}

func (d *odt) findBoxes(e *element) {
	if e.name == "text-box" || e.name == "custom-shape" || e.name == "rect" {
		d.boxes = append(d.boxes, e)
		return
	}
	for _, c := range e.children {
		d.findBoxes(c)
	}
}
