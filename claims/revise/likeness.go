package revise

import (
	"cmp"
	"slices"
	"sort"
)

// similar is the least likeness at which two claims are one that was edited:
// twice the words they share over the words they have. Below a half more was
// written anew than kept.
const similar = 0.5

// least is how many words such claims share at least: "Blake said" is no edit
// of "Field said".
const least = 2

// sameGap is what standing between the same unchanged claims counts for when
// several pairs are alike: as much as a fifth of the words.
const sameGap = 0.2

// candidate is a pair of claims that may be one that was edited.
type candidate struct {
	old, fresh int
	likeness   float64
	score      float64 // likeness with what else speaks for the pair
	apart      int     // how far from each other they stand in their drafts
}

// edited pairs what is left by likeness, the likest first; of equally like
// ones those that stand nearest.
func (a *alignment) edited() {
	all := a.candidates()
	slices.SortFunc(all, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), x.apart-y.apart, x.old-y.old, x.fresh-y.fresh)
	})
	for _, c := range all {
		if !a.taken[c.old] && a.fates[c.fresh].Kind == New {
			a.settle(Edited, c.old, c.fresh, c.likeness)
		}
	}
}

// candidates returns every pair of claims left over that is like enough.
func (a *alignment) candidates() []candidate {
	var old, fresh []int // places among order and placeless; indices of fresh claims
	var texts []string
	standing := slices.Concat(a.order, a.placeless)
	for at, i := range standing {
		if !a.taken[i] {
			old, texts = append(old, at), append(texts, a.old[i])
		}
	}
	for j := range a.fresh {
		if a.fates[j].Kind == New {
			fresh, texts = append(fresh, j), append(texts, a.fresh[j])
		}
	}
	sets := tokenSets(texts)
	var all []candidate
	for _, p := range alike(sets[:len(old)], sets[len(old):]) {
		at, j := old[p.old], fresh[p.fresh]
		c := candidate{old: standing[at], fresh: j, likeness: p.likeness, apart: max(at-j, j-at)}
		c.score = c.likeness + a.bonus(at, j)
		all = append(all, c)
	}
	return all
}

// bonus is what the places of an old and a fresh claim say for their being
// one. A claim that didn't stand in the old draft comes after all that did.
func (a *alignment) bonus(at, fresh int) float64 {
	switch {
	case at >= len(a.order):
		return -1
	case a.gapOfOld(at) == a.gapOfFresh(fresh):
		return sameGap
	}
	return 0
}

// gapOfOld returns how many unchanged claims stand before a place in the old
// draft, gapOfFresh how many before a fresh claim.
func (a *alignment) gapOfOld(at int) int {
	return sort.Search(len(a.kept), func(k int) bool { return a.kept[k].old >= at })
}

func (a *alignment) gapOfFresh(j int) int {
	return sort.Search(len(a.kept), func(k int) bool { return a.kept[k].fresh >= j })
}

// likePair is an old and a fresh set of tokens with their likeness.
type likePair struct {
	old, fresh int
	likeness   float64
}

// posting is where a token stands in one of the sets.
type posting struct{ set, at int }

// alike returns the pairs whose likeness is similar or more. Two such sets
// share at least a half of their mean size, so that they also share a token
// that stands among the rarest of each, with fewer than that half after it;
// only those are compared (prefix filtering: Bayardo, Ma and Srikant, Scaling
// Up All Pairs Similarity Search, 2007). No pair is lost by it.
func alike(old, fresh [][]int) []likePair {
	index := map[int][]posting{}
	for i, set := range old {
		for at, token := range rarest(set) {
			index[token] = append(index[token], posting{i, at})
		}
	}
	var pairs []likePair
	asked := make([]int, len(old)) // the last fresh set, from 1, that an old one was compared with
	for j, set := range fresh {
		for at, token := range rarest(set) {
			for _, p := range index[token] {
				i := p.set
				shared := (len(old[i]) + len(set) + 3) / 4 // at least, if they are similar: a quarter of both
				if asked[i] == j+1 || at > len(set)-shared || p.at > len(old[i])-shared {
					continue
				}
				asked[i] = j + 1
				if l := dice(old[i], set); l >= similar {
					pairs = append(pairs, likePair{i, j, l})
				}
			}
		}
	}
	return pairs
}

// rarest returns the part of a set that shares a token with any set that is
// like it. The smallest such set has a third of its size.
func rarest(set []int) []int {
	shared := (len(set) + 2) / 3
	return set[:min(len(set), len(set)-shared+1)]
}

// dice is Dice's coefficient of two ascending sets (L. R. Dice, Ecology 26,
// 1945), or 0 where it cannot reach similar or they share fewer than least.
func dice(x, y []int) float64 {
	all := float64(max(len(x)+len(y), 1))
	spare := len(x) + len(y) - int(similar*all) // how many may stand in one set only
	shared, i, j := 0, 0, 0
	for i < len(x) && j < len(y) && spare >= 0 {
		switch d := x[i] - y[j]; {
		case d < 0:
			i, spare = i+1, spare-1
		case d > 0:
			j, spare = j+1, spare-1
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	if spare < 0 || shared < least {
		return 0
	}
	return 2 * float64(shared) / all
}
