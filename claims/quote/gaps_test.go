package quote

import (
	"testing"

	"stet/claims"
)

// TestGaps has what readers of PDFs put between the pieces of a quote, and
// words that a quote leaves out where lines begin.
func TestGaps(t *testing.T) {
	for _, c := range []struct {
		name, quote, text string
		class             claims.Class
	}{
		{"a broken word, its halves apart", "the council will open the old harbour bridge in the spring of next year",
			"the council will open the old harMeanwhile in town, all of the boats are to be sold to whoever wants them, the mayor said. bour bridge in the spring of next year.", claims.Typographic},
		{"the other half joined to another word", "Meanwhile in town, all of the ancient ferries are to be sold to whoever wants them",
			"Meanwhile in town, all of the ancient ferthe council will open the old bridge across the ries are to be sold to whoever wants them", claims.Typographic},
		{"a broken word with its hyphen", "Meanwhile in town, all of the ancient ferries are to be sold to whoever wants them",
			"Meanwhile in town, all of the ancient fer- the council will open the old bridge across the ries are to be sold to whoever wants them", claims.Typographic},
		{"a word that the text has twice", "he said that the orientation of the plane varies on long timescales for our purpose",
			"he said that the orientations of the orbit were plain. But the orientation of the plane varies on long timescales for our purpose", claims.Altered},
		{"the beginning of a word that is another", "they are able to pay for the whole of the bridge and all of its lamps",
			"they are, it was said on the same day, unable to pay for the whole of the bridge and all of its lamps", claims.Altered},
		{"lines in turn", "the first line of the left column goes on as the third line does and then as the fifth is set and the seventh",
			"the first line of the left column\nthe right column has other words\ngoes on as the third line does\nand these are on another subject\nand then as the fifth is set\nand all of them are otherwise told\nand the seventh", claims.Typographic},
		{"lines in turn that do not read on", "the first line of the left column goes on as the third line does and then as the fifth",
			"the first line of the left column\nThe right column has other words.\ngoes on as the third line does\nIt tells what is on another subject\nand then as the fifth", claims.Typographic},
		{"two lines left out that read on", "the first line of the left column goes on as the third line does and then as the fifth",
			"the first line of the left column\nthe right column has other words\ngoes on as the third line does\nand these are on another subject\nand then as the fifth", claims.Altered},
		{"a line left out", "the first line of the left column goes on as the third line does",
			"the first line of the left column\nthe right column has other words\ngoes on as the third line does", claims.Altered},
		{"columns that are kept apart", "the first line of the left column goes on as the third line does and then as the fifth",
			"the first line of the left column     the right column has its words\ngoes on as the third line does        and these are on its subject\nand then as the fifth                 and so on to the end of it", claims.Typographic},
		{"lines left out of an indented text", "they came to the bridge at noon and waited for the boat that never came and then went home",
			"they came to the bridge at noon\n     with all of their friends in tow\n     and waited for the boat that\n     had been promised them twice\n     never came and then went home", claims.Altered},
		{"two negations where lines begin", "they said at the time that they did sell all of the boats on the river and that they did keep all of the houses on the island",
			"they said at the time that they did\nnot in any way sell all of the boats on the river and that they did\nnot in any way keep all of the houses on the island", claims.Altered},
		{"two figures where lines begin", "they said at the time that they sold all of the boats on the river and that they kept all of the houses on the island",
			"they said at the time that they sold\nless than 20 of all of the boats on the river and that they kept\nless than 30 of all of the houses on the island", claims.Altered},
	} {
		if got := Fold(c.text).Locate(Query{Quote: c.quote, Near: -1}); got.Class != c.class {
			t.Errorf("%s: %s %v, want %s", c.name, got.Class, got.Difference, c.class)
		}
	}
}
