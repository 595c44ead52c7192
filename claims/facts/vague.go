package facts

import (
	"strings"

	"stet/claims"
)

// vagueRows lists the words for many, with the least that they can mean. The
// most is a thousand times that, or ten dozen.
var vagueRows = []struct {
	word  string
	least float64
}{
	{"dozens", 24}, {"scores", 40}, {"hundreds", 200}, {"thousands", 1e3}, {"millions", 1e6}, {"billions", 1e9}, {"trillions", 1e12},
	{"multimillion", 2e6}, {"multibillion", 2e9}, {"multitrillion", 2e12},
}

func leastOf(word string) float64 {
	for _, row := range vagueRows {
		if row.word == word {
			return row.least
		}
	}
	return 0
}

// vagueAt reads a word for many that names no figure: dozens, tens of
// thousands, billions of dollars, multibillion-dollar.
func vagueAt(text string, at int) (Fact, bool) {
	word, end := wordAt(text, at)
	if word == "multi" {
		_, next := jointAt(text, end)
		second, after := wordAt(text, next)
		word, end = word+second, after
	}
	f := Fact{Kind: Number, Approximate: true, Least: leastOf(word)}
	switch {
	case word == "tens":
	case f.Least == 0:
		return Fact{}, false
	}
	end = f.timesScale(text, end, word)
	if f.Least == 0 {
		return Fact{}, false
	}
	f.Span = claims.Span{Start: at, End: end}
	f.figure = f.Span
	f.named(text, strings.HasPrefix(word, "multi"))
	f.Text = f.In(text)
	return f, true
}

// timesScale reads "of thousands" behind "tens" or "hundreds".
func (f *Fact) timesScale(text string, end int, word string) int {
	of, after := wordAt(text, spaces(text, end))
	if of != "of" {
		return end
	}
	next, last := wordAt(text, spaces(text, after))
	scale := leastOf(next)
	if scale < 1e3 || scale == 0 {
		return end
	}
	switch word {
	case "tens":
		f.Least = 20 * scale
	case "hundreds", "thousands":
		f.Least *= scale
	default:
		return end
	}
	return last
}

// named reads what there are many of: "billions of dollars",
// "multibillion-dollar", "billions in euros".
func (f *Fact) named(text string, compound bool) {
	kind, next := jointAt(text, f.End)
	if kind == apart {
		return
	}
	if word, after := wordAt(text, next); !compound && word == "of" {
		next = spaces(text, after)
	}
	if m, ok := currencyAt(text, next); ok && !m.sign {
		f.Kind, f.Unit, f.End = Money, m.unit, m.End
	}
}

// multipleRows lists the words that say how many times as much.
var multipleRows = []struct {
	words string
	times float64
}{
	{"twice doubled doubling doubles twofold", 2}, {"thrice tripled tripling triples threefold trebled treble", 3},
	{"quadrupled quadrupling quadruples fourfold", 4}, {"quintupled fivefold", 5}, {"sixfold", 6}, {"sevenfold", 7}, {"eightfold", 8},
	{"ninefold", 9}, {"tenfold", 10}, {"hundredfold", 100}, {"thousandfold", 1000}, {"halved halving halves", 0.5},
}

// multipleAt reads a word that says how many times as much something is or
// grew: doubled, tenfold, twice; and "three times", "12-fold".
func multipleAt(text string, at int) (Fact, bool) {
	word, end := wordAt(text, at)
	for _, row := range multipleRows {
		for w := range strings.FieldsSeq(row.words) {
			if w == word {
				span := claims.Span{Start: at, End: end}
				return Fact{Kind: Multiple, Text: span.In(text), Span: span, Value: row.times, figure: span}, true
			}
		}
	}
	return Fact{}, false
}

// fold reads the word of a multiple behind a figure: 12-fold, three times as
// many. "Three times" alone counts occasions.
func fold(text string, f figure) (Fact, bool) {
	kind, next := jointAt(text, f.End)
	word, end := wordAt(text, next)
	after, _ := wordAt(text, spaces(text, end))
	isTimes := word == "times" && kind == spaced && strings.Contains(" as more higher larger bigger greater faster likelier the ", " "+after+" ") && after != ""
	if word != "fold" && !isTimes {
		return Fact{}, false
	}
	span := claims.Span{Start: f.Start, End: end}
	return Fact{Kind: Multiple, Text: span.In(text), Span: span, Value: f.value, figure: f.Span}, true
}
