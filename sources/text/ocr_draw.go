package text

import (
	"errors"
	"image"
	"image/draw"
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

const (
	// ocrDPI is what tesseract asks for:
	// https://tesseract-ocr.github.io/tessdoc/ImproveQuality.html#rescaling
	ocrDPI = 300
	// maxOCRPixels bounds the picture of a page: A3 at ocrDPI.
	maxOCRPixels = 3508 * 4961
)

// drawPage returns page i of the document b, from 0, as a picture without the
// text that is read already: a stamp, mostly, which may hide what is under it.
func drawPage(lib pdfium.Pdfium, b []byte, i int) (*image.Gray, error) {
	doc, err := openPDF(lib, b)
	if err != nil {
		return nil, err
	}
	loaded, err := lib.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: i})
	if err != nil {
		return nil, err
	}
	page := requests.Page{ByReference: &loaded.Page}
	if err := removeText(lib, page); err != nil {
		return nil, err
	}
	width, height, err := pixels(lib, doc, i)
	if err != nil {
		return nil, err
	}
	drawn, err := lib.RenderPageInPixels(&requests.RenderPageInPixels{
		Page: page, Width: width, Height: height, ImageFormat: requests.RenderImageFormatGrayscale,
	})
	if err != nil {
		return nil, err
	}
	defer drawn.Cleanup()
	// What was drawn lies in the sandbox's memory, which is gone before it is used.
	picture := image.NewGray(drawn.Result.RenderedImage.Bounds())
	draw.Draw(picture, picture.Bounds(), drawn.Result.RenderedImage, picture.Bounds().Min, draw.Src)
	return picture, nil
}

// pixels returns how large page i, from 0, is at ocrDPI, or where that is more
// than maxOCRPixels, as large as it may be.
func pixels(lib pdfium.Pdfium, doc references.FPDF_DOCUMENT, i int) (width, height int, err error) {
	size, err := lib.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: doc, Index: i})
	if err != nil {
		return 0, 0, err
	}
	const points = 72.0 // to the inch
	scale := ocrDPI / points
	if area := size.Width * size.Height * scale * scale; area > maxOCRPixels {
		scale *= math.Sqrt(maxOCRPixels / area)
	}
	width, height = int(size.Width*scale), int(size.Height*scale)
	if width < 1 || height < 1 {
		return 0, 0, errors.New("the page has no size")
	}
	return width, height, nil
}

// removeText takes the text off a page, in PDFium's memory alone.
func removeText(lib pdfium.Pdfium, page requests.Page) error {
	count, err := lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return err
	}
	for i := count.Count - 1; i >= 0; i-- {
		object, err := lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return err
		}
		kind, err := lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return err
		}
		if kind.Type != enums.FPDF_PAGEOBJ_TEXT {
			continue
		}
		if _, err := lib.FPDFPage_RemoveObject(&requests.FPDFPage_RemoveObject{Page: page, PageObject: object.PageObject}); err != nil {
			return err
		}
	}
	return nil
}
