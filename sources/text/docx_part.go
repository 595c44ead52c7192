package text

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

const (
	// maxPart bounds what one part of a document may unzip to, in bytes. A book's
	// main part is about 10 MB; a zip bomb is a thousand times its archive.
	maxPart = 64 << 20
	// maxDepth bounds how deeply a part's elements may be nested.
	maxDepth = 256
	// maxElements bounds how many elements a part may have.
	maxElements = 4 << 20
)

// archive is a DOCX or another document as a zip file of XML parts.
type archive struct {
	format string // as errors name it
	files  map[string]*zip.File
	limit  int64 // of bytes that a part may unzip to
}

func openDOCXArchive(b []byte) (*archive, error) {
	if bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")) {
		return nil, errors.New("the DOCX is encrypted, or a .doc of before 2007: save it as .docx without a password")
	}
	return openArchive(b, "DOCX")
}

func openArchive(b []byte, format string) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("the %s is damaged: %w", format, err)
	}
	a := &archive{format: format, files: map[string]*zip.File{}, limit: maxPart}
	for _, f := range z.File {
		a.files[f.Name] = f
	}
	return a, nil
}

// part returns the root element of a part, or nil where the archive has none of
// that name.
func (a *archive) part(name string) (*element, error) {
	f := a.files[name]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > uint64(a.limit) {
		return nil, a.tooLarge(name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("the %s is damaged: open %s: %w", a.format, name, err)
	}
	defer r.Close()
	// A header may understate the size, so that the bytes are counted too.
	b, err := io.ReadAll(io.LimitReader(r, a.limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("the %s is damaged: unzip %s: %w", a.format, name, err)
	case int64(len(b)) > a.limit:
		return nil, a.tooLarge(name)
	}
	root, err := parseElement(b)
	if err != nil {
		return nil, fmt.Errorf("the %s is damaged: %s: %w", a.format, name, err)
	}
	return root, nil
}

func (a *archive) tooLarge(name string) error {
	return fmt.Errorf("the %s's part %s unzips to more than the %d bytes that are read", a.format, name, a.limit)
}

// element is an XML element by its local name: WordprocessingML's two
// namespaces, transitional and strict, use the same ones, and in OpenDocument no
// two that matter share one.
type element struct {
	name     string
	attrs    []xml.Attr
	children []*element
	words    string // of a text, whose name is ""
}

// attr returns the value of the attribute of that local name, or "".
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// child returns the first child of that name, or nil; so that calls can be
// chained, a nil element has none.
func (e *element) child(name string) *element {
	if e == nil {
		return nil
	}
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// text returns the words directly in e.
func (e *element) text() string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	for _, c := range e.children {
		b.WriteString(c.words)
	}
	return b.String()
}

func parseElement(b []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(b))
	root := &element{}
	open := []*element{root}
	for n := 0; ; n++ {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if len(open) > maxDepth || n > maxElements {
			return nil, errors.New("its elements are too many, or nested too deeply")
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: token.Attr}
			top.children = append(top.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 1 {
				top.children = append(top.children, &element{words: string(token)})
			}
		}
	}
	if len(root.children) == 0 {
		return nil, errors.New("it is empty")
	}
	return root.children[0], nil
}

// relations returns the addresses that a part refers to by id. Targets within
// the archive are given by their names in it.
func (a *archive) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	root, err := a.part(dir + "_rels/" + base + ".rels")
	if err != nil || root == nil {
		return nil, err
	}
	all := map[string]relation{}
	for _, c := range root.children {
		r := relation{kind: path.Base(c.attr("Type")), target: c.attr("Target")}
		if c.attr("TargetMode") != "External" {
			r.target = strings.TrimPrefix(path.Join("/", dir, r.target), "/")
			if strings.HasPrefix(c.attr("Target"), "/") {
				r.target = strings.TrimPrefix(path.Clean(c.attr("Target")), "/")
			}
		}
		all[c.attr("Id")] = r
	}
	return all, nil
}

// relation is what a part refers to: its kind, such as "hyperlink" or
// "footnotes", and where it is.
type relation struct{ kind, target string }
