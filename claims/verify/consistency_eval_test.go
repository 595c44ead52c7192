package verify

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
	"stet/sources/corpus"
)

// published returns the files of real articles, and skips the test where they are
// not at hand: they are not ours to ship.
func published(t *testing.T) []string {
	t.Helper()
	folder := corpus.Path(t, "polnear")
	files, err := filepath.Glob(filepath.Join(folder, "*", "*", "*.txt"))
	if more, _ := filepath.Glob(filepath.Join(folder, "*", "*.txt")); err == nil {
		files = append(files, more...)
	}
	if len(files) < 50 {
		t.Fatalf("%s has %d articles", folder, len(files))
	}
	return files
}

// articleOf makes a dossier of an article's sentences, each of which cites the
// article itself.
func articleOf(t *testing.T, file string) *claims.Dossier {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d := &claims.Dossier{Sources: map[string]claims.Evidence{"itself": {
		Source:   sources.Source{ID: "itself", Number: 1, Address: "https://example.com/", Kind: sources.NewsReport},
		Last:     &sources.Capture{State: sources.Captured},
		Snapshot: "itself",
	}}}
	d.Draft.Text = string(b)
	for i, s := range sentenceSpans(d.Draft.Text) {
		c := claims.Claim{Number: i + 1, Text: strings.TrimSpace(s.In(d.Draft.Text)), Label: claims.OwnVoice, Spans: []claims.Span{s}}
		c.ID = c.Code()
		d.Entries = append(d.Entries, claims.Entry{Claim: c, Citations: []claims.Citation{{ID: c.ID, Claim: c.ID, Source: "itself"}}})
	}
	return d
}

// TestEvalConsistency counts what the check finds in real articles, sentence by
// sentence: they were edited, so that much of it would be a false alarm.
func TestEvalConsistency(t *testing.T) {
	count, found := 0, 0
	for _, file := range published(t) {
		d := articleOf(t, file)
		count += len(d.Entries)
		for _, f := range checkConsistency(d) {
			found++
			t.Logf("%s: %s", filepath.Base(file), f.Message)
		}
	}
	t.Logf("| consistency of published copy | findings of %d sentences | %d | under one in 200 |", count, found)
	if found*200 > count {
		t.Errorf("more than one in 200 sentences")
	}
}

// TestEvalItself lays each sentence of every tenth article beside the article: it
// says what it says, so that every finding is a false alarm, but for those on how
// the article agrees with itself.
func TestEvalItself(t *testing.T) {
	const every = 10
	count, found := 0, map[claims.Severity]int{}
	for i, file := range published(t) {
		if i%every != 0 {
			continue
		}
		d := articleOf(t, file)
		source := &sources.Text{Body: d.Draft.Text}
		result, err := Run(t.Context(), d, func(sources.Digest) (*sources.Text, error) { return source, nil }, Options{Parallel: 2})
		if err != nil {
			t.Fatal(err)
		}
		count += len(d.Entries)
		for _, f := range result.Findings {
			if f.Check != consistency.ID {
				found[f.Severity]++
				t.Logf("%s %s: %s", f.Severity, f.Check, f.Message)
			}
		}
	}
	errors, warnings := found[claims.Error], found[claims.Warning]
	t.Logf("| articles beside themselves | false errors, warnings and notes of %d sentences | %d, %d and %d | under 3 and 8 in a hundred |", count, errors, warnings, found[claims.Info])
	if errors*100 > 3*count || warnings*100 > 8*count {
		t.Error("more than 3 errors or 8 warnings in a hundred sentences")
	}
}
