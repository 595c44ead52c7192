package extract

import (
	"cmp"
	"slices"

	"stet/sources"
)

// anchored is a mark with where it stands, as the draft's text has it.
type anchored struct {
	Mark
	start, end int
}

// mark puts each mark of the text on the claim it stands on, and returns those
// that stand on none. held gives, for each sentence, the run of its claims. What
// stands in one half of a sentence, or right behind it, belongs to that half;
// what stands at the end of the sentence belongs to all.
func (d *draft) mark(found []Candidate, held []run) []Mark {
	var loose []Mark
	for _, m := range d.marks() {
		i := d.sentenceOf(m)
		if i < 0 || held[i].empty() {
			loose = append(loose, m.Mark)
			continue
		}
		on := found[held[i].first:held[i].end]
		for k := range on {
			if k == m.half(on) || m.half(on) < 0 {
				on[k].Marks = append(on[k].Marks, m.Mark)
			}
		}
	}
	return loose
}

// half returns which of the halves of a sentence the mark stands on, or -1
// where it stands on all: at the end of the sentence.
func (m anchored) half(on []Candidate) int {
	for k, c := range on {
		own := c.Spans[len(c.Spans)-1]
		atEnd := k == len(on)-1 && m.start >= own.End-len(".")
		if !atEnd && m.start <= own.End {
			return k
		}
	}
	return -1
}

// marks returns all marks of the text in reading order.
func (d *draft) marks() []anchored {
	var all []anchored
	for i, n := range d.text.Notes {
		kind := Footnote
		if n.Kind == sources.Comment {
			kind = Comment
		}
		all = append(all, anchored{Mark{kind, i}, n.Start, n.End})
	}
	for i, l := range d.text.Links {
		all = append(all, anchored{Mark{Link, i}, l.Start, l.End})
	}
	slices.SortStableFunc(all, func(a, b anchored) int { return cmp.Compare(a.start, b.start) })
	return all
}

// sentenceOf returns the index of the sentence that a mark stands on, or -1.
// What is set on words stands on the sentence of the first of them, and a
// point on the sentence it is in or follows within its block.
func (d *draft) sentenceOf(m anchored) int {
	if m.start < 0 {
		return -1
	}
	i, _ := slices.BinarySearchFunc(d.sentences, m.start, func(s sentence, at int) int { return cmp.Compare(s.Start, at+1) })
	i-- // the last sentence that starts at m.start or before
	switch {
	case m.end > m.start:
		return d.sentenceOver(i, m)
	case i > 0 && d.sentences[i].Start == m.start && d.sentences[i-1].block == d.sentences[i].block:
		return i - 1
	case i < 0 || m.start > d.sentences[i].block.End:
		return -1
	}
	return i
}

// sentenceOver returns the first sentence from index i on that shares a byte
// with the mark, or -1.
func (d *draft) sentenceOver(i int, m anchored) int {
	for i = max(i, 0); i < len(d.sentences) && d.sentences[i].Start < m.end; i++ {
		if d.sentences[i].End > m.start {
			return i
		}
	}
	return -1
}
