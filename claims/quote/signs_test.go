package quote

import (
	"testing"

	"stet/claims"
)

// TestSigns has what readers of PDFs make of signs, and what must not pass for
// it.
func TestSigns(t *testing.T) {
	for _, c := range []struct {
		quote, text string
		class       claims.Class
	}{
		// Accents beside their letters.
		{"Korda and Švanda found the tunnel", "Korda and ˇSvanda found the tunnel", claims.Typographic},
		{"Korda and Švanda found the tunnel", "Korda and Svanda ˇ found the tunnel", claims.Typographic},
		{"Gómez and Müller found the old tunnel under the river", "G´omez and M¨uller found the old tunnel under the river", claims.Typographic},
		{"Korda and Švanda found the tunnel", "Korda and ˇSwanda found the tunnel", claims.Altered},
		{"Gómez and Müller found the old tunnel under the river", "G¨omez and M´uller found the old tunnel under the river", claims.Altered},
		{"Korda and Švanda found the tunnel", "Korda and Svaňda found the tunnel", claims.Altered},
		// One sign at several code points.
		{"absorbed in the range of possible 〈Br〉 values that the model had left over", "absorbed in the range of possible ⟨Br⟩ values that the model had left over", claims.Typographic},
		{"in the line ( J,K)=(3,3) of the table", "in the line (J,K) = (3,3) of the table", claims.Typographic},
		// Signs at the codes of others.
		{"absorbed in the range of possible 〈Br〉 values that the model had left over", "absorbed in the range of possible hBr i values that the model had left over", claims.OCR},
		{"adjacent ridges n and n′ become wide", "adjacent ridges n and n0 become wide", claims.OCR},
		{"it was 5′ from the wall of the house", "it was 50 from the wall of the house", claims.Altered},
		{"the soluƟon of the last equaƟon", "the solution of the last equation", claims.Altered}, // a quote is not a reader's
		{"the solution of the last equation", "the soluƟon of the last equaƟon", claims.OCR},
		// Signs that the reader could not name.
		{"the strength of the signal depends only weakly on ε; we set it", "the strength of the signal depends only weakly on \x0f; we set it", claims.OCR},
		{"the strength of the signal depends only weakly on ε; we set it", "the strength of the signal depends only weakly on (cid:15); we set it", claims.OCR},
		{"an efficient office of the firm that had built the bridge", "an e\ufffdcient o\ue001ce of the firm that had built the bridge", claims.OCR},
		{"a gain of 50 of the boats by then", "a gain of 5\ufffd of the boats by then", claims.Altered},
		{"it lost £50 of its price by then", "it lost \ufffd50 of its price by then", claims.Altered},
		{"they may not sell the whole of it", "they may \ufffd sell the whole of it", claims.Altered},
		// Signs that a figure is read with.
		{"there were 34 boats on the river", "there were 3 × 4 boats on the river", claims.Altered},
		{"there were 34 boats on the river", "there were 3×4 boats on the river", claims.Altered},
		{"it is 5 metres above the river there", "it is ±5 metres above the river there", claims.Altered},
		{"it is ten × the size of that town on the river", "it is ten the size of that town on the river", claims.Altered},
		// The marks of notes.
		{"all of the boats were sold in the spring of that year", "all of the boats were sold[12] in the spring of that year", claims.Typographic},
		{"all of the boats on the river were sold in the spring of that year, and the houses too", "all of the boats on the river were sold [12, 14] in the spring[3] of that year, and the houses too", claims.Typographic},
		{"all of the boats were sold[12] in the spring of that year", "all of the boats were sold[12] in the spring of that year", claims.Exact},
		{"all of the boats were sold[12] in the spring of that year", "all of the boats were sold[13] in the spring of that year", claims.Elided},
		{"all of the boats were sold in the spring of that year", "all of the boats were sold (12) in the spring of that year", claims.Altered},
		{"all of the boats were sold in the spring of that year", "all of the boats were sold [not] in the spring of that year", claims.Altered},
		{"all of the boats were sold in the spring of that year", "all of the boats were sold[1999] in the spring of that year", claims.Altered},
		// Hyphens at the ends of lines.
		{"the local standard of the country", "the lo\ufffecal standard of the country", claims.Typographic},
		{"the local standard of the country", "the lo\x02\r\ncal standard of the country", claims.Typographic},
	} {
		if got := Fold(c.text).Locate(Query{Quote: c.quote, Near: -1}); got.Class != c.class {
			t.Errorf("%q of %q: %s %v, want %s", c.quote, c.text, got.Class, got.Difference, c.class)
		}
	}
}
