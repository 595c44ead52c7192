package facts

import "strings"

// aged turns a duration into an age where the words say so: "29 years old", "18
// months of age", "a 90-day-old bill".
func (f *Fact) aged(text string) {
	if f.Kind != Duration {
		return
	}
	_, next := jointAt(text, f.End)
	word, end := wordAt(text, next)
	if word == "of" {
		word, end = wordAt(text, spaces(text, end))
		word = strings.Replace(word, "age", "old", 1)
	}
	if word == "old" || word == "olds" {
		f.Kind, f.End = Age, end
	}
}

// ageAt reads an age whose word stands before the figure: "aged 87", "age 12".
func ageAt(text string, at int) (Fact, bool) {
	word, end := wordAt(text, at)
	if word != "age" && word != "aged" {
		return Fact{}, false
	}
	f, ok := figureAt(text, spaces(text, end), false)
	const oldest = 130 // years; a larger figure counts something else
	if !ok || f.ordinal || f.glued || f.value > oldest || f.Start == end {
		return Fact{}, false
	}
	fact := Fact{Kind: Age, Value: f.value, Unit: "year", figure: f.Span}
	fact.Start, fact.End = at, f.End
	fact.Text = fact.In(text)
	return fact, true
}
