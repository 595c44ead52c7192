package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
	"stet/sources/corpus"
)

// goldLabel is a sentence that two readers labelled: testdata/gold/README.md.
type goldLabel struct {
	file string
	claims.Span
	first, second, settled string
}

func goldLabels(t *testing.T) []goldLabel {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "testdata", "gold", "labels.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var all []goldLabel
	for i, row := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		f := strings.Split(row, "\t")
		if len(f) != 6 {
			t.Fatalf("row %d has %d columns", i+1, len(f))
		}
		start, err := strconv.Atoi(f[1])
		if err != nil {
			t.Fatal(err)
		}
		end, err := strconv.Atoi(f[2])
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, goldLabel{f[0], claims.Span{Start: start, End: end}, f[3], f[4], f[5]})
	}
	return all
}

// labelAt returns the label of the claim that covers most of a span.
func labelAt(e Extraction, s claims.Span) string {
	label, most := "none", 0
	for _, c := range e.Claims {
		for _, own := range c.Spans {
			if o := overlap(own, s); o > most {
				label, most = c.Label.String(), o
			}
		}
	}
	return label
}

// TestEvalLabels measures the labels against those given by hand. With
// STET_DEBUG=labels it lists each difference.
func TestEvalLabels(t *testing.T) {
	scores := map[string]*score{}
	for _, l := range claims.Labels {
		scores[string(l.Label)] = &score{}
	}
	agreed, n, right := 0, 0, 0
	found := map[string]Extraction{}
	texts := map[string]string{}
	for _, g := range goldLabels(t) {
		if n++; g.first == g.second {
			agreed++
		}
		if g.settled == "none" {
			continue
		}
		if _, ok := found[g.file]; !ok {
			b, err := os.ReadFile(filepath.Join(corpus.Path(t, "polnear"), "train", "text", g.file+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			texts[g.file] = string(b)
			found[g.file] = Claims(&sources.Text{Body: string(b)})
		}
		got := labelAt(found[g.file], g.Span)
		if got == g.settled {
			right++
		} else if os.Getenv("STET_DEBUG") == "labels" {
			t.Logf("wanted %s, found %s: %s", g.settled, got, strings.ReplaceAll(g.In(texts[g.file]), "\n", " "))
		}
		for label, s := range scores {
			s.count(got == label, g.settled == label)
		}
	}
	var sum float64
	var each []string
	for _, l := range claims.Labels {
		s := scores[string(l.Label)]
		sum += s.f1()
		each = append(each, fmt.Sprintf("%s %.2f", l.Label, s.f1()))
	}
	macro := sum / float64(len(claims.Labels))
	report(t, "label, on sentences with a word of courts or announcements", fmt.Sprintf("macro F1; readers agree on %.3f of %d", float64(agreed)/float64(n), n),
		fmt.Sprintf("%.3f (%s)", macro, strings.Join(each, ", ")), "0.90")
	if n < 300 || macro < 0.92 {
		t.Errorf("macro F1 %.3f on %d sentences", macro, n)
	}
}
