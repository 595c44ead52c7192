package text

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"stet/sources"
)

// The parser of golang.org/x/net/html keeps no offsets. So a pass over the
// tokens puts in front of each text a comment that says where it stands, and
// the tree built from the outcome has the place of each text beside it. The
// page's own comments are taken out, or where they are wanted, replaced by a
// comment that says where they stand, so that no page can forge a place.

// placeTexts returns source, which stands in the file at offset base, with the
// places of its texts.
func placeTexts(source string, base int, keepComments bool) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	at, raw := base, false
	for {
		kind := z.Next()
		token := z.Raw()
		placeToken(&b, kind, string(token), at, raw, keepComments)
		at += len(token)
		if kind == html.ErrorToken {
			return b.String()
		}
		if kind == html.StartTagToken {
			name, _ := z.TagName()
			raw = isRawElement(string(name))
		} else if kind != html.TextToken {
			raw = false
		}
	}
}

func placeToken(b *strings.Builder, kind html.TokenType, token string, at int, raw, keepComments bool) {
	switch {
	case kind == html.CommentToken:
		if keepComments {
			fmt.Fprintf(b, "<!--c%d,%d-->", at, at+len(token))
		}
		return
	case kind == html.TextToken && !raw && spaces(token) < len(token):
		fmt.Fprintf(b, "<!--t%d,%d-->", at, at+len(token))
	}
	b.WriteString(token)
}

// isRawElement reports whether the text of an element is read as it stands, so
// that a comment in it would be words.
func isRawElement(name string) bool {
	switch name {
	case "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp":
		return true
	}
	return false
}

// place is where a text or comment stands in the file, as a comment says it.
type place struct {
	kind       rune
	start, end int
}

func (p *page) placeOf(n *html.Node) (place, bool) {
	var at place
	if n == nil || n.Type != html.CommentNode || p.file == "" {
		return at, false
	}
	_, err := fmt.Sscanf(n.Data, "%c%d,%d", &at.kind, &at.start, &at.end)
	return at, err == nil && 0 <= at.start && at.start <= at.end && at.end <= len(p.file)
}

func (p *page) commentNode(n *html.Node) {
	at, ok := p.placeOf(n)
	if !ok || at.kind != 'c' || p.comment == nil {
		return
	}
	if words, ok := commentWords(p.file[at.start:at.end]); ok {
		p.comment(words, p.lines.of(at.start))
	}
}

func (p *page) textNode(n *html.Node) {
	if at, ok := p.placeOf(n.PrevSibling); ok && at.kind == 't' {
		p.flow(p.file[at.start:at.end], at.start)
		return
	}
	p.flow(n.Data, nowhere)
}

// flow writes a text. White space is folded but in preformatted text; where the
// text has a place it is as the file has it, and its entities are resolved.
func (p *page) flow(s string, at int) {
	from := 0
	write := func(to int) {
		if from < to {
			p.italic.see()
			p.copy(s[from:to], offset(at, from))
		}
	}
	for i := 0; i < len(s); {
		words, size := p.special(s[i:], at != nowhere, i > from)
		if size == 0 {
			i++
			continue
		}
		write(i)
		if words == " " {
			p.separate(" ")
		} else if words != "" {
			p.add(words, offset(at, i))
		}
		i += size
		from = i
	}
	write(len(s))
}

// special returns what stands at the start of s and is not copied as it is: a
// run of white space (" "), an entity, or bytes to drop (""), with its size; or
// a size of 0. A single space between words is copied.
func (p *page) special(s string, escaped, inside bool) (string, int) {
	switch {
	case s[0] == 0:
		return "", 1
	case s[0] == '\r' && p.pre > 0:
		return "", 1
	case s[0] == '&' && escaped:
		return entityAt(s)
	case p.pre > 0:
		return "", 0
	}
	n := spaces(s)
	if n == 0 || n == 1 && s[0] == ' ' && inside && len(s) > 1 && s[1] != '&' {
		return "", 0
	}
	return " ", n
}

func entityAt(s string) (string, int) {
	end := 1
	for end < min(len(s), 40) && (s[end] == '#' || isAlphanumeric(s[end])) {
		end++
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	words := html.UnescapeString(s[:end])
	if words == s[:end] && words != "&" {
		return "", 0
	}
	return words, end
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// spaces returns how many bytes of HTML's white space s begins with. A no-break
// space is none of it.
func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\n\f\r")) }

func offset(at, n int) int {
	if at == nowhere {
		return nowhere
	}
	return at + n
}

// fragment reads the file's bytes from start to end as the inside of a page.
func (p *page) fragment(start, end int) {
	doc, err := parseHTML(placeTexts(p.file[start:end], start, true))
	if err != nil {
		// Nested too deeply for a page: its markup is read as words.
		begin := p.len()
		p.copy(p.file[start:end], start)
		p.block(sources.Code, 0, begin)
		return
	}
	p.start = p.len()
	p.walk(doc)
	p.closeBlock()
}
