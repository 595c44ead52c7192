package text

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
)

func TestOpenPDFWithoutEnd(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join("testdata", "pdf", "fair.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	end := bytes.LastIndex(whole, []byte("xref\n0"))
	catalogue := bytes.Index(whole, []byte("1 0 obj"))
	tests := []struct {
		name  string
		b     []byte
		opens bool
	}{
		{"without its table of objects", whole[:end], true},
		{"without its catalogue too", whole[:catalogue], false},
		{"a catalogue that belongs to no object", []byte("%PDF-1.4\n/Type /Catalog\n"), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pages := 0
			err := library(t).pdf.use(context.Background(), func(lib pdfium.Pdfium) error {
				doc, err := openPDF(lib, tt.b)
				if err != nil {
					return err
				}
				count, err := lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
				if err == nil {
					pages = count.PageCount
				}
				return err
			})
			if opens := err == nil && pages == 1; opens != tt.opens {
				t.Errorf("%d pages, error %v", pages, err)
			}
		})
	}
}
