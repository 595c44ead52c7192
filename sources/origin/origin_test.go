package origin

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	agency = "The ferry Saint Oda sank off Holm Point early on Monday after its bow door failed, the harbour master said. All 212 people aboard were taken off by lifeboats from three towns."
	paper  = "HOLM, Monday – The ferry “Saint Oda” sank off Holm Point early on Monday after its bow door failed, the harbour master said.\nAll 212 people aboard were taken off by lifeboats from three towns."
	own    = "A bow door that had been reported faulty in March gave way on Monday and sent the Saint Oda to the bottom; lifeboats from three towns took everyone off."
	other  = "The council will vote on the tram line in the spring, its leader told a meeting on Tuesday evening, and not before."
)

func TestGroups(t *testing.T) {
	long := sentence(1, 40)
	for _, c := range []struct {
		name  string
		texts []string
		want  [][]int
	}{
		{"nothing", nil, [][]int{}},
		{"one", []string{agency}, [][]int{{0}}},
		{"an agency's story and a paper's own", []string{agency, own, paper, other}, [][]int{{0, 2}, {1}, {3}}},
		{"the same twice", []string{other, agency, other}, [][]int{{0, 2}, {1}}},
		{"no words are no origin", []string{"", " … ", "", agency}, [][]int{{0}, {1}, {2}, {3}}},
		{"fewer words than a shingle", []string{"It sank.", "it sank", "It sailed."}, [][]int{{0, 1}, {2}}},
		{"as other readers read it", []string{"The di\u00adrector’s \ufb01nal re\u200bport is late again", "THE DIRECTORS FINAL REPORT\nIS LATE AGAIN"}, [][]int{{0, 1}}},
		{"without spaces", []string{"市長は橋が月曜日に開通したと述べた。", "市長は「橋が月曜日に開通した」と述べた", "市議会は春に投票する予定だ。"}, [][]int{{0, 1}, {2}}},
		{"each a copy of the next", []string{long[:230], long[:160], long}, [][]int{{0, 1, 2}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Groups(c.texts).Groups); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPairsSayWhy(t *testing.T) {
	a := "one two three four five six seven eight"
	got := Groups([]string{a, "nothing like it at all", a + " nine ten", "One, two; three. Four: five six-seven (eight)"})
	want := []Pair{
		{0, 2, 4. / 6, "they share 4 of their 6 different runs of 5 words"},
		{0, 3, 1, "they share all their runs of 5 words"},
		{2, 3, 4. / 6, "they share 4 of their 6 different runs of 5 words"},
	}
	if diff := cmp.Diff(want, got.Pairs); diff != "" {
		t.Error(diff)
	}
}

// TestThreshold stands on both sides of a half: of 8 runs 4 are shared, and of
// 9 runs 4.
func TestThreshold(t *testing.T) {
	a := "one two three four five six seven eight"
	for end, want := range map[string]int{"nine ten eleven twelve": 1, "nine ten eleven twelve thirteen": 0} {
		if got := len(Groups([]string{a, a + " " + end}).Pairs); got != want {
			t.Errorf("with %q: %d pairs, want %d", end, got, want)
		}
	}
}

// TestAgainstEveryPair compares the index with sets compared one by one.
func TestAgainstEveryPair(t *testing.T) {
	texts := make([]string, 60)
	for i := range texts {
		texts[i] = sentence(uint64(i/4), 20+i%4*3)
	}
	var want [][2]int
	for i := range texts {
		for j := i + 1; j < len(texts); j++ {
			if jaccard(texts[i], texts[j]) >= Threshold {
				want = append(want, [2]int{i, j})
			}
		}
	}
	if len(want) < 20 {
		t.Fatalf("only %d pairs: the test shows nothing", len(want))
	}
	var got [][2]int
	for _, p := range Groups(texts).Pairs {
		got = append(got, [2]int{p.A, p.B})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func jaccard(a, b string) float64 {
	x, y := shinglesOf(a), shinglesOf(b)
	both := 0
	for _, s := range x {
		if slices.Contains(y, s) {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

// sentence returns n words; the same seed makes the same words again.
func sentence(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 7))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("word%03d", r.IntN(500))
	}
	return strings.Join(words, " ")
}

// FuzzGroups wants each text in exactly one group, equal texts with words
// together, and scores in range.
func FuzzGroups(f *testing.F) {
	f.Add(agency, paper, own)
	f.Add("", "\xff\xfe", "a")
	f.Add("ﬁ", "fi", "e\u0301")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		got := Groups([]string{a, b, c, a})
		var all []int
		for _, g := range got.Groups {
			all = append(all, g...)
			if slices.Contains(g, 0) != slices.Contains(g, 3) && len(shinglesOf(a)) > 0 {
				t.Errorf("%q is no copy of itself: %v", a, got.Groups)
			}
		}
		slices.Sort(all)
		if !slices.Equal(all, []int{0, 1, 2, 3}) {
			t.Errorf("groups %v", got.Groups)
		}
		for _, p := range got.Pairs {
			if p.A >= p.B || p.Score < Threshold || p.Score > 1 {
				t.Errorf("pair %+v", p)
			}
		}
	})
}

// BenchmarkGroups compares 500 pages of 800 words, of which each fifth copies
// another.
func BenchmarkGroups(b *testing.B) {
	texts := make([]string, 500)
	for i := range texts {
		texts[i] = sentence(uint64(i-i%5/4), 800)
	}
	for b.Loop() {
		Groups(texts)
	}
}
