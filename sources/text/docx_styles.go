package text

import (
	"strconv"
	"strings"

	"stet/sources"
)

// styles holds a document's paragraph styles by id.
type styles map[string]style

type style struct {
	name  string // in lower case, as Word and LibreOffice name it in English
	based string // the id of the style that it is based on
	level int    // of its outline, from 1; 0 for body text
}

func readStyles(root *element) styles {
	all := styles{}
	if root == nil {
		return all
	}
	for _, e := range root.children {
		if e.name != "style" {
			continue
		}
		all[e.attr("styleId")] = style{
			name:  strings.ToLower(e.child("name").attr("val")),
			based: e.child("basedOn").attr("val"),
			level: outlineLevel(e.child("pPr")),
		}
	}
	return all
}

func outlineLevel(pPr *element) int {
	n, err := strconv.Atoi(pPr.child("outlineLvl").attr("val"))
	if err != nil || n < 0 || n > 8 {
		return 0
	}
	return n + 1
}

// styleKinds lists what paragraph styles of these names, or based on them, are
// used for.
var styleKinds = []struct {
	prefix string // of the style's name
	kind   sources.BlockKind
}{
	{"subtitle", sources.Dek},
	{"pull quote", sources.PullQuote},
	{"pullquote", sources.PullQuote},
	{"quote", sources.BlockQuote},
	{"quotation", sources.BlockQuote},
	{"intense quote", sources.BlockQuote},
	{"block text", sources.BlockQuote},
	{"caption", sources.Caption},
	{"image caption", sources.Caption},
	{"byline", sources.Byline},
	{"author", sources.Byline},
	{"date", sources.Byline},
	{"list bullet", sources.ListItem},
	{"list number", sources.ListItem},
	{"source code", sources.Code},
	{"html preformatted", sources.Code},
	{"preformatted", sources.Code},
}

// maxBased bounds how far styles are followed, which may be based on one
// another in a circle.
const maxBased = 10

// kindOf returns the kind of a paragraph by its properties, with the level of a
// heading.
func (s styles) kindOf(pPr *element) (sources.BlockKind, int) {
	if level := outlineLevel(pPr); level > 0 {
		return sources.Heading, level
	}
	if kind, level := s.kindOfStyle(pPr.child("pStyle").attr("val")); kind != "" {
		return kind, level
	}
	if pPr.child("numPr") != nil {
		return sources.ListItem, 0
	}
	return sources.Paragraph, 0
}

// kindOfStyle returns what a style, or one that it is based on, is used for, or
// "" where its name says nothing of it.
func (s styles) kindOfStyle(id string) (sources.BlockKind, int) {
	for range maxBased {
		st, ok := s[id]
		if !ok {
			break
		}
		if kind, level := st.kind(); kind != "" {
			return kind, level
		}
		id = st.based
	}
	return "", 0
}

func (s style) kind() (sources.BlockKind, int) {
	if s.name == "title" {
		return sources.Heading, 1
	}
	if digits, ok := strings.CutPrefix(s.name, "heading "); ok {
		if n, err := strconv.Atoi(digits); err == nil && n > 0 && n < 10 {
			return sources.Heading, n
		}
	}
	for _, row := range styleKinds {
		if strings.HasPrefix(s.name, row.prefix) {
			return row.kind, 0
		}
	}
	if s.level > 0 {
		return sources.Heading, s.level
	}
	return "", 0
}
