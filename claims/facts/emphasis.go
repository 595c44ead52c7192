package facts

import (
	"slices"
	"strings"
	"sync"

	"stet/claims"
)

// emphasisRows lists the words that make a statement stronger than its figures:
// superlatives, absolutes, comparisons and causes. What ends in "-est" behind
// "the" is a superlative too, and what stands before "than" a comparison.
var emphasisRows = []struct {
	kind    Kind
	phrases string
}{
	{Superlative, "the first|the only|the sole|the most|the least|the best|the worst|the last|the top|the leading|record|record-breaking|record-high|all-time|unprecedented|unparalleled|unrivalled|unrivaled|unique|historic|first-ever|one of the most|number one"},
	{Absolute, "never|always|all of|every|everyone|everybody|everything|none|nobody|no one|nothing|nowhere|entirely|completely|totally|wholly|solely|without exception|in every case|at no time|no evidence"},
	{Comparison, "compared with|compared to|as many as|as much as|as large as|twice as|unlike|in contrast to|as opposed to"},
	{Cause, "because|because of|caused|caused by|causes|due to|led to|leading to|leads to|resulted in|resulting in|as a result of|thanks to|owing to|prompted|triggered|sparked|stemmed from|blamed on|brought about|forced"},
}

// emphases returns the phrases by their first word, the longest first.
var emphases = sync.OnceValue(func() map[string][]emphasis {
	all := map[string][]emphasis{}
	for _, row := range emphasisRows {
		for phrase := range strings.SplitSeq(row.phrases, "|") {
			words := strings.FieldsFunc(phrase, func(r rune) bool { return r == ' ' || r == '-' })
			all[words[0]] = append(all[words[0]], emphasis{row.kind, words})
		}
	}
	for _, some := range all {
		slices.SortStableFunc(some, func(a, b emphasis) int { return len(b.words) - len(a.words) })
	}
	return all
})

type emphasis struct {
	kind  Kind
	words []string
}

// Emphases finds the superlatives, absolutes, comparisons and causal words of a
// text, in reading order and without overlaps.
func Emphases(text string) []Fact {
	var found []Fact
	lexicon := emphases()
	for at := 0; at < len(text); {
		if !isLetter(text[at]) || !startsWord(text, at) {
			at++
			continue
		}
		if f, ok := emphasisAt(text, at, lexicon); ok {
			found = append(found, f)
			at = f.End
			continue
		}
		_, at = wordAt(text, at)
	}
	return found
}

func emphasisAt(text string, at int, lexicon map[string][]emphasis) (Fact, bool) {
	word, end := wordAt(text, at)
	if word == "" {
		return Fact{}, false
	}
	for _, e := range lexicon[word] {
		if last, ok := e.endsAt(text, end); ok {
			return newEmphasis(text, e.kind, at, last), true
		}
	}
	next, last := wordAt(text, spaces(text, end))
	switch {
	case word == "the" && isSuperlative(next):
		return newEmphasis(text, Superlative, at, last), true
	case next == "than" && (strings.HasSuffix(word, "er") || word == "more" || word == "less" || word == "fewer" || word == "worse"):
		return newEmphasis(text, Comparison, at, last), true
	}
	return Fact{}, false
}

// endsAt reports whether the phrase's words behind the first follow, and where
// the last ends.
func (e emphasis) endsAt(text string, end int) (int, bool) {
	for _, w := range e.words[1:] {
		kind, next := jointAt(text, end)
		word, last := wordAt(text, next)
		if kind != spaced && kind != hyphened || word != w {
			return 0, false
		}
		end = last
	}
	return end, true
}

func newEmphasis(text string, kind Kind, start, end int) Fact {
	span := claims.Span{Start: start, End: end}
	return Fact{Kind: kind, Text: span.In(text), Span: span, figure: span}
}

// isSuperlative reports whether a word behind "the" is an adjective in -est.
func isSuperlative(word string) bool {
	const others = " test west east rest forest request arrest protest harvest interest guest quest contest priest nest chest crest pest vest unrest midwest northwest southwest northeast southeast latest conquest bequest digest "
	return len(word) > 4 && strings.HasSuffix(word, "est") && !strings.Contains(others, " "+word+" ")
}
