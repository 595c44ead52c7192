package origin

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

const (
	agency = "The ferry Saint Oda sank off Holm Point early on Monday after its bow door failed, the harbour master said. All 212 people aboard were taken off by lifeboats from three towns."
	paper  = "HOLM, Monday – The ferry “Saint Oda” sank off Holm Point early on Monday after its bow door failed, the harbour master said.\nAll 212 people aboard were taken off by lifeboats from three towns."
	own    = "A bow door that had been reported faulty in March gave way on Monday and sent the Saint Oda to the bottom; lifeboats from three towns took everyone off."
	wall   = "Registered users can read three stories. Enter your details below. Already a subscriber? Sign in to your account."
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
			if diff := cmp.Diff(c.want, Of(texts(c.texts...)).Groups); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPairsSayWhy(t *testing.T) {
	a := "one two three four five six seven eight"
	got := Of(texts(a, "nothing like it at all", a+" nine ten", "One, two; three. Four: five six-seven (eight)"))
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
		if got := len(Of(texts(a, a+" "+end)).Pairs); got != want {
			t.Errorf("with %q: %d pairs, want %d", end, got, want)
		}
	}
}

// TestAgainstEveryPair compares what the index finds with what comparing each
// document with each other does: copies, excerpts, and credited stories.
func TestAgainstEveryPair(t *testing.T) {
	var documents []Document
	for i := range uint64(150) {
		body := sentence(i/5, 40+int(i%5)*20)
		if i%3 == 0 {
			body = "HOLM (Reuters) - " + body + " " + sentence(i, 60)
		}
		documents = append(documents, texts(body)...)
	}
	if n := checkEveryPair(t, documents); n < 100 {
		t.Errorf("only %d pairs: the test shows nothing", n)
	}
}

// checkEveryPair wants of some documents the pairs that comparing each with each
// other gives, and returns how many there are.
func checkEveryPair(t *testing.T, documents []Document) int {
	t.Helper()
	entries := newEntries(documents)
	var want, got [][2]int
	for i := range entries {
		for j := i + 1; j < len(entries); j++ {
			if overlapOf(&entries[i], &entries[j]).reason() != "" {
				want = append(want, [2]int{i, j})
			}
		}
	}
	for _, p := range Of(documents).Pairs {
		got = append(got, [2]int{p.A, p.B})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	return len(want)
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
		got := Of(texts(a, b, c, a))
		var all []int
		for _, g := range got.Groups {
			all = append(all, g...)
			if slices.Contains(g, 0) != slices.Contains(g, 3) && newEntry(texts(a)[0]).shingles != nil {
				t.Errorf("%q is no copy of itself: %v", a, got.Groups)
			}
		}
		slices.Sort(all)
		if !slices.Equal(all, []int{0, 1, 2, 3}) {
			t.Errorf("groups %v", got.Groups)
		}
		for _, p := range got.Pairs {
			if p.A >= p.B || p.Score < 0 || p.Score > 1 || p.Reason == "" {
				t.Errorf("pair %+v", p)
			}
		}
	})
}

// BenchmarkGroups compares 500 pages of 800 words, of which each fifth copies
// another.
func BenchmarkGroups(b *testing.B) {
	bodies := make([]string, 500)
	for i := range bodies {
		bodies[i] = sentence(uint64(i-i%5/4), 800)
	}
	for b.Loop() {
		Of(texts(bodies...))
	}
}

// BenchmarkManyPages compares 5,000 pages of 800 words, of which each fifth
// copies another, with 60 words under all of them.
func BenchmarkManyPages(b *testing.B) {
	bodies := make([]string, 5000)
	for i := range bodies {
		bodies[i] = sentence(uint64(i-i%5/4), 800) + " " + sentence(1<<40, 60)
	}
	for b.Loop() {
		Of(texts(bodies...))
	}
}

// texts returns documents of which nothing is known but their words.
func texts(bodies ...string) []Document {
	documents := make([]Document, len(bodies))
	for i, b := range bodies {
		documents[i] = Document{Text: &sources.Text{Body: b}}
	}
	return documents
}

func TestCount(t *testing.T) {
	r := Of(texts(agency, own, paper, other))
	for _, c := range []struct {
		of   []int
		want int
	}{{[]int{0, 2}, 1}, {[]int{0, 1, 2}, 2}, {[]int{0, 1, 2, 3}, 3}, {nil, 0}} {
		if got := r.Count(c.of); got != c.want {
			t.Errorf("%v have %d origins, want %d", c.of, got, c.want)
		}
	}
}
