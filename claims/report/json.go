package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
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

// writeJSON prints the reports as one object, described in docs/formats.md.
func writeJSON(w io.Writer, r Run) error {
	return encode(w, document{Format: JSONVersion, Findings: r.lines(), Articles: r.Reports}, "  ")
}

// writeNDJSON prints one object a finding and no summary.
func writeNDJSON(w io.Writer, r Run) error {
	for _, l := range r.lines() {
		if err := encode(w, l, ""); err != nil {
			return err
		}
	}
	return nil
}

// encode writes one value and a line end. What Clean would escape is written
// as JSON's own escapes, which say the same to a program: JSON is read on
// terminals too.
func encode(w io.Writer, v any, indent string) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escapeUnsafe(b.Bytes()))
	return err
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
