package facts

import (
	"strings"

	"stet/claims"
)

// figure is a number as it stands in a text, without its unit.
type figure struct {
	claims.Span
	value   float64
	ordinal bool
	words   bool // in words, at least in part
	glued   bool // a letter stands right behind it
}

// figureAt reads the number that begins at an offset: in digits, in words or in
// both. Money says that a currency is known to belong to it, so that every short
// scale counts.
func figureAt(text string, at int, money bool) (figure, bool) {
	sign, from := signAt(text, at)
	if from >= len(text) {
		return figure{}, false
	}
	var room [usualWords]word
	all := wordsAt(text, from, &room)
	if len(all) == 0 {
		return figure{}, false
	}
	value, n, ordinal := number(all, func(w word) bool { return endsFraction(text, w) })
	if n == 0 {
		return figure{}, false
	}
	f := figure{Span: claims.Span{Start: at, End: all[n-1].end}, value: sign * value, ordinal: ordinal}
	for _, w := range all[:n] {
		f.words = f.words || w.role != digit
	}
	if n == 1 && all[0].role == digit {
		f.digitsEnd(text, money)
	}
	if !f.ordinal {
		f.divided(text)
	}
	return f, true
}

// signAt reads the sign before digits. A hyphen is one only where a figure of
// its own can begin.
func signAt(text string, at int) (sign float64, end int) {
	rest := text[at:]
	minus := strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "−")
	if !minus {
		return 1, at
	}
	end = at + 1
	if rest[0] != '-' {
		end = at + len("−")
	}
	if at == 0 {
		end = spaces(text, end)
	}
	return -1, end
}

// digitsEnd reads on behind digits: the ending of an ordinal, a short scale.
func (f *figure) digitsEnd(text string, money bool) {
	kind, next := jointAt(text, f.End)
	if kind != touching && kind != spaced {
		return
	}
	word, end := wordAt(text, next)
	switch {
	case kind == touching && isOrdinalEnding(word):
		f.ordinal, f.End = true, end
	case word != "" && !(end < len(text) && isDigit(text[end])):
		if times, ok := shortScale(text[next:end], word, kind, money); ok {
			f.value *= times
			f.End = end
		}
	}
	if f.End < len(text) {
		f.glued = isLetter(text[f.End]) || lettersEnd(text, f.End) > f.End
	}
}

func isOrdinalEnding(word string) bool {
	return word == "st" || word == "nd" || word == "rd" || word == "th"
}

// shortScale returns what an abbreviation behind digits multiplies by. "M" and
// "B" in lower case are metres and bits unless money is meant.
func shortScale(written, word string, before joint, money bool) (float64, bool) {
	times, ok := abbreviation(word)
	if !ok || word == "mm" && !money {
		return 0, false
	}
	if len(word) == 1 && !money && word != "k" && !(written == "M" || written == "B" && before == touching || written == "b" && before == touching) {
		return 0, false
	}
	return times, true
}

// mostParts is the largest denominator behind "out of": nine out of ten is a
// share, but of thirty out of 450 a checker looks for both.
const mostParts = 10

// divided reads on behind a number where it is the numerator of a fraction:
// "one out of three", and "1 over 3" where that ends what is said.
func (f *figure) divided(text string) {
	at := spaces(text, f.End)
	word, end := wordAt(text, at)
	if word == "of" && f.value < 1 && f.words {
		f.ofScale(text, end)
		return
	}
	outOf := word == "out"
	if outOf {
		if word, end = wordAt(text, spaces(text, end)); word != "of" {
			return
		}
	} else if word != "over" {
		return
	}
	below, ok := figureAt(text, spaces(text, end), false)
	if !ok || below.ordinal || below.value <= 0 || at == f.End {
		return
	}
	if outOf && (below.value > mostParts || f.value > below.value) || !outOf && !endsSaying(text, below.End) {
		return
	}
	f.value, f.End, f.words = f.value/below.value, below.End, true
}

// ofScale reads what the fraction is one of, where that is a number: a quarter
// of a million.
func (f *figure) ofScale(text string, at int) {
	c := cursor{text, at}
	c.oneOf(" a one ")
	n := numerals()[c.peek()]
	if n.role == scale {
		c.word()
		f.value, f.End = f.value*n.value, c.at
	}
}

// endsFraction reports whether what follows a singular ordinal leaves it a
// fraction: "a third of", "by a fifth."
func endsFraction(text string, w word) bool {
	next, _ := wordAt(text, spaces(text, w.end))
	return next == "of" || endsSaying(text, w.end)
}

// endsSaying reports whether no word or figure follows before the next mark.
func endsSaying(text string, at int) bool {
	at = spaces(text, at)
	return at >= len(text) || strings.IndexByte(".,;:)?!\n", text[at]) >= 0
}
