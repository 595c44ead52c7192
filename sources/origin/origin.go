// Package origin tells which sources are copies of one another: five papers
// that print one agency's story are one origin, however many links they make.
// It compares words and knows nothing of who published what when.
package origin

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// Threshold is the least score at which two texts are taken to be one source.
// It was fixed before anything was measured: at a half, more of the words of
// both texts taken together stand in both than in one.
const Threshold = 0.5

// Result says which of several texts are one source.
type Result struct {
	// Groups holds the index of each text exactly once, so that there are as
	// many independent origins as groups. Both the groups and their members
	// ascend. A text is in a group if it copies any text in it.
	Groups [][]int `json:"groups"`
	// Pairs are the copies that make the groups, in order of A and then B.
	Pairs []Pair `json:"pairs"`
}

// Pair is two texts of which one copies the other, or both a third.
type Pair struct {
	A      int     `json:"a"` // index among the texts, less than B
	B      int     `json:"b"`
	Score  float64 `json:"score"`  // from Threshold to 1
	Reason string  `json:"reason"` // in words, for people
}

// Groups compares each text with each other. The score of two is Jaccard's
// coefficient over their shingles (A. Broder, On the Resemblance and
// Containment of Documents, 1997): the runs of five words that stand in both,
// over those that stand in either. Case, punctuation and typography make no
// difference. A text without any words is like no other: nothing is known of
// where it comes from.
func Groups(texts []string) Result {
	result := Result{Groups: [][]int{}, Pairs: []Pair{}}
	c := comparison{where: map[uint64][]int{}}
	parent := make([]int, len(texts))
	for i, text := range texts {
		parent[i] = i
		for _, p := range c.add(shinglesOf(text)) {
			result.Pairs = append(result.Pairs, p)
			join(parent, p.A, p.B)
		}
	}
	slices.SortFunc(result.Pairs, func(x, y Pair) int { return cmp.Or(x.A-y.A, x.B-y.B) })
	place := map[int]int{} // of a group, by its first text
	for i := range texts {
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

// comparison holds the texts added so far.
type comparison struct {
	sizes []int            // how many shingles each text has
	where map[uint64][]int // the texts that have a shingle
}

// add adds a text and returns the pairs that it makes with those before it.
func (c *comparison) add(shingles []uint64) []Pair {
	here := len(c.sizes)
	shared := make([]int, here)
	for _, s := range shingles {
		for _, other := range c.where[s] {
			shared[other]++
		}
		c.where[s] = append(c.where[s], here)
	}
	var pairs []Pair
	for other, n := range shared {
		if either := c.sizes[other] + len(shingles) - n; n > 0 && float64(n) >= Threshold*float64(either) {
			pairs = append(pairs, Pair{A: other, B: here, Score: float64(n) / float64(either), Reason: because(n, either)})
		}
	}
	c.sizes = append(c.sizes, len(shingles))
	return pairs
}

func because(both, either int) string {
	if both == either {
		return "they share all their runs of " + strconv.Itoa(shingleWords) + " words"
	}
	return fmt.Sprintf("they share %d of their %d different runs of %d words", both, either, shingleWords)
}

// join puts two texts and all that is like them into one group, whose root is
// its first text (union by index, with the path halved on the way).
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
