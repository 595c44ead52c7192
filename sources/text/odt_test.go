package text

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

// odtOf returns a flat text document with the given body and a few styles.
func odtOf(body string) []byte {
	return []byte(`<office:document xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:xlink="x" xmlns:dc="d" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Mine"/>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="paragraph"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles>
<office:styles><style:style style:name="Mine" style:family="paragraph" style:parent-style-name="Quotations"/><style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Mine"/></office:styles>
<office:body><office:text>` + body + `</office:text></office:body></office:document>`)
}

func TestODTBody(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"tracked changes", `<text:tracked-changes><text:changed-region><text:deletion><text:p>no</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>One <text:change/><text:change-start/>two<text:change-end/></text:p>`, []string{"paragraph: One two"}},
		{"white space", "<text:p>\n One\n\ttwo <text:span> three</text:span><text:s text:c=\"2\"/>four<text:tab/>five<text:line-break/>six\n</text:p>", []string{"paragraph: One two three  four\tfive\nsix"}},
		{"styles", `<text:h text:outline-level="2">H</text:h><text:p text:style-name="P1">Q</text:p><text:p text:style-name="Preformatted_20_Text">C</text:p><text:list><text:list-item><text:p>L</text:p><text:list><text:list-item><text:p>M</text:p></text:list-item></text:list></text:list-item></text:list><text:p>P</text:p>`, []string{"heading: H", "block quote: Q", "code: C", "list item: L", "list item: M", "paragraph: P"}},
		{"headline by its look", `<text:p><text:span text:style-name="B">The Head</text:span></text:p><text:p text:style-name="I">The dek.</text:p><text:p>By Dana Scott</text:p><text:p>Text.</text:p>`, []string{"heading: The Head", "dek: The dek.", "byline: By Dana Scott", "paragraph: Text."}},
		{"what readers don't see", `<text:p>a<text:span text:style-name="H">no</text:span><text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby></text:p><office:forms><text:p>no</text:p></office:forms>`, []string{"paragraph: ab"}},
		{"text box", `<text:p>One<frame><text-box><text:p>Box</text:p></text-box></frame> two</text:p>`, []string{"paragraph: One two", "paragraph: Box"}},
		{"table", `<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>1,200</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table><text:p>P</text:p>`, []string{"table cell: a", "table cell: 1,200", "paragraph: P"}},
		{"sections and indexes", `<text:section><text:p>a</text:p></text:section><text:table-of-content><source><text:template>no</text:template></source><text:index-body><text:p>b</text:p></text:index-body></text:table-of-content>`, []string{"paragraph: a", "paragraph: b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, odtOf(tt.body), Options{Whole: true})
			checkText(t, got)
			if diff := cmp.Diff(tt.want, shown(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestODTNotes(t *testing.T) {
	got := mustRead(t, odtOf(`<text:p/><text:p>One<text:note><text:note-body><text:p>See <text:a xlink:href="https://y.org">it</text:a></text:p><text:p>p. 3</text:p></text:note-body></text:note> `+
		`<office:annotation office:name="1"><dc:creator>Dana Scott</dc:creator><text:p>Who says?</text:p></office:annotation>two<office:annotation-end office:name="1"/> three<office:annotation><text:p>Here.</text:p></office:annotation></text:p>`), Options{Whole: true})
	checkText(t, got)
	want := []sources.Note{
		{Kind: "footnote", Label: "1", Text: "See it https://y.org\np. 3", Start: 3, End: 3, Line: 2},
		{Kind: "comment", Label: "1", Text: "Who says?", Author: "Dana Scott", Start: 4, End: 7, Line: 2},
		{Kind: "comment", Label: "2", Text: "Here.", Start: 13, End: 13, Line: 2},
	}
	if diff := cmp.Diff(want, got.Notes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if p := got.Position(5); got.Unit != sources.Paragraphs || p != (sources.Position{Line: 2, Column: 6}) {
		t.Errorf("position %+v in %q", p, got.Unit)
	}
}

func TestODTErrors(t *testing.T) {
	const manifest = `<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>`
	var large bytes.Buffer
	z := zip.NewWriter(&large)
	if _, err := z.CreateRaw(&zip.FileHeader{Name: "content.xml", Method: zip.Deflate, UncompressedSize64: maxPart + 1}); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for want, b := range map[string][]byte{
		"the ODT is encrypted":           zipped(t, "META-INF/manifest.xml", manifest),
		"it has no text body":            zipped(t, "content.xml", "<document-content/>"),
		"the ODT is damaged: content":    zipped(t, "content.xml", "<document-content>"),
		"the ODT is damaged: zip":        []byte("PK\x03\x04"),
		"nested too deeply":              []byte(strings.Repeat("<a>", 1000)),
		"the ODT's part content.xml unz": large.Bytes(),
		"ODT is encrypted: save it":      zipped(t, "encrypted-package", ""),
	} {
		_, err := library(t).Read(context.Background(), b, Options{MediaType: "odt"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
}

func TestODTIsRecognised(t *testing.T) {
	for _, name := range []string{"memo.odt", "draft.odt", "memo.fodt"} {
		if got := MediaType(fixture(t, name), "download", "application/octet-stream"); got != odtType {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func FuzzODT(f *testing.F) {
	seed(f, []string{"memo.odt", "memo.fodt", "draft.odt"}, "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text")
	f.Add(odtOf(`<text:p>a <text:a xlink:href="b"> c </text:a><office:annotation office:name="1"/> <text:note><text:note-body><text:p>d</text:p></text:note-body></text:note>é<office:annotation-end office:name="1"/></text:p>`))
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, odtType) })
}
