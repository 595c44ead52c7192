package text

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"stet/sources"
)

// readHTML reads a page. Of a source it reads the main text, as readability
// (Mozilla's algorithm) finds it, or the whole body where that finds nothing;
// of a draft (Whole) it reads every block, with notes and positions.
func readHTML(_ context.Context, _ *Library, b []byte, o Options) (*sources.Text, error) {
	file, err := decodeHTML(b, o.MediaType)
	if err != nil {
		return nil, err
	}
	if o.Whole {
		return readHTMLDraft(file)
	}
	doc, err := parseHTML(file)
	if err != nil {
		return nil, err
	}
	base := baseURL(doc, o.Name)
	meta := readMeta(doc, o.Name)
	t := readMain(doc, base)
	if t.IsUnread() {
		t = readBody(doc, base)
	}
	meta.fill(t)
	return t, nil
}

// parseHTML returns the page's tree. The parser refuses a page that is nested
// more than 512 elements deep; of such a page only the paragraphs are kept.
func parseHTML(s string) (*html.Node, error) {
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		doc, err = html.Parse(strings.NewReader(flatten(s)))
	}
	if err != nil {
		return nil, fmt.Errorf("parse HTML page: %w", err)
	}
	return doc, nil
}

// flatten returns a page's texts and comments with a paragraph for each element
// that makes a block, and without all other markup.
func flatten(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	skip := false
	for {
		kind := z.Next()
		raw := string(z.Raw())
		switch kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken, html.CommentToken:
			if !skip {
				b.WriteString(raw)
			}
		case html.StartTagToken, html.EndTagToken:
			name, _ := z.TagName()
			skip = kind == html.StartTagToken && isRawElement(string(name))
			if isBlockElement(string(name)) {
				b.WriteString("<p>")
			}
		}
	}
}

// readMain returns the main text that readability finds, or a Text without
// words. The document is left as it is.
func readMain(doc *html.Node, base *url.URL) *sources.Text {
	ps := readability.NewParser()
	article, err := ps.ParseDocument(doc, base)
	if err != nil || article.Node == nil {
		return &sources.Text{}
	}
	repair(article.Node)
	return readBody(article.Node, base)
}

func readBody(n *html.Node, base *url.URL) *sources.Text {
	p := &page{body: newBody(), base: base, kind: sources.Paragraph}
	p.walk(n)
	p.closeBlock()
	return p.finish("")
}

func readHTMLDraft(file string) (*sources.Text, error) {
	doc, err := parseHTML(placeTexts(file, 0, false))
	if err != nil {
		return nil, err
	}
	p := &page{body: newBody(), file: file, lines: newLines(file), kind: sources.Paragraph, isDraft: true}
	p.notes = findNotes(doc)
	p.walk(doc)
	p.closeBlock()
	p.orphanNotes()
	t := p.finish(file)
	markPullQuotes(t, t.Body)
	readMeta(doc, "").fill(t)
	return t, nil
}

// baseURL returns what relative links of the page are resolved against: its
// base element, then its own address; nil where neither is a URL.
func baseURL(doc *html.Node, name string) *url.URL {
	var own *url.URL
	if sources.IsURL(name) {
		own, _ = url.Parse(name)
	}
	base := first(doc, func(n *html.Node) bool { return n.Data == "base" && attr(n, "href") != "" })
	if base == nil {
		return own
	}
	href, err := url.Parse(attr(base, "href"))
	switch {
	case err != nil:
		return own
	case own != nil:
		return own.ResolveReference(href)
	case href.IsAbs():
		return href
	}
	return nil
}
