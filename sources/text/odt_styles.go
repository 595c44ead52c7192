package text

import (
	"cmp"
	"strconv"
	"strings"

	"stet/sources"
)

// odtStyles holds a text document's styles: what its paragraph styles are used
// for, and how they and the text styles look.
type odtStyles struct {
	kinds styles
	looks map[string]look // by family and name
}

// look says how words are set. What is "" is as the words around have it.
type look struct {
	bold, italic, display string
	based                 string // the style that it is based on
}

func (l look) isBold() bool {
	weight, err := strconv.Atoi(l.bold)
	return l.bold == "bold" || err == nil && weight >= 600
}

func (l look) isItalic() bool { return l.italic == "italic" || l.italic == "oblique" }
func (l look) isHidden() bool { return l.display == "none" }

// over returns l, and where it says nothing, outer.
func (l look) over(outer look) look {
	return look{
		bold: cmp.Or(l.bold, outer.bold), italic: cmp.Or(l.italic, outer.italic), display: cmp.Or(l.display, outer.display),
		based: outer.based,
	}
}

// readODTStyles reads the styles of the parts, which may be one and the same.
func readODTStyles(parts ...*element) odtStyles {
	all := odtStyles{kinds: styles{}, looks: map[string]look{}}
	for _, part := range parts {
		for _, group := range []string{"styles", "automatic-styles"} {
			all.read(part.child(group))
		}
	}
	return all
}

func (s odtStyles) read(group *element) {
	if group == nil {
		return
	}
	for _, e := range group.children {
		if e.name != "style" {
			continue
		}
		family, name := e.attr("family"), e.attr("name")
		if family == "paragraph" {
			s.kinds[name] = odtStyle(e)
		}
		set := e.child("text-properties")
		s.looks[family+" "+name] = look{
			bold: set.attr("font-weight"), italic: set.attr("font-style"), display: set.attr("display"), based: e.attr("parent-style-name"),
		}
	}
}

// odtStyle returns what is known of a paragraph style.
func odtStyle(e *element) style {
	level, err := strconv.Atoi(e.attr("default-outline-level"))
	if err != nil || level < 1 {
		level = 0
	}
	name := cmp.Or(e.attr("display-name"), shownName(e.attr("name")))
	return style{name: strings.ToLower(name), based: e.attr("parent-style-name"), level: level}
}

// shownName returns the name that people see of a style. Each space is written
// with its number in hexadecimal: "Heading_20_1".
func shownName(name string) string { return strings.ReplaceAll(name, "_20_", " ") }

// kindOf returns what a paragraph style is used for, or "". Pandoc names styles
// that it doesn't define: those are known by their names.
func (s odtStyles) kindOf(name string) (sources.BlockKind, int) {
	if _, ok := s.kinds[name]; !ok {
		return style{name: strings.ToLower(shownName(name))}.kind()
	}
	return s.kinds.kindOfStyle(name)
}

// look returns how words in a style look that stand in others of the look
// around.
func (s odtStyles) look(family, name string, around look) look {
	var l look
	for range maxBased {
		next, ok := s.looks[family+" "+name]
		if !ok {
			break
		}
		l, name = l.over(next), next.based
	}
	return l.over(around)
}
