package origin

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sharedData returns the folder of the data to measure with, or skips the
// test where it isn't there.
func sharedData(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("STET_SHARED"); dir != "" {
		return filepath.Join(dir, "data")
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if st, err := os.Stat(filepath.Join(dir, "shared", "data")); err == nil && st.IsDir() {
			return filepath.Join(dir, "shared", "data")
		}
	}
	t.Skip("no shared/data beside the module, and STET_SHARED is not set")
	return ""
}

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

// TestEditions looks for early and late editions of one story among all the
// articles there are, so that a story taken for another's copy shows too.
func TestEditions(t *testing.T) {
	data := sharedData(t)
	files, err := filepath.Glob(filepath.Join(data, "polnear", "*", "text", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	bodies := make([]string, len(files))
	name := make([]string, len(files))
	there := map[string]bool{}
	for i, file := range files {
		bodies[i] = read(t, file)
		name[i] = strings.TrimSuffix(filepath.Base(file), ".txt")
		there[name[i]] = true
	}
	want := map[[2]string]bool{}
	for pair, score := range editions(t, data) {
		if score >= Threshold && there[pair[0]] && there[pair[1]] {
			want[pair] = true
		}
	}
	got := map[[2]string]bool{}
	for _, p := range Of(texts(bodies...)).Pairs {
		got[[2]string{min(name[p.A], name[p.B]), max(name[p.A], name[p.B])}] = true
	}
	t.Logf("%d articles, %d pairs of editions to find, %d pairs found", len(bodies), len(want), len(got))
	if len(want) == 0 {
		t.Fatal("there is nothing to find")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestAnswers measures short answers that students wrote with and without
// copying an encyclopaedia.
func TestAnswers(t *testing.T) {
	folder := filepath.Join(sharedData(t), "near-dup", "clough-stevenson")
	found, all := map[string]int{}, map[string]int{}
	for line := range strings.Lines(read(t, filepath.Join(folder, "all-plagiarised-files.txt"))) {
		fields := strings.Split(strings.TrimSpace(line), ",")
		if len(fields) != 3 {
			continue
		}
		all[fields[2]]++
		if len(Of(texts(read(t, filepath.Join(folder, fields[0])), read(t, filepath.Join(folder, fields[1])))).Pairs) > 0 {
			found[fields[2]]++
		}
	}
	t.Logf("taken for copies: %v of %v", found, all)
	if all["non"] == 0 || all["cut"] == 0 {
		t.Fatalf("kinds of answer: %v", all)
	}
	if found["non"] > 0 {
		t.Errorf("%d of %d answers in words of their own were taken for copies", found["non"], all["non"])
	}
}
