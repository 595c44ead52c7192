package text

import "testing"

// TestAnchors shows that a note's place is the end of the words before it,
// however often it is asked for.
func TestAnchors(t *testing.T) {
	w := newBody()
	for _, step := range []struct {
		words string
		want  int
	}{{"", 0}, {" ", 0}, {"é", 3}, {" \u00a0", 3}, {" ", 3}, {"b", 8}, {"", 8}, {"c ", 9}} {
		w.add(step.words, nowhere)
		if got := w.anchor(); got != step.want {
			t.Errorf("behind %q: %d, want %d", w.words.String(), got, step.want)
		}
	}
}
