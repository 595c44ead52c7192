package text

import (
	"cmp"
	"encoding/json"
	"strings"
	"time"

	"golang.org/x/net/html"

	"stet/sources"
)

// meta is what a page says about itself: in meta elements (Open Graph, Dublin
// Core and the names in common use), in schema.org's JSON-LD, in its head and
// at last in its visible parts.
type meta struct {
	title, byline, published, publisher, language string
}

// fill gives t what it lacks.
func (m meta) fill(t *sources.Text) {
	t.Title = cmp.Or(t.Title, m.title)
	t.Byline = cmp.Or(t.Byline, m.byline)
	t.Published = cmp.Or(t.Published, m.published)
	t.Publisher = cmp.Or(t.Publisher, m.publisher)
	t.Language = cmp.Or(t.Language, m.language)
}

func readMeta(doc *html.Node) meta {
	named := metaElements(doc)
	ld := readJSONLD(doc)
	publisher := firstName(named["og:site_name"], ld.publisher, named["application-name"])
	return meta{
		title:     cmp.Or(named["og:title"], ld.title, named["twitter:title"], titleElement(doc, publisher)),
		byline:    cmp.Or(ld.byline, author(named), visible(doc, isAuthorElement)),
		published: timeString(cmp.Or(ld.published, date(named), timeElement(doc))),
		publisher: publisher,
		language:  cmp.Or(language(doc), named["content-language"], ld.language),
	}
}

// firstName returns the first of the words that is there and no address.
func firstName(words ...string) string {
	for _, w := range words {
		if w != "" && !sources.IsURL(w) {
			return w
		}
	}
	return ""
}

// metaElements returns the contents of the page's meta elements by their name,
// property or itemprop in lower case; the first of a name counts.
func metaElements(doc *html.Node) map[string]string {
	named := map[string]string{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "meta" {
			continue
		}
		value := trimmed(attr(n, "content"))
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			name := strings.ToLower(trimmed(attr(n, key)))
			if name != "" && value != "" && named[name] == "" {
				named[name] = value
			}
		}
	}
	return named
}

func author(named map[string]string) string {
	for _, name := range []string{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "twitter:creator"} {
		if v := firstName(named[name]); v != "" && !strings.HasPrefix(v, "@") {
			return bylineName(v)
		}
	}
	return ""
}

func date(named map[string]string) string {
	for _, name := range []string{
		"article:published_time", "article:published", "datepublished", "og:published_time", "parsely-pub-date", "pubdate",
		"publishdate", "publish-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "date",
	} {
		if v := named[name]; v != "" {
			return v
		}
	}
	return ""
}

func language(doc *html.Node) string {
	root := first(doc, func(n *html.Node) bool { return n.Data == "html" })
	if root == nil {
		return ""
	}
	return cmp.Or(trimmed(attr(root, "lang")), trimmed(attr(root, "xml:lang")))
}

// titleElement returns the page's title without the site's name behind it.
func titleElement(doc *html.Node, publisher string) string {
	n := first(doc, func(n *html.Node) bool { return n.Data == "title" && n.Parent.Data == "head" })
	if n == nil {
		return visible(doc, func(n *html.Node) bool { return n.Data == "h1" })
	}
	title := wordsOf(n)
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		if i := strings.LastIndex(title, sep); i > 0 && publisher != "" && strings.EqualFold(title[i+len(sep):], publisher) {
			return title[:i]
		}
	}
	return title
}

func visible(doc *html.Node, want func(*html.Node) bool) string {
	if n := first(doc, want); n != nil {
		return bylineName(wordsOf(n))
	}
	return ""
}

// maxName is how long the words of an author element may be to be a name rather
// than a portrait of the author.
const maxName = 80

func isAuthorElement(n *html.Node) bool {
	kind, _ := kindOfClass(n)
	isAuthor := attr(n, "rel") == "author" || attr(n, "itemprop") == "author" || kind == sources.Byline
	return isAuthor && len(wordsOf(n)) <= maxName && wordsOf(n) != ""
}

func timeElement(doc *html.Node) string {
	n := first(doc, func(n *html.Node) bool { return n.Data == "time" && attr(n, "datetime") != "" })
	if n == nil {
		return ""
	}
	return attr(n, "datetime")
}

// timeString returns a date or time as RFC 3339 writes it, or s as it is where
// it is none that machines write.
func timeString(s string) string {
	s = trimmed(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02 15:04:05Z07:00", time.RFC1123Z} {
		if t, err := time.Parse(layout, s); err == nil {
			return known(t, time.RFC3339)
		}
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006/01/02", "20060102"} {
		if t, err := time.Parse(layout, s); err == nil {
			return known(t, time.DateOnly)
		}
	}
	return s
}

// known formats a time, but for the year 1, which stands for "no time" on pages
// made by programs.
func known(t time.Time, layout string) string {
	if t.Year() <= 1 {
		return ""
	}
	return t.Format(layout)
}

// readJSONLD returns what the first article in the page's JSON-LD says.
func readJSONLD(doc *html.Node) meta {
	for n := range doc.Descendants() {
		if n.Data != "script" || attr(n, "type") != "application/ld+json" || n.FirstChild == nil {
			continue
		}
		var value any
		if json.Unmarshal([]byte(n.FirstChild.Data), &value) != nil {
			continue
		}
		if m, ok := articleIn(value); ok {
			return m
		}
	}
	return meta{}
}

// articleIn returns the first article in a JSON-LD value, looking into lists
// and graphs.
func articleIn(value any) (meta, bool) {
	switch v := value.(type) {
	case []any:
		for _, each := range v {
			if m, ok := articleIn(each); ok {
				return m, true
			}
		}
	case map[string]any:
		kind := names(v["@type"], "")
		if strings.Contains(kind, "Article") || strings.Contains(kind, "Posting") || strings.Contains(kind, "Report") {
			return meta{
				title: names(v["headline"], ""), byline: names(v["author"], "name"), published: names(v["datePublished"], ""),
				publisher: names(v["publisher"], "name"), language: names(v["inLanguage"], "name"),
			}, true
		}
		return articleIn(v["@graph"])
	}
	return meta{}, false
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
