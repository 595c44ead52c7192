package text

import (
	"context"
	"fmt"
	"image"

	"github.com/klippa-app/go-pdfium"

	"stet/sources/court"
)

// maxOCRPages bounds how many pages of one document are recognised. At some
// seconds a page, that is a quarter of an hour.
const maxOCRPages = 200

// readScans recognises the pages of the document b that need OCR, each drawn
// by an instance of PDFium of its own, which the recognition doesn't keep
// waiting. A page that cannot be recognised, or on which no words are, goes on
// needing it. It fails only where ctx is done or there is no program to
// recognise with.
func (l *Library) readScans(ctx context.Context, b []byte, pages []pdfText) error {
	program, done := "", 0
	for i := range pages {
		if !pages[i].page.NeedsOCR || done >= maxOCRPages {
			continue
		}
		if program == "" {
			var err error
			if program, err = findOCR(); err != nil {
				return err
			}
		}
		done++
		if err := l.readScan(ctx, program, b, &pages[i]); err != nil && ctx.Err() != nil {
			return fmt.Errorf("recognise page %d of the PDF: %w", pages[i].page.Number, err)
		}
	}
	return nil
}

func (l *Library) readScan(ctx context.Context, program string, b []byte, p *pdfText) error {
	var picture *image.Gray
	err := l.pdf.use(ctx, func(lib pdfium.Pdfium) (err error) {
		picture, err = drawPage(lib, b, p.page.Number-1)
		return err
	})
	if err != nil {
		return err
	}
	words, err := recognise(ctx, program, picture)
	if err != nil || !hasWords(words, court.Find(words)) {
		return err
	}
	if p.words != "" {
		p.words += "\n\n"
	}
	p.words += words
	p.page.OCR, p.page.NeedsOCR = true, false
	return nil
}
