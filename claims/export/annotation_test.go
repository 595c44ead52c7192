package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stet/sources"
)

// collection is a collection of annotations as a consumer reads it.
type collection struct {
	Context string `json:"@context"`
	ID      string
	Type    string
	Total   int
	First   struct {
		ID    string
		Type  string
		Items []struct {
			ID         string
			Type       string
			Motivation string
			Body       []struct{ Type, Purpose, Format, Value string }
			Target     struct {
				Source   string
				Selector []struct {
					Type, ConformsTo, Value, Exact, Prefix, Suffix string
					Start, End                                     *int
					RefinedBy                                      *struct{ Type, Exact string }
				}
			}
		}
	}
}

func readCollection(t *testing.T, document []byte) collection {
	t.Helper()
	var c collection
	if err := json.Unmarshal(document, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// annotated returns the claim and the passage of a collection of one.
func annotated(t *testing.T, document []byte) (text, quote string) {
	t.Helper()
	c := readCollection(t, document)
	if len(c.First.Items) != 1 {
		t.Fatalf("%d annotations", len(c.First.Items))
	}
	one := c.First.Items[0]
	for _, s := range one.Target.Selector {
		quote += s.Exact
	}
	return one.Body[0].Value, quote
}

// TestAnnotationsHaveWhatTheModelAsksFor checks what the model says a
// collection, a page and an annotation MUST have (sections 3.1, 5.1, 5.2).
func TestAnnotationsHaveWhatTheModelAsksFor(t *testing.T) {
	pageOf := func(snapshot sources.Digest, offset int) int {
		if snapshot != "ab" || offset != 7 {
			t.Errorf("asked for the page of byte %d of %s", offset, snapshot)
		}
		return 5
	}
	document := exported(t, func(b *bytes.Buffer) Writer { return newAnnotations(b, Options{PageOf: pageOf}) })
	c := readCollection(t, []byte(document))
	if c.Context != "http://www.w3.org/ns/anno.jsonld" || c.Type != "AnnotationCollection" || c.First.Type != "AnnotationPage" {
		t.Errorf("%+v", c)
	}
	ids := []string{c.ID, c.First.ID}
	if c.Total != 1 || len(c.First.Items) != 1 {
		t.Fatalf("%d of %d annotations, want that of the log: the call has no address", len(c.First.Items), c.Total)
	}
	for _, a := range c.First.Items {
		ids = append(ids, a.ID)
		if a.Type != "Annotation" || a.Target.Source != "logs/log.txt" {
			t.Errorf("%+v", a)
		}
		s := a.Target.Selector
		if len(s) != 3 || s[0].Type != "TextQuoteSelector" || s[1].Type != "TextPositionSelector" || *s[1].Start != 7 || *s[1].End != 14 ||
			s[2].Type != "FragmentSelector" || s[2].Value != "page=5" || s[2].RefinedBy.Exact != "it sank" {
			t.Errorf("selectors %+v", s)
		}
	}
	seen := map[string]bool{}
	for _, id := range ids {
		if _, err := uuid.Parse(strings.TrimPrefix(id, "urn:uuid:")); err != nil || seen[id] {
			t.Errorf("id %q: %v", id, err)
		}
		seen[id] = true
	}
}

func TestIRIs(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.com/a?b=c#d": "https://example.com/a?b=c#d",
		"filings/log 1.txt":           "filings/log%201.txt",
		"a:b.txt":                     "./a:b.txt",
		"what?.txt":                   "what%3F.txt",
	} {
		if got := iri(address); got != want {
			t.Errorf("iri(%q) = %q, want %q", address, got, want)
		}
	}
}
