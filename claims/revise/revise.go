// Package revise finds an old draft's claims in a new draft: which are the
// same, which moved, which were edited, split or merged, which are gone and
// which are new; and says what an edit touched.
package revise

import (
	"cmp"
	"slices"

	"stet/claims"
)

// Kind says what became of a claim.
type Kind string

// The kinds of fate.
const (
	Unchanged Kind = "unchanged" // the same words, in the same order among the others
	Moved     Kind = "moved"     // the same words, elsewhere, or back after they were cut
	Edited    Kind = "edited"    // other words, but plainly the same claim
	Split     Kind = "split"     // the best fitting of several claims that were made of one
	Merged    Kind = "merged"    // one claim that was made of several, paired with the best fitting
	Cut       Kind = "cut"
	New       Kind = "new"
)

// Kinds lists every kind, in the order in which counts of them are shown.
var Kinds = []Kind{New, Unchanged, Moved, Edited, Split, Merged, Cut}

// HasNewWords reports whether a claim of this fate is an old one that says
// something in other words now.
func (k Kind) HasNewWords() bool { return k == Edited || k == Split || k == Merged }

// Fate is what became of one claim.
type Fate struct {
	Kind  Kind
	Old   int // index among the old claims, -1 of a new one
	Fresh int // index among the fresh claims, -1 of one that was cut
	// Of is where the words of a New or Cut claim came from or went. Of a New
	// one that is part of a Split claim it is that one's index among the old
	// claims; of a Cut one that is part of a Merged claim, that one's index
	// among the fresh claims. It is -1 of every other.
	Of int
	// Likeness is Dice's coefficient over the words of both, from 0 to 1: 1
	// where they are the same, and 0 where one is missing.
	Likeness float64
}

// Align returns one fate for each old and each fresh claim: those of the fresh
// claims in their order, then those that were cut. Words are compared as
// claims.FoldWords folds them, so that typography changes nothing.
//
// Fresh claims come in reading order. Old ones come in any order: their spans
// say how they were read. An old claim without spans, because it was cut
// before or was added by hand, has no place that it could have kept; it is
// found by its words, but only where no claim that stood in the old draft is
// found there.
func Align(old, fresh []claims.Claim) []Fate {
	a := newAlignment(old, fresh)
	a.inOrder()
	a.elsewhere(a.order)
	a.elsewhere(a.placeless)
	a.edited()
	a.split()
	a.merged()
	fates := a.fates
	for i := range old {
		if !a.taken[i] {
			fates = append(fates, Fate{Kind: Cut, Old: i, Fresh: -1, Of: a.into[i]})
		}
	}
	return fates
}

// alignment is the work of Align.
type alignment struct {
	old, fresh []string // folded
	order      []int    // the old claims that stood in the draft, as they were read
	placeless  []int    // the other old claims
	fates      []Fate   // by fresh claim
	taken      []bool   // by old claim
	kept       []pair   // the claims that kept their words and order
	into       []int    // by old claim: the fresh one that it was merged into, or -1
}

func newAlignment(old, fresh []claims.Claim) *alignment {
	a := &alignment{
		old: words(old), fresh: words(fresh),
		fates: make([]Fate, len(fresh)), taken: make([]bool, len(old)), into: slices.Repeat([]int{-1}, len(old)),
	}
	for i, c := range old {
		if c.Start() < 0 {
			a.placeless = append(a.placeless, i)
		} else {
			a.order = append(a.order, i)
		}
	}
	slices.SortStableFunc(a.order, func(i, j int) int { return cmp.Compare(old[i].Start(), old[j].Start()) })
	for j := range a.fates {
		a.fates[j] = Fate{Kind: New, Old: -1, Fresh: j, Of: -1}
	}
	return a
}

func words(list []claims.Claim) []string {
	folded := make([]string, len(list))
	for i, c := range list {
		folded[i] = claims.FoldWords(c.Text)
	}
	return folded
}

func (a *alignment) settle(kind Kind, old, fresh int, likeness float64) {
	a.fates[fresh] = Fate{Kind: kind, Old: old, Fresh: fresh, Of: -1, Likeness: likeness}
	a.taken[old] = true
}

// inOrder pairs claims of equal words that stand in the same order in both
// drafts.
func (a *alignment) inOrder() {
	texts := make([]string, len(a.order))
	for at, i := range a.order {
		texts[at] = a.old[i]
	}
	a.kept = longestCommon(texts, a.fresh)
	for _, p := range a.kept {
		a.settle(Unchanged, a.order[p.old], p.fresh, 1)
	}
}

// elsewhere pairs what is left of equal words: the first with the first.
func (a *alignment) elsewhere(old []int) {
	where := map[string][]int{}
	for _, i := range old {
		if !a.taken[i] {
			where[a.old[i]] = append(where[a.old[i]], i)
		}
	}
	for j, w := range a.fresh {
		if at := where[w]; a.fates[j].Kind == New && len(at) > 0 {
			a.settle(Moved, at[0], j, 1)
			where[w] = at[1:]
		}
	}
}
