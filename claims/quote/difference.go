package quote

import (
	"strings"

	"stet/claims"
)

// word is one word of a text, as it stands and folded, with the punctuation
// that touches it.
type word struct {
	text   string
	folded string
}

// words returns the words of a range of folded bytes.
func words(f *Folded, from, to int) []word {
	var all []word
	for from < to {
		if f.folded[from] == ' ' {
			from++
			continue
		}
		end := from
		for end < to && f.folded[end] != ' ' {
			end++
		}
		all = append(all, word{text: f.span(from, end).In(f.text), folded: strings.Trim(string(f.folded[from:end]), ".,;:!?()")})
		from = end
	}
	return all
}

// difference tells a quote from its source word by word, by their longest
// common subsequence. Punctuation at the ends of words does not count.
func difference(quote, source []word) []claims.Edit {
	common := make([][]int, len(quote)+1)
	for i := range common {
		common[i] = make([]int, len(source)+1)
	}
	for i := len(quote) - 1; i >= 0; i-- {
		for j := len(source) - 1; j >= 0; j-- {
			if quote[i].folded == source[j].folded {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var edits []claims.Edit
	i, j := 0, 0
	for i < len(quote) || j < len(source) {
		switch {
		case i < len(quote) && j < len(source) && quote[i].folded == source[j].folded:
			edits = extend(edits, claims.Same, source[j].text)
			i, j = i+1, j+1
		case j < len(source) && (i == len(quote) || common[i][j+1] >= common[i+1][j]):
			edits = extend(edits, claims.Omitted, source[j].text)
			j++
		default:
			edits = extend(edits, claims.Inserted, quote[i].text)
			i++
		}
	}
	return edits
}

// extend adds a word to the last edit where it is of the same kind.
func extend(edits []claims.Edit, kind claims.EditKind, text string) []claims.Edit {
	if n := len(edits); n > 0 && edits[n-1].Kind == kind {
		edits[n-1].Text += " " + text
		return edits
	}
	return append(edits, claims.Edit{Kind: kind, Text: text})
}
