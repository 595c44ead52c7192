package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	si "gonum.org/v1/gonum/unit"

	"stet/claims"
)

// measure is a unit of measure: what facts call it, how much it is in the units
// of the SI, and how it is written, with bars between. A symbol, which counts
// only in its own case, stands behind the second bar of two.
type measure struct {
	name      string
	kind      Kind
	amount    si.Uniter
	spellings string
}

// The measures that others are made of, in the units of the SI.
const (
	foot        = 0.3048     // metres: the international yard of 1959, by three
	pound       = 0.45359237 // kilograms: the international pound of 1959
	gallon      = 3.785411784e-3
	barrel      = 42 * gallon // of oil
	day         = 86400       // seconds
	monthLength = 365.2425 / 12 * day
	acre        = 43560 * foot * foot
	mile        = 5280 * foot
)

// measures lists the units of measure; which of them can be compared, gonum
// knows from their dimensions.
var measures = sync.OnceValue(func() []measure {
	length := func(v float64) si.Uniter { return si.Length(v) }
	mass := func(v float64) si.Uniter { return si.Mass(v) }
	span := func(v float64) si.Uniter { return si.Time(v) }
	area := func(v float64) si.Uniter { return si.New(v, si.Dimensions{si.LengthDim: 2}) }
	volume := func(v float64) si.Uniter { return si.Volume(v) }
	speed := func(v float64) si.Uniter { return si.Velocity(v) }
	bits := func(v float64) si.Uniter { return si.New(v, si.Dimensions{information(): 1}) }
	return []measure{
		{"second", Duration, span(1), "second|seconds|sec|secs"},
		{"minute", Duration, span(60), "minute|minutes|min|mins"},
		{"hour", Duration, span(3600), "hour|hours|hr|hrs"},
		{"day", Duration, span(day), "day|days"},
		{"week", Duration, span(7 * day), "week|weeks"},
		{"month", Duration, span(monthLength), "month|months"},
		{"year", Duration, span(12 * monthLength), "year|years|yr|yrs"},
		{"decade", Duration, span(120 * monthLength), "decade|decades"},
		{"century", Duration, span(1200 * monthLength), "century|centuries"},

		{"picometre", Dimension, length(1e-12), "picometer|picometers|picometre|picometres||pm"},
		{"nanometre", Dimension, length(1e-9), "nanometer|nanometers|nanometre|nanometres||nm"},
		{"micrometre", Dimension, length(1e-6), "micron|microns|micrometer|micrometers|micrometre|micrometres||μm|µm"},
		{"millimetre", Dimension, length(1e-3), "millimeter|millimeters|millimetre|millimetres||mm"},
		{"centimetre", Dimension, length(1e-2), "centimeter|centimeters|centimetre|centimetres||cm"},
		{"decimetre", Dimension, length(1e-1), "decimeter|decimeters|decimetre|decimetres||dm"},
		{"metre", Dimension, length(1), "meter|meters|metre|metres||m"},
		{"kilometre", Dimension, length(1e3), "kilometer|kilometers|kilometre|kilometres||km"},
		{"inch", Dimension, length(foot / 12), "inch|inches||in.|\""},
		{"foot", Dimension, length(foot), "foot|feet|ft"},
		{"yard", Dimension, length(3 * foot), "yard|yards|yd|yds"},
		{"mile", Dimension, length(mile), "mile|miles||mi"},
		{"nautical mile", Dimension, length(1852), "nautical mile|nautical miles"},
		{"light year", Dimension, length(9.4607304725808e15), "light year|light years|light-year|light-years"},

		{"square metre", Dimension, area(1), "square meter|square meters|square metre|square metres||m2|m²|sqm"},
		{"square kilometre", Dimension, area(1e6), "square kilometer|square kilometers|square kilometre|square kilometres||km2|km²"},
		{"square foot", Dimension, area(foot * foot), "square foot|square feet||sq ft|sq. ft."},
		{"square yard", Dimension, area(9 * foot * foot), "square yard|square yards"},
		{"square mile", Dimension, area(mile * mile), "square mile|square miles||sq mi"},
		{"acre", Dimension, area(acre), "acre|acres"},
		{"hectare", Dimension, area(1e4), "hectare|hectares||ha"},

		{"millilitre", Dimension, volume(1e-6), "milliliter|milliliters|millilitre|millilitres||ml|mL"},
		{"litre", Dimension, volume(1e-3), "liter|liters|litre|litres||l|L"},
		{"teaspoon", Dimension, volume(gallon / 768), "teaspoon|teaspoons||tsp"},
		{"tablespoon", Dimension, volume(gallon / 256), "tablespoon|tablespoons||tbsp"},
		{"pint", Dimension, volume(gallon / 8), "pint|pints"},
		{"gallon", Dimension, volume(gallon), "gallon|gallons"},
		{"barrel", Dimension, volume(barrel), "barrel|barrels|bbl"},
		{"cubic metre", Dimension, volume(1), "cubic meter|cubic meters|cubic metre|cubic metres||m3|m³"},
		{"cubic foot", Dimension, volume(foot * foot * foot), "cubic foot|cubic feet"},

		{"microgram", Dimension, mass(1e-9), "microgram|micrograms||mcg|μg|µg"},
		{"milligram", Dimension, mass(1e-6), "milligram|milligrams||mg"},
		{"gram", Dimension, mass(1e-3), "gram|grams|gramme|grammes||g"},
		{"kilogram", Dimension, mass(1), "kilogram|kilograms|kilo|kilos||kg|kgs"},
		{"ounce", Dimension, mass(pound / 16), "ounce|ounces||oz"},
		{"pound", Dimension, mass(pound), "pound|pounds|lb|lbs"},
		{"stone", Dimension, mass(14 * pound), "stone"},
		{"dram", Dimension, mass(pound / 256), "dram|drams|drachm|drachma"},
		{"metric ton", Dimension, mass(1e3), "metric ton|metric tons|tonne|tonnes"},
		{"ton", Dimension, mass(2000 * pound), "ton|tons"},

		{"mile per hour", Dimension, speed(mile / 3600), "mile per hour|miles per hour|miles an hour||mph"},
		{"kilometre per hour", Dimension, speed(1. / 3.6), "kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour||km/h|kph|kmh"},
		{"metre per second", Dimension, speed(1), "meters per second|metres per second||m/s"},
		{"knot", Dimension, speed(1852. / 3600), "knot|knots"},

		{"bit", Dimension, bits(1), "bit|bits"},
		{"byte", Dimension, bits(8), "byte|bytes"},
		{"kilobyte", Dimension, bits(8e3), "kilobyte|kilobytes||KB|kB"},
		{"megabyte", Dimension, bits(8e6), "megabyte|megabytes||MB"},
		{"gigabyte", Dimension, bits(8e9), "gigabyte|gigabytes||GB"},
		{"terabyte", Dimension, bits(8e12), "terabyte|terabytes||TB"},

		{"watt", Dimension, si.Power(1), "watt|watts"},
		{"kilowatt", Dimension, si.Power(1e3), "kilowatt|kilowatts||kW"},
		{"megawatt", Dimension, si.Power(1e6), "megawatt|megawatts||MW"},
		{"gigawatt", Dimension, si.Power(1e9), "gigawatt|gigawatts||GW"},
		{"kilowatt hour", Dimension, si.Energy(3.6e6), "kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours||kWh"},
		{"megawatt hour", Dimension, si.Energy(3.6e9), "megawatt hour|megawatt hours|megawatt-hour|megawatt-hours||MWh"},
		{"degree Celsius", Temperature, si.Temperature(1), "degree celsius|degrees celsius|degree centigrade|degrees centigrade||°C|° C"},
		{"degree Fahrenheit", Temperature, si.Temperature(5. / 9), "degree fahrenheit|degrees fahrenheit||°F|° F"},
		{"degree", Dimension, si.Angle(1), "degree|degrees||°"},
	}
})

