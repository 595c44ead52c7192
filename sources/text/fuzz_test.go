package text

import (
	"context"
	"testing"

	"stet/sources"
)

// fuzz reads b both as a source and as a draft; either may fail, neither may
// panic, and what they return keeps its promises.
func fuzz(t *testing.T, b []byte, media string) {
	if len(b) > 1<<16 {
		return
	}
	for _, whole := range []bool{false, true} {
		got, err := library(t).Read(context.Background(), b, Options{MediaType: media, Whole: whole})
		if err == nil {
			checkText(t, got)
			checkNotesAreKept(t, got)
			GuessKind(got, "https://example.org/a")
		}
	}
}

func checkNotesAreKept(t *testing.T, got *sources.Text) {
	for _, n := range got.Notes {
		if n.Kind != sources.Footnote && n.Kind != sources.Comment {
			t.Fatalf("note of kind %q", n.Kind)
		}
	}
}

func seed(f *testing.F, files []string, more ...string) {
	for _, name := range files {
		f.Add(fixture(f, name))
	}
	for _, s := range more {
		f.Add([]byte(s))
	}
}

func FuzzMarkdown(f *testing.F) {
	seed(f, []string{"draft.md"}, "[^1]: x\n[^1]", "> - | a |\n> - |---|\n", "<!-- -->", "---\na: b\n---\n", "![a](b \"c\")\n*d*", "a<br>b", "\\&amp;&#0;", "<div>\n&eacute<p>\n\n[^2]<b>", "https://a_b_ *c* _https://x_")
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, "text/markdown") })
}

func FuzzPlain(f *testing.F) {
	seed(f, []string{"draft.txt"}, "a[1]\n[1] b", "[^x]: y\r\n[^x]", "- \n1. a\n> b", "http://a https://b)", "\xff\xfea\x00", "By A\n\nB")
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, "text/plain") })
}

func FuzzHTML(f *testing.F) {
	seed(f, []string{"page.html", "draft.pandoc.html", "memo.libreoffice.html"}, "<table>a<tr>b<td>c", "<a id=a href=#b>1</a><p id=b>x<a href=#a>", "<!--t0,9-->x", "<pre>\r\na\n b</pre>", "&amp&#x;&notit;", "<title>a<textarea>b", "a<br> <br>b", "<svg><title><p>x", "<meta charset=gbk>\xb0\xa1")
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, "text/html") })
}

func FuzzDOCX(f *testing.F) {
	seed(f, []string{"memo.docx", "draft.docx"}, "PK\x03\x04word/")
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, docxType) })
}

// FuzzDOCXBody fuzzes the main part alone, which a fuzzer of the whole archive
// hardly reaches through its checksums.
func FuzzDOCXBody(f *testing.F) {
	seed(f, nil,
		`<document><body><p><r><t>a</t></r></p></body></document>`,
		`<document><body><p><r><fldChar fldCharType="begin"/><instrText>HYPERLINK "x"</instrText><fldChar fldCharType="separate"/><t>a</t><fldChar fldCharType="end"/></r></p></body></document>`,
		`<document><body><tbl><tr><tc><p><r><t>a</t></r></p></tc><tc><p/></tc></tr></tbl><p><commentRangeStart id="1"/><r><t> b</t><commentReference id="1"/></r></p></body></document>`,
		`<document><body><p><pPr><pStyle val="Title"/><outlineLvl val="0"/></pPr><r><rPr><b/><i val="0"/><vanish/></rPr><t>a</t><br/><tab/><sym char="F0E0"/></r><del><r><t>x</t></r></del></p></body></document>`,
	)
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 1<<16 {
			return
		}
		root, err := parseElement(b)
		if err != nil || root.child("body") == nil {
			return
		}
		d := &docx{prose: newProse(Options{Whole: true}), main: root, notes: newDocxNotes()}
		d.walkBlocks(root.child("body"))
		d.finishNotes()
		checkText(t, d.finishProse())
	})
}

func FuzzPDF(f *testing.F) {
	seed(f, []string{"scan.pdf", "complaint.pdf"}, "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1000000000/Kids[2 0 R]>>endobj trailer<</Root 1 0 R>>")
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, pdfType) })
}
