package quote

import (
	"fmt"
	"strings"
	"testing"

	"stet/claims"
)

// TestFurniture has quotes that run on from page to page.
func TestFurniture(t *testing.T) {
	const quote = "the council will open the old harbour bridge in the spring of next year"
	pages := func(between string) string {
		var b strings.Builder
		for n := range 4 {
			fmt.Fprintf(&b, "Some words of page %d.\n\nHarbour report, page %d of 5\n\n\fOf the harbour and its boats\n\nMore words then.\n", n, n)
		}
		return b.String() + "So the council will open the old\n" + between + "harbour bridge in the spring of next year.\n"
	}
	for _, c := range []struct {
		name, between string
		class         claims.Class
	}{
		{"foot and head", "\nHarbour report, page 4 of 5\n\n\fOf the harbour and its boats\n\n", claims.Typographic},
		{"foot, number and head", "Harbour report, page 4 of 5\n17\n\n\fOf the harbour and its boats\n\n", claims.Typographic},
		{"head alone, no page's end", "\nOf the harbour and its boats\n\n", claims.Typographic},
		{"number", "\n17\n\n", claims.Typographic},
		{"number before a page's end", "17\n\f", claims.Typographic},
		{"number after an empty line", "\n17\n", claims.Typographic},
		{"number in the midst of lines", "17\n", claims.Altered},
		{"a line that stands nowhere else", "\nOf the river and its boats\n\n", claims.Altered},
		{"a foot in the midst of lines", "Harbour report, page 4 of 5\n", claims.Altered},
		{"numbers of a figure", "\n100\n\n200\n\n300\n\n", claims.Altered},
		{"a negation that stands set off", "\nnot\n\n", claims.Altered},
	} {
		if got := Fold(pages(c.between)).Locate(Query{Quote: quote, Near: -1}); got.Class != c.class {
			t.Errorf("%s: %s %v, want %s", c.name, got.Class, got.Difference, c.class)
		}
	}
}

// TestHeadings has headings of sections that a reader put in the midst of a
// sentence, and lines of lists that a quote leaves out.
func TestHeadings(t *testing.T) {
	const quote = "the council will open the old harbour bridge in the spring of next year and sell the boats of the island"
	part := strings.Repeat("Some words of this and that.\n", 50)
	for _, c := range []struct {
		name, text string
		class      claims.Class
	}{
		{"a heading", "2. Methods\n" + part + "So the council will open the old harbour bridge\n3. Results\nin the spring of next year and sell the boats of the island." + part, claims.Typographic},
		{"a heading below", part + "So the council will open the old harbour bridge\n1. The bridge\nin the spring of next year and sell the boats of the island." + part + "2.1. Its lamps\n", claims.Typographic},
		{"the only one", part + "So the council will open the old harbour bridge\n3. Results\nin the spring of next year and sell the boats of the island." + part, claims.Altered},
		{"a list", part + "So the council will open the old harbour bridge\n2. The ferry\n3. The tunnel\nin the spring of next year and sell the boats of the island." + part, claims.Altered},
		{"a list before", "2. Methods\n" + part + "2. The ferry\nSo the council will open the old harbour bridge\n3. The tunnel\nin the spring of next year and sell the boats of the island." + part, claims.Altered},
		{"a date", "2. Methods\n" + part + "So the council will open the old harbour bridge\non 3. March\nin the spring of next year and sell the boats of the island." + part, claims.Altered},
	} {
		if got := Fold(c.text).Locate(Query{Quote: quote, Near: -1}); got.Class != c.class {
			t.Errorf("%s: %s %v, want %s", c.name, got.Class, got.Difference, c.class)
		}
	}
}
