package text

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestPDFThatStillReads takes a document whose words all stand in its file
// through what mail, disks and careless programs do to it.
func TestPDFThatStillReads(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join("testdata", "pdf", "fair.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	locked, err := os.ReadFile(filepath.Join("testdata", "pdf", "fair.locked.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	entries := regexp.MustCompile(`(?m)^\d{10} (\d{5} n)`)
	tests := []struct {
		name string
		b    []byte
	}{
		{"encrypted with an empty password", locked},
		{"the table of objects is said to be elsewhere", regexp.MustCompile(`startxref\s+\d+`).ReplaceAll(whole, []byte("startxref\n7"))},
		{"the table of objects points elsewhere", entries.ReplaceAll(whole, []byte("0000000009 $1"))},
		{"words of a mail stand before it", append([]byte("Here is the file.\r\n\r\n"), whole...)},
		{"line ends were added", append(bytes.Clone(whole), bytes.Repeat([]byte("\r\n"), 2000)...)},
	}
	want := mustRead(t, whole, Options{}).Body
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if bytes.Equal(tt.b, whole) {
				t.Fatal("nothing was done to it")
			}
			if got := mustRead(t, tt.b, Options{MediaType: pdfType}); got.Body != want {
				t.Errorf("reads %q, want %q", got.Body, want)
			}
		})
	}
}
