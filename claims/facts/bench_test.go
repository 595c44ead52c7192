package facts

import (
	"strings"
	"testing"
)

const paragraph = `The harbour office of Saltby said on 3 May 2024 that it would pay $4.2 million, or about 12 percent of its
budget, to Carrow Marine for the 38 boats that lay in the river. Nobody had asked for it, the office said, and nobody had seen
the books in which the sums stand. Dozens of owners came; two hundred and five of them signed. The pilot, Ida Brandt, left first. `

// BenchmarkNumbers finds figures and dates in a book: ten times the text must
// take about ten times as long.
func BenchmarkNumbers(b *testing.B) {
	for _, n := range []int{100, 1000} {
		text := strings.Repeat(paragraph, n)
		b.Run(strings.Repeat("x", n/100), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Numbers(text)
			}
		})
	}
}

func BenchmarkNames(b *testing.B) {
	text := strings.Repeat(paragraph, 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Names(text)
	}
}
