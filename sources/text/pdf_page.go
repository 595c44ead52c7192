package text

import (
	"slices"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// pdfPage is a page as PDFium reads it: its characters in the order in which
// they are drawn, unless that is not the order in which they are read, with the
// spaces and line ends that PDFium makes up.
type pdfPage struct {
	lib    pdfium.Pdfium
	ref    references.FPDF_TEXTPAGE
	runes  []rune
	source []int  // for each of runes, which of PDFium's it is, or -1; nil where none was moved
	words  string // runes made fit to read
	at     []int  // for each of runes, where in words it or what follows it begins
}

// loadPDFPage reads a page with its lines upright, which is how PDFium puts
// words together: a page that was turned after it was made, or should have been,
// is turned in PDFium's memory first.
func loadPDFPage(lib pdfium.Pdfium, page requests.Page) (*pdfPage, error) {
	p := &pdfPage{lib: lib}
	if err := p.load(page); err != nil {
		return nil, err
	}
	if turn, ok := p.upright(); ok && turnPage(lib, page, turn) {
		if err := p.close(); err != nil {
			return nil, err
		}
		if err := p.load(page); err != nil {
			return nil, err
		}
	}
	p.reorder()
	p.words, p.at = cleanPDF(p.runes, p.repairs())
	return p, nil
}

// load takes a page's text in one call: PDFium's other way, a call for each
// character, takes several times as long through the sandbox's wall.
func (p *pdfPage) load(page requests.Page) error {
	loaded, err := p.lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return err
	}
	p.ref, p.runes = loaded.TextPage, nil
	chars, err := p.lib.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.ref})
	if err != nil || chars.Count <= 0 {
		return err
	}
	got, err := p.lib.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: p.ref, Count: chars.Count})
	if err != nil {
		return err
	}
	p.runes = []rune(got.Text)
	return nil
}

// char returns which of PDFium's characters the rune at i is, or -1.
func (p *pdfPage) char(i int) int {
	if p.source != nil {
		i = p.source[i]
	}
	char, err := p.lib.FPDFText_GetCharIndexFromTextIndex(&requests.FPDFText_GetCharIndexFromTextIndex{TextPage: p.ref, NTextIndex: i})
	if err != nil || i < 0 {
		return -1
	}
	return char.CharIndex
}

// runeOf returns which of the runes PDFium's character is, or -1.
func (p *pdfPage) runeOf(char int) int {
	text, err := p.lib.FPDFText_GetTextIndexFromCharIndex(&requests.FPDFText_GetTextIndexFromCharIndex{TextPage: p.ref, NCharIndex: char})
	switch {
	case err != nil || text.TextIndex >= len(p.runes) && p.source == nil:
		return -1
	case p.source != nil:
		return slices.Index(p.source, text.TextIndex)
	}
	return text.TextIndex
}

func (p *pdfPage) close() error {
	_, err := p.lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: p.ref})
	return err
}

// cleanPDF returns a page's text as it is to be read, with the repairs that
// stand for single runes put in, and for each rune the offset at which it
// begins there.
func cleanPDF(runes []rune, repairs map[int]string) (words string, at []int) {
	var b strings.Builder
	at = make([]int, len(runes))
	for i, r := range runes {
		at[i] = b.Len()
		if repair, ok := repairs[i]; ok {
			b.WriteString(repair)
			continue
		}
		b.WriteString(cleanRune(r, isLineEnd(runes, i+1)))
	}
	words = b.String()
	lead := len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	words = strings.TrimSpace(words)
	for i := range at {
		at[i] = min(max(at[i]-lead, 0), len(words))
	}
	return words, at
}

// cleanRune returns a rune with line ends that are "\n" and hyphens that are
// hyphens: PDFium gives one at which a line breaks as U+0002, or U+FFFE,
// mostly without the break. Other control characters are leavings of fonts.
func cleanRune(r rune, lineEnds bool) string {
	switch {
	case r == '\u0002' || r == '\ufffe':
		if lineEnds {
			return "-"
		}
		return "-\n"
	case r == '\r' && lineEnds:
		return ""
	case r == '\r':
		return "\n"
	case r != '\n' && r != '\t' && unicode.IsControl(r):
		return ""
	}
	return string(r)
}

func isLineEnd(runes []rune, i int) bool {
	return i < len(runes) && (runes[i] == '\r' || runes[i] == '\n')
}
