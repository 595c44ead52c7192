package origin

import (
	"cmp"
	"encoding/json"
	"math/bits"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cespare/xxhash/v2"

	"stet/sources/corpus"
)

// judged is a pair of texts of which people have said whether one copies the
// other.
type judged struct {
	a, b   string
	copied bool
}

// scores are what is measured: ours, and two that others use.
var scores = []struct {
	name  string
	score func(a, b string) float64
}{
	{"origin", ours},
	{"plain 5-gram Jaccard", plainJaccard},
	{"SimHash", simHash},
}

// ours is the score of a pair, whether or not it makes a group.
func ours(a, b string) float64 {
	entries := newEntries(texts(a, b))
	return overlapOf(&entries[0], &entries[1]).jaccard()
}

var plainWord = regexp.MustCompile(`\w+`)

func plainShingles(text string, n int) []uint64 {
	found := plainWord.FindAllString(strings.ToLower(text), -1)
	hashes := []uint64{}
	for i := range max(1, len(found)-n+1) {
		hashes = append(hashes, xxhash.Sum64String(strings.Join(found[min(i, len(found)):min(i+n, len(found))], " ")))
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

func plainJaccard(a, b string) float64 {
	x, y := plainShingles(a, shingleWords), plainShingles(b, shingleWords)
	both := common(x, y)
	return share(both, len(x)+len(y)-both)
}

// simHash is the share of the bits of two fingerprints of 64 bits over runs of
// three words that agree (G. Manku, A. Jain and A. Das Sarma, Detecting
// Near-Duplicates for Web Crawling, 2007).
func simHash(a, b string) float64 {
	return 1 - float64(bits.OnesCount64(fingerprint(a)^fingerprint(b)))/64
}

func fingerprint(text string) uint64 {
	var sums [64]int
	for _, h := range plainShingles(text, 3) {
		for bit := range sums {
			sums[bit] += int(h>>bit&1)*2 - 1
		}
	}
	var f uint64
	for bit, sum := range sums {
		if sum > 0 {
			f |= 1 << bit
		}
	}
	return f
}

// TestAnswers measures short answers that students wrote with and without
// copying an encyclopaedia. Most copy with changes that make another text of it:
// only the order of the scores says something of them.
func TestAnswers(t *testing.T) {
	pairs := answers(t, corpus.Path(t, "near-dup/clough-stevenson"))
	for _, s := range scores {
		measured := measure(pairs, s.score)
		atThreshold, _ := measured.f1At(Threshold)
		best, where := measured.best()
		t.Logf("%-20s AUC %.3f, F1 %.3f at %.2f, at best %.3f at %.2f", s.name, measured.auc(), atThreshold, Threshold, best, where)
	}
	for _, p := range pairs {
		if !p.copied && len(Of(texts(p.a, p.b)).Pairs) > 0 {
			t.Errorf("an answer in words of its own was taken for a copy: %.60q", p.a)
		}
	}
}

func answers(t *testing.T, folder string) []judged {
	t.Helper()
	var pairs []judged
	for line := range strings.Lines(read(t, filepath.Join(folder, "all-plagiarised-files.txt"))) {
		if fields := strings.Split(strings.TrimSpace(line), ","); len(fields) == 3 {
			pairs = append(pairs, judged{read(t, filepath.Join(folder, fields[0])), read(t, filepath.Join(folder, fields[1])), fields[2] != "non"})
		}
	}
	if len(pairs) == 0 {
		t.Fatal("no answers")
	}
	return pairs
}

// TestReports counts pairs of pages taken for one source among some that people
// compared. Nobody copied there, but some pages hold little but a paywall.
func TestReports(t *testing.T) {
	var pairs []judged
	for line := range strings.Lines(read(t, corpus.Path(t, "near-dup/semeval-en-pairs.jsonl"))) {
		var p struct{ Text1, Text2 string }
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, judged{a: p.Text1, b: p.Text2})
	}
	for _, s := range scores[:2] {
		_, taken := measure(pairs, s.score).f1At(Threshold)
		t.Logf("%-20s %d of %d pairs score %.2f or more", s.name, taken, len(pairs), Threshold)
	}
	for _, p := range pairs {
		for _, found := range Of(texts(p.a, p.b)).Pairs {
			t.Errorf("%s: %.60q and %.60q", found.Reason, p.a, p.b)
		}
	}
}

// measured are the scores of pairs, descending, with what people said.
type measured []struct {
	score  float64
	copied bool
}

func measure(pairs []judged, score func(a, b string) float64) measured {
	m := make(measured, len(pairs))
	for i, p := range pairs {
		m[i].score, m[i].copied = score(p.a, p.b), p.copied
	}
	slices.SortFunc(m, func(x, y struct {
		score  float64
		copied bool
	}) int {
		return cmp.Compare(y.score, x.score)
	})
	return m
}

// f1At returns F1 where a threshold decides, and how many pairs reach it.
func (m measured) f1At(threshold float64) (f1 float64, reach int) {
	right, all := 0, 0
	for _, p := range m {
		if p.score >= threshold {
			reach++
			if p.copied {
				right++
			}
		}
		if p.copied {
			all++
		}
	}
	return 2 * share(right, reach+all), reach
}

func (m measured) best() (f1, threshold float64) {
	for _, p := range m {
		if at, _ := m.f1At(p.score); at > f1 {
			f1, threshold = at, p.score
		}
	}
	return f1, threshold
}

// auc returns how often a copy scores more than what is none, ties half.
func (m measured) auc() float64 {
	var above, all float64
	for _, p := range m {
		for _, q := range m {
			if p.copied && !q.copied {
				all++
				above += float64(cmp.Compare(p.score, q.score)+1) / 2
			}
		}
	}
	return above / all
}
