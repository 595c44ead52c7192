package revise

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/extract"
	"stet/sources"
	"stet/sources/corpus"
)

// editions begins the names of articles among which are two editions of one
// story.
const editions = "nyt_2016-03"

// articles returns the claims of each article of the shared data by name, in
// the order of their names, or skips the test where the data isn't there.
func articles(t *testing.T) (names []string, found map[string][]claims.Claim) {
	t.Helper()
	folder := corpus.Path(t, "polnear")
	files, err := filepath.Glob(filepath.Join(folder, "dev", "text", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles in %s: %v", folder, err)
	}
	twice, err := filepath.Glob(filepath.Join(folder, "train", "text", editions+"*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	found = map[string][]claims.Claim{}
	for _, file := range append(files, twice...) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		names, found[name] = append(names, name), claimsOf(string(b))
	}
	return names, found
}

// claimsOf takes each line for a paragraph.
func claimsOf(body string) []claims.Claim {
	text := &sources.Text{Body: body}
	start := 0
	for line := range strings.Lines(body) {
		if trimmed := strings.TrimRight(line, "\r\n"); trimmed != "" {
			text.Blocks = append(text.Blocks, sources.Block{Kind: sources.Paragraph, Start: start, End: start + len(trimmed)})
		}
		start += len(line)
	}
	var all []claims.Claim
	for _, c := range extract.Claims(text).Claims {
		all = append(all, c.Claim)
	}
	return all
}

// TestUnrelatedArticles measures how many claims of one article are taken for
// edits of another's.
func TestUnrelatedArticles(t *testing.T) {
	names, found := articles(t)
	fresh, edited := 0, 0
	names = slices.DeleteFunc(names, func(name string) bool { return strings.HasPrefix(name, editions) })
	for i, name := range names[1:] {
		fresh += len(found[name])
		for _, f := range Align(found[names[i]], found[name]) {
			if f.Kind.HasNewWords() {
				edited++
				t.Logf("%.2f %q / %q", f.Likeness, found[names[i]][f.Old].Text, found[name][f.Fresh].Text)
			}
		}
	}
	t.Logf("%d of %d claims were taken for edits of another article's", edited, fresh)
	if fresh < 1000 || edited*500 > fresh {
		t.Errorf("%d of %d, want at most one in 500 of at least 1000", edited, fresh)
	}
}

// TestEditions counts what became of the claims of stories that were printed
// again with changes.
func TestEditions(t *testing.T) {
	_, found := articles(t)
	for _, pair := range [][2]string{
		{"nyt_2016-03-04_republicans-have-stake-in-a-deal", "nyt_2016-03-05_polls-suggest-possibility-of-dea"},
		{"nyt_2016-03-15_sanders-advances-agenda-via-side", "nyt_2016-03-16_via-legislative-side-doors-sande"},
	} {
		old, fresh := found[pair[0]], found[pair[1]]
		if len(old) == 0 || len(fresh) == 0 {
			t.Fatalf("no claims in %v", pair)
		}
		kinds := map[Kind]int{}
		for _, f := range Align(old, fresh) {
			kinds[f.Kind]++
		}
		t.Logf("%s, %d claims, then %d: %v", pair[0], len(old), len(fresh), kinds)
		if known := kinds[Unchanged] + kinds[Moved] + kinds[Edited] + kinds[Split] + kinds[Merged]; 3*known < 2*len(fresh) {
			t.Errorf("only %d of the %d claims of a later edition were known again", known, len(fresh))
		}
	}
}
