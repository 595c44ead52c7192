package text

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"

	"stet/sources"
)

// definitionCollector remembers every footnote definition. The footnote
// extension keeps only those that something refers to, and an annotated draft
// must lose none.
type definitionCollector struct{ m *markdown }

// Transform implements parser.ASTTransformer.
func (d definitionCollector) Transform(doc *ast.Document, _ gtext.Reader, _ parser.Context) {
	var list *east.FootnoteList
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if found, ok := n.(*east.FootnoteList); ok && entering {
			list = found
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	if list == nil {
		return
	}
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		if def, ok := c.(*east.Footnote); ok {
			d.m.defs = append(d.m.defs, def)
		}
	}
}

// missingNote is a reference to a footnote that the draft doesn't define.
type missingNote struct {
	ast.BaseInline
	label string
}

var kindMissingNote = ast.NewNodeKind("MissingNote")

// Kind implements ast.Node.
func (n *missingNote) Kind() ast.NodeKind { return kindMissingNote }

// Dump implements ast.Node.
func (n *missingNote) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Label": n.label}, nil)
}

// missingNoteParser takes the references that the footnote parser leaves.
type missingNoteParser struct{}

// Trigger implements parser.InlineParser.
func (missingNoteParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (missingNoteParser) Parse(_ ast.Node, block gtext.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	label, ok := strings.CutPrefix(string(line[:min(len(line), 200)]), "[^")
	end := strings.IndexAny(label, "] \t\n")
	if !ok || end <= 0 || label[end] != ']' {
		return nil
	}
	block.Advance(len("[^") + end + len("]"))
	return &missingNote{label: label[:end]}
}

// reference adds the note that a reference stands for.
func (m *markdown) reference(n *east.FootnoteLink) {
	m.noted = true
	i := slices.IndexFunc(m.defs, func(def *east.Footnote) bool { return def.Index == n.Index })
	if m.isNote || i < 0 {
		return
	}
	m.used[i] = true
	m.addNote(m.defs[i], m.anchor())
}

func (m *markdown) addNote(def *east.Footnote, at int) {
	m.text.Notes = append(m.text.Notes, sources.Note{
		Kind: sources.Footnote, Label: string(def.Ref), Text: m.noteText(def),
		Start: at, End: at, Line: m.lineOf(def),
	})
}

func (m *markdown) missing(n *missingNote) {
	m.noted = true
	if m.isNote {
		m.add("[^"+n.label+"]", nowhere)
		return
	}
	at := m.anchor()
	m.text.Notes = append(m.text.Notes, sources.Note{
		Kind: sources.Footnote, Label: n.label, Start: at, End: at, Line: m.lineOf(n),
	})
}

// orphans adds the definitions that nothing in the text refers to.
func (m *markdown) orphans() {
	for i, def := range m.defs {
		if !m.used[i] {
			m.addNote(def, nowhere)
		}
	}
}

func (m *markdown) lineOf(n ast.Node) int {
	if n.Pos() < 0 {
		return 0
	}
	return m.lines.of(n.Pos())
}

// noteText returns a note's words, with the addresses of its links behind
// theirs.
func (m *markdown) noteText(def ast.Node) string {
	note := &markdown{body: newBody(), file: m.file, source: m.source, lines: m.lines, defs: m.defs, isNote: true}
	note.blocks(def, sources.Paragraph)
	return trimmed(note.words.String())
}

func (m *markdown) raw(n *ast.RawHTML) string {
	var b strings.Builder
	for i := range n.Segments.Len() {
		at := n.Segments.At(i)
		b.WriteString(m.file[at.Start:at.Stop])
	}
	return b.String()
}
