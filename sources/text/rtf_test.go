package text

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

func rtfOf(body string) []byte {
	return []byte(`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset204{\*\fname x;}Arial;}{\f2\fnil\fcharset128 Mincho;}{\f3\fnil\fcharset2 Symbol;}{\f4\fnil\cpg1250 Arial;}}` + "\r\n" +
		`{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 heading 1;}{\s2\sbasedon3 Mine;}{\s3\sbasedon2 Quote;}{\*\cs4\b Strong;}}{\*\generator X;}` + body + "}")
}

func TestRTFBody(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"white space of the file", "On\r\ne\\~two\\line three\\tab four\\'20\\\\\\{\\}\\par", []string{"paragraph: One\u00a0two\nthree\tfour \\{}"}},
		{"code pages", `\'80 {\f1\'cf\'f0}\'e9 {\f2\'93\'fa\'83J}{\f3 a\'b7}{\f4\'9c} \f9\'e9`, []string{"paragraph: € Прé 日カś é"}},
		{"numbers", `\u8220"a\u8221\'94 {\uc0\u8212 b}\uc2\u-3913??\u26085\'93\'fa c\uc1\u-10179?\u-8704?\u-10179?d`, []string{"paragraph: “a” —b日 c😀d"}},
		{"a word stands for a character", `a\u8212\emdash b\u8226\par c`, []string{"paragraph: a—b•", "paragraph: c"}},
		{"two forms", `{\upr{no}{\*\ud{\uc0\u26085}}}`, []string{"paragraph: 日"}},
		{"tracked changes and hidden words", `One {\deleted no\par no}{\revised two}{\v no}{\v0  three}{\*\mvf no}`, []string{"paragraph: One two three"}},
		{"what is no text", `{\header no\par}{\pict\bin4 }}}}ffd8}{\*\unknown{\footnote no}}{\colortbl;\red1;}a{\xe no}{\shp{\*\shpinst{\sp{\sn no}{\sv no}}}{\shprslt no}}`, []string{"paragraph: a"}},
		{"text box", `One{\shp{\*\shpinst{\shptxt\pard Box {\b one}\par Two\par}}} two\par Three`, []string{"paragraph: One two", "paragraph: Box one", "paragraph: Two", "paragraph: Three"}},
		{"styles", `\pard\s1 H\par\pard\s2 Q\par\pard\ls1{\listtext\'b7\tab}L\par\pard P\par\pard\outlinelevel2 J\par\pard{\pntext 1.\tab}M\par\pard\bullet\tab N`, []string{"heading: H", "block quote: Q", "list item: L", "paragraph: P", "heading: J", "list item: M", "list item: N"}},
		{"table", `\trowd\intbl a\cell 1,200\par more\cell\cell b\cell\row\trowd\intbl c\cell\row\pard P`, []string{"table cell: a", "table cell: 1,200", "table cell: more", "table cell: b", "table cell: c", "paragraph: P"}},
		{"headline by its look", `{\b The Head\par}{\i The dek.\par}By Dana Scott\par Text.\par`, []string{"heading: The Head", "dek: The dek.", "byline: By Dana Scott", "paragraph: Text."}},
		{"what follows the document", `a}{\par no`, []string{"paragraph: a"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, rtfOf(tt.body), Options{Whole: true})
			checkText(t, got)
			if diff := cmp.Diff(tt.want, shown(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestRTFRows shows that the cells of a row stand on one line.
func TestRTFRows(t *testing.T) {
	got := mustRead(t, rtfOf(`\trowd\intbl a\cell b\cell\row c\cell d\cell\row\pard P`), Options{})
	if want := "a\tb\n\nc\td\n\nP"; got.Body != want {
		t.Errorf("%q, want %q", got.Body, want)
	}
}

func TestRTFNotes(t *testing.T) {
	const link = `{\field{\*\fldinst{HYPERLINK "https://y.org"}}{\fldrslt it}}`
	got := mustRead(t, rtfOf(`\par One{\super\chftn}{\footnote{\super\chftn} See `+link+`\par p. 3} {\*\atrfstart 7}two{\*\atrfend 7}{\*\atnid DS}{\*\atnauthor Dana Scott}\chatn{\*\annotation{\*\atnref 7}{\*\atndate 1}Who says?} `+
		link+`{\deleted{\footnote no}}{\footnote\ftnalt End.}{\*\annotation Here.}`), Options{Whole: true})
	checkText(t, got)
	want := []sources.Note{
		{Kind: "footnote", Label: "1", Text: "See it https://y.org\np. 3", Start: 3, End: 3, Line: 2},
		{Kind: "comment", Label: "1", Text: "Who says?", Author: "Dana Scott", Start: 4, End: 7, Line: 2},
		{Kind: "footnote", Label: "1", Text: "End.", Start: 10, End: 10, Line: 2},
		{Kind: "comment", Label: "2", Text: "Here.", Start: 10, End: 10, Line: 2},
	}
	if diff := cmp.Diff(want, got.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]sources.Link{{Address: "https://y.org", Text: "it", Start: 8, End: 10}}, got.Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

// TestRTFCommentAcrossANote has a comment begin in the text and end in a note,
// whose words are counted apart.
func TestRTFCommentAcrossANote(t *testing.T) {
	got := mustRead(t, rtfOf(`{\*\atrfstart 1}a{\footnote words{\*\atrfend 1}}{\*\annotation{\*\atnref 1}Here.}`), Options{})
	checkText(t, got)
	if n := got.Notes[1]; n.Kind != sources.Comment || n.Start != 1 || n.End != 1 {
		t.Errorf("%+v", n)
	}
}

func TestRTFInfo(t *testing.T) {
	got := mustRead(t, rtfOf(`{\info{\upr{\title no}{\*\ud{\title T\'e9}}}{\author Per Dal}{\creatim\yr2026\mo2\dy1\hr9}{\doccomm no}}Words.`), Options{})
	if got.Title != "Té" || got.Byline != "Per Dal" || got.Published != "2026-02-01" || got.Body != "Words." {
		t.Errorf("%+v", got)
	}
}

func TestRTFErrors(t *testing.T) {
	for want, b := range map[string]string{
		"it doesn't begin with":      "words",
		"nested more than 4096 deep": `{\rtf1` + strings.Repeat("{", 1<<20),
	} {
		_, err := library(t).Read(context.Background(), []byte(b), Options{MediaType: "rtf"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
	cut := mustRead(t, []byte(`{\rtf1 Words that {\b break o`), Options{})
	if cut.Body != "Words that break o" {
		t.Errorf("%q", cut.Body)
	}
}

func FuzzRTF(f *testing.F) {
	seed(f, []string{"memo.rtf", "draft.rtf"}, `{\rtf1\'`, `{\rtf1\u55357?{\b\u56832?}\bin99999999999 }`, `{\rtf1{\shp{\shptxt{\shp{\shptxt a\par}}b}}\cell\row{\field{\fldinst HYPERLINK x}{\fldrslt a\par b}}`,
		`{\rtf1{\*\atrfstart 1}a{\footnote{\*\atrfend 1}b{\*\annotation c}}{\*\annotation{\*\atnref 1}d}`)
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, rtfType) })
}
