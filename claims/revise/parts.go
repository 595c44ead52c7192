package revise

import (
	"cmp"
	"slices"
)

// A sentence that was split leaves words over in the claim that fits it best,
// and a sentence that was merged has words too many. Whatever other claim is
// made of those words is a part of it.

const (
	// leastPart is how many of those words a part has at least: fewer are
	// chance.
	leastPart = 3
	// mostCommon is in how many claims a word may stand and still suggest that
	// two of them belong together.
	mostCommon = 64
)

// bag counts the words of a text.
type bag map[string]int

func bagOf(text string) bag {
	b := bag{}
	for _, t := range tokensOf(text) {
		b[t.word]++
	}
	return b
}

func (b bag) size() int {
	n := 0
	for _, count := range b {
		n += count
	}
	return n
}

// shared counts the words that both have.
func (b bag) shared(other bag) int {
	n := 0
	for w, count := range b {
		n += min(count, other[w])
	}
	return n
}

// without returns the words that the other does not use up.
func (b bag) without(other bag) bag {
	rest := bag{}
	for w, count := range b {
		if left := count - other[w]; left > 0 {
			rest[w] = left
		}
	}
	return rest
}

// likeness is Dice's coefficient of two bags.
func (b bag) likeness(other bag) float64 {
	return 2 * float64(b.shared(other)) / float64(max(b.size()+other.size(), 1))
}

// pieces are claims that nothing was found for, among which the parts of others
// are looked for.
type pieces struct {
	bags  map[int]bag      // by index of the claim
	where map[string][]int // the claims that have a word, ascending
}

// newPieces collects the claims among texts that are left.
func newPieces(texts []string, isLeft func(int) bool) pieces {
	p := pieces{bags: map[int]bag{}, where: map[string][]int{}}
	for i, text := range texts {
		if !isLeft(i) {
			continue
		}
		p.bags[i] = bagOf(text)
		for w := range p.bags[i] {
			p.where[w] = append(p.where[w], i)
		}
	}
	return p
}

// take removes a piece.
func (p pieces) take(i int) { delete(p.bags, i) }

// suggested returns the pieces that share enough of the rarer words with a bag
// to be looked at, ascending.
func (p pieces) suggested(words bag) []int {
	votes := map[int]int{}
	for w, count := range words {
		if at := p.where[w]; len(at) <= mostCommon {
			for _, i := range at {
				votes[i] += min(count, p.bags[i][w])
			}
		}
	}
	var found []int
	for i, n := range votes {
		if n > 0 && p.bags[i] != nil {
			found = append(found, i)
		}
	}
	slices.Sort(found)
	return found
}

// base returns the piece that a claim which nothing was found for has become,
// in part: the likest of those of which most words are the claim's; or -1.
func (p pieces) base(whole bag) (best int, likeness float64) {
	best = -1
	for _, i := range p.suggested(whole) {
		piece := p.bags[i]
		n := whole.shared(piece)
		if l := whole.likeness(piece); n >= leastPart && 3*n >= 2*piece.size() && l > likeness {
			best, likeness = i, l
		}
	}
	return best, likeness
}

// parts returns the pieces that a rest of words has become: each has at least
// half of its words from the rest, and together they have half of the rest.
// Those that have most of it come first, and no word counts for two.
func (p pieces) parts(rest bag) []int {
	total, covered := rest.size(), 0
	if total < leastPart {
		return nil
	}
	candidates := p.suggested(rest)
	slices.SortStableFunc(candidates, func(i, j int) int {
		return cmp.Compare(rest.shared(p.bags[j]), rest.shared(p.bags[i]))
	})
	var found []int
	for _, i := range candidates {
		piece := p.bags[i]
		if n := rest.shared(piece); n >= leastPart && 2*n >= piece.size() {
			found, covered = append(found, i), covered+n
			rest = rest.without(piece)
		}
	}
	if 2*covered < total {
		return nil
	}
	return found
}

// split finds the old claims of which several fresh ones were made.
func (a *alignment) split() {
	p := newPieces(a.fresh, func(j int) bool { return a.fates[j].Kind == New })
	for j := range a.fates {
		if f := a.fates[j]; f.Kind == Edited {
			a.splitFrom(p, f.Old, j, f.Likeness)
		}
	}
	for _, i := range a.order {
		if a.taken[i] {
			continue
		}
		if j, likeness := p.base(bagOf(a.old[i])); j >= 0 {
			a.splitFrom(p, i, j, likeness)
		}
	}
}

// splitFrom settles an old claim as split where other pieces than the best
// fitting one are parts of it.
func (a *alignment) splitFrom(p pieces, old, fresh int, likeness float64) {
	kept := p.bags[fresh]
	p.take(fresh)
	parts := p.parts(bagOf(a.old[old]).without(bagOf(a.fresh[fresh])))
	if len(parts) == 0 {
		if kept != nil {
			p.bags[fresh] = kept
		}
		return
	}
	a.settle(Split, old, fresh, likeness)
	for _, j := range parts {
		a.fates[j].Of = old
		p.take(j)
	}
}

// merged finds the fresh claims that were made of several old ones.
func (a *alignment) merged() {
	stood := map[int]bool{} // what no draft carries any more is no part of anything
	for _, i := range a.order {
		stood[i] = true
	}
	p := newPieces(a.old, func(i int) bool { return stood[i] && !a.taken[i] })
	for j := range a.fates {
		f := a.fates[j]
		switch {
		case f.Kind == Edited:
			a.mergeInto(p, f.Old, j, f.Likeness)
		case f.Kind == New && f.Of < 0:
			if i, likeness := p.base(bagOf(a.fresh[j])); i >= 0 {
				a.mergeInto(p, i, j, likeness)
			}
		}
	}
}

// mergeInto settles a fresh claim as merged where other pieces than the best
// fitting one are parts of it.
func (a *alignment) mergeInto(p pieces, old, fresh int, likeness float64) {
	kept := p.bags[old]
	p.take(old)
	parts := p.parts(bagOf(a.fresh[fresh]).without(bagOf(a.old[old])))
	if len(parts) == 0 {
		if kept != nil {
			p.bags[old] = kept
		}
		return
	}
	a.settle(Merged, old, fresh, likeness)
	for _, i := range parts {
		a.into[i] = fresh
		p.take(i)
	}
}
