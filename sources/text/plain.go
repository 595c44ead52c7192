package text

import (
	"context"
	"strings"
	"unicode/utf8"

	"stet/sources"
)

// readPlain reads text without markup. Body is the file's text byte for byte,
// line ends included, so that an offset in it is an offset in the file (but for
// a byte order mark). The notes at the file's end and the marks of lists are in
// no block, though they are in Body.
func readPlain(_ context.Context, _ *Library, b []byte, o Options) (*sources.Text, error) {
	file, err := decodeSource(b, o)
	if err != nil {
		return nil, err
	}
	p := &plain{text: &sources.Text{Body: file}, lines: newLines(file)}
	p.wrapped = p.isWrapped()
	p.findNotes()
	p.blocks()
	p.links()
	if o.Whole {
		p.text.Unit = sources.Lines
		for i, start := range p.lines {
			p.text.Segments = append(p.text.Segments, sources.Segment{Start: start, Line: i + 1, Column: 1})
		}
	}
	return p.text, nil
}

// plain finds the blocks of a plain text.
type plain struct {
	text    *sources.Text
	lines   lines
	wrapped bool
	defs    []textNote // in the order of the file
	top     top
}

// line returns line i, from 0, with its offsets, without its line end.
func (p *plain) line(i int) (start, end int, words string) {
	start, end = p.lines[i], len(p.text.Body)
	if i+1 < len(p.lines) {
		end = p.lines[i+1]
	}
	words = strings.TrimRight(p.text.Body[start:end], "\r\n")
	return start, start + len(words), words
}

// maxWrapped is the longest line, in runes, of a text whose paragraphs are
// wrapped by line ends; minWrapped the shortest width that one wraps at.
const (
	maxWrapped = 100
	minWrapped = 40
)

// isWrapped reports whether a line end stands inside paragraphs: no line is
// long, and most lines that another follows would have had no room for its
// first word. Otherwise each line is a paragraph.
func (p *plain) isWrapped() bool {
	longest := 0
	for i := range p.lines {
		_, _, words := p.line(i)
		longest = max(longest, utf8.RuneCountInString(words))
	}
	if longest > maxWrapped || longest < minWrapped {
		return false
	}
	full, breaks := 0, 0
	for i := range len(p.lines) - 1 {
		_, _, words := p.line(i)
		_, _, next := p.line(i + 1)
		if trimmed(words) == "" || trimmed(next) == "" {
			continue
		}
		breaks++
		word, _, _ := strings.Cut(trimmed(next), " ")
		if utf8.RuneCountInString(words)+1+utf8.RuneCountInString(word) > longest-5 {
			full++
		}
	}
	return full > breaks/2
}

// blocks records the paragraphs, list items and quotations of the text.
func (p *plain) blocks() {
	for i := 0; i < len(p.lines); {
		_, _, words := p.line(i)
		if trimmed(words) == "" || p.inNotes(p.lines[i]) {
			i++
			continue
		}
		next := p.blockEnd(i)
		p.block(i, next)
		i = next
	}
}

// blockEnd returns the line behind the block that begins on line i.
func (p *plain) blockEnd(i int) int {
	for i++; p.wrapped && i < len(p.lines); i++ {
		_, _, words := p.line(i)
		if trimmed(words) == "" || listMark(words) > 0 || p.inNotes(p.lines[i]) {
			break
		}
	}
	return i
}

func (p *plain) block(from, to int) {
	start, _, head := p.line(from)
	_, end, _ := p.line(to - 1)
	mark := listMark(head)
	start, end = trimSpan(p.text.Body, start+mark, end)
	if start == end {
		return
	}
	kind := p.kindOf(start, end, mark > 0, to)
	level := 0
	if kind == sources.Heading {
		level = 1
	}
	p.text.Blocks = append(p.text.Blocks, sources.Block{Kind: kind, Level: level, Start: start, End: end})
}

func (p *plain) kindOf(start, end int, isList bool, next int) sources.BlockKind {
	words := p.text.Body[start:end]
	switch {
	case isList:
		p.top.body = true
		return sources.ListItem
	case strings.HasPrefix(words, "> "):
		p.top.body = true
		return sources.BlockQuote
	case len(p.text.Blocks) == 0 && isHeadline(words) && p.hasWords(next):
		p.text.Title = words
		return p.top.heading(1, false, words)
	}
	kind := p.top.paragraph(false, words, false)
	if kind == sources.Byline && p.text.Byline == "" {
		p.text.Byline = bylineName(words)
	}
	return kind
}

// maxHeadline is how long a headline may be, in runes.
const maxHeadline = 120

// isHeadline reports whether the first words of a text may be its headline: one
// short line that is no sentence, no byline and no field of a header.
func isHeadline(words string) bool {
	if utf8.RuneCountInString(words) > maxHeadline || strings.Contains(words, "\n") || isByline(words) {
		return false
	}
	if field, _, ok := strings.Cut(words, ":"); ok && !strings.Contains(field, " ") {
		return false
	}
	return !strings.ContainsAny(words[len(words)-1:], ".!?:;,\"'-") && !strings.HasSuffix(words, "”") && !strings.HasSuffix(words, "’")
}

func (p *plain) hasWords(from int) bool {
	return from < len(p.lines) && trimmed(p.text.Body[p.lines[from]:]) != ""
}

// listMark returns the length of the bullet or number that begins a list item,
// with the space around it, or 0.
func listMark(words string) int {
	rest := strings.TrimLeft(words, " \t")
	body := rest
	for _, bullet := range []string{"- ", "* ", "• ", "•\t", "-\t"} {
		if after, ok := strings.CutPrefix(rest, bullet); ok {
			return len(words) - len(after)
		}
	}
	body = strings.TrimLeft(body, "0123456789")
	digits := len(rest) - len(body)
	if digits < 1 || digits > 3 || len(body) < 2 || body[0] != '.' && body[0] != ')' || body[1] != ' ' {
		return 0
	}
	return len(words) - len(body) + 2
}

// links records the addresses that stand in the text, those in notes apart.
func (p *plain) links() {
	body := p.text.Body
	for at := 0; at < len(body); {
		i := strings.Index(body[at:], "://")
		if i < 0 {
			return
		}
		start := at + i - schemeBefore(body[at:at+i])
		size := urlSize(body[start:min(len(body), start+maxURL)])
		if size > 0 && !p.inNotes(start) {
			address := body[start : start+size]
			p.text.Links = append(p.text.Links, sources.Link{Address: address, Text: address, Start: start, End: start + size})
		}
		at = max(start+size, at+i+len("://"))
	}
}

func schemeBefore(s string) int {
	for _, scheme := range []string{"https", "http"} {
		if len(s) >= len(scheme) && strings.EqualFold(s[len(s)-len(scheme):], scheme) {
			return len(scheme)
		}
	}
	return 0
}
