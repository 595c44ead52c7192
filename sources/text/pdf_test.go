package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

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
