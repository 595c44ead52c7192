package text

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
)

// TestPDFUpright asks how pages must be turned for their lines to run to the
// right. On the last page they lean two ways.
func TestPDFUpright(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "pdf", "turned.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	err = library(t).pdf.use(context.Background(), func(lib pdfium.Pdfium) error {
		doc, err := openPDF(lib, b)
		if err != nil {
			return err
		}
		for i := range 9 {
			p := &pdfPage{lib: lib}
			if err := p.load(requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}}); err != nil {
				return err
			}
			turn, ok := p.upright()
			if !ok {
				turn = -1
			}
			got = append(got, int(turn))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{0, 0, 0, 0, 1, 2, 3, 1, -1}, got); diff != "" {
		t.Errorf("quarter turns with the clock (-want +got):\n%s", diff)
	}
}
