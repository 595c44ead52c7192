package text

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"

	"stet/sources"
)

const (
	// maxPDFPages bounds how many pages of a document are read. The longest
	// documents on court dockets are a few thousand pages.
	maxPDFPages = 10_000
	// pagesAtATime is how many pages are read before the document is opened
	// anew. Opening takes PDFium a fraction of what so many pages take, and until
	// it closes a document it keeps some 100 KB of each page that it has seen.
	pagesAtATime = 200
)

// readPages returns the document b with each of its pages read. What has more
// pages than step is read in ranges of that many, as many ranges at a time as
// the sandbox runs.
func (l *Library) readPages(ctx context.Context, b []byte, step int) (*pdf, error) {
	p := &pdf{text: &sources.Text{}}
	err := l.pdf.use(ctx, func(lib pdfium.Pdfium) error {
		count, err := p.open(lib, b)
		if err != nil {
			return err
		}
		p.describe()
		p.pages = make([]pdfText, count)
		if count > step {
			return nil
		}
		return p.readRange(ctx, 0, count)
	})
	if err != nil || len(p.pages) <= step {
		return p, err
	}
	return p, l.readRanges(ctx, b, p.pages, step)
}

// readRanges fills in pages, of the document b. The first range that fails ends
// the others.
func (l *Library) readRanges(ctx context.Context, b []byte, pages []pdfText, step int) error {
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	var ranges sync.WaitGroup
	for from := 0; from < len(pages); from += step {
		ranges.Go(func() {
			err := l.pdf.use(ctx, func(lib pdfium.Pdfium) error {
				part := &pdf{pages: pages}
				if _, err := part.open(lib, b); err != nil {
					return err
				}
				return part.readRange(ctx, from, min(from+step, len(pages)))
			})
			if err != nil {
				fail(err)
			}
		})
	}
	ranges.Wait()
	return context.Cause(ctx)
}

// open opens the document b and returns how many pages it has.
func (p *pdf) open(lib pdfium.Pdfium, b []byte) (int, error) {
	doc, err := openPDF(lib, b)
	if err != nil {
		return 0, err
	}
	p.lib, p.doc = lib, doc
	count, err := lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: p.doc})
	if err != nil {
		return 0, fmt.Errorf("count the PDF's pages: %w", err)
	}
	if count.PageCount > maxPDFPages {
		return 0, fmt.Errorf("the PDF has %d pages, more than the %d that are read", count.PageCount, maxPDFPages)
	}
	return count.PageCount, nil
}

func openError(err error) error {
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return errors.New("the PDF is encrypted: save a copy without its password and read that")
	case errors.Is(err, pdferrors.ErrFormat), errors.Is(err, pdferrors.ErrFile):
		return errors.New("the PDF is damaged: no page of it can be found")
	}
	return fmt.Errorf("open PDF: %w", err)
}

// readRange fills in the pages from one up to another, both counted from 0. It
// looks before each whether ctx is done.
func (p *pdf) readRange(ctx context.Context, from, to int) error {
	for i := from; i < to; i++ {
		err := ctx.Err()
		if err != nil {
			return err
		}
		if p.pages[i], err = p.page(i); err != nil {
			return fmt.Errorf("read page %d of the PDF: %w", i+1, err)
		}
	}
	return nil
}
