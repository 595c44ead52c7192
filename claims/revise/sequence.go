package revise

import (
	"cmp"
	"slices"
)

// often is how many times a text may stand in the old draft before its k-th
// occurrence is simply taken to be the k-th again. It bounds the work on
// drafts that say one thing over and over.
const often = 64

// pair is one text found in both lists.
type pair struct {
	old, fresh int
	before     int // the pair before it in its run, as an index into run.pairs; -1 of the first
}

// longestCommon returns the longest run of texts that stand in both lists in
// the same order, as pairs of indices, by the algorithm of Hunt and Szymanski
// (Communications of the ACM 20, 1977).
func longestCommon(old, fresh []string) []pair {
	where := map[string][]int{}
	for i, text := range old {
		where[text] = append(where[text], i)
	}
	var r run
	seen := map[string]int{}
	for j, text := range fresh {
		at := where[text]
		if k := seen[text]; len(at) > often {
			at = at[min(k, len(at)):min(k+1, len(at))]
		}
		seen[text]++
		// From the last to the first, so that no run holds the text twice.
		for _, i := range slices.Backward(at) {
			r.add(i, j)
		}
	}
	return r.longest()
}

// run holds the best runs of each length so far.
type run struct {
	pairs []pair
	ends  []int // ends[n]: the pair that ends the best run of n+1, the one that ends first in old
}

func (r *run) add(old, fresh int) {
	n, known := slices.BinarySearchFunc(r.ends, old, func(end, old int) int { return cmp.Compare(r.pairs[end].old, old) })
	if known {
		return
	}
	p := pair{old: old, fresh: fresh, before: -1}
	if n > 0 {
		p.before = r.ends[n-1]
	}
	if n == len(r.ends) {
		r.ends = append(r.ends, 0)
	}
	r.ends[n] = len(r.pairs)
	r.pairs = append(r.pairs, p)
}

func (r *run) longest() []pair {
	if len(r.ends) == 0 {
		return nil
	}
	var found []pair
	for i := r.ends[len(r.ends)-1]; i >= 0; i = r.pairs[i].before {
		found = append(found, r.pairs[i])
	}
	slices.Reverse(found)
	return found
}
