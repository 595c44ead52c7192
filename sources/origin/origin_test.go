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

// TestAgainstEveryPair compares the index with sets compared one by one.
func TestAgainstEveryPair(t *testing.T) {
	bodies := make([]string, 60)
	for i := range bodies {
		bodies[i] = sentence(uint64(i/4), 20+i%4*3)
	}
	var want [][2]int
	for i := range bodies {
		for j := i + 1; j < len(bodies); j++ {
			if jaccard(bodies[i], bodies[j]) >= Threshold {
				want = append(want, [2]int{i, j})
			}
		}
	}
	if len(want) < 20 {
		t.Fatalf("only %d pairs: the test shows nothing", len(want))
	}
	var got [][2]int
	for _, p := range Of(texts(bodies...)).Pairs {
		got = append(got, [2]int{p.A, p.B})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func jaccard(a, b string) float64 {
	x, y := newWords(a).shingles(), newWords(b).shingles()
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
// copies another.
func BenchmarkManyPages(b *testing.B) {
	bodies := make([]string, 5000)
	for i := range bodies {
		bodies[i] = sentence(uint64(i-i%5/4), 800)
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

// TestRelations says of two documents whether they are one source, and why.
func TestRelations(t *testing.T) {
	long := sentence(1, 60)
	release := Document{Kind: sources.PressRelease, Text: &sources.Text{Body: agency}}
	wire := func(publisher, body string) Document {
		return Document{Text: &sources.Text{Publisher: publisher, Body: body}}
	}
	at := func(address, body string) Document {
		return Document{Address: address, Text: &sources.Text{Body: body}}
	}
	linking := func(body, address string) Document {
		return Document{Text: &sources.Text{Body: body, Links: []sources.Link{{Address: address, Start: 4, End: 8}}}}
	}
	for _, c := range []struct {
		name string
		a, b Document
		says string // "" where they are two
	}{
		{"the same bytes", Document{Digest: "x"}, Document{Digest: "x"}, "the same bytes"},
		{"no bytes", Document{}, Document{}, ""},
		{"the same page", Document{Address: "https://www.example.com/a/?utm_source=x#top"}, Document{Address: "http://example.com/a"}, "the same address: example.com/a"},
		{"another page of one script", Document{Address: "https://example.com/a?id=1"}, Document{Address: "https://example.com/a?id=2"}, ""},
		{"files of one name", Document{Address: "a/log.txt"}, Document{Address: "a/log.txt"}, ""},
		{"a press release and a story made of it", release, texts(agency + " The council met on Tuesday. " + long)[0], "100 % of what the other, a press release, says"},
		{"the same of what is no release", texts(agency)[0], texts(agency + " The council met on Tuesday. " + long)[0], ""},
		{"a press release and its own story", release, texts(own)[0], ""},
		{"an agency's story, cut", wire("Reuters", agency+" "+long), wire("The Courier", "HOLM (Reuters) - "+agency), "both are credited to Reuters"},
		{"two stories of one agency", wire("Reuters", agency), wire("The Courier", "HOLM (Reuters) - "+other), ""},
		{"an agency named in a story", wire("The Post", agency+" "+long), wire("The Courier", agency+" He told Reuters."), ""},
		{"a credit in a line of its own", wire("A", agency+" "+long+"\n(AP)"), wire("B", "By The Associated Press\n"+agency), "both are credited to The Associated Press"},
		{"one rests on the other", wire("The Harbour Post", own), wire("B", "Nobody was hurt. A bow door reported faulty in March sent the Saint Oda to the bottom, as first reported by the Harbour Post."), "rests on what the Harbour Post reported"},
		{"a report in another paper", wire("Northern Echo", own), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), "rests on what the Northern Echo reported"},
		{"a report cited", wire("Reuters", own), wire("B", "The Saint Oda's bow door was faulty in March, Reuters reported on Monday, citing two people who had seen it."), "rests on what Reuters reported"},
		{"on one that is not here", wire("The Courier", own), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), ""},
		{"on another report of that paper", wire("Northern Echo", other), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), ""},
		{"both on one that is not here", wire("A", "The Northern Echo first reported that the Saint Oda's bow door was faulty in March."), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), "both say that they rest on what"},
		{"the words and the credit to another", wire("The Harbour Post", agency), wire("B", agency+" First reported by The Harbour Post."), "they share"},
		{"by the host's name", at("https://www.northernecho.example/ferry", own), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), "rests on what"},
		{"by a link", at("https://a.example/ferry", own), linking("The door was known to be faulty, as first reported by the Echo.", "https://a.example/ferry?utm_source=b"), "rests on what the Echo reported"},
		{"somebody told another paper", wire("Northern Echo", own), wire("B", "The Saint Oda's bow door was faulty in March, the company told the Northern Echo."), ""},
		{"a release with its sender's mark", texts("HOLM, Nov. 23, 2026 /PRNewswire/ -- " + long)[0], texts(agency + " " + long + " " + sentence(2, 90))[0], "a press release sent out by PR Newswire"},
		{"an excerpt", texts(sentence(3, 90))[0], texts(sentence(3, 90) + " " + sentence(4, 200))[0], "which is shorter, says"},
		{"a long quotation", texts(sentence(3, 60))[0], texts(sentence(3, 60) + " " + sentence(4, 200))[0], ""},
		{"a picture's credit", wire("Reuters", agency+" "+sentence(5, 60)), wire("B", "The ferry on Monday. (Reuters)\n"+agency+" "+sentence(6, 60)), ""},
		{"one agency, half written anew", wire("Reuters", agency+" "+sentence(5, 60)), wire("B", "By Jane Roe, Reuters\n"+agency+" "+sentence(6, 60)), "both are credited to Reuters"},
		{"one paywall", texts("Oil to outperform. " + wall)[0], texts("A further slowdown. " + wall)[0], ""},
		{"nothing but a paywall", texts(wall)[0], texts(wall)[0], ""},
	} {
		for _, pair := range [][]Document{{c.a, c.b}, {c.b, c.a}} {
			got := Of(pair)
			if c.says == "" && (len(got.Pairs) != 0 || len(got.Groups) != 2) || c.says != "" && (len(got.Pairs) != 1 || !strings.Contains(got.Pairs[0].Reason, c.says)) {
				t.Errorf("%s: %+v, want %q", c.name, got.Pairs, c.says)
			}
		}
	}
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
