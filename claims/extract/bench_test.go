package extract

import (
	"strings"
	"testing"
)

// copyOf returns about n words of news copy.
func copyOf(n int) string {
	var b strings.Builder
	for words := 0; words < n; {
		for _, row := range labelled {
			b.WriteString(row.text)
			words += strings.Count(row.text, " ") + 1
			if words%5 == 0 {
				b.WriteString("\n")
			} else {
				b.WriteString(" ")
			}
		}
	}
	return b.String()
}

// BenchmarkClaims reports how many articles of 800 words are read in a second
// on one core.
func BenchmarkClaims(b *testing.B) {
	text := lines(copyOf(800))
	for b.Loop() {
		Claims(text)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkClaimsLong reads one paragraph of 80,000 words: a hundred times the
// text must take about a hundred times as long.
func BenchmarkClaimsLong(b *testing.B) {
	text := lines(strings.ReplaceAll(copyOf(80_000), "\n", " "))
	for b.Loop() {
		Claims(text)
	}
}

// BenchmarkClaimsUnbroken reads one sentence of 80,000 words, which no limit
// on the length of sentences may make slow.
func BenchmarkClaimsUnbroken(b *testing.B) {
	text := lines(strings.Repeat("he said that reports, “as they say,” claim the deal and ", 8_000))
	for b.Loop() {
		Claims(text)
	}
}
