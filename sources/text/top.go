package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"stet/sources"
)

// top follows the head of an article, block by block: headline, dek and byline
// stand before its first paragraph, and a caption behind its image.
type top struct {
	headline bool // there is one
	dek      bool // there is one
	body     bool // the first paragraph or section has been passed
	image    bool // the last block was an image, or its caption
}

// minDekWords is how long a second heading must be to be taken for a dek rather
// than for the name of the first section.
const minDekWords = 6

func (t *top) heading(level int, italic bool, words string) sources.BlockKind {
	t.image = false
	awaitsDek := t.headline && !t.dek && !t.body
	switch {
	case level == 1 && !t.body:
		t.headline = true
		return sources.Heading
	case awaitsDek && (italic && level <= 3 || level == 2 && len(strings.Fields(words)) >= minDekWords):
		t.dek = true
		return sources.Dek
	}
	t.body = true
	return sources.Heading
}

func (t *top) paragraph(italic bool, words string, hasImage bool) sources.BlockKind {
	afterImage := t.image || hasImage
	t.image = hasImage && words == ""
	switch {
	case words == "":
		return sources.Paragraph
	case italic && afterImage:
		return sources.Caption
	case italic && t.headline && !t.dek && !t.body:
		t.dek = true
		return sources.Dek
	case !t.body && isByline(words):
		return sources.Byline
	}
	t.body = true
	return sources.Paragraph
}

// isByline reports whether words read as "By Dana Scott" does: a few words, the
// first of them By, the second a name, and no sentence.
func isByline(words string) bool {
	name := bylineName(words)
	if name == words || len(strings.Fields(name)) > 11 || strings.HasSuffix(name, ".") && !strings.HasSuffix(name, "r.") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(first)
}

// bylineName returns the names of a byline, or words where it is none.
func bylineName(words string) string {
	if len(words) > 3 && strings.EqualFold(words[:3], "by ") {
		return trimmed(words[3:])
	}
	return words
}

// isItalic reports whether all words of a Markdown block are emphasised.
func isItalic(n ast.Node) bool {
	found := false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Emphasis:
			if c.Level != 1 {
				return false
			}
			found = true
		case *ast.Text:
			if c.Segment.Len() > 0 {
				return false
			}
		case *ast.Image, *ast.RawHTML, *east.FootnoteLink, *missingNote:
		default:
			return false
		}
	}
	return found
}

// maxPullQuotes bounds how many block quotes are looked for in the text.
const maxPullQuotes = 100

// markPullQuotes makes pull quotes of the block quotes that repeat words of the
// copy itself: what is set apart to be seen, and not a source's words.
func markPullQuotes(t *sources.Text, body string) {
	seen := 0
	for i, b := range t.Blocks {
		if b.Kind != sources.BlockQuote || seen == maxPullQuotes {
			continue
		}
		seen++
		words := strings.Trim(body[b.Start:b.End], "\"'“”‘’ .")
		if len(strings.Fields(words)) >= 4 && strings.Contains(body[:b.Start]+"\n"+body[b.End:], words) {
			t.Blocks[i].Kind = sources.PullQuote
		}
	}
}
