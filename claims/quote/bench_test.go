package quote

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// edlib is a program around the C++ library of that name (M. Šošić and
// M. Šikić, Bioinformatics 33(9), 2017): it reads a text and patterns and prints
// for each the microseconds that finding it took, in semi-global mode with the
// locations of both ends, within 15 %.
const edlib = `
#include <edlib.h>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
int main(int n, char** args) {
  std::ifstream in(args[1]); std::stringstream all; all << in.rdbuf(); std::string text = all.str();
  std::ifstream list(args[2]); std::string pattern;
  while (std::getline(list, pattern)) {
    auto start = std::chrono::steady_clock::now();
    EdlibAlignResult r = edlibAlign(pattern.c_str(), pattern.size(), text.c_str(), text.size(),
      edlibNewAlignConfig(int(pattern.size() * 0.15), EDLIB_MODE_HW, EDLIB_TASK_LOC, NULL, 0));
    auto end = std::chrono::steady_clock::now();
    std::cout << std::chrono::duration_cast<std::chrono::microseconds>(end - start).count() << " " << r.editDistance << std::endl;
    edlibFreeAlignResult(r);
  }
}`

// besideEdlib returns edlib's times for the patterns in a text.
func besideEdlib(b *testing.B, text string, patterns []string) []time.Duration {
	b.Helper()
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "edlib.cc"), []byte(edlib), 0o644); err != nil {
		b.Fatal(err)
	}
	if out, err := run(dir, "c++", "-O3", "-o", "edlib", "edlib.cc", "-ledlib"); err != nil {
		b.Skipf("edlib (libedlib-dev) is not installed: %.100s", out)
	}
	return timesOf(b, dir, map[string]string{}, text, patterns, "./edlib")
}

// approx is a program around approx-string-match of npm, which annotation tools
// use: it does as the other one.
const approx = `
import search from "approx-string-match";
import { readFileSync } from "node:fs";
const [text, patterns] = [2, 3].map(i => readFileSync(process.argv[i], "latin1"));
const find = search.default ?? search;
for (const p of patterns.trimEnd().split("\n")) {
  const start = process.hrtime.bigint();
  const found = find(text, p, Math.floor(p.length * 0.15));
  console.log(String((process.hrtime.bigint() - start) / 1000n), found.length ? found[0].errors : -1);
}`

// besideApprox returns approx-string-match's times for the patterns in a text,
// or nothing where it is not installed in the folder that STET_NODE names.
func besideApprox(b *testing.B, text string, patterns []string) []time.Duration {
	b.Helper()
	modules := os.Getenv("STET_NODE")
	if modules == "" {
		return nil
	}
	dir := b.TempDir()
	if err := os.Symlink(filepath.Join(modules, "node_modules"), filepath.Join(dir, "node_modules")); err != nil {
		b.Fatal(err)
	}
	return timesOf(b, dir, map[string]string{"approx.mjs": approx}, text, patterns, "node", "approx.mjs")
}

// timesOf writes files, a text and patterns into a folder and runs a program
// that prints how long it took to find each pattern in the text.
func timesOf(b *testing.B, dir string, files map[string]string, text string, patterns []string, program ...string) []time.Duration {
	b.Helper()
	files["text"], files["patterns"] = text, strings.Join(patterns, "\n")+"\n"
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	out, err := run(dir, program[0], append(program[1:], "text", "patterns")...)
	if err != nil {
		b.Fatal(err, out)
	}
	var times []time.Duration
	for line := range strings.Lines(out) {
		n, err := strconv.Atoi(strings.Fields(line)[0])
		if err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Duration(n)*time.Microsecond)
	}
	return times
}

func run(dir, name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Dir = dir
	out, err := c.CombinedOutput()
	return string(out), err
}

