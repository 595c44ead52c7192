package text

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"stet/sources"
)

// rawHTML follows the few inline elements that carry meaning for a draft:
// comments, line breaks and links. The markup of all others is dropped and
// their words stay.
func (m *markdown) rawHTML(n *ast.RawHTML) {
	raw := m.raw(n)
	if words, ok := commentWords(raw); ok {
		m.comment(words, m.lineOf(n))
		return
	}
	z := html.NewTokenizer(strings.NewReader(raw))
	kind := z.Next()
	token := z.Token()
	switch {
	case token.Data == "br":
		m.separate("\n")
	case token.Data == "a" && kind == html.StartTagToken:
		m.href, m.hrefAt = tokenAttr(token, "href"), m.len()
	case token.Data == "a" && kind == html.EndTagToken && m.href != "":
		m.linked(m.href, m.hrefAt)
		m.href = ""
	}
}

func tokenAttr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func commentWords(raw string) (string, bool) {
	words, ok := strings.CutPrefix(raw, "<!--")
	return trimmed(strings.TrimSuffix(words, "-->")), ok
}

// comment adds a comment, anchored at the end of the words before it.
func (m *markdown) comment(words string, line int) {
	m.noted = true
	if m.isNote || words == "" {
		return
	}
	m.addComment(words, line)
}

// htmlBlock reads a block of raw HTML as a page of its own.
func (m *markdown) htmlBlock(n *ast.HTMLBlock, in sources.BlockKind) {
	if n.Lines().Len() == 0 {
		return
	}
	start, end := n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop
	if n.HasClosure() {
		end = max(end, n.ClosureLine.Stop)
	}
	m.startBlock()
	p := &page{body: m.body, file: m.file, lines: m.lines, comment: m.comment, isNote: m.isNote, kind: in}
	p.fragment(start, end)
	m.top.image = false
	m.noted = false
}

// bareURLParser keeps an address that stands in the text without brackets as it
// is, so that its underscores and asterisks are not taken for emphasis, and
// makes it a link. Only http and https addresses are taken.
type bareURLParser struct{}

// Trigger implements parser.InlineParser. A space stands for any white space
// and for the start of a line.
func (bareURLParser) Trigger() []byte { return []byte{' ', '(', '*', '_'} }

// Parse implements parser.InlineParser.
func (bareURLParser) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	if pc.IsInLinkLabel() {
		return nil
	}
	line, at := block.PeekLine()
	skip := 0
	if len(line) > 0 && strings.IndexByte(" \t(*_", line[0]) >= 0 {
		skip = 1
	}
	size := urlSize(string(line[skip:min(len(line), skip+maxURL)]))
	if size == 0 || skip == 1 && (line[0] == '*' || line[0] == '_') {
		return nil
	}
	if skip == 1 {
		ast.MergeOrAppendTextSegment(parent, at.WithStop(at.Start+1))
	}
	block.Advance(skip + size)
	link := ast.NewAutoLink(ast.AutoLinkURL, ast.NewTextSegment(gtext.NewSegment(at.Start+skip, at.Start+skip+size)))
	link.SetPos(at.Start + skip)
	return link
}
