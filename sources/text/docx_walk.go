package text

import (
	"strconv"
	"strings"
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
			d.beginCell(i)
			d.walkBlocks(cell)
		}
		d.in = outer
	}
}

func (d *docx) walkParagraph(p *element) {
	d.beginParagraph()
	d.inlines(p)
	d.endParagraph(d.styles.kindOf(p.child("pPr")))
	boxes := d.boxes
	d.boxes = nil
	for _, box := range boxes {
		d.walkBlocks(box)
	}
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
	d.look(isOn(look.child("b")), isOn(look.child("i")))
	for _, e := range r.children {
		d.inRun(e)
	}
	d.seen(before)
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
