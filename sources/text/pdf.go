package text

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

	"stet/sources"
	"stet/sources/court"
)

// readPDF reads the text of a PDF page by page, in the order in which PDFium
// finds it. A hyphen that ends a line is "-\n". A court's stamp is in Body and
// in the page's Stamps, but in no block. A page on which something is drawn and
// no words but a stamp can be read needs OCR, and gets it where o says so.
func readPDF(ctx context.Context, l *Library, b []byte, o Options) (*sources.Text, error) {
	p, err := l.readPages(ctx, b, pagesAtATime)
	if err != nil {
		return nil, err
	}
	if o.OCR {
		if err := l.readScans(ctx, b, p.pages); err != nil {
			return nil, err
		}
	}
	numberPages(p.pages)
	p.join()
	p.findBlocks()
	return p.text, nil
}

// pdf gathers the pages of one document.
type pdf struct {
	lib   pdfium.Pdfium
	doc   references.FPDF_DOCUMENT
	text  *sources.Text
	pages []pdfText
}

// pdfText is what one page says. Its spans count from the start of its words.
type pdfText struct {
	page  sources.Page
	words string
	notes []sources.Note
	links []sources.Link
}

// join makes one Text of the pages.
func (p *pdf) join() {
	var body strings.Builder
	for _, t := range p.pages {
		if body.Len() > 0 {
			body.WriteString("\n\n")
		}
		start := body.Len()
		body.WriteString(t.words)
		t.page.Start, t.page.End = start, body.Len()
		p.text.Pages = append(p.text.Pages, t.page)
		for _, n := range t.notes {
			n.Label, n.Start, n.End = strconv.Itoa(len(p.text.Notes)+1), n.Start+start, n.End+start
			p.text.Notes = append(p.text.Notes, n)
		}
		for _, k := range t.links {
			k.Start, k.End = k.Start+start, k.End+start
			p.text.Links = append(p.text.Links, k)
		}
	}
	p.text.Body = body.String()
	p.text.Published = filedOn(p.text.Pages)
}

// page reads page i, from 0. A page that PDFium cannot load is one without
// words: the others may still be read.
func (p *pdf) page(i int) (pdfText, error) {
	t, err := p.readPage(i)
	t.page.Number, t.page.Printed = i+1, p.label(i)
	switch {
	case errors.Is(err, pdferrors.ErrPage):
		t.page.NeedsOCR = true
	case err != nil:
		return t, err
	default:
		t.page.Stamps = court.Stamps(t.words)
		t.page.NeedsOCR = !hasWords(t.words, court.Find(t.words)) && (len(t.page.Stamps) > 0 || p.isDrawn(i))
	}
	return t, nil
}

// readPage returns the words of page i with the annotations on them.
func (p *pdf) readPage(i int) (pdfText, error) {
	view := p.byIndex(i)
	found, drawn := annotations(p.lib, p.doc, view)
	if drawn {
		if flat, ok := p.flatten(i); ok {
			view = requests.Page{ByReference: &flat}
			defer func() { _, _ = p.lib.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: flat}) }()
		}
	}
	page, err := loadPDFPage(p.lib, view)
	if err != nil {
		return pdfText{}, err
	}
	notes, links := page.annotated(found)
	return pdfText{words: page.words, notes: notes, links: links}, page.close()
}

// flatten draws the fields of forms, and what was typed or stamped onto page i,
// on the page itself, since PDFium takes no words from annotations, and opens
// it as it is then.
func (p *pdf) flatten(i int) (references.FPDF_PAGE, bool) {
	done, err := p.lib.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: p.byIndex(i), Usage: requests.FPDFPage_FlattenUsageNormalDisplay})
	if err != nil || done.Result != responses.FPDFPage_FlattenResultSuccess {
		return "", false
	}
	flat, err := p.lib.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: p.doc, Index: i})
	if err != nil {
		return "", false
	}
	return flat.Page, true
}

func (p *pdf) label(i int) string {
	label, err := p.lib.FPDF_GetPageLabel(&requests.FPDF_GetPageLabel{Document: p.doc, Page: i})
	if err != nil {
		return ""
	}
	return strings.ToValidUTF8(label.Label, "\ufffd")
}

func (p *pdf) byIndex(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: p.doc, Index: i}}
}

// hasWords reports whether a page holds anything to read besides its stamps. A
// page number is nothing to read, and neither is the row of Xs with which a
// scanned word was struck out.
func hasWords(page string, stamps []court.Found) bool {
	at := 0
	for _, s := range stamps {
		if slices.ContainsFunc(strings.Fields(page[at:max(at, s.Start)]), isWord) {
			return true
		}
		at = max(at, s.End)
	}
	return slices.ContainsFunc(strings.Fields(page[at:]), isWord)
}

// isWord reports whether s has two letters that differ.
func isWord(s string) bool {
	var seen rune
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
		case seen == 0:
			seen = r
		case r != seen:
			return true
		}
	}
	return false
}

// isDrawn reports whether anything at all is drawn on page i.
func (p *pdf) isDrawn(i int) bool {
	objects, err := p.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: p.byIndex(i)})
	return err == nil && objects.Count > 0
}

// describe takes title and author from the document's own description.
func (p *pdf) describe() {
	tags := []string{"Title", "Author"}
	if found, err := p.lib.GetMetaData(&requests.GetMetaData{Document: p.doc, Tags: &tags}); err == nil {
		for _, tag := range found.Tags {
			value := strings.TrimSpace(strings.ToValidUTF8(tag.Value, "\ufffd"))
			switch tag.Tag {
			case "Title":
				p.text.Title = strings.TrimPrefix(value, "Microsoft Word - ")
			case "Author":
				p.text.Byline = value
			}
		}
	}
}

// filedOn returns the day on which the document was filed: the last that the
// first stamped page bears, since an exhibit keeps the stamps of its earlier
// lives.
func filedOn(pages []sources.Page) string {
	day := ""
	for _, page := range pages {
		for _, s := range page.Stamps {
			day = max(day, s.Filed)
		}
		if day != "" {
			break
		}
	}
	return day
}