// information is the dimension of bits, which the SI has not.
var information = sync.OnceValue(func() si.Dimension { return si.NewDimension("bit") })

// spelling is one way to write a measure.
type spelling struct {
	text    string // in lower case, but of a symbol
	symbol  bool
	measure *measure
}

// spellings returns the ways to write measures by their first letter or sign in
// lower case, the longest first.
var spellings = sync.OnceValue(func() map[string][]spelling {
	all := map[string][]spelling{}
	for i := range measures() {
		m := &measures()[i]
		words, symbols, _ := strings.Cut(m.spellings, "||")
		for _, w := range strings.Split(words, "|") {
			all[initial(w)] = append(all[initial(w)], spelling{w, false, m})
		}
		for s := range strings.SplitSeq(symbols, "|") {
			if s != "" {
				all[initial(s)] = append(all[initial(s)], spelling{s, true, m})
			}
		}
	}
	for _, some := range all {
		slices.SortStableFunc(some, func(a, b spelling) int { return len(b.text) - len(a.text) })
	}
	return all
})

// measured reads the unit of measure behind a figure: 3-inch, 17 km, five
// years, 5 feet 2 inches.
func measured(text string, f figure) (Fact, bool) {
	kind, next := jointAt(text, f.End)
	if kind == apart || next >= len(text) {
		return Fact{}, false
	}
	m, end := measureAt(text, next, kind)
	if m == nil {
		return Fact{}, false
	}
	fact := Fact{Kind: m.kind, Value: f.value, Unit: m.name, figure: f.Span}
	fact.Span = claims.Span{Start: f.Start, End: end}
	fact.aged(text)
	fact.addInches(text)
	fact.Text = fact.In(text)
	return fact, true
}

