package desk

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stet/sources"
)

// TestCatalogue compares what the catalogue says of names with looking at every
// source in turn, where several are called alike.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	known := []sources.Source{
		{ID: "a", Number: 1, Address: "story/memo.pdf"},
		{ID: "b", Number: 2, Alias: "memo.pdf", Address: "https://example.com/x"},
		{ID: "c", Number: 3, Held: "Call with “Ida Brandt”"},
		{ID: "d", Number: 4, Alias: "S-0001", Address: "memo.pdf"},
		{ID: "e", Number: 5, Held: "call with \"ida brandt\""},
		{ID: "f", Number: 6, Address: "story/Amended_Complaint.pdf"},
		{ID: "g", Number: 7, Alias: "amended complaint"},
		{ID: "h", Number: 8, Address: "am. compl"},
		{ID: "s-0002", Number: 9},
	}
	c := &citing{dir: "story", index: newCatalogue()}
	for _, s := range known {
		c.know(s)
	}
	calls := func(s sources.Source, name string) bool {
		long, isShort := longFor(name)
		return s.ID == name || s.Alias != "" && s.Alias == name || strings.EqualFold(s.Code(), name) ||
			s.Address != "" && (s.Address == name || s.Address == c.address(name)) || isShort && isPaper(s, long)
	}
	for _, name := range []string{"a", "S-0001", "s-0002", "S-0003", "memo.pdf", "./memo.pdf", "https://example.com/x", "am. compl", "Am. Compl", "compl", "nobody", "", "S-0099"} {
		want := slices.IndexFunc(known, func(s sources.Source) bool { return calls(s, name) })
		if got := c.indexOf(name); got != want {
			t.Errorf("%q is source %d, by the catalogue %d", name, want, got)
		}
	}
	if at := c.index.held[heldAs("CALL WITH 'Ida Brandt'")]; at != 2 {
		t.Errorf("the call is source %d", at)
	}
}

// BenchmarkIndexOf looks names up among ever more sources: the time for one is to
// stay the same.
func BenchmarkIndexOf(b *testing.B) {
	for _, count := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			c := &citing{index: newCatalogue()}
			for i := range count {
				c.know(sources.Source{ID: fmt.Sprint("id", i), Number: i + 1, Address: fmt.Sprintf("sources/%d.txt", i)})
			}
			for i := 0; b.Loop(); i++ {
				c.indexOf(fmt.Sprintf("sources/%d.txt", i%count))
			}
		})
	}
}
