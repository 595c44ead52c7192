package origin

import (
	"cmp"
	"slices"
)

// index finds the documents that may be one source with another, so that not
// each has to be compared with each. It loses none: every relation needs either
// a key that both have, or half of the shingles of one in the other.
//
// Half of n shingles can stand in another document only if one of any n/2+1 of
// them does, and those that fewest documents have lead to fewest in vain (the
// prefix filter of S. Chaudhuri, V. Ganti and R. Kaushik, A Primitive Operator
// for Similarity Joins in Data Cleaning, 2006). MinHash in, say, 42 bands of
// three would lose 4 in 1,000 of the pairs that are just alike enough, and 7 in
// 10 of the excerpts that are a fifth of the whole.
type index struct {
	all   []entry
	keys  map[string][]int32 // the documents that have a key
	where map[uint64][]int32 // those that have a shingle, if more than one has
}

func newIndex(all []entry) *index {
	x := &index{all: all, keys: map[string][]int32{}, where: shared(all)}
	for i := range all {
		for _, key := range keysOf(&all[i]) {
			x.keys[key] = append(x.keys[key], int32(i))
		}
	}
	return x
}

// shared returns the documents of each shingle that several have. Most have
// one, so that they are counted first.
func shared(all []entry) map[uint64][]int32 {
	total := 0
	for i := range all {
		total += len(all[i].shingles)
	}
	again := make(map[uint64]bool, total)
	for i := range all {
		for _, s := range all[i].shingles {
			_, again[s] = again[s]
		}
	}
	where := map[uint64][]int32{}
	for i := range all {
		for _, s := range all[i].shingles {
			if again[s] {
				where[s] = append(where[s], int32(i))
			}
		}
	}
	return where
}

// keysOf returns what two documents must have one of in common for a relation
// that needs no shingles in common.
func keysOf(e *entry) []string {
	var keys []string
	add := func(kind, key string) {
		if key != "" {
			keys = append(keys, kind+" "+key)
		}
	}
	add("bytes", string(e.Digest))
	add("page", e.page)
	add("agency", e.agency)
	for _, name := range e.names {
		add("name", name)
	}
	for _, r := range e.relied {
		add("name", r.key)
		for _, page := range r.pages {
			add("page", page)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// candidates returns the pairs of documents that may be one source, each once,
// in order of the first and then the second, the lesser first.
func (x *index) candidates() [][2]int32 {
	var pairs [][2]int32
	seen := make([]int, len(x.all)) // by document: the last one it was paired with, from 1
	for i := range x.all {
		for _, j := range x.near(i) {
			if int(j) != i && seen[j] != i+1 {
				seen[j] = i + 1
				pairs = append(pairs, [2]int32{min(int32(i), j), max(int32(i), j)})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(pairs)
}

// near returns the documents that have a key of a document's, or one of the
// rarer half of its shingles; some several times.
func (x *index) near(i int) []int32 {
	var found []int32
	for _, key := range keysOf(&x.all[i]) {
		found = append(found, x.keys[key]...)
	}
	rare := slices.Clone(x.all[i].shingles)
	slices.SortFunc(rare, func(a, b uint64) int { return cmp.Compare(len(x.where[a]), len(x.where[b])) })
	for _, s := range rare[:min(len(rare), len(rare)/2+1)] {
		found = append(found, x.where[s]...)
	}
	return found
}
