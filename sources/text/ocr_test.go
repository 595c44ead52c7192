package text

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/sources"
)

func readScan(t *testing.T, ocr bool) (*sources.Text, error) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "pdf", "scan.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return library(t).Read(context.Background(), b, Options{Name: "scan.pdf", OCR: ocr})
}

func TestOCRByTesseract(t *testing.T) {
	if err := CanOCR(); err != nil {
		t.Skip(err)
	}
	got, err := readScan(t, true)
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, got)
	page := got.Pages[0]
	if !page.OCR || page.NeedsOCR || len(page.Stamps) != 1 || page.Stamps[0].Document != "7" {
		t.Errorf("page 1: %+v", page)
	}
	words := strings.Join(strings.Fields(got.Body[page.Start:page.End]), " ")
	for _, want := range []string{"harbour office wrote this letter by hand in 1931, and a copy", "Two hundred crates of oranges were landed at Aldness on 14 March."} {
		if !strings.Contains(words, want) {
			t.Errorf("no %q in %q", want, words)
		}
	}
	if n := strings.Count(words, "3:26-cv-00117"); n != 1 {
		t.Errorf("the stamp stands %d times in %q", n, words)
	}
	if got.Pages[1].OCR || got.Pages[1].NeedsOCR {
		t.Errorf("page 2 has words of its own: %+v", got.Pages[1])
	}
}

func TestScanUnlessAskedFor(t *testing.T) {
	got, err := readScan(t, false)
	if err != nil {
		t.Fatal(err)
	}
	if p := got.Pages[0]; !p.NeedsOCR || p.OCR || len(p.Stamps) != 1 {
		t.Errorf("page 1: %+v", p)
	}
}

// standIn puts a program in tesseract's place that does what a shell's script
// says, and nothing else on the PATH.
func standIn(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if script != "" {
		if err := os.WriteFile(filepath.Join(dir, "tesseract"), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
}

func TestOCRThatFails(t *testing.T) {
	tests := []struct {
		name, script string
		needs        bool
		want         string // in the page's words
	}{
		{"a program that fails", "echo trouble >&2; exit 1", true, ""},
		{"one that sees no word", "echo '1 | - .'", true, ""},
		{"one that writes control characters", `printf 'Words of\001 the page.\n\014'`, false, "Words of the page."},
		{"one that takes no input", "echo Words of the page.", false, "Words of the page."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			standIn(t, tt.script)
			got, err := readScan(t, true)
			if err != nil {
				t.Fatal(err)
			}
			checkText(t, got)
			page := got.Pages[0]
			words := got.Body[page.Start:page.End]
			if page.NeedsOCR != tt.needs || page.OCR == tt.needs || !strings.HasSuffix(words, tt.want) {
				t.Errorf("page %+v says %q", page, words)
			}
		})
	}
}

func TestOCRWithoutTesseract(t *testing.T) {
	standIn(t, "")
	if _, err := readScan(t, true); !errors.Is(err, errNoOCR) {
		t.Errorf("error %v, want %v", err, errNoOCR)
	}
	if err := CanOCR(); !errors.Is(err, errNoOCR) {
		t.Errorf("CanOCR says %v", err)
	}
}

func TestOCRThatHangs(t *testing.T) {
	standIn(t, "while :; do :; done")
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	program, err := findOCR()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := recognise(ctx, program, image.NewGray(image.Rect(0, 0, 1, 1))); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want that its time was up", err)
	}
}
