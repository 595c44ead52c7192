package text

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html"

	"stet/sources"
)

func (m *markdown) inlines(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		m.inline(c)
	}
}

func (m *markdown) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		m.textNode(n)
	case *ast.String:
		m.add(string(n.Value), nowhere)
	case *ast.Link:
		start := m.len()
		m.inlines(n)
		m.linked(m.plain(string(n.Destination)), start)
	case *ast.AutoLink:
		m.autoLink(n)
	case *ast.Image:
		m.images = append(m.images, n)
	case *ast.RawHTML:
		m.rawHTML(n)
	case *east.FootnoteLink:
		m.reference(n)
	case *missingNote:
		m.missing(n)
	case *east.FootnoteBacklink:
	default:
		m.inlines(n)
	}
}

// textNode writes a run of text. Where a note was taken out before it, the
// spaces on both sides of the note become one, and none before punctuation.
func (m *markdown) textNode(n *ast.Text) {
	at, end := n.Segment.Start, n.Segment.Stop
	if n.SoftLineBreak() || n.HardLineBreak() || m.isNoteMark(n.NextSibling()) {
		end = at + len(strings.TrimRight(m.file[at:end], " \t\r"))
	}
	if m.noted && at < end {
		at = m.afterNote(at, end)
	}
	m.resolve(at, end, n.IsRaw())
	switch {
	case n.HardLineBreak():
		m.separate("\n")
	case n.SoftLineBreak(), end < n.Segment.Stop:
		m.separate(" ")
	}
}

func (m *markdown) afterNote(at, end int) int {
	m.noted = false
	rest := strings.TrimLeft(m.file[at:end], " \t")
	if len(rest) < end-at {
		m.separate(" ")
	} else if r, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune(".,;:!?)]”’", r) && m.gap == " " {
		m.gap = ""
	}
	return end - len(rest)
}

func (m *markdown) isNoteMark(n ast.Node) bool {
	switch n := n.(type) {
	case *east.FootnoteLink, *missingNote:
		return true
	case *ast.RawHTML:
		return strings.HasPrefix(m.raw(n), "<!--")
	}
	return false
}

// resolve writes the file's bytes from at to end, with backslash escapes and
// entities resolved unless they are raw, as in code.
func (m *markdown) resolve(at, end int, raw bool) {
	from := at
	for i := at; i < end && !raw; {
		words, size := escapeAt(m.file[i:end])
		if size == 0 {
			i++
			continue
		}
		m.copy(m.file[from:i], from)
		m.add(words, i)
		i += size
		from = i
	}
	m.copy(m.file[from:end], from)
}

// escapeAt returns what the backslash escape or entity at the start of s stands
// for and its size, or a size of 0 where there is none.
func escapeAt(s string) (words string, size int) {
	switch {
	case len(s) > 1 && s[0] == '\\' && isPunct(s[1]):
		return s[1:2], 2
	case len(s) > 2 && s[0] == '&':
		// No entity is longer than &CounterClockwiseContourIntegral;
		end := strings.IndexByte(s[:min(len(s), 40)], ';')
		if end < 0 {
			return "", 0
		}
		if words = html.UnescapeString(s[:end+1]); !strings.HasPrefix(words, "&") || words == "&" {
			return strings.ReplaceAll(words, "\x00", "\ufffd"), end + 1
		}
	}
	return "", 0
}

func isPunct(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}

// plain returns s with its escapes resolved, for words that have no place.
func (m *markdown) plain(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		words, size := escapeAt(s)
		if size == 0 {
			words, size = s[:1], 1
		}
		b.WriteString(words)
		s = s[size:]
	}
	return b.String()
}

// linked records a link on the words written since start. In a note its address
// is written out behind the words.
func (m *markdown) linked(address string, start int) {
	if !m.isNote {
		m.link(address, start)
		return
	}
	if words := m.words.String()[start:]; trimmed(words) != address && address != "" {
		m.separate(" ")
		m.add(address, nowhere)
	}
}

func (m *markdown) autoLink(n *ast.AutoLink) {
	start := m.len()
	label := string(n.Label(m.source))
	m.copy(label, m.labelAt(n, label))
	if n.AutoLinkType == ast.AutoLinkURL {
		m.linked(label, start)
	}
}

// labelAt returns where the label of an autolink stands: the parser tells where
// the whole begins, with or without an angle bracket.
func (m *markdown) labelAt(n *ast.AutoLink, label string) int {
	at := n.Pos()
	for _, i := range []int{at, at + 1} {
		if at >= 0 && i+len(label) <= len(m.file) && m.file[i:i+len(label)] == label {
			return i
		}
	}
	return nowhere
}

// caption writes an image's alternative text and its title as captions.
func (m *markdown) caption(image *ast.Image) {
	start := m.startBlock()
	m.inlines(image)
	m.images = nil
	if m.block(sources.Caption, 0, start) {
		m.top.image = true
	}
	if title := string(image.Title); trimmed(title) != "" {
		start := m.startBlock()
		m.add(m.plain(title), m.titleAt(image.Pos(), title))
		m.block(sources.Caption, 0, start)
	}
}

// titleAt returns where an image's title stands: somewhere behind the image's
// beginning, which is all that the parser tells.
func (m *markdown) titleAt(image int, title string) int {
	if image < 0 {
		return nowhere
	}
	near := m.file[image:min(len(m.file), image+maxURL)]
	if _, target, ok := strings.Cut(near, "]"); ok {
		if i := strings.Index(target, title); i >= 0 {
			return image + len(near) - len(target) + i
		}
	}
	return image
}
