// Package revise finds an old draft's claims in a new draft: which are the
// same, which moved, which were edited, which are gone and which are new.
package revise

import (
	"cmp"
	"slices"
	"strings"

	"stet/claims"
)

// Kind says what became of a claim.
type Kind string

// The kinds of fate.
const (
	Unchanged Kind = "unchanged" // the same words, in the same order among the others
	Moved     Kind = "moved"     // the same words, elsewhere
	Edited    Kind = "edited"    // other words, but plainly the same claim
	Cut       Kind = "cut"
	New       Kind = "new"
)

// Fate is what became of one claim.
type Fate struct {
	Kind  Kind
	Old   int // index among the old claims, -1 of a new one
	Fresh int // index among the fresh claims, -1 of one that was cut
}

// similar is the least likeness at which two claims are one that was edited:
// twice the words they share over the words they have. Below a half more was
// written anew than kept.
const similar = 0.5

// Align returns one fate for each old and each fresh claim: those of the fresh
// claims in their order, then those that were cut. Words are compared as
// claims.FoldWords folds them, so that typography changes nothing.
func Align(old, fresh []claims.Claim) []Fate {
	a := alignment{old: words(old), fresh: words(fresh), fateOf: make([]Fate, len(fresh)), taken: make([]bool, len(old))}
	for i := range a.fateOf {
		a.fateOf[i] = Fate{Kind: New, Old: -1, Fresh: i}
	}
	a.inOrder()
	a.elsewhere()
	a.edited()
	fates := a.fateOf
	for i := range old {
		if !a.taken[i] {
			fates = append(fates, Fate{Kind: Cut, Old: i, Fresh: -1})
		}
	}
	return fates
}

// alignment is the work of Align.
type alignment struct {
	old, fresh []string // folded
	fateOf     []Fate   // by fresh claim
	taken      []bool   // by old claim
}

func words(list []claims.Claim) []string {
	folded := make([]string, len(list))
	for i, c := range list {
		folded[i] = claims.FoldWords(c.Text)
	}
	return folded
}

func (a *alignment) settle(kind Kind, old, fresh int) {
	a.fateOf[fresh] = Fate{Kind: kind, Old: old, Fresh: fresh}
	a.taken[old] = true
}

// inOrder pairs claims of equal words that stand in the same order in both
// drafts, as many as can: the longest increasing run of pairs (patience
// sorting, as Bram Cohen's patience diff has it).
func (a *alignment) inOrder() {
	where := map[string][]int{}
	for i, w := range a.old {
		where[w] = append(where[w], i)
	}
	// The k-th of several equal claims is taken to be the k-th again.
	var pairs []Fate
	for i, w := range a.fresh {
		if at := where[w]; len(at) > 0 {
			pairs = append(pairs, Fate{Old: at[0], Fresh: i})
			where[w] = at[1:]
		}
	}
	for _, p := range increasing(pairs) {
		a.settle(Unchanged, p.Old, p.Fresh)
	}
}

// increasing returns the longest run of pairs in which Old increases too.
func increasing(pairs []Fate) []Fate {
	var ends []int                    // ends[n]: the pair that ends the best run of n+1
	before := make([]int, len(pairs)) // the pair before, in the best run that ends here
	for i, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p.Old, func(end, old int) int { return cmp.Compare(pairs[end].Old, old) })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	var run []Fate
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			run = append(run, pairs[i])
		}
	}
	slices.Reverse(run)
	return run
}

// elsewhere pairs what is left of equal words.
func (a *alignment) elsewhere() {
	where := map[string][]int{}
	for i, w := range a.old {
		if !a.taken[i] {
			where[w] = append(where[w], i)
		}
	}
	for i, w := range a.fresh {
		if at := where[w]; a.fateOf[i].Kind == New && len(at) > 0 {
			a.settle(Moved, at[0], i)
			where[w] = at[1:]
		}
	}
}

// candidate is a pair of claims that may be one that was edited.
type candidate struct {
	old, fresh int
	likeness   float64
	apart      int // how far from each other they stand in their drafts
}

// edited pairs what is left by likeness, the likest first; of equally like
// ones those that stand nearest.
func (a *alignment) edited() {
	var all []candidate
	bags := bagsOf(a.old)
	index := map[string][]int{}
	for i, bag := range bags {
		if a.taken[i] {
			continue
		}
		for w := range bag {
			index[w] = append(index[w], i)
		}
	}
	for j, text := range a.fresh {
		if a.fateOf[j].Kind != New {
			continue
		}
		bag := bagOf(text)
		seen := map[int]bool{}
		for w := range bag {
			for _, i := range index[w] {
				if seen[i] {
					continue
				}
				seen[i] = true
				if l := likeness(bags[i], bag); l >= similar {
					all = append(all, candidate{old: i, fresh: j, likeness: l, apart: abs(i - j)})
				}
			}
		}
	}
	slices.SortFunc(all, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.likeness, x.likeness), x.apart-y.apart, x.old-y.old, x.fresh-y.fresh)
	})
	for _, c := range all {
		if !a.taken[c.old] && a.fateOf[c.fresh].Kind == New {
			a.settle(Edited, c.old, c.fresh)
		}
	}
}

// bagOf counts the words of a text, in lower case and without punctuation at
// their ends.
func bagOf(text string) map[string]int {
	bag := map[string]int{}
	for _, w := range strings.Fields(strings.ToLower(text)) {
		bag[strings.Trim(w, `.,;:!?"'()-`)]++
	}
	return bag
}

func bagsOf(texts []string) []map[string]int {
	bags := make([]map[string]int, len(texts))
	for i, t := range texts {
		bags[i] = bagOf(t)
	}
	return bags
}

// likeness is Dice's coefficient over the words, counted as often as they
// stand (L. R. Dice, Ecology 26, 1945).
func likeness(a, b map[string]int) float64 {
	shared, all := 0, 0
	for w, n := range a {
		shared += min(n, b[w])
		all += n
	}
	for _, n := range b {
		all += n
	}
	return 2 * float64(shared) / float64(max(all, 1))
}

func abs(n int) int { return max(n, -n) }
