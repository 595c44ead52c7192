// Package origin tells which sources are one source: five papers that print one
// agency's story are one origin, however many links they make. It compares
// words, addresses and bytes, and reads what documents say of where they have
// it from.
package origin

import (
	"cmp"
	"slices"

	"stet/sources"
)

// Threshold is the least score at which two texts are taken to be one source.
// It was fixed before anything was measured: at a half, more of the words of
// both texts taken together stand in both than in one.
const Threshold = 0.5

// Document is one source as it was captured. Everything but Text may be
// missing.
type Document struct {
	Address string // canonical, or where it was captured from
	Digest  sources.Digest
	Kind    sources.Kind
	Text    *sources.Text
}

// Result says which of several documents are one source.
type Result struct {
	// Groups holds the index of each document exactly once, so that there are
	// as many independent origins as groups. Both the groups and their members
	// ascend. A document is in a group if it is of one origin with any in it.
	Groups [][]int `json:"groups"`
	// Pairs are those that make the groups, in order of A and then B.
	Pairs []Pair `json:"pairs"`
}

// Pair is two documents of one origin: one copies the other or rests on it, or
// both copy a third.
type Pair struct {
	A      int     `json:"a"`      // index among the documents, less than B
	B      int     `json:"b"`      //
	Score  float64 `json:"score"`  // of their words, from 0 to 1
	Reason string  `json:"reason"` // in words, for people
}

// Of compares each document with each other. The score of two is Jaccard's
// coefficient over their shingles (A. Broder, On the Resemblance and
// Containment of Documents, 1997): the runs of five words that stand in both,
// over those that stand in either. Case, punctuation and typography make no
// difference. What else makes two documents one is in the table of relations.
// A document that says nothing of itself is like no other.
func Of(documents []Document) Result {
	result := Result{Groups: [][]int{}, Pairs: []Pair{}}
	c := comparison{where: map[uint64][]int{}}
	parent := make([]int, len(documents))
	for i, d := range documents {
		parent[i] = i
		for _, p := range c.add(newEntry(d)) {
			result.Pairs = append(result.Pairs, p)
			join(parent, p.A, p.B)
		}
	}
	slices.SortFunc(result.Pairs, func(x, y Pair) int { return cmp.Or(x.A-y.A, x.B-y.B) })
	place := map[int]int{} // of a group, by its first document
	for i := range documents {
		first := root(parent, i)
		if _, known := place[first]; !known {
			place[first] = len(result.Groups)
			result.Groups = append(result.Groups, nil)
		}
		at := place[first]
		result.Groups[at] = append(result.Groups[at], i)
	}
	return result
}

// Count returns how many independent origins some of the documents have.
func (r Result) Count(documents []int) int {
	n := 0
	for _, group := range r.Groups {
		if slices.ContainsFunc(group, func(i int) bool { return slices.Contains(documents, i) }) {
			n++
		}
	}
	return n
}

// entry is a document made ready to be compared.
type entry struct {
	Document
	shingles []uint64
	address  string   // without what makes no other page
	agency   string   // whose credit it bears
	relied   []string // the publishers whose reports it says it rests on, folded
	name     string   // its publisher, folded
}

func newEntry(d Document) entry {
	e := entry{Document: d, address: pageOf(d.Address)}
	if d.Text != nil {
		e.shingles, e.agency, e.relied = shinglesOf(d.Text.Body), agencyOf(d.Text), reliedOn(d.Text.Body)
		e.name = foldName(d.Text.Publisher)
	}
	return e
}

// comparison holds the documents added so far.
type comparison struct {
	entries []entry
	where   map[uint64][]int // the documents that have a shingle
}

// add adds a document and returns the pairs that it makes with those before it.
func (c *comparison) add(e entry) []Pair {
	here := len(c.entries)
	both := make([]int, here)
	for _, s := range e.shingles {
		for _, other := range c.where[s] {
			both[other]++
		}
		c.where[s] = append(c.where[s], here)
	}
	var pairs []Pair
	for other, n := range both {
		o := overlap{both: n, first: len(c.entries[other].shingles), second: len(e.shingles)}
		for _, r := range relations {
			if reason := r.holds(&c.entries[other], &e, o); reason != "" {
				pairs = append(pairs, Pair{A: other, B: here, Score: o.jaccard(), Reason: reason})
				break
			}
		}
	}
	c.entries = append(c.entries, e)
	return pairs
}

// join puts two documents and all that is like them into one group, whose root
// is its first document (union by index, with the path halved on the way).
func join(parent []int, a, b int) {
	a, b = root(parent, a), root(parent, b)
	parent[max(a, b)] = min(a, b)
}

func root(parent []int, i int) int {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}
