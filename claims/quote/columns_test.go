package quote

import (
	"strings"
	"testing"

	"stet/claims"
)

// page is a page of two columns as readers of PDFs give it: some lines of the
// left column run on into the right one, and twice a word that is broken at a
// line's end is followed by the other column's next line.
const page = `The harbour office keeps a book of
every ship that has come in since the The lights were lit by hand until the
year of the flood, and of what each of keeper's son put in a clockwork of his
them paid for its berth and its water. own making, which ran for thirty
Nobody has read the book from begin-
ning to end but the clerk who rules
its pages, and she has done so twice. winters. It was then sold to the museThe dues were low in those years for um for a sum that nobody wrote down.
the council wanted the trade of the
river, and the river wanted a harbour
that did not freeze in the winter.
Ships paid by their length, and the
clerk walked along each of them with
a chain, in rain and in snow, to be
sure of it. What he found he wrote
into the book, and the master of the
ship signed it, or put his mark to it
where he had not learned to write.
`

func TestColumns(t *testing.T) {
	const wrapped = "The council said on Monday that it has\nnot agreed to any of the terms that the\ncompany put to it in the letter of May,\nand that it will not do so before there\nis an answer to each of the questions\nthat the members of the council asked\nof the company when they met in April.\n"
	long := strings.ReplaceAll(wrapped, "\n", " ") + "\nThe company said nothing of it at all, and will not.\n"
	tests := []struct {
		name, text, quote string
		class             claims.Class
	}{
		{"one line of two columns, once", page, "a book of every ship that has come in since the year of the flood", claims.Altered},
		{"two lines of two columns", page, "a book of every ship that has come in since the year of the flood, and of what each of them paid for its berth", claims.Typographic},
		{"the right column", page, "lit by hand until the keeper's son put in a clockwork of his own making", claims.Typographic},
		{"a broken word with the other column's line behind it", page, "It was then sold to the museum for a sum that nobody wrote down", claims.Typographic},
		{"a broken word, and a negation left out where a line begins",
			"the council will open the old harMeanwhile in town, all of the boats are to be sold to whoever wants them, the mayor said. bour bridge in the spring of next year and it will\nnot sell the boats of the island",
			"the council will open the old harbour bridge in the spring of next year and it will sell the boats of the island", claims.Altered},
		{"words left out within a column", page, "Nobody has read the book but the clerk who rules its pages", claims.Absent},
		{"another word in a line of two columns", page, "a book of every boat that has come in since the year of the flood", claims.Absent},
		{"the end of a line left out", wrapped, "said on Monday that it has agreed to any of the terms that the company put to it", claims.Altered},
		{"a whole line left out", wrapped, "said on Monday that it has company put to it in the letter of May", claims.Altered},
		{"the end of a paragraph that is one line left out", long, "The council said on Monday that it has The company said nothing of it at all", claims.Altered},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Fold(tt.text).Locate(Query{Quote: tt.quote, Near: -1}); got.Class != tt.class {
				t.Errorf("%s, want %s: %q %v", got.Class, tt.class, got.In(tt.text), got.Difference)
			}
		})
	}
}

// TestRepeatingText wants no text to make the search for pieces long.
func TestRepeatingText(t *testing.T) {
	for _, word := range []string{"ab", "ab ", "ab\n", "abababababab\n", "a b c d e f g\n"} {
		text := strings.Repeat(word, 20_000/len(word))
		quote := strings.Repeat(strings.TrimRight(word, "\n"), 400/len(word)) + "x" + strings.Repeat(word, 400/len(word))
		if got := Fold(text).Locate(Query{Quote: quote, Near: -1}); got.Class == claims.Exact || got.Class == claims.Typographic {
			t.Errorf("%q: %s", word, got.Class)
		}
	}
}
