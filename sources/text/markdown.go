package text

import (
	"context"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"stet/sources"
)

// readMarkdown reads CommonMark with tables and footnotes. Body is the text
// without its markup: a line break within a paragraph is one space, entities
// and backslash escapes are resolved, and every other byte is the file's.
func readMarkdown(_ context.Context, _ *Library, b []byte, o Options) (*sources.Text, error) {
	file, err := decodePlain(b, o.MediaType)
	if err != nil {
		return nil, err
	}
	m := newMarkdown(file)
	front := cutFrontMatter(file, m.text)
	m.source = blank(file, front)
	doc := parseMarkdown(m.source, m)
	m.top.headline = m.text.Title != ""
	m.blocks(doc, sources.Paragraph)
	m.orphans()
	markPullQuotes(m.text, m.words.String())
	if !o.Whole {
		file = ""
	}
	return m.finish(file), nil
}

// markdown walks a document's tree and writes its text.
type markdown struct {
	*body
	file   string
	source []byte // file, front matter blanked, as parsed
	lines  lines
	defs   []*east.Footnote // every definition, referred to or not
	used   map[int]bool     // definitions referred to from the text, by index in defs
	isNote bool             // this writes a note's words: link destinations are written out
	top    top
	images []*ast.Image // of the open block, whose captions follow it
	href   string       // of the open raw <a> element; "" outside one
	hrefAt int          // where its words begin
	noted  bool         // a note was taken out here, and perhaps left spaces on both sides
}

func newMarkdown(file string) *markdown {
	return &markdown{body: newBody(), file: file, lines: newLines(file), used: map[int]bool{}}
}

// blank returns file with everything but line ends before end made spaces, so
// that offsets stand.
func blank(file string, end int) []byte {
	source := []byte(file)
	for i := range end {
		if source[i] != '\n' {
			source[i] = ' '
		}
	}
	return source
}

func parseMarkdown(source []byte, m *markdown) ast.Node {
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Footnote),
		goldmark.WithParserOptions(
			parser.WithInlineParsers(
				// Behind the footnote parser, which leaves what has no
				// definition; before links.
				util.Prioritized(missingNoteParser{}, 150),
				util.Prioritized(bareURLParser{}, 990),
			),
			// Before the footnote transformer drops what nobody refers to.
			parser.WithASTTransformers(util.Prioritized(definitionCollector{m}, 1)),
		),
	)
	return md.Parser().Parse(gtext.NewReader(source))
}

func (m *markdown) blocks(parent ast.Node, in sources.BlockKind) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		m.node(c, in)
	}
}

func (m *markdown) node(n ast.Node, in sources.BlockKind) {
	switch n := n.(type) {
	case *ast.Heading:
		m.heading(n, in)
	case *ast.Paragraph, *ast.TextBlock:
		m.paragraph(n, in)
	case *ast.Blockquote:
		m.blocks(n, sources.BlockQuote)
	case *ast.ListItem:
		m.blocks(n, within(in, sources.ListItem))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.code(n)
	case *ast.HTMLBlock:
		m.htmlBlock(n, in)
	case *east.TableHeader, *east.TableRow:
		m.row(n)
	case *east.FootnoteList:
		// Its notes are written where they are referred to.
	default:
		m.blocks(n, in)
	}
}

// within returns the kind of a block in a list or table: what stands in a block
// quote stays quoted matter, however it is laid out.
func within(in, kind sources.BlockKind) sources.BlockKind {
	if in == sources.BlockQuote {
		return in
	}
	return kind
}

func (m *markdown) heading(n *ast.Heading, in sources.BlockKind) {
	if in == sources.BlockQuote {
		m.paragraph(n, in)
		return
	}
	start := m.startBlock()
	m.inlines(n)
	kind := m.top.heading(n.Level, isItalic(n), trimmed(m.words.String()[start:]))
	if !m.endBlock(kind, n.Level, start) {
		return
	}
	if kind == sources.Heading && n.Level == 1 && m.text.Title == "" {
		m.text.Title = m.lastBlock()
	}
}

func (m *markdown) paragraph(n ast.Node, in sources.BlockKind) {
	start := m.startBlock()
	m.inlines(n)
	kind := in
	if in == sources.Paragraph {
		kind = m.top.paragraph(isItalic(n), trimmed(m.words.String()[start:]), len(m.images) > 0)
	}
	m.endBlock(kind, 0, start)
	if kind == sources.Byline && m.text.Byline == "" {
		m.text.Byline = bylineName(m.lastBlock())
	}
}

func (m *markdown) startBlock() int {
	m.separate(m.blockGap())
	m.images, m.href, m.noted = nil, "", false
	return m.len()
}

// blockGap is an empty line, or within a note, whose words are one run to
// whoever reads them, a line end.
func (m *markdown) blockGap() string {
	if m.isNote {
		return "\n"
	}
	return "\n\n"
}

// endBlock records the open block, then the captions of its images.
func (m *markdown) endBlock(kind sources.BlockKind, level, start int) bool {
	if kind != sources.Heading {
		level = 0
	}
	ok := m.block(kind, level, start)
	images := m.images
	for _, image := range images {
		m.caption(image)
	}
	return ok
}

func (m *markdown) lastBlock() string {
	last := m.text.Blocks[len(m.text.Blocks)-1]
	return m.words.String()[last.Start:last.End]
}

func (m *markdown) row(n ast.Node) {
	gap := m.blockGap()
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		m.separate(gap)
		start := m.len()
		m.inlines(cell)
		m.endBlock(sources.TableCell, 0, start)
		gap = "\t"
	}
}

func (m *markdown) code(n ast.Node) {
	start := m.startBlock()
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		m.copy(m.file[line.Start:line.Stop], line.Start)
	}
	m.endBlock(sources.Code, 0, start)
}

func trimmed(s string) string { return strings.TrimSpace(s) }