// addInches reads the inches behind feet: 5 ft 2 in, five feet and two inches.
func (f *Fact) addInches(text string) {
	if f.Unit != "foot" {
		return
	}
	at := spaces(text, f.End)
	if word, end := wordAt(text, at); word == "and" {
		at = spaces(text, end)
	}
	more, ok := figureAt(text, at, false)
	if !ok || more.ordinal || more.value >= 12 || at == f.End {
		return
	}
	_, next := jointAt(text, more.End)
	if word, end := wordAt(text, next); word == "in" || word == "inch" || word == "inches" {
		f.Value += more.value / 12
		f.End = end
	}
}

// measureAt reads a unit of measure at an offset, and returns nil where there
// is none. Symbols stand right behind digits or behind a space.
func measureAt(text string, at int, before joint) (*measure, int) {
	for _, s := range spellings()[initial(text[at:])] {
		end := at + len(s.text)
		if end > len(text) || s.symbol && before == hyphened {
			continue
		}
		written := text[at:end]
		if written != s.text && (s.symbol || !strings.EqualFold(written, s.text)) {
			continue
		}
		if end < len(text) && isLetter(s.text[len(s.text)-1]) && (isLetter(text[end]) || isDigit(text[end]) || lettersEnd(text, end) > end) {
			continue
		}
		return s.measure, end
	}
	return nil, at
}

// initial returns the first character of a text in lower case.
func initial(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:size])
}

// Comparable reports whether two facts are measured in units of one dimension,
// and returns how many of a's units one of b's is: 1.609344 where a is in
// kilometres and b in miles.
func Comparable(a, b Fact) (factor float64, ok bool) {
	x, y := measureOf(a.Unit), measureOf(b.Unit)
	if x == nil || y == nil || x.kind == Temperature || y.kind == Temperature || !si.DimensionsMatch(x.amount, y.amount) {
		return 0, false
	}
	return y.amount.Unit().Value() / x.amount.Unit().Value(), true
}

func measureOf(name string) *measure {
	for i := range measures() {
		if m := &measures()[i]; m.name == name {
			return m
		}
	}
	return nil
}
