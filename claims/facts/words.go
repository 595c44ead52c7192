package facts

import (
	"regexp"
	"strings"
	"sync"

	"stet/claims"
)

// numerals are the words for numbers below a hundred.
var numerals = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90,
}

const (
	numeral = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|` +
		`eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`
	scale = `hundred|thousand|million|billion|trillion`
)

var speltFigure = sync.OnceValue(func() *regexp.Regexp {
	word := `(?:` + numeral + `|` + scale + `)`
	return regexp.MustCompile(`(?i)\b(?:an?\s(?:` + scale + `)|(?:` + numeral + `))(?:[\s-](?:and\s)?` + word + `)*\b` +
		`(?:[\s-](percentage[\s-]points?|percent|per\scent|dollars?|pounds?|euros?|yen|yuan|rupees|francs)\b)?`)
})

// spelt finds figures in words. "One" alone is left out: it is a pronoun as
// often as a number.
func spelt(text string) []Fact {
	var found []Fact
	for _, m := range speltFigure().FindAllStringSubmatchIndex(text, -1) {
		span := claims.Span{Start: m[0], End: m[1]}
		unit, words := "", text[m[0]:m[1]]
		if m[2] >= 0 {
			unit, words = strings.ToLower(text[m[2]:m[3]]), text[m[0]:m[2]]
		}
		value := valueOf(words)
		if value == 0 || value == 1 && unit == "" || strings.HasPrefix(text[m[1]:], "-") {
			continue
		}
		found = append(found, newFigure(text, span, value, "", unit))
	}
	return found
}

// valueOf adds up number words: "three hundred and twelve thousand".
func valueOf(words string) float64 {
	var total, group float64
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return r == ' ' || r == '-' || r == '\n' || r == '\t' }) {
		switch times := scales[w]; {
		case w == "a" || w == "an":
			group = 1
		case times == 100:
			group = max(group, 1) * times
		case times > 0:
			total += max(group, 1) * times
			group = 0
		default:
			group += numerals[w]
		}
	}
	return total + group
}

var vagueFigure = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:multi-?(?:million|billion|trillion)(?:[\s-]dollar)?|(?:tens|hundreds|thousands)\sof\s(?:thousands|millions|billions)|` +
		`dozens|scores|hundreds|thousands|millions|billions|trillions)\b`)
})

// vague finds the words for many that name no figure.
func vague(text string) []Fact {
	var found []Fact
	for _, m := range vagueFigure().FindAllStringIndex(text, -1) {
		span := claims.Span{Start: m[0], End: m[1]}
		found = append(found, Fact{Kind: Number, Text: span.In(text), Span: span, Approximate: true})
	}
	return found
}

var ordinal = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:(\d+)(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\b`)
})

var ordinalWords = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}

func ordinals(text string) []Fact {
	var found []Fact
	for _, m := range ordinal().FindAllStringSubmatchIndex(text, -1) {
		span := claims.Span{Start: m[0], End: m[1]}
		f := Fact{Kind: Ordinal, Text: span.In(text), Span: span}
		if m[2] >= 0 {
			f.Value, _, _ = shown(f.Text)
		}
		for i, w := range ordinalWords {
			if strings.EqualFold(f.Text, w) {
				f.Value = float64(i + 1)
			}
		}
		found = append(found, f)
	}
	return found
}
