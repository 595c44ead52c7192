package text

import "strings"

// openField is a complex field: an instruction, then the words that it made.
type openField struct {
	instruction string
	start       int // where its words begin
	hasWords    bool
}

// field follows the marks of a complex field: begin, separate, end, and the
// parts of its instruction between the first two.
func (d *docx) field(e *element) {
	last := len(d.fields) - 1
	switch {
	case e.attr("fldCharType") == "begin":
		d.fields = append(d.fields, openField{})
	case last < 0:
	case e.name == "instrText":
		if !d.fields[last].hasWords {
			d.fields[last].instruction += e.text()
		}
	case e.attr("fldCharType") == "separate":
		d.fields[last].start, d.fields[last].hasWords = d.len(), true
	case e.attr("fldCharType") == "end":
		f := d.fields[last]
		d.fields = d.fields[:last]
		// One that began in another paragraph is a table of contents.
		if f.hasWords && f.start >= d.start {
			d.linked(fieldAddress(f.instruction), f.start)
		}
	}
}

// fieldAddress returns the address of an instruction such as
// `HYPERLINK "https://…" \l "place"`, or "" where it is none to the outside.
func fieldAddress(instruction string) string {
	rest, ok := strings.CutPrefix(strings.TrimSpace(instruction), "HYPERLINK")
	if !ok {
		return ""
	}
	rest = strings.TrimSpace(rest)
	if strings.HasPrefix(rest, `\`) {
		return ""
	}
	if quoted, ok := strings.CutPrefix(rest, `"`); ok {
		address, _, _ := strings.Cut(quoted, `"`)
		return address
	}
	address, _, _ := strings.Cut(rest, " ")
	return address
}
