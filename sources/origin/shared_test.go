package origin

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources/corpus"
)

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// editions returns the scores that others gave pairs of editions of one
// story, by the beginnings of their file names.
func editions(t *testing.T, data string) map[[2]string]float64 {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(read(t, filepath.Join(data, "near-dup", "polnear-versions.tsv"))), "\n")
	scores := map[[2]string]float64{}
	for _, line := range lines[1:] {
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			t.Fatalf("%d fields in %q", len(fields), line)
		}
		score, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		scores[[2]string{fields[2], fields[3]}] = score
	}
	return scores
}

// articles returns many newspaper articles, with the beginnings of their file
// names.
func articles(t *testing.T, data string) (bodies, names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(data, "polnear", "*", "text", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, file := range files {
		bodies = append(bodies, read(t, file))
		names = append(names, strings.TrimSuffix(filepath.Base(file), ".txt"))
	}
	return bodies, names
}

// TestEditions looks for early and late editions of one story among all the
// articles there are, so that a story taken for another's copy shows too.
func TestEditions(t *testing.T) {
	data := corpus.Path(t, ".")
	bodies, names := articles(t, data)
	want, got := map[[2]string]bool{}, map[[2]string]bool{}
	for pair, score := range editions(t, data) {
		if score >= Threshold && slices.Contains(names, pair[0]) && slices.Contains(names, pair[1]) {
			want[pair] = true
		}
	}
	for _, p := range Of(texts(bodies...)).Pairs {
		got[[2]string{min(names[p.A], names[p.B]), max(names[p.A], names[p.B])}] = true
	}
	t.Logf("%d articles, %d pairs of editions to find, %d pairs found", len(bodies), len(want), len(got))
	if len(want) == 0 {
		t.Fatal("there is nothing to find")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestArticlesAgainstEveryPair wants the index to lose no pair of real articles.
func TestArticlesAgainstEveryPair(t *testing.T) {
	bodies, _ := articles(t, corpus.Path(t, "."))
	bodies = bodies[:min(len(bodies), 400)] // 80,000 pairs
	t.Logf("%d pairs of %d articles", checkEveryPair(t, texts(bodies...)), len(bodies))
}
