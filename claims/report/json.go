package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// JSONVersion names the fields of a document; fields are only ever added to
// one version.
const JSONVersion = "stet-findings/1"

// document is all that one run found.
type document struct {
	Format   string   `json:"format"`
	Findings []Line   `json:"findings"` // of all articles, in their order
	Articles []Report `json:"articles"`
}

// jsonPrinter prints the reports as one object, described in docs/formats.md:
// each finding as it comes, and the articles, which are small, at the end.
type jsonPrinter struct {
	findings listWriter
	articles []Report // without their findings and claims
}

func newJSON(w io.Writer, _ Run) Printer {
	return &jsonPrinter{findings: listWriter{w: w, name: "findings", indent: "    "}}
}

func (p *jsonPrinter) Print(r Report) error {
	for _, l := range r.Lines {
		if err := p.findings.add(document{Format: JSONVersion}, l); err != nil {
			return err
		}
	}
	r.Lines, r.Claims = nil, nil
	p.articles = append(p.articles, r)
	return nil
}

func (p *jsonPrinter) Close() error {
	return p.findings.close(document{Format: JSONVersion, Articles: p.articles})
}

// writeNDJSON prints one object a finding and no summary.
func writeNDJSON(w io.Writer, r Report) error {
	for _, l := range r.Lines {
		line, err := encode(l, "", "")
		if err != nil {
			return err
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}

// listWriter prints an object with one list in it that is too long to be held:
// the bytes are those that encoding the whole would give. The object is encoded
// with the list empty, and what stands before and behind that is printed before
// and behind the elements.
type listWriter struct {
	w      io.Writer
	name   string // of the list, which is the first of that name in the object
	indent string // of its elements
	n      int
}

// add prints one element, and what stands before the list of whole if it is the
// first.
func (l *listWriter) add(whole, element any) error {
	before := ",\n" + l.indent
	if l.n == 0 {
		head, _, err := l.split(whole)
		if err != nil {
			return err
		}
		before = head + "[\n" + l.indent
	}
	l.n++
	b, err := encode(element, l.indent, "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(l.w, before+strings.TrimSuffix(string(b), "\n"))
	return err
}

// close prints what stands behind the list of whole.
func (l *listWriter) close(whole any) error {
	head, tail, err := l.split(whole)
	if err != nil {
		return err
	}
	if l.n == 0 {
		tail = head + "[]" + tail
	} else {
		tail = "\n" + strings.TrimSuffix(l.indent, "  ") + "]" + tail
	}
	_, err = io.WriteString(l.w, tail)
	return err
}

// split encodes an object whose list is empty, or nil, and splits it there. No
// text in it can hold the name with its quotes, which JSON escapes.
func (l *listWriter) split(whole any) (head, tail string, err error) {
	b, err := encode(whole, "", "  ")
	if err != nil {
		return "", "", err
	}
	head, tail, _ = strings.Cut(string(b), `"`+l.name+`": `)
	for _, empty := range []string{"[]", "null"} {
		tail = strings.TrimPrefix(tail, empty)
	}
	return head + `"` + l.name + `": `, tail, nil
}

// encode returns one value and a line end, each line but the first behind the
// prefix. What Clean would escape is written as JSON's own escapes, which say
// the same to a program: JSON is read on terminals too.
func encode(v any, prefix, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, indent)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return escapeUnsafe(b.Bytes()), nil
}

// escapeUnsafe escapes the unsafe runes that encoding/json leaves as they are.
// All of them are in Unicode's first plane and stand only within strings.
func escapeUnsafe(document []byte) []byte {
	isLeft := func(r rune) bool { return r >= 0x7f && isUnsafe(r) }
	if !bytes.ContainsFunc(document, isLeft) {
		return document
	}
	var b bytes.Buffer
	for _, r := range string(document) {
		if isLeft(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.Bytes()
}
