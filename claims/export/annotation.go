package export

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"net/url"
	"strings"

	"github.com/google/uuid"

	"stet/claims"
	"stet/sources"
)

// pdfFragments is the specification of page=N, which counts pages from 1 as
// they come, whatever is printed on them (RFC 8118, section 3).
const pdfFragments = "http://tools.ietf.org/rfc/rfc8118"

// annotation is one annotation of the Web Annotation Data Model (W3C
// Recommendation of 23 February 2017): a claim, said of the passage of a source
// that it cites.
type annotation struct {
	ID         string           `json:"id"`
	Type       string           `json:"type"`
	Motivation string           `json:"motivation"`
	Body       []textualBody    `json:"body"`
	Target     annotationTarget `json:"target"`
}

type textualBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Format  string `json:"format"`
	Value   string `json:"value"`
}

type annotationTarget struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector,omitempty"`
}

type fragmentSelector struct {
	Type       string    `json:"type"`
	ConformsTo string    `json:"conformsTo"`
	Value      string    `json:"value"`
	RefinedBy  *Selector `json:"refinedBy,omitempty"`
}

// annotationWriter writes an AnnotationCollection of one page.
type annotationWriter struct {
	out    io.Writer
	pageOf func(sources.Digest, int) int
	total  int
	ids    hash.Hash // of every annotation, by which the collection is named
}

func newAnnotations(w io.Writer, o Options) Writer {
	return &annotationWriter{out: w, pageOf: o.PageOf, ids: sha256.New()}
}

const annotationHead = `{
  "@context": "http://www.w3.org/ns/anno.jsonld",
  "type": "AnnotationCollection",
  "label": "Claims and the passages that they cite",
  "first": {
    "type": "AnnotationPage",
    "startIndex": 0,
    "items": [`

func (w *annotationWriter) Write(r Record) error {
	for i := range r.Citations {
		if c := &r.Citations[i]; c.Address != "" {
			if err := w.annotate(&r, c); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *annotationWriter) annotate(r *Record, c *Citation) error {
	a := annotation{
		ID: "urn:uuid:" + c.ID, Type: "Annotation", Motivation: "assessing", Body: bodies(r, c),
		Target: annotationTarget{Source: iri(c.Address), Selector: w.selectors(c)},
	}
	b, err := marshal(a, "      ", "  ")
	if err != nil {
		return err
	}
	before := ",\n      "
	if w.total == 0 {
		before = annotationHead + "\n      "
	}
	w.total++
	io.WriteString(w.ids, a.ID)
	_, err = io.WriteString(w.out, before+string(b))
	return err
}

// bodies says of a passage what claim rests on it, how, and what else there is
// to say.
func bodies(r *Record, c *Citation) []textualBody {
	all := []textualBody{{"TextualBody", "describing", "text/plain", r.Text}, {"TextualBody", "classifying", "text/plain", string(c.Stance)}}
	if c.Note != "" {
		all = append(all, textualBody{"TextualBody", "commenting", "text/plain", c.Note})
	}
	return all
}

// selectors returns what finds the passage, each by itself: its words, its
// place in the text read, and in a PDF the page with the words on it.
func (w *annotationWriter) selectors(c *Citation) []any {
	var all []any
	for _, s := range c.Selectors {
		all = append(all, s)
	}
	if len(all) == 0 || w.pageOf == nil {
		return all
	}
	if page := w.pageOf(c.found.snapshot, c.found.start); page > 0 {
		all = append(all, fragmentSelector{"FragmentSelector", pdfFragments, fmt.Sprintf("page=%d", page), &c.Selectors[0]})
	}
	return all
}

func (w *annotationWriter) Close() error {
	head := ""
	if w.total == 0 {
		head = annotationHead
	}
	page := uuid.NewSHA1(uuid.NameSpaceURL, w.ids.Sum([]byte("page")))
	collection := uuid.NewSHA1(uuid.NameSpaceURL, w.ids.Sum([]byte("collection")))
	_, err := fmt.Fprintf(w.out, "%s\n    ],\n    \"id\": \"urn:uuid:%s\"\n  },\n  \"total\": %d,\n  \"id\": \"urn:uuid:%s\"\n}\n", head, page, w.total, collection)
	return err
}

// found is where the words relied on stand.
type found struct {
	snapshot sources.Digest
	start    int // in bytes of the text read of it
}

func foundAt(m claims.Match) found { return found{snapshot: m.Snapshot, start: m.Start} }

// iri returns a source's address as an IRI, or an IRI reference to a file
// relative to the ledger's folder.
func iri(address string) string {
	if strings.Contains(address, "://") {
		return address
	}
	return (&url.URL{Path: address}).String()
}
