package text

import (
	"strings"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

const (
	// maxAnnotations bounds how many annotations of one page are looked at.
	maxAnnotations = 1000
	// maxPlaces bounds how many lines one annotation is taken to mark.
	maxPlaces = 100
)

// annotation is what somebody set on a page rather than in it (ISO 32000-2,
// 12.5): a hyperlink or a comment.
type annotation struct {
	address string // of a link
	comment string
	author  string
	places  []rectangle // the words that it is set on, line by line
}

// rectangle is a place on a page, in points from its lower left corner.
type rectangle struct{ left, bottom, right, top float64 }

// annotations reads the hyperlinks and comments of a page. It reports whether
// others are drawn on the page whose words a reader sees there: the fields of a
// form, stamps, and notes typed onto it.
func annotations(lib pdfium.Pdfium, doc references.FPDF_DOCUMENT, page requests.Page) (found []annotation, drawn bool) {
	count, err := lib.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: page})
	if err != nil {
		return nil, false // a page that cannot be loaded: reading its words says so
	}
	for i := range min(count.Count, maxAnnotations) {
		got, err := lib.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: page, Index: i})
		if err != nil {
			continue
		}
		a := annotated{lib, doc, got.Annotation}
		note, isDrawn := a.read()
		drawn = drawn || isDrawn
		if note.address != "" || note.comment != "" {
			found = append(found, note)
		}
		_, _ = lib.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: got.Annotation})
	}
	return found, drawn
}

// annotated asks PDFium for one annotation. What it cannot tell is empty.
type annotated struct {
	lib pdfium.Pdfium
	doc references.FPDF_DOCUMENT
	ref references.FPDF_ANNOTATION
}

// read returns the annotation, or an empty one where it says nothing.
func (a annotated) read() (note annotation, drawn bool) {
	switch a.kind() {
	case enums.FPDF_ANNOT_SUBTYPE_LINK:
		note.address = a.address()
	case enums.FPDF_ANNOT_SUBTYPE_WIDGET, enums.FPDF_ANNOT_SUBTYPE_FREETEXT, enums.FPDF_ANNOT_SUBTYPE_STAMP:
		return note, !a.isHidden()
	case enums.FPDF_ANNOT_SUBTYPE_TEXT, enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT, enums.FPDF_ANNOT_SUBTYPE_UNDERLINE,
		enums.FPDF_ANNOT_SUBTYPE_SQUIGGLY, enums.FPDF_ANNOT_SUBTYPE_STRIKEOUT, enums.FPDF_ANNOT_SUBTYPE_CARET,
		enums.FPDF_ANNOT_SUBTYPE_SQUARE, enums.FPDF_ANNOT_SUBTYPE_CIRCLE, enums.FPDF_ANNOT_SUBTYPE_INK:
		if !a.isHidden() {
			note.comment, note.author = a.value("Contents"), a.value("T")
		}
	}
	if note.address != "" || note.comment != "" {
		note.places = a.places()
	}
	return note, false
}

func (a annotated) kind() enums.FPDF_ANNOTATION_SUBTYPE {
	kind, err := a.lib.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a.ref})
	if err != nil {
		return enums.FPDF_ANNOT_SUBTYPE_UNKNOWN
	}
	return kind.Subtype
}

func (a annotated) isHidden() bool {
	got, err := a.lib.FPDFAnnot_GetFlags(&requests.FPDFAnnot_GetFlags{Annotation: a.ref})
	return err == nil && got.Flags&(enums.FPDF_ANNOT_FLAG_HIDDEN|enums.FPDF_ANNOT_FLAG_NOVIEW) != 0
}

func (a annotated) value(key string) string {
	got, err := a.lib.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: a.ref, Key: key})
	if err != nil {
		return ""
	}
	words, _ := cleanPDF([]rune(got.Value), nil)
	return words
}

// address returns where a link leads outside the document, or "".
func (a annotated) address() string {
	link, err := a.lib.FPDFAnnot_GetLink(&requests.FPDFAnnot_GetLink{Annotation: a.ref})
	if err != nil {
		return ""
	}
	action, err := a.lib.FPDFLink_GetAction(&requests.FPDFLink_GetAction{Link: link.Link})
	if err != nil || action.Action == nil {
		return ""
	}
	kind, err := a.lib.FPDFAction_GetType(&requests.FPDFAction_GetType{Action: *action.Action})
	if err != nil || kind.Type != enums.FPDF_ACTION_ACTION_URI {
		return ""
	}
	uri, err := a.lib.FPDFAction_GetURIPath(&requests.FPDFAction_GetURIPath{Document: a.doc, Action: *action.Action})
	if err != nil || uri.URIPath == nil {
		return ""
	}
	return strings.TrimSpace(strings.ToValidUTF8(*uri.URIPath, "\ufffd"))
}

// places returns the lines that the annotation marks, or where it says none,
// its own rectangle.
func (a annotated) places() []rectangle {
	var places []rectangle
	count, err := a.lib.FPDFAnnot_CountAttachmentPoints(&requests.FPDFAnnot_CountAttachmentPoints{Annotation: a.ref})
	if err == nil {
		for i := range min(count.Count, maxPlaces) {
			got, err := a.lib.FPDFAnnot_GetAttachmentPoints(&requests.FPDFAnnot_GetAttachmentPoints{Annotation: a.ref, Index: i})
			if err != nil {
				break
			}
			q := got.QuadPoints
			places = append(places, around(q.X1, q.Y1, q.X2, q.Y2, q.X3, q.Y3, q.X4, q.Y4))
		}
	}
	if len(places) > 0 {
		return places
	}
	rect, err := a.lib.FPDFAnnot_GetRect(&requests.FPDFAnnot_GetRect{Annotation: a.ref})
	if err != nil {
		return nil
	}
	return []rectangle{around(rect.Rect.Left, rect.Rect.Bottom, rect.Rect.Right, rect.Rect.Top)}
}

// around returns the rectangle around points given as x, y, x, y….
func around(points ...float32) rectangle {
	r := rectangle{left: float64(points[0]), right: float64(points[0]), bottom: float64(points[1]), top: float64(points[1])}
	for i := 2; i+1 < len(points); i += 2 {
		x, y := float64(points[i]), float64(points[i+1])
		r.left, r.right = min(r.left, x), max(r.right, x)
		r.bottom, r.top = min(r.bottom, y), max(r.top, y)
	}
	return r
}
