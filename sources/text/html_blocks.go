package text

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"stet/sources"
)

// blockOf returns the kind of block that an element makes within a block of the
// outer kind, the level of a heading, and whether it makes one at all.
func blockOf(n *html.Node, outer sources.BlockKind) (sources.BlockKind, int, bool) {
	if kind, ok := kindOfClass(n); ok {
		return kind, 0, true
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if outer == sources.Paragraph || outer == sources.Heading {
			return sources.Heading, int(n.Data[1] - '0'), true
		}
		return outer, 0, true
	case "li", "dd", "dt":
		return within(outer, sources.ListItem), 0, true
	case "blockquote":
		return sources.BlockQuote, 0, true
	case "td", "th":
		return within(outer, sources.TableCell), 0, true
	case "figcaption", "caption":
		return sources.Caption, 0, true
	case "pre":
		return sources.Code, 0, true
	}
	return outer, 0, isBlockElement(n.Data)
}

func isBlockElement(name string) bool {
	switch name {
	case "p", "div", "section", "article", "main", "header", "footer", "nav",
		"aside", "figure", "picture", "ul", "ol", "dl", "table", "thead", "tbody",
		"tfoot", "tr", "hr", "address", "details", "summary", "dialog", "form",
		"fieldset", "legend", "center", "body", "html", "hgroup", "menu", "search":
		return true
	}
	return false
}

// classKinds lists the class names by which newsroom templates set blocks
// apart. Only whole class names count.
var classKinds = []struct {
	kind    sources.BlockKind
	classes []string
}{
	{sources.Dek, []string{"dek", "deck", "standfirst", "subheadline", "subtitle"}},
	{sources.Byline, []string{"byline", "by-line"}},
	{sources.PullQuote, []string{"pullquote", "pull-quote", "wp-block-pullquote"}},
	{sources.Caption, []string{"caption", "wp-caption-text", "image-caption"}},
}

func kindOfClass(n *html.Node) (sources.BlockKind, bool) {
	classes := strings.Fields(strings.ToLower(attr(n, "class")))
	if n.Data == "p" && n.Parent != nil && attr(n.Parent, "id") == "title-block-header" && !slices.Contains(classes, "subtitle") {
		return sources.Byline, true // author and date, as Pandoc writes them
	}
	for _, row := range classKinds {
		for _, class := range classes {
			if slices.Contains(row.classes, class) && n.Data != "body" && n.Data != "span" {
				return row.kind, true
			}
		}
	}
	return "", false
}

// isHidden reports whether an element's text is not for readers.
func isHidden(n *html.Node) bool {
	switch n.Data {
	case "head", "script", "style", "template", "noscript", "iframe", "object",
		"svg", "math", "canvas", "audio", "video", "button", "select", "option",
		"textarea", "input", "datalist", "title", "noembed", "noframes":
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// first returns the first element below n, in document order, that want
// accepts, or nil.
func first(n *html.Node, want func(*html.Node) bool) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && want(c) {
			return c
		}
	}
	return nil
}

// wordsOf returns the words below n, white space folded.
func wordsOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
