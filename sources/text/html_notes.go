package text

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"stet/sources"
)

// HTML has no footnotes, only links there and back. A note is what a link
// `<a id="r" href="#n">` leads to, where that place holds a link back to "#r":
// so Pandoc, goldmark, Google Docs, Word and LibreOffice write footnotes,
// endnotes and comments alike. A link that says of itself that it refers to a
// note (role doc-noteref) needs no way back.

// htmlNotes holds the notes of a page.
type htmlNotes struct {
	refs    map[*html.Node]htmlNote // by the link that refers to it
	bodies  map[*html.Node]bool     // what holds a note's words, and is no part of the text
	backs   map[string]bool         // the hrefs of links back, which are no words of a note
	orphans []*html.Node
}

// htmlNote is a reference and what it refers to.
type htmlNote struct {
	kind  sources.NoteKind
	label string
	body  *html.Node // nil where there is none
}

func (h *htmlNotes) skips(n *html.Node) bool { return h != nil && h.bodies[n] }

func (h *htmlNotes) at(n *html.Node) (htmlNote, bool) {
	if h == nil {
		return htmlNote{}, false
	}
	note, ok := h.refs[n]
	return note, ok
}

// findNotes finds the notes of a page.
func findNotes(doc *html.Node) *htmlNotes {
	h := &htmlNotes{refs: map[*html.Node]htmlNote{}, bodies: map[*html.Node]bool{}, backs: map[string]bool{}}
	ids, order, links := indexNotes(doc)
	for _, a := range links {
		target := ids[strings.TrimPrefix(attr(a, "href"), "#")]
		if target == nil {
			h.addMissing(a)
			continue
		}
		body := noteBody(target)
		own := namesOf(a)
		back := isReference(a) || slices.ContainsFunc(own, func(id string) bool { return linksTo(body, "#"+id) })
		if back && order[body] > order[a] && !contains(body, a) {
			h.add(a, body, own)
		}
	}
	h.addOrphans(doc)
	return h
}

// indexNotes returns the elements by their names, the order of all, and the
// links within the page.
func indexNotes(doc *html.Node) (map[string]*html.Node, map[*html.Node]int, []*html.Node) {
	ids, order, n := map[string]*html.Node{}, map[*html.Node]int{}, 0
	var links []*html.Node
	for c := range doc.Descendants() {
		n++
		order[c] = n
		for _, key := range []string{"id", "name"} {
			if id := attr(c, key); id != "" && ids[id] == nil {
				ids[id] = c
			}
		}
		if c.Data == "a" && strings.HasPrefix(attr(c, "href"), "#") {
			links = append(links, c)
		}
	}
	return ids, order, links
}

func (h *htmlNotes) add(a, body *html.Node, own []string) {
	kind := sources.Footnote
	if strings.HasPrefix(attr(a, "href"), "#cmnt") || strings.HasPrefix(attr(a, "href"), "#_msocom") {
		kind = sources.Comment
	}
	h.refs[a] = htmlNote{kind: kind, label: noteLabel(a), body: body}
	h.bodies[body] = true
	for _, id := range own {
		h.backs["#"+id] = true
	}
}

// addMissing adds a reference that says it is one and leads nowhere.
func (h *htmlNotes) addMissing(a *html.Node) {
	if isReference(a) {
		h.refs[a] = htmlNote{kind: sources.Footnote, label: noteLabel(a)}
	}
}

// addOrphans adds the notes in a section of footnotes that nothing refers to.
func (h *htmlNotes) addOrphans(doc *html.Node) {
	for c := range doc.Descendants() {
		inNotes := c.Data == "li" && c.Parent != nil && c.Parent.Parent != nil && isNoteSection(c.Parent.Parent)
		if c.Type == html.ElementNode && inNotes && !h.bodies[c] {
			h.bodies[c] = true
			h.orphans = append(h.orphans, c)
		}
	}
}

