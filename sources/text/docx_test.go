package text

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

// docxOf returns a DOCX with the given body, and comments, footnotes, styles
// and two links for it to refer to.
func docxOf(t *testing.T, body string) []byte {
	t.Helper()
	parts := map[string]string{
		"word/document.xml": `<w:document xmlns:w="w" xmlns:r="r" xmlns:mc="mc"><w:body>` + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="l1" Type="t/hyperlink" Target="https://x.org/a" TargetMode="External"/>
<Relationship Id="c" Type="t/comments" Target="comments.xml"/><Relationship Id="f" Type="t/footnotes" Target="/word/footnotes.xml"/><Relationship Id="s" Type="t/styles" Target="styles.xml"/></Relationships>`,
		"word/comments.xml":             `<comments><comment id="7" author="Dana Scott"><p><r><t>Who says?</t></r></p></comment><comment id="8" author="Per"><p><r><t>On nothing.</t></r></p></comment></comments>`,
		"word/footnotes.xml":            `<footnotes><footnote id="0" type="separator"><p/></footnote><footnote id="2"><p><r><t>See </t></r><hyperlink id="l1"><r><t>it</t></r></hyperlink></p><p><r><t>p. 3</t></r></p></footnote></footnotes>`,
		"word/_rels/footnotes.xml.rels": `<Relationships><Relationship Id="l1" Type="t/hyperlink" Target="https://y.org" TargetMode="External"/></Relationships>`,
		"word/styles.xml":               `<styles><style styleId="Head"><name val="heading 2"/></style><style styleId="Mine"><name val="My quote"/><basedOn val="Q"/></style><style styleId="Q"><name val="Quote"/><basedOn val="Mine"/></style></styles>`,
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDOCXBody(t *testing.T) {
	const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK </w:instrText></w:r><w:r><w:instrText>"https://z.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>words</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	tests := []struct {
		name, body string
		want       []string
		links      []string
	}{
		{"tracked changes", `<w:p><w:r><w:t xml:space="preserve">One </w:t></w:r><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del><w:ins><w:r><w:t>two</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom></w:p>`, []string{"paragraph: One two"}, nil},
		{"links", `<w:p><w:hyperlink r:id="l1" w:anchor="b"><w:r><w:t>one</w:t></w:r></w:hyperlink> ` + field + `<w:fldSimple w:instr="HYPERLINK https://s.org"><w:r><w:t>two</w:t></w:r></w:fldSimple><w:hyperlink w:anchor="in"><w:r><w:t>in</w:t></w:r></w:hyperlink></w:p>`, []string{"paragraph: onewordstwoin"}, []string{"https://x.org/a#b", "https://z.org", "https://s.org"}},
		{"styles", `<w:p><w:pPr><w:pStyle w:val="Head"/></w:pPr><w:r><w:t>H</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>Q</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>L</w:t></w:r></w:p>`, []string{"heading: H", "block quote: Q", "list item: L"}, nil},
		{"text box", `<w:p><w:r><w:t>One</w:t><mc:AlternateContent><mc:Choice><w:drawing><a><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></a></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> two</w:t></w:r></w:p>`, []string{"paragraph: One two", "paragraph: Box"}, nil},
		{"bold first line is the headline", `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>The Head</w:t></w:r></w:p><w:p><w:r><w:rPr><w:i/></w:rPr><w:t>The dek.</w:t></w:r></w:p><w:p><w:r><w:t>By Dana Scott</w:t></w:r></w:p><w:p><w:r><w:t>Text.</w:t></w:r></w:p>`, []string{"heading: The Head", "dek: The dek.", "byline: By Dana Scott", "paragraph: Text."}, nil},
		{"hidden, breaks, symbols", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:sym w:char="2014"/></w:r></w:p>`, []string{"paragraph: a\nb\u2011c—"}, nil},
		{"content controls", `<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`, []string{"paragraph: a"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, docxOf(t, tt.body), Options{Whole: true})
			checkText(t, got)
			var links []string
			for _, l := range got.Links {
				links = append(links, l.Address)
			}
			if diff := cmp.Diff(tt.want, shown(got)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.links, links); diff != "" {
				t.Errorf("links (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDOCXNotes(t *testing.T) {
	got := mustRead(t, docxOf(t, `<w:p/><w:p><w:r><w:t>One</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="7"/><w:r><w:t xml:space="preserve"> two </w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/><w:footnoteReference w:id="99"/></w:r></w:p>`), Options{Whole: true})
	checkText(t, got)
	want := []sources.Note{
		{Kind: "footnote", Label: "1", Text: "See it https://y.org\np. 3", Start: 3, End: 3, Line: 2},
		{Kind: "comment", Label: "1", Text: "Who says?", Author: "Dana Scott", Start: 4, End: 7, Line: 2},
		{Kind: "footnote", Label: "2", Start: 7, End: 7, Line: 2},
		{Kind: "comment", Label: "2", Text: "On nothing.", Author: "Per", Start: -1, End: -1},
	}
	if diff := cmp.Diff(want, got.Notes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if p := got.Position(5); got.Unit != sources.Paragraphs || p != (sources.Position{Line: 2, Column: 6}) {
		t.Errorf("position %+v in %q", p, got.Unit)
	}
}

func TestRomanNumerals(t *testing.T) {
	for n, want := range map[int]string{1: "i", 4: "iv", 9: "ix", 14: "xiv", 1994: "mcmxciv"} {
		if got := roman(n); got != want {
			t.Errorf("roman(%d) = %q, want %q", n, got, want)
		}
	}
}
