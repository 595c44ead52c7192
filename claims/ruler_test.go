package claims

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestRuler compares what a ruler says of every character with counting from the
// beginning, in texts that are longer and shorter than the marks are apart, with
// characters of any size on the marks, and with bytes that are no characters.
func TestRuler(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 1))
	for _, alphabet := range []string{"a", "é", "a–b", "😀", "a\x80é", "\xf0\x9f"} {
		for _, size := range []int{0, 1, markDistance - 1, markDistance, markDistance + 1, 5 * markDistance} {
			var b strings.Builder
			for range r.IntN(4) {
				b.WriteByte('x') // so that the marks fall anywhere
			}
			for b.Len() < size {
				b.WriteString(alphabet)
			}
			text, n := b.String(), 0
			ruler := NewRuler(text)
			for at := range text {
				if got := ruler.Character(at); got != n {
					t.Fatalf("%q of %d bytes: at byte %d stands character %d, by the ruler %d", alphabet, len(text), at, n, got)
				}
				n++
			}
			if got := ruler.Character(len(text)); got != utf8.RuneCountInString(text) {
				t.Errorf("%q of %d bytes has %d characters, by the ruler %d", alphabet, len(text), utf8.RuneCountInString(text), got)
			}
		}
	}
}

// TestMeasure sees that a dossier whose draft is another has another ruler.
func TestMeasure(t *testing.T) {
	t.Parallel()
	d := Dossier{Draft: Draft{Text: "é one"}}
	c := Claim{Spans: []Span{{Start: 3, End: 6}}}
	if got := c.Selectors(d.Measure())[0]; got.Start != 2 || got.Exact != "one" {
		t.Errorf("%+v", got)
	}
	d.Draft.Text = "éé two"
	c.Spans[0] = Span{Start: 5, End: 8}
	if got := c.Selectors(d.Measure())[0]; got.Start != 3 || got.Exact != "two" {
		t.Errorf("%+v", got)
	}
}

// BenchmarkSelectors makes the selectors of all claims of ever longer articles:
// the time for one claim is to stay the same.
func BenchmarkSelectors(b *testing.B) {
	for _, count := range []int{1_000, 2_000, 5_000, 10_000, 20_000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			var text strings.Builder
			var all []Claim
			for i := range count {
				start := text.Len()
				fmt.Fprintf(&text, "Claim %d – the pilot’s own – says that the harbour paid %d million for its new crane.", i, i%97)
				all = append(all, Claim{Spans: []Span{{Start: start, End: text.Len()}}})
				text.WriteByte(' ')
			}
			for b.Loop() {
				d := Dossier{Draft: Draft{Text: text.String()}}
				for _, c := range all {
					c.Selectors(d.Measure())
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*count), "ns/claim")
		})
	}
}
