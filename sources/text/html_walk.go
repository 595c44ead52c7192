package text

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"stet/sources"
)

// page walks the tree of an HTML page and writes its text.
type page struct {
	*body
	file    string   // as parsed, or "" where texts carry no places
	lines   lines    // of file
	base    *url.URL // of relative links; nil leaves them as written
	notes   *htmlNotes
	comment func(words string, line int) // takes comments; nil drops them
	isNote  bool                         // this writes a note's words: addresses are written out
	isDraft bool                         // blocks are told apart by their place in the article, too
	top     top

	kind   sources.BlockKind // of the open block
	level  int
	start  int
	italic italics
	pre    int // how many <pre> elements are open
	cells  int // cells of the open table row so far
}

func (p *page) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		p.textNode(n)
	case html.CommentNode:
		p.commentNode(n)
	case html.ElementNode:
		if !isHidden(n) && !p.notes.skips(n) {
			p.element(n)
		}
	default:
		p.children(n)
	}
}

func (p *page) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c)
	}
}

func (p *page) element(n *html.Node) {
	if note, ok := p.notes.at(n); ok {
		p.reference(note)
		return
	}
	switch n.Data {
	case "br":
		p.lineBreak()
	case "a":
		p.anchorElement(n)
	case "em", "i":
		p.italic.depth++
		p.children(n)
		p.italic.depth--
	case "img":
		p.top.image = p.top.image || p.len() == p.start
	default:
		p.blockElement(n)
	}
}

// blockElement walks an element. One that makes a block of its own closes the
// block around it, before and after.
func (p *page) blockElement(n *html.Node) {
	kind, level, isBlock := blockOf(n, p.kind)
	if !isBlock {
		p.children(n)
		return
	}
	p.closeBlock()
	p.betweenCells(n)
	outer, outerLevel := p.kind, p.level
	p.kind, p.level = kind, level
	if n.Data == "pre" {
		p.pre++
	}
	p.children(n)
	p.closeBlock()
	if n.Data == "pre" {
		p.pre--
	}
	p.kind, p.level = outer, outerLevel
}

// betweenCells puts a tab instead of an empty line between the cells of a row.
func (p *page) betweenCells(n *html.Node) {
	switch n.Data {
	case "tr":
		p.cells = 0
	case "td", "th":
		if p.cells++; p.cells > 1 && p.len() > 0 {
			p.gap = "\t"
		}
	}
}

// lineBreak ends the line; a second one in a row ends the block, as drafts
// without paragraphs mean it.
func (p *page) lineBreak() {
	if p.gap == "\n" {
		p.closeBlock()
		return
	}
	if p.len() > p.start {
		p.gap = "\n"
	}
}

// closeBlock records the open block, if it has words, and opens the next.
func (p *page) closeBlock() {
	if p.len() > p.start {
		kind := p.kindHere()
		if p.block(kind, p.level, p.start) && p.isDraft {
			p.head(kind, trimmed(p.words.String()[p.start:]))
		}
		p.gap = ""
		p.separate("\n\n")
	}
	p.start = p.len()
	p.italic.reset()
}

// kindHere returns the open block's kind: what its element says or, in a draft,
// what its place at the head of the article says.
func (p *page) kindHere() sources.BlockKind {
	words := trimmed(p.words.String()[p.start:])
	if !p.isDraft || words == "" {
		return p.kind
	}
	switch p.kind {
	case sources.Heading:
		kind := p.top.heading(p.level, p.italic.all(), words)
		if kind != sources.Heading {
			p.level = 0
		}
		return kind
	case sources.Paragraph:
		return p.top.paragraph(p.italic.all(), words, false)
	}
	return p.kind
}

// head takes the title and byline from the blocks that hold them.
func (p *page) head(kind sources.BlockKind, words string) {
	switch {
	case kind == sources.Heading && p.level == 1 && p.text.Title == "":
		p.text.Title = words
	case kind == sources.Byline && p.text.Byline == "":
		p.text.Byline = bylineName(words)
	}
}

func (p *page) anchorElement(n *html.Node) {
	start := p.len()
	p.children(n)
	href := strings.TrimSpace(attr(n, "href"))
	if href == "" || strings.HasPrefix(href, "#") || strings.HasPrefix(strings.ToLower(href), "javascript:") {
		return
	}
	p.linked(unwrapLink(p.resolved(href)), start)
}

func (p *page) resolved(href string) string {
	if p.base == nil {
		return href
	}
	u, err := p.base.Parse(href)
	if err != nil {
		return href
	}
	return u.String()
}

func (p *page) linked(address string, start int) {
	switch {
	case !p.isNote:
		p.link(address, start)
	case trimmed(p.words.String()[start:]) != address:
		p.separate(" ")
		p.add(address, nowhere)
	}
}

// unwrapLink returns the address behind the redirection that Google Docs puts
// in front of every link of an exported document.
func unwrapLink(address string) string {
	if !strings.HasPrefix(address, "https://www.google.com/url?") {
		return address
	}
	u, err := url.Parse(address)
	if err != nil || u.Query().Get("q") == "" {
		return address
	}
	return u.Query().Get("q")
}

// italics tells whether all words of the open block are emphasised.
type italics struct {
	depth        int
	words, plain bool // some are, some are not
}

func (i *italics) reset()    { i.words, i.plain = false, false }
func (i *italics) all() bool { return i.words && !i.plain }
func (i *italics) see()      { i.words, i.plain = i.words || i.depth > 0, i.plain || i.depth == 0 }
