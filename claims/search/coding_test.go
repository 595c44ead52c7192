package search

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPlacesCome(t *testing.T) {
	want := [][2]int{{0, 1}, {1, 3}, {2, 1}, {500, 1}, {501, 200}, {100_000, 1}}
	var p places
	for _, w := range want {
		for range w[1] {
			p.add(w[0], 1)
		}
	}
	p.flush()
	var got [][2]int
	if !eachPlace(p.coded, 100_001, func(place, count int) { got = append(got, [2]int{place, count}) }) {
		t.Error("damaged")
	}
	if diff := cmp.Diff(want, got); diff != "" || p.documents != len(want) {
		t.Error(p.documents, diff)
	}
	if len(p.coded) > 15 {
		t.Errorf("%d bytes for %d places", len(p.coded), len(want))
	}
}

func TestNumbersCome(t *testing.T) {
	want := []int64{7, 8, 1 << 40, 3, math.MaxInt64}
	if diff := cmp.Diff(want, decodeNumbers(codeNumbers(want), len(want))); diff != "" {
		t.Error(diff)
	}
	if got := decodeNumbers(codeNumbers(want), len(want)-1); got != nil {
		t.Errorf("too many numbers are %v", got)
	}
}

func TestLengthsCome(t *testing.T) {
	for _, n := range []int{0, 1, 2, 10, 17, 300, 5000, 60_000} {
		if got := float64(lengths[codeLength(n)]); math.Abs(got-float64(n)) > 0.023*float64(n+1) {
			t.Errorf("%d words come back as %.2f", n, got)
		}
	}
}

// FuzzEachPlace makes sure that damage is told, and leads nowhere.
func FuzzEachPlace(f *testing.F) {
	f.Add([]byte{1, 1, 4, 9}, 10)
	f.Add([]byte{0xff}, 3)
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1}, 3)
	f.Fuzz(func(t *testing.T, coded []byte, documents int) {
		if documents < 0 || documents > 1<<20 {
			return
		}
		last := -1
		eachPlace(coded, documents, func(place, count int) {
			if place <= last || place >= documents {
				t.Fatalf("place %d after %d of %d", place, last, documents)
			}
			last = place
		})
	})
}
