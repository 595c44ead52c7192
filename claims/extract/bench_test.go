package extract

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"

	"stet/sources"
)

// copyOf returns n words of news copy, rounded up to whole sentences, in
// paragraphs of three.
func copyOf(n int) string {
	var b strings.Builder
	for i, words := 0, 0; words < n; i++ {
		row := labelled[i%len(labelled)]
		b.WriteString(row.text)
		b.WriteString([]string{" ", " ", "\n"}[i%3])
		words += strings.Count(row.text, " ") + 1
	}
	return b.String()
}

// BenchmarkArticles reads articles of 800 words, as many at a time as there are
// processors, and reports how many are read in a second: about as many of
// 1,000 as of 125.
func BenchmarkArticles(b *testing.B) {
	text := lines(copyOf(800))
	for _, n := range []int{125, 250, 500, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				readAll(text, n)
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// readAll finds the claims of a text n times.
func readAll(text *sources.Text, n int) {
	articles := make(chan *sources.Text)
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			for t := range articles {
				Claims(t)
			}
		})
	}
	for range n {
		articles <- text
	}
	close(articles)
	readers.Wait()
}

// BenchmarkWords reports how many words are read in a second where a draft
// grows a hundredfold: in paragraphs, as one paragraph, and as one sentence
// that never ends. No curve may fall by more than the caches explain.
func BenchmarkWords(b *testing.B) {
	shapes := []struct {
		name string
		make func(words int) string
	}{
		{"paragraphs", copyOf},
		{"paragraph", func(n int) string { return strings.ReplaceAll(copyOf(n), "\n", " ") }},
		{"sentence", func(n int) string {
			return strings.Repeat("he said that reports, “as they say,” claim the deal and ", n/10)
		}},
		{"clauses", func(n int) string {
			return strings.Repeat("revenue rose 12% to $3bn, profit fell and margins shrank, ", n/10)
		}},
	}
	for _, shape := range shapes {
		for _, n := range []int{800, 8_000, 80_000} {
			text := lines(shape.make(n))
			b.Run(fmt.Sprintf("%s/%d", shape.name, n), func(b *testing.B) {
				for b.Loop() {
					Claims(text)
				}
				b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "words/s")
			})
		}
	}
}