func isNoteSection(n *html.Node) bool {
	classes := strings.Fields(attr(n, "class"))
	return slices.Contains(classes, "footnotes") || attr(n, "role") == "doc-endnotes"
}

func isReference(a *html.Node) bool {
	classes := strings.Fields(attr(a, "class"))
	return attr(a, "role") == "doc-noteref" || slices.Contains(classes, "footnote-ref")
}

// noteBody returns the block that holds a note's words: the target itself, or
// where that is only a mark at their start, the block around it.
func noteBody(target *html.Node) *html.Node {
	body := target
	for body.Parent != nil && body.Parent.Type == html.ElementNode {
		if _, _, isBlock := blockOf(body, sources.Paragraph); isBlock {
			break
		}
		body = body.Parent
	}
	// Word and LibreOffice wrap a note's paragraphs in an element of its own.
	if up := body.Parent; up != nil && up.Data == "div" && body != target && isNoteWrapper(up) {
		return up
	}
	return body
}

func isNoteWrapper(n *html.Node) bool {
	id := attr(n, "id")
	return strings.HasPrefix(id, "ftn") || strings.HasPrefix(id, "edn") || strings.HasPrefix(id, "sdfootnote") ||
		strings.HasPrefix(id, "sdendnote") || strings.Contains(attr(n, "style"), "mso-element")
}

// namesOf returns the names by which a link back may call the reference a: its
// own, or those of the elements directly around it and in it.
func namesOf(a *html.Node) []string {
	var names []string
	for _, n := range []*html.Node{a, a.Parent, a.FirstChild, a.PrevSibling} {
		if n == nil || n.Type != html.ElementNode || n.Data != "a" && n.Data != "sup" && n.Data != "span" {
			continue
		}
		for _, key := range []string{"id", "name"} {
			if v := attr(n, key); v != "" {
				names = append(names, v)
			}
		}
	}
	return names
}

func linksTo(n *html.Node, href string) bool {
	return first(n, func(c *html.Node) bool { return c.Data == "a" && attr(c, "href") == href }) != nil
}

func contains(n, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == n {
			return true
		}
	}
	return false
}

func noteLabel(a *html.Node) string { return strings.Trim(wordsOf(a), "[]() ") }

func (p *page) reference(note htmlNote) {
	if p.isNote {
		return
	}
	at := p.anchor()
	n := sources.Note{Kind: note.kind, Label: note.label, Start: at, End: at}
	if note.body != nil {
		n.Text, n.Line = p.noteText(note.body), p.lineOf(note.body)
	}
	p.text.Notes = append(p.text.Notes, n)
}

func (p *page) orphanNotes() {
	for _, body := range p.notes.orphans {
		p.text.Notes = append(p.text.Notes, sources.Note{
			Kind: sources.Footnote, Label: attr(body, "id"), Text: p.noteText(body),
			Start: nowhere, End: nowhere, Line: p.lineOf(body),
		})
	}
}

// noteText returns a note's words without its links back.
func (p *page) noteText(body *html.Node) string {
	note := &page{body: newBody(), file: p.file, kind: sources.Paragraph, isNote: true}
	note.notes = &htmlNotes{refs: map[*html.Node]htmlNote{}}
	for c := range body.Descendants() {
		if c.Data == "a" && (p.notes.backs[attr(c, "href")] || attr(c, "role") == "doc-backlink") {
			note.notes.refs[c] = htmlNote{}
		}
	}
	note.walk(body)
	note.closeBlock()
	return strings.ReplaceAll(trimmed(note.words.String()), "\n\n", "\n")
}

// lineOf returns the line on which the first text below n stands, or 0.
func (p *page) lineOf(n *html.Node) int {
	for c := range n.Descendants() {
		if at, ok := p.placeOf(c); ok && at.kind == 't' {
			return p.lines.of(at.start)
		}
	}
	return 0
}
