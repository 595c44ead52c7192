package text

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// jsonLD is the schema.org statements of a page, each with its type, as JSON-LD
// has them; people and organisations may be named elsewhere by their @id.
type jsonLD struct {
	articles, pages []map[string]any
	byID            map[string]map[string]any
}

// readJSONLD returns what the first article in the page's JSON-LD says, and
// what it leaves out by the page's own statements.
func readJSONLD(doc *html.Node) meta {
	ld := jsonLD{byID: map[string]map[string]any{}}
	for n := range doc.Descendants() {
		if n.Data != "script" || !strings.Contains(attr(n, "type"), "ld+json") || n.FirstChild == nil {
			continue
		}
		var value any
		text := strings.TrimSpace(n.FirstChild.Data)
		if json.Unmarshal([]byte(text), &value) != nil && json.Unmarshal([]byte(oneLine(text)), &value) != nil {
			continue
		}
		ld.gather(value)
	}
	var m meta
	for _, each := range append(ld.articles, ld.pages...) {
		m = m.or(ld.read(each))
	}
	return m
}

// oneLine mends JSON whose strings run over lines, which is a common mistake.
func oneLine(s string) string {
	return strings.NewReplacer("\r", " ", "\n", " ", "\t", " ").Replace(s)
}

// or returns m with what it lacks taken from other.
func (m meta) or(other meta) meta {
	for _, field := range []struct{ mine, theirs *string }{
		{&m.title, &other.title}, {&m.byline, &other.byline}, {&m.published, &other.published},
		{&m.publisher, &other.publisher}, {&m.language, &other.language},
	} {
		if *field.mine == "" {
			*field.mine = *field.theirs
		}
	}
	return m
}

// gather sorts a value's statements, looking into lists and graphs.
func (ld *jsonLD) gather(value any) {
	switch v := value.(type) {
	case []any:
		for _, each := range v {
			ld.gather(each)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			ld.byID[id] = v
		}
		switch kind := names(v["@type"], ""); {
		case strings.Contains(kind, "Article"), strings.Contains(kind, "Posting"), strings.Contains(kind, "Report"), strings.Contains(kind, "Recipe"):
			ld.articles = append(ld.articles, v)
		case strings.Contains(kind, "Page"):
			ld.pages = append(ld.pages, v)
			ld.gather(v["mainEntity"])
		default:
			ld.gather(v["@graph"])
		}
	}
}

func (ld *jsonLD) read(v map[string]any) meta {
	return meta{
		title: names(v["headline"], ""), byline: strings.Join(ld.people(v["author"]), ", "), published: names(v["datePublished"], ""),
		publisher: names(ld.resolve(v["publisher"]), "name"), language: names(v["inLanguage"], "name"),
	}
}

// people returns the names of authors, each once.
func (ld *jsonLD) people(value any) []string {
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	var all []string
	for _, each := range list {
		name := names(ld.resolve(each), "name")
		for _, known := range all {
			if known == name {
				name = ""
			}
		}
		if name != "" {
			all = append(all, name)
		}
	}
	return all
}

// resolve returns the statement that a reference names, or value as it is.
func (ld *jsonLD) resolve(value any) any {
	if v, ok := value.(map[string]any); ok {
		if id, ok := v["@id"].(string); ok && v["name"] == nil && ld.byID[id] != nil {
			return ld.byID[id]
		}
	}
	return value
}

// names returns a JSON-LD value as words: a string, the given field of an
// object, or of each object of a list.
func names(value any, field string) string {
	switch v := value.(type) {
	case string:
		return trimmed(html.UnescapeString(v))
	case map[string]any:
		if field != "" {
			return names(v[field], "")
		}
	case []any:
		var all []string
		for _, each := range v {
			if name := names(each, field); name != "" {
				all = append(all, name)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}
