package facts

import (
	"strings"

	"stet/claims"
)

// relativeRows lists the words that count from the end, or from the present
// one; the first word of each opens it.
var relativeRows = []struct {
	words string
	from  string
	steps float64
	one   bool // "one" behind it belongs to it
}{
	{"the one before the last one", "end", -1, false},
	{"next to last", "end", -1, false},
	{"last", "end", 0, false},
	{"penultimate", "end", -1, true},
	{"antepenultimate", "end", -2, true},
	{"next", "current", 1, true},
	{"current", "current", 0, true},
	{"previous", "current", -1, true},
}

// relativeAt reads an ordinal that is counted from the end or from the present
// one: last, next to last, previous.
func relativeAt(text string, at int) (Fact, bool) {
	for _, row := range relativeRows {
		end, ok := phraseAt(text, at, row.words)
		if !ok {
			continue
		}
		if word, after := wordAt(text, spaces(text, end)); row.one && word == "one" {
			end = after
		}
		span := claims.Span{Start: at, End: end}
		return Fact{Kind: Ordinal, Text: span.In(text), Span: span, Value: row.steps, Unit: row.from, figure: span}, true
	}
	return Fact{}, false
}

// phraseAt reports whether words stand at an offset, in any case and with any
// white space between them, and where they end.
func phraseAt(text string, at int, words string) (end int, ok bool) {
	end = at
	for w := range strings.FieldsSeq(words) {
		word, after := wordAt(text, spaces(text, end))
		if word != w {
			return at, false
		}
		end = after
	}
	return end, true
}
