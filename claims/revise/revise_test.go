package revise

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
)

func list(texts ...string) []claims.Claim {
	all := make([]claims.Claim, len(texts))
	for i, t := range texts {
		all[i].Text = t
	}
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
		{"edited and moved", list(a, c), list(c, "The bridge over the Ure opened on Tuesday."), "unchanged 1 0, edited 0 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range Align(test.old, test.fresh) {
				got = append(got, fmt.Sprint(f.Kind, f.Old, f.Fresh))
			}
			want := strings.Split(strings.ReplaceAll(test.want, ", ", ","), ",")
			for i, w := range want {
				fields := strings.Fields(w)
				want[i] = fields[0] + fields[1] + " " + fields[2]
			}
			if diff := cmp.Diff(want, got); diff != "" {
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
	f.Fuzz(func(t *testing.T, before, after string) {
		old, fresh := list(strings.Split(before, "\n")...), list(strings.Split(after, "\n")...)
		seenOld, seenFresh := map[int]int{}, map[int]int{}
		for _, fate := range Align(old, fresh) {
			if (fate.Kind == New) != (fate.Old < 0) || (fate.Kind == Cut) != (fate.Fresh < 0) {
				t.Errorf("fate %+v", fate)
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

func BenchmarkAlign1500Claims(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	vocabulary := strings.Fields("the council bridge opened month build cost million tram line plan spring river north south mayor said paid new old")
	sentence := func() string {
		w := make([]string, 14)
		for i := range w {
			w[i] = vocabulary[r.IntN(len(vocabulary))] + fmt.Sprint(r.IntN(30))
		}
		return strings.Join(w, " ")
	}
	var old, fresh []claims.Claim
	for i := range 1500 {
		s := sentence()
		old = append(old, list(s)...)
		if i%10 == 0 {
			s += " indeed"
		}
		fresh = append(fresh, list(s)...)
	}
	for b.Loop() {
		Align(old, fresh)
	}
}
