package quote

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// prose returns random words of a vocabulary whose sizes of use are as in
// prose: each half as often as the one before but for a long tail.
func prose(r *rand.Rand, size, vocabulary int) string {
	words := make([]string, vocabulary)
	for i := range words {
		word := make([]byte, 2+r.IntN(9))
		for j := range word {
			word[j] = "eeeeetttaaaooiinnsshhrrddlcumwfgypbvk"[r.IntN(37)]
		}
		words[i] = string(word)
	}
	var b strings.Builder
	for b.Len() < size {
		b.WriteString(words[int(float64(vocabulary)*r.Float64()*r.Float64()*r.Float64())])
		b.WriteByte(' ')
	}
	return b.String()
}

// edited returns b with n random edits.
func edited(r *rand.Rand, b []byte, n int) []byte {
	b = append([]byte{}, b...)
	for range n {
		at := r.IntN(len(b))
		switch r.IntN(3) {
		case 0:
			b[at] = "qxzj"[r.IntN(4)]
		case 1:
			b = append(b[:at], b[at+1:]...)
		default:
			b = append(b[:at], append([]byte{"qxzj"[r.IntN(4)]}, b[at:]...)...)
		}
	}
	return b
}

// TestSeedsMissNothing compares what is found by pieces with what is found by
// reading all of the text, for patterns of many lengths and edits up to the
// limit and beyond, in prose and in text that repeats itself.
func TestSeedsMissNothing(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	found := 0
	for round := range 600 {
		text := prose(r, 3000, []int{5, 50, 2000}[round%3])
		if round%7 == 0 {
			text = strings.Repeat(text[:1+r.IntN(40)], 60)
		}
		f := Fold(text)
		n := min(12+r.IntN(300), len(f.folded)/2)
		at := r.IntN(len(f.folded) - n)
		pattern := edited(r, f.folded[at:at+n], r.IntN(n/5+2))
		limit := int(mostAltered * float64(len(pattern)))
		_, want := newBlocks(pattern).nearestEnd(f.folded, limit)

		g, ok := gaugeFor(len(pattern), limit)
		if !ok {
			continue
		}
		target := newTarget(pattern, limit)
		s := newSeeds(g)
		s.add(target)
		s.scan(f.folded, seed.near)
		got := limit + 1
		if places, distance := f.nearest(pattern, f.merged(target.windows), limit); len(places) > 0 {
			got = distance
		}
		if got != want {
			t.Fatalf("%q in %q: distance %d, want %d of at most %d; windows %v", pattern, text, got, want, limit, target.windows)
		}
		if want <= limit {
			found++
		}
	}
	if found < 200 {
		t.Errorf("only %d of 600 patterns were within their limit: too little was tested", found)
	}
}

// TestUnrelatedText wants nothing found of 300 quotes in ten megabytes of
// other words.
func TestUnrelatedText(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	var queries []Query
	for range 300 {
		queries = append(queries, Query{Quote: prose(r, 20+r.IntN(200), 3000), Near: -1})
	}
	f := Fold(prose(r, 10<<20, 20_000))
	for i, got := range f.LocateAll(queries) {
		if got.Start != got.End && len(strings.Fields(queries[i].Quote)) > 3 {
			t.Errorf("%q: %s %q", queries[i].Quote, got.Class, got.In(f.text))
		}
	}
}
