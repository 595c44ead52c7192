package quote

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stet/claims"
)

// rows returns the cells of the rows of a page's table whose header begins with
// the name given.
func rows(t *testing.T, page, header string) [][]string {
	t.Helper()
	_, table, ok := strings.Cut(page, "\n| "+header+" | ")
	if !ok {
		t.Fatalf("no table of %s", header)
	}
	var all [][]string
	for line := range strings.Lines(table) {
		if cells := strings.Split(line, " | "); strings.HasPrefix(line, "| ") && !strings.HasPrefix(line, "| ---") {
			for i, c := range cells {
				cells[i] = strings.ReplaceAll(strings.Trim(c, "|` \n"), "⏎", "\n")
			}
			all = append(all, cells)
		} else if line == "\n" {
			break
		}
	}
	return all
}

// TestDocsTables runs the examples of docs/quotes.md.
func TestDocsTables(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "docs", "quotes.md"))
	if err != nil {
		t.Fatal(err)
	}
	var seen []claims.Class
	for _, row := range rows(t, string(b), "class") {
		class, quote, source := claims.Class(row[0]), row[1], row[2]
		seen = append(seen, class)
		if got := Fold(source).Locate(Query{Quote: quote, Near: -1}); got.Class != class {
			t.Errorf("%q of %q is %s, not %s", quote, source, got.Class, class)
		}
	}
	for _, c := range claims.Classes {
		if !slices.Contains(seen, c) {
			t.Errorf("docs/quotes.md has no example of %s", c)
		}
	}
	kinds := rows(t, string(b), "kind")
	for _, row := range kinds {
		got := Fold(row[2]).Locate(Query{Quote: row[1], Near: -1})
		if changes := Changes(got.Difference); got.Class != claims.Altered || len(changes) == 0 || string(changes[0].Kind) != row[0] {
			t.Errorf("%q of %q is %s, %v, not %s", row[1], row[2], got.Class, changes, row[0])
		}
	}
	if len(kinds) < 10 {
		t.Errorf("only %d kinds of change were read: is the test blind?", len(kinds))
	}
}
