package facts

import (
	"strings"

	"stet/claims"
)

// share reads the word or sign of a percentage behind a figure.
func share(text string, f figure) (Fact, bool) {
	kind, next := jointAt(text, f.End)
	if kind == apart {
		return Fact{}, false
	}
	unit, end := percentAt(text, next)
	if unit == "" {
		return Fact{}, false
	}
	span := claims.Span{Start: f.Start, End: end}
	return Fact{Kind: Percent, Text: span.In(text), Span: span, Value: f.value, Unit: unit, figure: f.Span}, true
}

// percentAt reads the unit of a percentage that begins at an offset: "%",
// "points" or "basis points". It is "" where none does.
func percentAt(text string, at int) (unit string, end int) {
	if strings.HasPrefix(text[at:], "%") {
		return "%", at + 1
	}
	word, end := wordAt(text, at)
	switch word {
	case "pct", "percent", "percents":
		return "%", end
	case "per":
		if word, after := wordAt(text, spaces(text, end)); word == "cent" {
			return "%", after
		}
	case "percentage":
		_, next := jointAt(text, end)
		if word, after := wordAt(text, next); word == "point" || word == "points" {
			return "points", after
		}
		return "%", end
	case "basis":
		if word, after := wordAt(text, spaces(text, end)); word == "points" || word == "point" {
			return "basis points", after
		}
	}
	return "", at
}

// percentOf reads a percentage that has its figure behind it ("percent of 10"),
// and a sign or a word that has none: a percentage of no known size.
func percentOf(text string, at int) (Fact, bool) {
	unit, end := percentAt(text, at)
	if unit != "%" {
		return Fact{}, false
	}
	fact := Fact{Kind: Percent, Unit: unit, Span: claims.Span{Start: at, End: end}}
	if word, after := wordAt(text, spaces(text, end)); word == "of" {
		if f, ok := figureAt(text, spaces(text, after), false); ok && !f.ordinal {
			fact.Value, fact.End, fact.figure = f.value, f.End, f.Span
			fact.Text = fact.In(text)
			return fact, true
		}
	}
	if text[at] != '%' {
		return Fact{}, false
	}
	fact.Text, fact.Approximate, fact.figure = "%", true, fact.Span
	return fact, true
}
