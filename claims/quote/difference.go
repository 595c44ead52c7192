package quote

import (
	"strings"
	"unicode"

	"stet/claims"
)

// word is one word of a text, as it stands and folded, with the punctuation
// that touches it.
type word struct {
	text   string
	raw    string      // with the characters about it that folding left out
	folded string      // all of it
	bare   string      // without the punctuation that a copy editor may change
	at     claims.Span // in the folded text
	stray  bool        // no word of the sentence: the number of a page, or a letter of a figure
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
		folded, at := string(f.folded[from:end]), f.span(from, end)
		all = append(all, word{
			text: at.In(f.text), raw: f.around(from, end), folded: folded, bare: bareWord(folded),
			at: claims.Span{Start: from, End: end}, stray: f.isPageNumber(at) || f.isLoneLetter(at),
		})
		from = end
	}
	return all
}

// around returns the text of a range of folded bytes with what folding left
// out beside it, as far as white space or the next word.
func (f *Folded) around(from, to int) string {
	start, end := int(f.starts[from]), int(f.ends[to-1])
	before, after := 0, len(f.text)
	if from > 1 {
		before = min(int(f.ends[from-2]), start) // past the space between words
	}
	if to+1 < len(f.folded) {
		after = max(int(f.starts[to+1]), end)
	}
	if i := strings.LastIndexFunc(f.text[before:start], unicode.IsSpace); i >= 0 || before == 0 {
		start = before + i + 1
	}
	if i := strings.IndexFunc(f.text[end:after], unicode.IsSpace); i >= 0 {
		after = end + i
	}
	return f.text[start:after]
}

// bareWord takes the punctuation off a word that does not count, but never the
// point before a decimal. Question and exclamation marks count: they change
// what is said.
func bareWord(folded string) string {
	const marks = ".,;:()[]*•·†‡|"
	bare := strings.TrimRight(folded, marks)
	left := strings.TrimLeft(bare, marks)
	if left != "" && isDigit(left[0]) && strings.HasSuffix(bare[:len(bare)-len(left)], ".") {
		left = "." + left
	}
	return left
}

// step is one word of a difference: shared, or of one side only.
type step struct {
	kind claims.EditKind
	word
}

// mostCells bounds the table in which two texts are compared.
const mostCells = 1 << 22

// compareWords tells a quote from its source word by word, by their longest
// common subsequence. Where the two are so long and so different that the
// table would be too large, all that lies between their common beginning and
// end counts as changed.
func compareWords(quote, source []word) []step {
	head, tail := 0, 0
	for head < min(len(quote), len(source)) && quote[head].bare == source[head].bare {
		head++
	}
	for tail < min(len(quote), len(source))-head && quote[len(quote)-1-tail].bare == source[len(source)-1-tail].bare {
		tail++
	}
	steps := same(nil, source[:head])
	steps = compareMiddle(steps, quote[head:len(quote)-tail], source[head:len(source)-tail])
	return same(steps, source[len(source)-tail:])
}

func same(steps []step, words []word) []step {
	for _, w := range words {
		steps = append(steps, step{claims.Same, w})
	}
	return steps
}

func compareMiddle(steps []step, quote, source []word) []step {
	common := commonLengths(quote, source)
	i, j := 0, 0
	for i < len(quote) || j < len(source) {
		switch {
		case common != nil && i < len(quote) && j < len(source) && quote[i].bare == source[j].bare:
			steps = append(steps, step{claims.Same, source[j]})
			i, j = i+1, j+1
		case j < len(source) && (i == len(quote) || common == nil || common[i][j+1] >= common[i+1][j]):
			steps = append(steps, step{claims.Omitted, source[j]})
			j++
		default:
			steps = append(steps, step{claims.Inserted, quote[i]})
			i++
		}
	}
	return steps
}

// commonLengths returns how many words the rest of the quote and the rest of
// the source have in common from every pair of words on, or nil where the
// table would be too large.
func commonLengths(quote, source []word) [][]int {
	if (len(quote)+1)*(len(source)+1) > mostCells {
		return nil
	}
	common := make([][]int, len(quote)+1)
	for i := range common {
		common[i] = make([]int, len(source)+1)
	}
	for i := len(quote) - 1; i >= 0; i-- {
		for j := len(source) - 1; j >= 0; j-- {
			if quote[i].bare == source[j].bare {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	return common
}

// edits joins the steps of a kind that follow each other.
func edits(steps []step) []claims.Edit {
	var joined []claims.Edit
	for _, s := range steps {
		if n := len(joined); n > 0 && joined[n-1].Kind == s.kind {
			joined[n-1].Text += " " + s.text
			continue
		}
		joined = append(joined, claims.Edit{Kind: s.kind, Text: s.text})
	}
	return joined
}