// altered returns quotes of 120 characters out of a text, with 3 to 8 % random
// edits.
func altered(r *rand.Rand, text string, n int) []string {
	var quotes []string
	for len(quotes) < n {
		at := r.IntN(len(text) - 130)
		at += strings.IndexByte(text[at:], ' ') + 1
		words := text[at : at+strings.LastIndexByte(text[at:min(len(text), at+120)], ' ')]
		quotes = append(quotes, string(edited(r, []byte(words), len(words)*(3+r.IntN(6))/100)))
	}
	return quotes
}

// BenchmarkAlteredBesideEdlib reports the median time for one altered quote in
// a folded text, and its ratio to edlib's on the same folded bytes.
func BenchmarkAlteredBesideEdlib(b *testing.B) {
	for _, size := range []int{100 << 10, 1 << 20, 10 << 20} {
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			r := rand.New(rand.NewPCG(9, 10))
			text := prose(r, size, 20_000)
			f := Fold(text)
			quotes := altered(r, string(f.folded), 40)
			theirs := besideEdlib(b, string(f.folded), quotes)
			var ours []time.Duration
			for b.Loop() {
				for _, q := range quotes {
					start := time.Now()
					got := f.Locate(Query{Quote: q, Near: -1})
					ours = append(ours, time.Since(start))
					if got.Start == got.End {
						b.Fatalf("%q was not found", q)
					}
				}
			}
			b.ReportMetric(float64(median(ours).Microseconds())/1000, "ms/quote")
			b.ReportMetric(float64(median(ours))/float64(median(theirs)), "x-edlib")
			if npm := besideApprox(b, string(f.folded), quotes[:10]); npm != nil {
				b.ReportMetric(float64(median(ours))/float64(median(npm)), "x-approx-string-match")
			}
		})
	}
}

// BenchmarkFiftyBesideEdlib looks 50 altered quotes up in a text of ten
// megabytes, folding it included, beside edlib on each.
func BenchmarkFiftyBesideEdlib(b *testing.B) {
	r := rand.New(rand.NewPCG(11, 12))
	text := prose(r, 10<<20, 20_000)
	quotes := altered(r, text, 50)
	var theirs time.Duration
	for _, t := range besideEdlib(b, text, quotes) {
		theirs += t
	}
	var queries []Query
	for _, q := range quotes {
		queries = append(queries, Query{Quote: q, Near: -1})
	}
	start, n := time.Now(), 0
	for b.Loop() {
		n++
		for i, got := range Fold(text).LocateAll(queries) {
			if got.Start == got.End {
				b.Fatalf("%q was not found", quotes[i])
			}
		}
	}
	b.ReportMetric(time.Since(start).Seconds()/float64(n)/theirs.Seconds(), "x-edlib")
}

// BenchmarkExactBesideIndex looks a quote up that stands at the end of a folded
// text as it is, beside bytes.Index on the raw text.
func BenchmarkExactBesideIndex(b *testing.B) {
	r := rand.New(rand.NewPCG(13, 14))
	text := prose(r, 10<<20, 20_000) + "in the end the council opened the bridge across the river for all of its people"
	quote := text[len(text)-79:]
	f := Fold(text)
	raw, pattern := []byte(text), []byte(quote)
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		if bytes.Index(raw, pattern) != len(raw)-len(pattern) {
			b.Fatal("not there")
		}
		middle := time.Now()
		if f.Locate(Query{Quote: quote, Near: -1}).Start == 0 {
			b.Fatal("not found")
		}
		ours, theirs = ours+time.Since(middle), theirs+middle.Sub(start)
	}
	b.ReportMetric(float64(ours)/float64(theirs), "x-index")
}

// BenchmarkFold reports the time to fold a megabyte.
func BenchmarkFold(b *testing.B) {
	text := prose(rand.New(rand.NewPCG(15, 16)), 1<<20, 20_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Fold(text)
	}
}

func median(all []time.Duration) time.Duration { return slices.Sorted(slices.Values(all))[len(all)/2] }
