package revise

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
)

// list returns claims that stand in a draft in the order given.
func list(texts ...string) []claims.Claim {
	all := make([]claims.Claim, len(texts))
	for i, t := range texts {
		all[i] = claims.Claim{Text: t, Spans: []claims.Span{{Start: 1000 * i, End: 1000*i + len(t)}}}
	}
	return all
}

// placeless returns claims that stand nowhere in their draft.
func placeless(texts ...string) []claims.Claim {
	all := list(texts...)
	for i := range all {
		all[i].Spans = nil
	}
	return all
}

// reversed returns claims in another order than that in which they stand.
func reversed(all []claims.Claim) []claims.Claim {
	slices.Reverse(all)
	return all
}

func TestAlign(t *testing.T) {
	const (
		a = "The bridge over the Ure opened on Monday."
		b = "It took 14 months to build."
		c = "The council has paid £3 million for it so far."
		d = "A tram line is planned for the spring."
	)
	for _, test := range []struct {
		name       string
		old, fresh []claims.Claim
		want       string
	}{
		{"first draft", nil, list(a, b), "new -1 0, new -1 1"},
		{"nothing changed", list(a, b), list(a, b), "unchanged 0 0, unchanged 1 1"},
		{"typography", list("“It is open,” he said – on Monday."), list(`"It is open," he said - on  Monday.`), "unchanged 0 0"},
		{"all cut", list(a, b), nil, "cut 0 -1, cut 1 -1"},
		{"one more in front", list(a, b), list(d, a, b), "new -1 0, unchanged 0 1, unchanged 1 2"},
		{"one cut", list(a, b, c), list(a, c), "unchanged 0 0, unchanged 2 1, cut 1 -1"},
		{"one moved", list(a, b, c, d), list(b, c, d, a), "unchanged 1 0, unchanged 2 1, unchanged 3 2, moved 0 3"},
		{"a number edited", list(a, b), list(a, "It took 15 months to build."), "unchanged 0 0, edited 1 1"},
		{"a negation put in", list(b), list("It did not take 14 months to build."), "edited 0 0"},
		{"written anew", list(b), list("Its architect was Nora Field of Leeds."), "new -1 0, cut 0 -1"},
		{"said twice", list(b, a, b), list(b, b), "unchanged 0 0, unchanged 2 1, cut 1 -1"},
		{"one of two that are the same", list(b, a, b), list(a, b), "unchanged 1 0, unchanged 2 1, cut 0 -1"},
		{"numbered in another order than read", reversed(list(a, b, c)), list(a, b, c), "unchanged 2 0, unchanged 1 1, unchanged 0 2"},
		{"cut before and back", slices.Concat(list(a, b), placeless(c)), list(a, c, b), "unchanged 0 0, moved 2 1, unchanged 1 2"},
		{"cut before and said again elsewhere", slices.Concat(placeless(a), list(a)), list(a), "unchanged 1 0, cut 0 -1"},
		{"cut before, back and edited", placeless(b), list("It took 15 months to build."), "edited 0 0"},
		{"nearer to one cut before", slices.Concat(placeless("It took 15 months to build."), list(b)), list("It took 15 long months to build."), "edited 1 0, cut 0 -1"},
		{"in its gap rather than elsewhere", list("The mayor of Ripon would not comment.", a, "The mayor of Leeds would not comment."),
			list(a, "The mayor of York would not comment."), "unchanged 1 0, edited 2 1, cut 0 -1"},
		{"much the likest, elsewhere", list("The mayor of Leeds would not comment on Tuesday.", a, "The mayor said no such thing to us."),
			list(a, "The mayor of Leeds would not comment on Monday."), "unchanged 1 0, edited 0 1, cut 2 -1"},
		{"without spaces", list("市長は橋が月曜日に開通したと述べた。"), list("市長は橋が火曜日に開通したと述べた。"), "edited 0 0"},
		{"one word alike", list("Blake said."), list("Field said."), "new -1 0, cut 0 -1"},
		{"nothing but punctuation", list("…", "—"), list("?"), "new -1 0, cut 0 -1, cut 1 -1"},
		{"split", list(a, "The council approved the £40 million plan on Tuesday and rejected the rival bid from Carr Holdings.", d),
			list(a, "The council approved the £40 million plan on Tuesday.", "The council rejected the rival bid from Carr Holdings.", d),
			"unchanged 0 0, split 1 1, new -1 2 of 1, unchanged 2 3"},
		{"split with a word for the subject", list("The ferry, which cost £4 million to build, sank on Monday a mile off Whitby harbour."),
			list("The ferry cost £4 million to build.", "It sank on Monday a mile off Whitby harbour."), "new -1 0 of 0, split 0 1"},
		{"split in three", list("The yard laid off 40 welders in May, sold its two cranes to a dealer in Hull, and asked the bank for a further loan."),
			list("The yard laid off 40 welders in May.", "It sold its two cranes to a dealer in Hull.", "It asked the bank for a further loan."),
			"new -1 0 of 0, split 0 1, new -1 2 of 0"},
		{"merged", list("The ferry sank on Monday a mile off Whitby.", a, "Two of its crew of nine were drowned."),
			list("The ferry sank on Monday a mile off Whitby, and two of its crew of nine were drowned.", a),
			"merged 0 0, unchanged 1 1, cut 2 -1 of 0"},
		{"merged of halves", list("The yard sold its two cranes in May.", "The bank refused a further loan."),
			list("Refused a further loan by the bank, the yard sold its two cranes in May."), "merged 0 0, cut 1 -1 of 0"},
		{"one half cut, another claim put in", list("The mayor said that the bridge would open in May, and praised its builders."),
			list("The mayor said that the bridge would open in May.", "Rain has stopped the work on both ends of it."), "edited 0 0, new -1 1"},
		{"edited beside a short new one", list(c, d), list("The council has paid £4 million for it so far.", "It paid late.", d), "edited 0 0, new -1 1, unchanged 1 2"},
		{"edited and moved", list(a, c), list(c, "The bridge over the Ure opened on Tuesday."), "unchanged 1 0, edited 0 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range Align(test.old, test.fresh) {
				line := fmt.Sprint(f.Kind, " ", f.Old, " ", f.Fresh)
				if f.Of >= 0 {
					line += fmt.Sprint(" of ", f.Of)
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(strings.Split(test.want, ", "), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// FuzzAlign wants every claim to have exactly one fate, whatever the drafts.
func FuzzAlign(f *testing.F) {
	f.Add("a b c\nd e f", "d e f\na b x")
	f.Add("", "x")
	f.Add("same\nsame\nsame", "same\nsame")
	f.Add("b a\nb\nb", "b\n\nb b\nb a a")
	f.Add("a b c d e f g h", "a b c d\ne f g h")
	f.Add("a b c d\ne f g h\ni j k", "a b c d e f g h i j k")
	f.Fuzz(func(t *testing.T, before, after string) {
		old, fresh := list(strings.Split(before, "\n")...), list(strings.Split(after, "\n")...)
		seenOld, seenFresh := map[int]int{}, map[int]int{}
		for _, fate := range Align(old, fresh) {
			if (fate.Kind == New) != (fate.Old < 0) || (fate.Kind == Cut) != (fate.Fresh < 0) {
				t.Errorf("fate %+v", fate)
			}
			if fate.Of >= 0 && fate.Kind != New && fate.Kind != Cut {
				t.Errorf("fate %+v is both whole and part", fate)
			}
			seenOld[fate.Old]++
			seenFresh[fate.Fresh]++
		}
		for i := range old {
			if seenOld[i] != 1 {
				t.Errorf("old claim %d has %d fates", i, seenOld[i])
			}
		}
		for i := range fresh {
			if seenFresh[i] != 1 {
				t.Errorf("fresh claim %d has %d fates", i, seenFresh[i])
			}
		}
	})
}

// TestManyAlike bounds nothing by a clock: it ends because no text is compared
// with all its own kind.
func TestManyAlike(t *testing.T) {
	old, fresh := make([]string, 20000), make([]string, 20000)
	for i := range old {
		old[i], fresh[i] = "same", "same"
	}
	fresh[7] = "other"
	kinds := map[Kind]int{}
	for _, f := range Align(list(old...), list(fresh...)) {
		kinds[f.Kind]++
	}
	if kinds[Unchanged]+kinds[Moved] != 19999 || kinds[New] != 1 || kinds[Cut] != 1 {
		t.Errorf("fates %v", kinds)
	}
}

// TestAlikeLosesNoPair compares with every pair looked at.
func TestAlikeLosesNoPair(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	texts := make([]string, 120)
	for i := range texts {
		texts[i] = sentence(r, 1+r.IntN(12), 1)
	}
	sets := tokenSets(texts)
	old, fresh := sets[:60], sets[60:]
	got := map[[2]int]bool{}
	for _, p := range alike(old, fresh) {
		got[[2]int{p.old, p.fresh}] = true
	}
	want := map[[2]int]bool{}
	for i := range old {
		for j := range fresh {
			shared := 0
			for _, token := range old[i] {
				if slices.Contains(fresh[j], token) {
					shared++
				}
			}
			if shared >= least && 2*float64(shared) >= similar*float64(len(old[i])+len(fresh[j])) {
				want[[2]int{i, j}] = true
			}
		}
	}
	if len(want) < 100 {
		t.Fatalf("only %d pairs are alike: the test shows nothing", len(want))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// sentence makes a sentence of n words; the more variants of each there are,
// the less two sentences have in common.
func sentence(r *rand.Rand, n, variants int) string {
	vocabulary := strings.Fields("the council bridge opened month build cost million tram line plan spring river north south mayor said paid new old")
	w := make([]string, n)
	for i := range w {
		w[i] = vocabulary[r.IntN(len(vocabulary))]
		if v := r.IntN(variants); v > 0 {
			w[i] += fmt.Sprint(v)
		}
	}
	return strings.Join(w, " ")
}

// BenchmarkAlign1500Claims aligns drafts of which each n-th sentence was
// edited, in words as unevenly common as those of prose (Zipf and Mandelbrot).
// An article's claims must take less than 100 ms.
func BenchmarkAlign1500Claims(b *testing.B) {
	b.Run("one in 2 split", func(b *testing.B) {
		word := rand.NewZipf(rand.New(rand.NewPCG(1, 2)), 1.1, 2.7, 20000)
		var old, fresh []string
		for i := range 1000 {
			first, second := "", ""
			for range 11 {
				first, second = first+fmt.Sprintf("w%d ", word.Uint64()), second+fmt.Sprintf("w%d ", word.Uint64())
			}
			old = append(old, first+second)
			if i%2 == 0 {
				fresh = append(fresh, first, second)
			} else {
				fresh = append(fresh, first+second)
			}
		}
		for b.Loop() {
			Align(list(old...), list(fresh...))
		}
	})
	for _, each := range []int{10, 1} {
		b.Run(fmt.Sprintf("one in %d edited", each), func(b *testing.B) {
			word := rand.NewZipf(rand.New(rand.NewPCG(1, 2)), 1.1, 2.7, 20000)
			old, fresh := make([]string, 1500), make([]string, 1500)
			for i := range old {
				for range 22 {
					old[i] += fmt.Sprintf("w%d ", word.Uint64())
				}
				fresh[i] = old[i]
				if i%each == 0 {
					fresh[i] += "indeed"
				}
			}
			for b.Loop() {
				Align(list(old...), list(fresh...))
			}
		})
	}
}
