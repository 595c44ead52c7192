package text

import (
	"math"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// minTurned is how many letters in different parts of a page must lean the same
// way for the page to be taken to.
const minTurned = 5

// upright returns the rotation at which the page's lines run to the right, and
// false where its letters don't agree on one.
func (p *pdfPage) upright() (enums.FPDF_PAGE_ROTATION, bool) {
	turn, asked := -1, 0
	for i := range minTurned {
		at := p.letter((2*i + 1) * len(p.runes) / (2 * minTurned))
		if at < 0 {
			return 0, false
		}
		got, err := p.lib.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: p.ref, Index: p.char(at)})
		if err != nil {
			return 0, false
		}
		quarter := (4 - int(math.Round(float64(got.CharAngle)/(math.Pi/2)))%4) % 4 // PDFium measures against the clock
		if asked > 0 && quarter != turn {
			return 0, false
		}
		turn, asked = quarter, asked+1
	}
	return enums.FPDF_PAGE_ROTATION(turn), true
}

// letter returns the first rune from i on that is a letter or digit, or -1.
func (p *pdfPage) letter(i int) int {
	for ; i < len(p.runes); i++ {
		if unicode.IsLetter(p.runes[i]) || unicode.IsDigit(p.runes[i]) {
			return i
		}
	}
	return -1
}

// turnPage gives a page another rotation, and reports whether it had to.
func turnPage(lib pdfium.Pdfium, page requests.Page, turn enums.FPDF_PAGE_ROTATION) bool {
	is, err := lib.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil || is.PageRotation == turn {
		return false
	}
	_, err = lib.FPDFPage_SetRotation(&requests.FPDFPage_SetRotation{Page: page, Rotate: turn})
	return err == nil
}
