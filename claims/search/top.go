package search

import (
	"container/heap"
	"slices"
)

// top keeps the n highest scores it is offered, as a heap whose first is the
// lowest. Of equal scores the newer document, which has the higher place, is
// the better, unless the older is to be.
type top struct {
	n     int
	older bool
	all   []proposal
}

func newTop(n int, older bool) *top {
	return &top{n: n, older: older, all: make([]proposal, 0, min(n, 1024))}
}

func (t *top) offer(score float32, place int32) {
	p := proposal{place: int(place), score: float64(score)}
	if len(t.all) < t.n {
		heap.Push(t, p)
	} else if t.isBetter(p, t.all[0]) {
		t.all[0] = p
		heap.Fix(t, 0)
	}
}

// least returns the lowest score kept, 0 where fewer than n are.
func (t *top) least() float32 {
	if len(t.all) < t.n {
		return 0
	}
	return float32(t.all[0].score)
}

func (t *top) sorted() []proposal {
	slices.SortFunc(t.all, func(a, b proposal) int {
		if t.isBetter(a, b) {
			return -1
		}
		return 1
	})
	return t.all
}

// isBetter reports whether a comes before b.
func (t *top) isBetter(a, b proposal) bool {
	if a.score != b.score {
		return a.score > b.score
	}
	return (a.place > b.place) != t.older
}

// Len, Less, Swap, Push and Pop make top a heap.Interface.
func (t *top) Len() int           { return len(t.all) }
func (t *top) Less(i, j int) bool { return t.isBetter(t.all[j], t.all[i]) }
func (t *top) Swap(i, j int)      { t.all[i], t.all[j] = t.all[j], t.all[i] }
func (t *top) Push(x any)         { t.all = append(t.all, x.(proposal)) }
func (t *top) Pop() any {
	last := t.all[len(t.all)-1]
	t.all = t.all[:len(t.all)-1]
	return last
}
