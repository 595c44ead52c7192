// Package origin tells which sources are one source: five papers that print one
// agency's story are one origin, however many links they make. It compares
// words, addresses and bytes, and reads what documents say of where they have
// it from.
package origin

import (
	"slices"

	"stet/sources"
)

// Threshold is the least score at which two texts are taken to be one source.
// It was fixed on 23 November 2026, before anything was measured: at a half,
// more of the words of both texts taken together stand in both than in one.
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
// both copy or rest on a third.
type Pair struct {
	A      int     `json:"a"`      // index among the documents, less than B
	B      int     `json:"b"`      //
	Score  float64 `json:"score"`  // of their words, from 0 to 1
	Reason string  `json:"reason"` // in words, for people
}

// Of tells which of the documents are one source. The score of two is Jaccard's
// coefficient over their shingles (A. Broder, On the Resemblance and
// Containment of Documents, 1997): the runs of five words that stand in both,
// over those that stand in either. Case, punctuation and typography make no
// difference, and sentences that a site puts beside every story don't count.
// What else makes two documents one is in the table of relations. A document
// that says nothing of itself is like no other.
func Of(documents []Document) Result {
	all := newEntries(documents)
	parent := make([]int, len(all))
	for i := range parent {
		parent[i] = i
	}
	result := Result{Pairs: []Pair{}}
	for _, c := range newIndex(all).candidates() {
		a, b := int(c[0]), int(c[1])
		o := overlapOf(&all[a], &all[b])
		if reason := o.reason(); reason != "" {
			result.Pairs = append(result.Pairs, Pair{A: a, B: b, Score: o.jaccard(), Reason: reason})
			join(parent, a, b)
		}
	}
	result.Groups = groups(parent)
	return result
}

// Count returns how many independent origins some of the documents have, each
// named by its index.
func (r Result) Count(documents []int) int {
	n := 0
	for _, group := range r.Groups {
		if slices.ContainsFunc(group, func(i int) bool { return slices.Contains(documents, i) }) {
			n++
		}
	}
	return n
}
