package text

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestWordsBesidePdftotext compares with the tool that most people read PDFs
// by: the share of its words that are read, of the words read that it has too,
// and of its runs of five words that are read in that order. It is no truth:
// where the two differ, either may be right, and -v lists the words. In order
// it is compared with the nearer of its two: by columns, which tears the line
// numbers of a pleading from their lines, and as drawn.
func TestWordsBesidePdftotext(t *testing.T) {
	t.Parallel()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("no pdftotext (Debian: poppler-utils) on the PATH")
	}
	tests := []struct {
		files                    string
		recall, precision, order float64
	}{
		{"court-pdf/*.pdf", 0.998, 0.997, 0.994},
		{"pdf-samples/*.pdf", 0.88, 0.92, 0.80}, // nearly all of their words are one book's formulas
	}
	for _, tt := range tests {
		var words, runs tally
		for _, file := range sharedFiles(t, tt.files) {
			one, five, ok := besidePdftotext(t, tool, file)
			if !ok {
				continue
			}
			t.Logf("%-40.40s %5d words: recall %.3f precision %.3f order %.3f; lost %q, added %q",
				filepath.Base(file), one.theirs, one.recall(), one.precision(), five.recall(), head(one.lost), head(one.added))
			words.add(one)
			runs.add(five)
		}
		t.Logf("%s: recall %.4f, precision %.4f, order %.4f", tt.files, words.recall(), words.precision(), runs.recall())
		if words.recall() < tt.recall || words.precision() < tt.precision || runs.recall() < tt.order {
			t.Errorf("want at least %v, %v, %v", tt.recall, tt.precision, tt.order)
		}
	}
}

// besidePdftotext compares the words of a file and their runs of five. It
// returns false where pdftotext reads nothing at all.
func besidePdftotext(t *testing.T, tool, file string) (words, runs tally, ok bool) {
	t.Helper()
	columns, err := exec.Command(tool, "-enc", "UTF-8", file, "-").Output()
	if err != nil || len(columns) == 0 {
		return tally{}, tally{}, false // TestRealPDFs knows which may be unread
	}
	drawn, err := exec.Command(tool, "-raw", "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	ours := comparedWords(mustRead(t, b, Options{Name: file}).Body)
	runs = compareRuns(ours, comparedWords(string(drawn)), 5)
	if other := compareRuns(ours, comparedWords(string(columns)), 5); other.recall() > runs.recall() {
		runs = other
	}
	return compareRuns(ours, comparedWords(string(columns)), 1), runs, true
}

func head(list []string) []string { return list[:min(len(list), 10)] }

// comparedWords returns the words of s as both tools may write them: in their
// compatibility form, without the hyphens at which a line breaks.
func comparedWords(s string) []string {
	s = norm.NFKC.String(s)
	s = regexp.MustCompile(`[-\x{ad}]\s*\n\s*`).ReplaceAllString(s, "")
	return strings.Fields(strings.ReplaceAll(s, "\u00ad", ""))
}

// tally counts what two lists of words have in common.
type tally struct {
	both, ours, theirs int
	lost, added        []string
}

func (c *tally) add(o tally) {
	c.both, c.ours, c.theirs = c.both+o.both, c.ours+o.ours, c.theirs+o.theirs
}

func (c *tally) recall() float64    { return share(c.both, c.theirs) }
func (c *tally) precision() float64 { return share(c.both, c.ours) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// compareRuns compares the runs of n words of two texts as multisets.
func compareRuns(ours, theirs []string, n int) tally {
	have, need := wordRuns(ours, n), wordRuns(theirs, n)
	c := tally{ours: len(have), theirs: len(need)}
	left := map[string]int{}
	for _, run := range have {
		left[run]++
	}
	for _, run := range need {
		if left[run] > 0 {
			left[run]--
			c.both++
		} else {
			c.lost = append(c.lost, run)
		}
	}
	for _, run := range have {
		if left[run] > 0 {
			left[run]--
			c.added = append(c.added, run)
		}
	}
	return c
}

func wordRuns(words []string, n int) []string {
	var runs []string
	for i := n; i <= len(words); i++ {
		runs = append(runs, strings.Join(words[i-n:i], " "))
	}
	return runs
}
