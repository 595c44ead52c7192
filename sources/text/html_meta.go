package text

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"

	"stet/sources"
)

// meta is what a page says about itself: in meta elements (Open Graph, Dublin
// Core and the names in common use), in schema.org's JSON-LD, in its head and
// at last in its visible parts.
type meta struct {
	title, byline, published, publisher, language, canonical string
}

// fill gives t what it lacks.
func (m meta) fill(t *sources.Text) {
	t.Title = cmp.Or(t.Title, m.title)
	t.Byline = cmp.Or(t.Byline, m.byline)
	t.Published = cmp.Or(t.Published, m.published)
	t.Publisher = cmp.Or(t.Publisher, m.publisher)
	t.Language = cmp.Or(t.Language, m.language)
	t.Canonical = cmp.Or(t.Canonical, m.canonical)
}

// readMeta reads what a page says of itself. Its address, where it gives one or
// one is known, may hold a date and the site's name.
func readMeta(doc *html.Node, address string) meta {
	p := profile{doc: doc, named: metaElements(doc), ld: readJSONLD(doc)}
	if p.address = p.canonical(); p.address == "" {
		p.address = address
	}
	p.publisher = firstName(p.named["og:site_name"], p.ld.publisher, p.named["application-name"])
	p.headline = p.title()
	return meta{
		title: p.headline, byline: p.byline(), published: p.published(), publisher: p.publisher,
		language:  cmp.Or(language(doc), p.named["content-language"], strings.ReplaceAll(p.named["og:locale"], "_", "-"), p.ld.language),
		canonical: p.canonical(),
	}
}

// canonical returns the address that the page gives as its own (RFC 6596, or
// Open Graph), or "" where it gives none.
func (p *profile) canonical() string {
	link := first(p.doc, func(n *html.Node) bool { return n.Data == "link" && strings.EqualFold(attr(n, "rel"), "canonical") })
	var addresses []string
	if link != nil {
		addresses = append(addresses, attr(link, "href"))
	}
	for _, address := range append(addresses, p.named["og:url"]) {
		if sources.IsURL(trimmed(address)) {
			return trimmed(address)
		}
	}
	return ""
}

// profile is everything on a page that tells what it is.
type profile struct {
	doc       *html.Node
	address   string
	named     map[string]string // the meta elements
	ld        meta              // the JSON-LD
	publisher string
	headline  string
	heading   *html.Node // the headline's element, once title has found it
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

// metaElements returns the contents of the page's meta elements by their name
// or property in lower case; the first of a name counts. Those with an itemprop
// may be of anything on the page, such as a work that it cites: they stand
// under "itemprop:" and count where nothing else does.
func metaElements(doc *html.Node) map[string]string {
	named := map[string]string{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "meta" {
			continue
		}
		value := trimmed(attr(n, "content"))
		for key, prefix := range map[string]string{"property": "", "name": "", "http-equiv": "", "itemprop": "itemprop:"} {
			if name := strings.ToLower(trimmed(attr(n, key))); name != "" && value != "" && named[prefix+name] == "" {
				named[prefix+name] = value
			}
		}
	}
	return named
}

// firstNamed returns the first meta element of the names that has a value.
func (p *profile) firstNamed(names ...string) string {
	for _, name := range names {
		if v := p.named[name]; v != "" {
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
