package text

import (
	"context"
	"errors"
	"os"
	"reflect"
	"testing"
)

// TestPDFInRanges reads documents page by page, each page by an instance of
// PDFium of its own.
func TestPDFInRanges(t *testing.T) {
	several := 0
	for _, file := range ownPDFs(t) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, wantErr := library(t).readPages(context.Background(), b, maxPDFPages)
		got, err := library(t).readPages(context.Background(), b, 1)
		if (err == nil) != (wantErr == nil) || wantErr == nil && !reflect.DeepEqual(got.pages, want.pages) {
			t.Errorf("%s: %+v, %v, want %+v, %v", file, got, err, want, wantErr)
		}
		if wantErr == nil && len(want.pages) > 1 {
			several++
		}
	}
	if several == 0 {
		t.Error("no document has several pages")
	}
}

// TestARangeThatFails has a document that can't be opened, though its pages are
// asked for.
func TestARangeThatFails(t *testing.T) {
	err := library(t).readRanges(context.Background(), []byte("%PDF-1.7\nno more"), make([]pdfText, 5), 1)
	if err == nil || errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want the reader's own", err)
	}
}
