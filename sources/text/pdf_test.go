package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

// readMade reads one of the PDFs that testdata/pdf/make.sh makes.
func readMade(t *testing.T, name string) *sources.Text {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "pdf", name))
	if err != nil {
		t.Fatal(err)
	}
	got := mustRead(t, b, Options{Name: name})
	checkText(t, got)
	return got
}

func TestPDFWords(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"a hyphen at the end of a line is followed by the line's end", "ferry.pdf", "with the efficient fig-\nures that"},
		{"and so by another producer", "fair.pdf", "4,120 visi-\ntors, of whom"},
		{"one column is read before the next", "ferry.pdf", "The company’s long-standing\ncounterargument, that well-"},
		{"accents that TeX draws apart are on their letters", "ferry.pdf", "Ida Löptien and José Bělka"},
		{"and so in the text", "ferry.pdf", "Zoë Dvořák, has"},
		{"a footnote's number is no part of its first word", "ferry.pdf", "\n1 Then the company’s treasurer"},
		{"columns drawn line by line across the page", "crossed.pdf", "a dinner for those who had built it.\nForty came, and nine sent excuses.\nThe lighthouse is older than the pier.\nIts keeper"},
		{"a page drawn from its foot up", "crossed.pdf", "\n\nThe pier was built in two summers.\nIts first stone came from the quarry\nat Holm"},
		{"a table is read by its rows", "table.pdf", "2021\n3 41,200\n2022\n3 44,950"},
		{"a page on its side, drawn for that", "turned.pdf", "This page lies on its side, as tables do,\nand is shown"},
		{"words that run up the margin", "turned.pdf", "beside its two lines.\nRegister of Aldness, volume 12"},
		{"ligatures are letters", "ferry.pdf", "the officers of"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := readMade(t, tt.file).Body; !strings.Contains(got, tt.want) {
				t.Errorf("no %q in %q", tt.want, got)
			}
		})
	}
}

func TestPDFParagraphsKeepSentences(t *testing.T) {
	got := readMade(t, "ferry.pdf")
	for _, b := range got.Blocks {
		if words := got.Body[b.Start:b.End]; strings.Contains(words, "Mr. Böning1\nsaid\nthat nobody") {
			return
		}
	}
	t.Errorf("no paragraph holds the sentence around a footnote's number: %s", render(got))
}

func TestPDFPagesTurned(t *testing.T) {
	got := readMade(t, "turned.pdf")
	first := got.Body[got.Pages[0].Start:got.Pages[0].End]
	for _, p := range got.Pages[1:7] {
		if words := got.Body[p.Start:p.End]; words != first {
			t.Errorf("page %d, the first one turned or its text, says %q; want %q", p.Number, words, first)
		}
	}
}

func TestPDFAnnotations(t *testing.T) {
	got := readMade(t, "notes.pdf")
	links := []sources.Link{
		{Address: "https://register.example/permits/12", Text: "public register", Start: 68, End: 83},
		{Address: "https://council.example/", Text: "the register", Start: 89, End: 101},
	}
	if diff := cmp.Diff(links, got.Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	notes := []sources.Note{
		{Kind: sources.Comment, Label: "1", Text: "Who was on duty?", Author: "Per Dal", Start: 19, End: 36},
		{Kind: sources.Comment, Label: "2", Text: "Ask the clerk for a copy.", Author: "Ida Berg"},
	}
	if diff := cmp.Diff(notes, got.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if words := got.Body[notes[0].Start:notes[0].End]; words != "signed the permit" {
		t.Errorf("the first comment is set on %q", words)
	}
	if want := "Name of the vessel:\nMS Aldness"; !strings.Contains(got.Body, want) {
		t.Errorf("no %q, a form's field, in %q", want, got.Body)
	}
}

func TestPDFLinkOverTwoLines(t *testing.T) {
	got := readMade(t, "ferry.pdf").Links
	if len(got) != 1 || got[0].Address != "https://aldness.example/report" || got[0].Text != "the\ninspectorate’s own page" {
		t.Errorf("links %+v", got)
	}
}
