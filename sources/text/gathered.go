package text

import (
	"strconv"
	"strings"

	"stet/sources"
)

// gathered puts the texts of several documents into one.
type gathered struct {
	whole    sources.Text
	words    strings.Builder
	comments int // so far
}

func newGathered() *gathered { return &gathered{} }

func (g *gathered) len() int { return g.words.Len() }

// separate writes gap unless nothing stands before it.
func (g *gathered) separate(gap string) {
	if g.words.Len() > 0 {
		g.words.WriteString(gap)
	}
}

// addBlock writes words as a block of their own behind gap, and returns where
// they begin. Line ends in them become spaces.
func (g *gathered) addBlock(kind sources.BlockKind, level int, words, gap string) int {
	words = strings.Join(strings.Fields(words), " ")
	if words == "" {
		return g.len()
	}
	g.separate(gap)
	start := g.len()
	g.words.WriteString(words)
	g.whole.Blocks = append(g.whole.Blocks, sources.Block{Kind: kind, Level: level, Start: start, End: g.len()})
	return start
}

// remark adds a comment on the words since start.
func (g *gathered) remark(words string, start int) {
	g.comments++
	g.whole.Notes = append(g.whole.Notes, sources.Note{
		Kind: sources.Comment, Label: strconv.Itoa(g.comments), Text: words, Start: start, End: g.len(),
	})
}

// append adds a document behind gap, with its blocks, notes, links, pages and
// cues.
// Positions in its file are dropped.
func (g *gathered) append(t *sources.Text, gap string) {
	if t.IsUnread() {
		return
	}
	g.separate(gap)
	by := g.len()
	g.words.WriteString(t.Body)
	for _, b := range t.Blocks {
		b.Start, b.End = b.Start+by, b.End+by
		g.whole.Blocks = append(g.whole.Blocks, b)
	}
	for _, n := range t.Notes {
		if n.Start != nowhere {
			n.Start, n.End = n.Start+by, n.End+by
		}
		n.Line = 0
		g.whole.Notes = append(g.whole.Notes, n)
	}
	for _, l := range t.Links {
		l.Start, l.End = l.Start+by, l.End+by
		g.whole.Links = append(g.whole.Links, l)
	}
	for _, p := range t.Pages {
		p.Start, p.End = p.Start+by, p.End+by
		g.whole.Pages = append(g.whole.Pages, p)
	}
	for _, c := range t.Cues {
		c.Start, c.End = c.Start+by, c.End+by
		g.whole.Cues = append(g.whole.Cues, c)
	}
}

// text returns the whole.
func (g *gathered) text() *sources.Text {
	g.whole.Body = g.words.String()
	return &g.whole
}
