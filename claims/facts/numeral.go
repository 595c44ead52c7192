package facts

import (
	"strconv"
	"strings"
	"sync"
)

// role says what a word does in a number.
type role int

// The roles of number words.
const (
	unit    role = iota + 1 // one to nine
	teen                    // ten to nineteen
	ten                     // twenty to ninety
	zero                    // nought
	hundred                 // multiplies what is before it in its group
	scale                   // thousand and on: ends a group
	dozen                   // multiplies by twelve
	part                    // half, quarter: a fraction that is no ordinal
	ordUnit                 // first to ninth, and so on for the others
	ordTeen
	ordTen
	ordHundred
	ordScale
	article // a, an
	and
	point
	minus
	digit // a figure in digits
)

// numeral is one word of a number.
type numeral struct {
	role   role
	value  float64
	plural bool // thirds, hundredths: surely a fraction
}

// isOrdinal reports whether the word ends an ordinal, or a fraction.
func (n numeral) isOrdinal() bool { return ordUnit <= n.role && n.role <= ordScale }

// numeralRows lists the words of English numbers: the role, and the words with
// their values. Lakh and crore are India's; what is spelt wrong as often as
// right stands twice.
var numeralRows = []struct {
	role  role
	words string
}{
	{unit, "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9"},
	{teen, "ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19"},
	{ten, "twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90"},
	{zero, "zero 0 nought 0 naught 0"},
	{hundred, "hundred 1e2"},
	{scale, "thousand 1e3 lakh 1e5 million 1e6 crore 1e7 billion 1e9 trillion 1e12"},
	{dozen, "dozen 12 dozens 12 doz 12 dozs 12"},
	{part, "half 2 halves 2 quarter 4 quarters 4"},
	{ordUnit, "first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 nineth 9"},
	{ordTeen, "tenth 10 eleventh 11 twelfth 12 twelveth 12 thirteenth 13 fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19"},
	{ordTen, "twentieth 20 thirtieth 30 fortieth 40 fiftieth 50 sixtieth 60 seventieth 70 eightieth 80 ninetieth 90"},
	{ordHundred, "hundredth 1e2"},
	{ordScale, "thousandth 1e3 millionth 1e6 billionth 1e9 trillionth 1e12"},
	{article, "a 1 an 1"},
	{and, "and 0"},
	{point, "point 0"},
	{minus, "minus -1 negative -1"},
}

// numerals returns the number words by their spelling, in lower case, with the
// plurals of ordinals.
var numerals = sync.OnceValue(func() map[string]numeral {
	all := map[string]numeral{}
	for _, row := range numeralRows {
		fields := strings.Fields(row.words)
		for i := 0; i < len(fields); i += 2 {
			word := fields[i]
			value, err := strconv.ParseFloat(fields[i+1], 64)
			if err != nil {
				panic("facts: the value of " + word + ": " + err.Error())
			}
			n := numeral{role: row.role, value: value, plural: row.role == part && strings.HasSuffix(word, "s")}
			all[word] = n
			if n.isOrdinal() && word != "second" { // seconds are of time
				all[word+"s"] = numeral{role: row.role, value: value, plural: true}
			}
		}
	}
	return all
})

// abbreviation returns what a short scale behind digits multiplies by. Those of
// one letter stand for metres and the like as often; see shortScale.
func abbreviation(word string) (float64, bool) {
	switch word {
	case "k":
		return 1e3, true
	case "m", "mm", "mn", "mil", "mln", "mio":
		return 1e6, true
	case "b", "bn", "bln":
		return 1e9, true
	case "t", "tn", "tln", "trn":
		return 1e12, true
	}
	return 0, false
}
