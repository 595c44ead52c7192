package quote

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"stet/claims"
)

// widestGap is how many words an ellipsis may stand for. A page of a filing
// has about as many; what lies further apart was not said in one breath.
const widestGap = 300

// editorial recognises what an editor puts into a quotation: an ellipsis, in
// brackets or not, and words in brackets, such as [the company] or [sic].
var editorial = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[[^\[\]]*\]|…|\.(?: ?\.){2,}`)
})

// partsOf folds a quote, in parts where an editor left words out or put some
// in. Punctuation at the ends of the quote is not part of it: copy editors
// set it as the sentence around it asks.
func partsOf(quote string) []*Folded {
	var parts []*Folded
	for _, part := range editorial().Split(restoreCase(quote), -1) {
		if folded := trimmed(part); len(folded.folded) > 0 {
			parts = append(parts, folded)
		}
	}
	return parts
}

// trimmed folds a quote without the punctuation at its ends. It has no folded
// bytes where the quote has no words.
func trimmed(quote string) *Folded {
	folded := Fold(strings.Trim(restoreCase(quote), " \t\r\n\u00a0.,;:!?…—–-'\"“”‘’«»*•·"))
	if !bytes.ContainsFunc(folded.folded, func(r rune) bool { return isWordRune(r) || unicode.IsSymbol(r) }) {
		return &Folded{}
	}
	return folded
}

// restoreCase takes the brackets off a letter that was changed with its case,
// as in legal quotation: "[T]he" is "The".
func restoreCase(quote string) string {
	return changedLetter().ReplaceAllString(quote, "$1$2")
}

var changedLetter = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[(\pL)\](\pL)`)
})

// elided finds the places where the parts of a quote stand in order, with no
// gap wider than widestGap. From each place of the first part the others are
// taken where they come next.
func (f *Folded) elided(parts []*Folded, q Query) []Occurrence {
	if words := wordCount(parts); words < 3 {
		return nil
	}
	var found []Occurrence
	last := -1
	for _, from := range f.places(parts[0].folded, 0, len(f.folded)) {
		to, ok := f.chain(parts, from)
		if !ok || to == last {
			continue // the same end from a nearer start is the better place
		}
		last = to
		o := Occurrence{Span: f.span(from, to), Class: claims.Elided, from: from, to: to}
		if within(o.Span, q.Within) {
			found = append(found, o)
		}
	}
	return innermost(found)
}

// chain follows the parts after the first and returns where the last one ends.
func (f *Folded) chain(parts []*Folded, from int) (to int, ok bool) {
	to = from + len(parts[0].folded)
	for _, part := range parts[1:] {
		limit := min(len(f.folded), f.wordsOn(to, widestGap)+len(part.folded))
		next := f.places(part.folded, to, limit)
		if len(next) == 0 {
			return 0, false
		}
		to = next[0] + len(part.folded)
	}
	return to, true
}

// wordsOn returns the offset so many words after another.
func (f *Folded) wordsOn(at, words int) int {
	for ; at < len(f.folded) && words > 0; at++ {
		if f.folded[at] == ' ' {
			words--
		}
	}
	return at
}

// innermost drops a place that holds another one that ends where it does.
func innermost(found []Occurrence) []Occurrence {
	var kept []Occurrence
	for i, o := range found {
		if i+1 < len(found) && found[i+1].to <= o.to {
			continue
		}
		kept = append(kept, o)
	}
	return kept
}

func wordCount(parts []*Folded) int {
	n := 0
	for _, p := range parts {
		n += len(bytes.Fields(p.folded))
	}
	return n
}
