package origin

import (
	"regexp"
	"strings"
	"testing"
)

// TestCuesHaveTheirWords sees that every cue of a kind has one of the words that
// the kind is looked for by: one that has none would never be found.
func TestCuesHaveTheirWords(t *testing.T) {
	t.Parallel()
	marks := regexp.MustCompile(`[^a-z ]+`)
	for i, cues := range [][]string{reportedCues, reporterCues, publishedCues} {
		for _, cue := range cues {
			if form := relianceForms()[i]; !form.mayStand(marks.ReplaceAllString(strings.ToLower(cue), " ")) {
				t.Errorf("%s has none of %q", cue, form.has)
			}
		}
	}
}
