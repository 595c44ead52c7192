package text

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// title returns the page's headline: the first heading that readers see and
// that shares most of its words with what the page is called elsewhere, since
// what stands in meta elements is often worded for search engines or shared
// with the site's name; without one, what the page is called elsewhere.
func (p *profile) title() string {
	called := []string{p.named["og:title"], p.ld.title, p.named["twitter:title"], p.titleElement()}
	name := p.withoutSite(cmp.Or(called...))
	headings := p.headings()
	p.heading = likest(headings, called)
	switch {
	case name == "" && len(headings) > 0:
		return wordsOf(headings[0])
	case p.heading == nil:
		return name
	}
	if words := wordsOf(p.heading); name == "" || !strings.HasSuffix(words, name) {
		return words
	}
	return name // the heading has a section's name before it
}

// likest returns the first of the headings that shares most words with one of
// the names, or nil where none shares enough.
func likest(headings []*html.Node, names []string) *html.Node {
	var found *html.Node
	best := enoughShared
	for _, h := range headings {
		words := wordsOf(h)
		for _, name := range names {
			if fit := sharedWords(words, name); fit > best || fit == best && found == nil {
				best, found = fit, h
			}
		}
	}
	return found
}

// enoughShared is the share of words by which a heading is known as the page's
// headline: half of the shorter of both names.
const enoughShared = 0.5

// headings returns the page's headings of the first level, or where it has none
// of the second, that hold words.
func (p *profile) headings() []*html.Node {
	for _, level := range []string{"h1", "h2"} {
		var all []*html.Node
		for n := range p.doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == level && wordsOf(n) != "" && !p.isSite(wordsOf(n)) && !isAside(n) {
				all = append(all, n)
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

// sharedWords returns the share of the words of the shorter text that the other one
// has, 0 where it has fewer than two words.
func sharedWords(a, b string) float64 {
	wordsA, wordsB := wordList(a), wordList(b)
	if len(wordsA) > len(wordsB) {
		wordsA, wordsB = wordsB, wordsA
	}
	if len(wordsA) == 0 || len(wordsA) == 1 && len(wordsB) > 3 {
		return 0
	}
	n := 0
	for _, w := range wordsA {
		if slices.Contains(wordsB, w) {
			n++
		}
	}
	return float64(n) / float64(len(wordsA))
}

func wordList(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

func (p *profile) titleElement() string {
	if n := first(p.doc, func(n *html.Node) bool { return n.Data == "title" && n.Parent.Data == "head" }); n != nil {
		return wordsOf(n)
	}
	return ""
}

// separators stand between a page's title and its site's name.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " : "}

// withoutSite takes the site's name off a title, before or behind it: the name
// that the page gives its site, or one that the address spells.
func (p *profile) withoutSite(title string) string {
	starts, ends := []int{0}, []int{} // of the parts between separators
	for i := range title {
		for _, sep := range separators {
			if strings.HasPrefix(title[i:], sep) && i >= starts[len(starts)-1] {
				starts, ends = append(starts, i+len(sep)), append(ends, i)
				break
			}
		}
	}
	ends = append(ends, len(title))
	for i := 1; i < len(starts); i++ {
		if p.isSite(title[starts[i]:ends[i]]) {
			return title[:ends[i-1]]
		}
	}
	if len(starts) > 1 && p.isSite(title[:ends[0]]) {
		return title[starts[1]:]
	}
	return title
}

func (p *profile) isSite(name string) bool {
	if p.publisher != "" && strings.EqualFold(trimmed(name), p.publisher) {
		return true
	}
	u, err := url.Parse(p.address)
	if err != nil || u.Host == "" {
		return false
	}
	letters := strings.Join(wordList(name), "")
	return len(letters) > 2 && strings.Contains(strings.ReplaceAll(u.Hostname(), "-", ""), letters)
}

// asideParts are parts of the class or id of what stands beside an article.
var asideParts = []string{"comment", "sidebar", "related", "recirc", "recommend", "newsletter", "promo", "widget", "footer", "nav", "menu", "breadcrumb", "modal", "popup", "trending", "more-from", "read-next"}

// isAside reports whether an element stands beside the article: in a page's
// navigation, its comments, among other articles.
func isAside(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		switch n.Data {
		case "nav", "footer", "aside", "form", "dialog":
			return true
		case "body", "html", "main", "article":
			return false
		}
		name := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
		for _, part := range asideParts {
			if strings.Contains(name, part) {
				return true
			}
		}
		if isHidden(n) {
			return true
		}
	}
	return false
}
