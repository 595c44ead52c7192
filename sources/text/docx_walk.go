package text

import (
	"strconv"
	"strings"

	"stet/sources"
)

// walkBlocks walks what holds paragraphs and tables.
func (d *docx) walkBlocks(parent *element) {
	if parent == nil {
		return
	}
	for _, e := range parent.children {
		switch e.name {
		case "p":
			d.walkParagraph(e)
		case "tbl":
			d.walkTable(e)
		case "sectPr", "del", "moveFrom":
		case "commentRangeStart", "commentRangeEnd":
			d.notes.mark(e, d.len())
		default:
			d.walkBlocks(e)
		}
	}
}

func (d *docx) walkTable(table *element) {
	outer := d.in
	for _, row := range table.children {
		if row.name != "tr" || row.child("trPr").child("del") != nil {
			continue
		}
		d.separate("\n\n")
		for i, cell := range row.children {
			if cell.name != "tc" {
				continue
			}
			if i > 0 && d.gap == "\n\n" && d.in == sources.TableCell {
				d.gap = "\t"
			}
			d.in = sources.TableCell
			d.walkBlocks(cell)
		}
		d.in = outer
	}
}

func (d *docx) walkParagraph(p *element) {
	d.paragraph++
	if d.gap != "\t" {
		d.separate(d.paragraphGap())
	}
	d.start = d.len()
	d.italic.reset()
	d.bold.reset()
	d.inlines(p)
	d.endParagraph(p.child("pPr"))
	boxes := d.boxes
	d.boxes = nil
	for _, box := range boxes {
		d.walkBlocks(box)
	}
}

func (d *docx) paragraphGap() string {
	if d.isNote {
		return "\n"
	}
	return "\n\n"
}

// endParagraph records the open paragraph as a block, unless it is empty.
func (d *docx) endParagraph(pPr *element) {
	start, end := trimSpan(d.words.String(), d.start, d.len())
	if start == end || d.isNote {
		return
	}
	words := d.words.String()[start:end]
	kind, level := d.kindOf(pPr, words)
	d.block(kind, level, start)
	d.segments = append(d.segments, sources.Segment{Start: start, Line: d.paragraph, Column: 1})
	d.separate(d.paragraphGap())
	switch {
	case kind == sources.Heading && level == 1 && d.text.Title == "":
		d.text.Title = words
	case kind == sources.Byline && d.text.Byline == "" && isByline(words):
		d.text.Byline = bylineName(words)
	}
}

// kindOf returns the open paragraph's kind: what its style says, or in a draft
// without styles what its place at the head of the article says.
func (d *docx) kindOf(pPr *element, words string) (sources.BlockKind, int) {
	kind, level := d.styles.kindOf(pPr)
	switch {
	case d.in == sources.TableCell:
		return d.in, 0
	case !d.isDraft:
		return kind, level
	case kind == sources.Heading:
		if kind = d.top.heading(level, d.italic.all(), words); kind != sources.Heading {
			level = 0
		}
	case kind == sources.Paragraph && len(d.text.Blocks) == 0 && d.bold.all() && isHeadline(words):
		return d.top.heading(1, false, words), 1
	case kind == sources.Paragraph:
		kind = d.top.paragraph(d.italic.all(), words, false)
	case kind == sources.Dek:
		d.top.dek = true
	}
	return kind, level
}

// inlines walks what stands in a paragraph.
func (d *docx) inlines(parent *element) {
	for _, e := range parent.children {
		switch e.name {
		case "r":
			d.run(e)
		case "hyperlink":
			start := d.len()
			d.inlines(e)
			d.linked(d.relations[e.attr("id")].address(e.attr("anchor")), start)
		case "fldSimple":
			start := d.len()
			d.inlines(e)
			d.linked(fieldAddress(e.attr("instr")), start)
		case "pPr", "rPr", "del", "moveFrom", "sdtPr", "sdtEndPr":
		case "commentRangeStart", "commentRangeEnd":
			d.notes.mark(e, d.len())
		default:
			d.inlines(e)
		}
	}
}

// address returns where a hyperlink leads outside the document, or "".
func (r relation) address(anchor string) string {
	if r.target == "" || r.kind != "hyperlink" {
		return ""
	}
	if anchor != "" && !strings.Contains(r.target, "#") {
		return r.target + "#" + anchor
	}
	return r.target
}

// run walks a run, which holds words of one look.
func (d *docx) run(r *element) {
	look := r.child("rPr")
	if isOn(look.child("vanish")) {
		return
	}
	before := d.len()
	d.italic.depth, d.bold.depth = depth(look.child("i")), depth(look.child("b"))
	for _, e := range r.children {
		d.inRun(e)
	}
	if d.len() > before && trimmed(d.words.String()[before:]) != "" {
		d.italic.see()
		d.bold.see()
	}
}

func depth(toggle *element) int {
	if isOn(toggle) {
		return 1
	}
	return 0
}

// isOn reports whether a property that is either on or off is on.
func isOn(e *element) bool {
	if e == nil {
		return false
	}
	v := e.attr("val")
	return v != "0" && v != "false" && v != "off"
}

func (d *docx) inRun(e *element) {
	switch e.name {
	case "t":
		d.add(e.text(), nowhere)
	case "tab":
		d.add("\t", nowhere)
	case "br", "cr":
		d.add("\n", nowhere)
	case "noBreakHyphen":
		d.add("\u2011", nowhere)
	case "softHyphen":
		d.add("\u00ad", nowhere)
	case "sym":
		d.symbol(e)
	case "fldChar", "instrText":
		d.field(e)
	case "footnoteReference", "endnoteReference", "commentReference":
		d.reference(e)
	case "AlternateContent":
		d.alternatives(e)
	case "drawing", "pict", "object":
		d.findBoxes(e)
	}
}

// symbol writes a character given by number. Those of symbol fonts are in the
// private use area, where they mean nothing without the font.
func (d *docx) symbol(e *element) {
	n, err := strconv.ParseUint(e.attr("char"), 16, 16)
	if err == nil && n >= ' ' && n < 0xd800 {
		d.add(string(rune(n)), nowhere)
	}
}

// alternatives reads the first of several forms of the same thing.
func (d *docx) alternatives(e *element) {
	form := e.child("Choice")
	if form == nil {
		form = e.child("Fallback")
	}
	if form != nil {
		for _, c := range form.children {
			d.inRun(c)
		}
	}
}

func (d *docx) findBoxes(e *element) {
	if e.name == "txbxContent" {
		d.boxes = append(d.boxes, e)
		return
	}
	for _, c := range e.children {
		d.findBoxes(c)
	}
}
