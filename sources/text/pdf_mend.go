package text

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"sync"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// openPDF opens the document b, mended where its end is missing.
func openPDF(lib pdfium.Pdfium, b []byte) (references.FPDF_DOCUMENT, error) {
	opened, err := lib.OpenDocument(&requests.OpenDocument{File: &b})
	if errors.Is(err, pdferrors.ErrFormat) {
		if whole, ok := mended(b); ok {
			opened, err = lib.OpenDocument(&requests.OpenDocument{File: &whole})
		}
	}
	if err != nil {
		return "", openError(err)
	}
	return opened.Document, nil
}

// catalogueParts match what an object of a PDF begins with, and the name that
// tells the one that its pages hang from (ISO 32000-2, 7.3.10 and 7.7.2).
var catalogueParts = sync.OnceValues(func() (head, name *regexp.Regexp) {
	return regexp.MustCompile(`(\d{1,10})\s+(\d{1,5})\s+obj\b`), regexp.MustCompile(`/Type\s*/Catalog\b`)
})

// mended returns a PDF whose end was cut off, as downloads are, with an end that
// names its catalogue, by which PDFium finds what is left of it. It returns
// false where no catalogue is to be seen, as in files that pack their objects.
func mended(b []byte) ([]byte, bool) {
	head, name := catalogueParts()
	names := name.FindAllIndex(b, -1)
	if len(names) == 0 {
		return nil, false
	}
	at := names[len(names)-1][0]
	heads := head.FindAllSubmatch(b[max(0, at-maxCatalogue):at], -1)
	if len(heads) == 0 {
		return nil, false
	}
	object := heads[len(heads)-1]
	end := fmt.Sprintf("\nendobj\ntrailer\n<< /Root %s %s R >>\nstartxref\n0\n%%%%EOF\n", object[1], object[2])
	return slices.Concat(b, []byte(end)), true
}

// maxCatalogue is how far into its object, in bytes, a catalogue may say that
// it is one.
const maxCatalogue = 4096
