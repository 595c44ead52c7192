package claims

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRulerSelectsAsSelect: on every character of a text over several marks.
func TestRulerSelectsAsSelect(t *testing.T) {
	for _, text := range []string{"", "a", strings.Repeat("naïve – “Öl” 🚢 and so on\n", 200), strings.Repeat("x", 2*rulerStep)} {
		r := NewRuler(text)
		for at, c := range text + "x" {
			s := Span{Start: at, End: min(len(text), at+len(string(c)))}
			if diff := cmp.Diff(Select(text, s), r.Select(s)); diff != "" {
				t.Fatalf("at %d of %d bytes: %s", at, len(text), diff)
			}
		}
	}
}
