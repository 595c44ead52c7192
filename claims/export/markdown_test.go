package export

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// checkMarkdown reads the sheet of one claim with a reader of Markdown: its
// text and quote stand in it word for word, as plain words. White space is not
// kept, and control characters are shown.
func checkMarkdown(t *testing.T, document, claim, quote string) {
	t.Helper()
	source := []byte(document)
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
	var read []string
	for _, words := range []string{claim, quote} {
		if words = strings.Join(strings.Fields(escapeControls(words)), " "); words != "" {
			read = append(read, words)
		}
	}
	var got []string
	ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() != ast.KindBlockquote || !entering {
			return ast.WalkContinue, nil
		}
		if words := plainWords(t, n, source); words != "" {
			got = append(got, words)
		}
		return ast.WalkSkipChildren, nil
	})
	if strings.Join(got, "\n") != strings.Join(read, "\n") {
		t.Errorf("the sheet reads %q, want %q:\n%s", got, read, document)
	}
}

// plainWords returns the words of a node that holds nothing but paragraphs of
// text; a bare address may be a link.
func plainWords(t *testing.T, n ast.Node, source []byte) string {
	t.Helper()
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Blockquote, *ast.Paragraph:
			b.WriteByte(' ')
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(source))
			}
		case *ast.Text:
			if entering {
				b.Write(util.UnescapePunctuations(n.Value(source)))
				b.WriteByte(map[bool]byte{true: ' ', false: 0}[n.SoftLineBreak() || n.HardLineBreak()])
			}
		default:
			t.Errorf("the words made a %s", n.Kind())
		}
		return ast.WalkContinue, nil
	})
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\x00", "")), " ")
}

func TestMarkdownMeansItsOwnWords(t *testing.T) {
	for line, want := range map[string]string{
		"# no heading":       `\# no heading`,
		"a # b":              "a # b",
		"1. no point":        `1\. no point`,
		"1.5 per cent":       `1\.5 per cent`,
		"about 1.5":          "about 1.5",
		"- none":             `\- none`,
		"*x* _y_ `z` [l](u)": "\\*x\\* \\_y\\_ \\`z\\` \\[l\\](u)",
		"<b>&amp;":           `\<b\>\&amp;`,
		"a\n\tb":             "a b",
		"\u202eabc\x1b[31m":  `\\u202eabc\\u001b\[31m`,
		"a | b ~~c~~ $x$":    `a \| b \~\~c\~\~ \$x\$`,
		"==":                 `\==`,
		"C:\\x":              `C:\\x`,
	} {
		if got := escapeLine(line); got != want {
			t.Errorf("%q is written %s, want %s", line, got, want)
		}
	}
}
