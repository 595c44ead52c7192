package quote

import (
	"strings"
	"testing"

	"stet/claims"
)

// TestRuns has quotes that share long runs of words with a place, too few for a
// near match, and what must not be found for that.
func TestRuns(t *testing.T) {
	for _, c := range []struct {
		name, quote, text string
		class             claims.Class
	}{
		{"the margin of a page within the quote",
			"the council will open the old harbour bridge in the spring of next year and harbour report 1601.03642v1 of 12 January in the margin it will be for all of its people and for those of the whole island",
			"So the council will open the old harbour bridge in the spring of next year and\n\n2\n\nit will be for all of its people and for those of the whole island.", claims.Altered},
		{"another end",
			"the council will open the old harbour bridge in the spring of next year and then it will be for all E = kq + q of B",
			"So the council will open the old harbour bridge in the spring of next year and then it will be for all of its people.", claims.Altered},
		{"less than that",
			"the council will open the old harbour bridge in the spring of next year and then sell all of the boats and houses of the island to whoever has a use for them",
			"So the council will open the old harbour bridge in the spring of next year and nothing else is known of it by now.", claims.Absent},
		{"scattered",
			"the council will open the old harbour bridge in the spring of next year and then sell all of the boats and houses of the island",
			"So the council will open the old harbour bridge in the spring." + strings.Repeat(" Word after word of something else.", 30) + " Of next year and then sell all of the boats and houses of the island.", claims.Absent},
	} {
		if got := Fold(c.text).Locate(Query{Quote: c.quote, Near: -1}); got.Class != c.class {
			t.Errorf("%s: %s %q %v, want %s", c.name, got.Class, got.In(c.text), got.Difference, c.class)
		}
	}
}
