package extract

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
	"stet/sources/corpus"
)

// article is one of PolNeAR's, with offsets turned from code points to bytes.
type article struct {
	text         *sources.Text
	sentences    []claims.Span // CoreNLP's
	tokens       []claims.Span // CoreNLP's too
	attributions []marked
}

// marked is an attribution that people marked.
type marked struct{ cue, source, content []claims.Span }

func polnear(t testing.TB, part string) []*article {
	t.Helper()
	dir := filepath.Join(corpus.Path(t, "polnear"), part)
	byName := map[string]*article{}
	offsets := map[string][]int{}
	var all []*article
	files, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in %s: %v", dir, err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		a := &article{text: lines(string(b))}
		byName[name], offsets[name] = a, runes(string(b))
		all = append(all, a)
	}
	readSentences(t, dir, byName, offsets)
	readMarked(t, dir, byName, offsets)
	return slices.DeleteFunc(all, func(a *article) bool { return len(a.sentences) == 0 })
}

// runes returns the byte offset of each code point, and the length.
func runes(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

func readSentences(t testing.TB, dir string, byName map[string]*article, offsets map[string][]int) {
	f, err := os.Open(filepath.Join(dir, "tokens.tsv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	name, number := "", ""
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		row := strings.Split(lines.Text(), "\t")
		a := byName[row[0]]
		if len(row) < 5 || a == nil {
			continue
		}
		begin, _ := strconv.Atoi(row[3])
		end, _ := strconv.Atoi(row[4])
		at := offsets[row[0]]
		if end >= len(at) {
			continue
		}
		if row[0] != name || row[1] != number {
			a.sentences = append(a.sentences, claims.Span{Start: at[begin]})
			name, number = row[0], row[1]
		}
		a.sentences[len(a.sentences)-1].End = at[end]
		a.tokens = append(a.tokens, claims.Span{Start: at[begin], End: at[end]})
	}
}

func readMarked(t testing.TB, dir string, byName map[string]*article, offsets map[string][]int) {
	f, err := os.Open(filepath.Join(dir, "attributions.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	type part struct{ Spans [][2]int }
	for d := json.NewDecoder(f); d.More(); {
		var row struct {
			Doc                  string
			Cue, Source, Content []part
		}
		if err := d.Decode(&row); err != nil {
			t.Fatal(err)
		}
		a := byName[row.Doc]
		if a == nil {
			continue
		}
		spans := func(parts []part) (all []claims.Span) {
			for _, p := range parts {
				for _, s := range p.Spans {
					all = append(all, claims.Span{Start: offsets[row.Doc][s[0]], End: offsets[row.Doc][s[1]]})
				}
			}
			return all
		}
		a.attributions = append(a.attributions, marked{spans(row.Cue), spans(row.Source), spans(row.Content)})
	}
}
