package facts

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"stet/claims"
)

// Numbers finds the figures and dates of a text, in reading order and without
// overlaps: numbers in digits or words with their scale, money, percentages,
// ordinals, and dates as far as they are plainly written. What has digits but
// counts nothing is left out: docket and section numbers, times, telephone
// numbers, names such as GPT-4.
func Numbers(text string) []Fact {
	found := dates(text)
	taken := slices.Clone(found)
	for _, find := range []func(string) []Fact{vague, digits, spelt, ordinals} {
		for _, f := range find(text) {
			if !overlapsAny(f, taken) {
				found, taken = append(found, f), append(taken, f)
			}
		}
	}
	slices.SortFunc(found, func(a, b Fact) int { return a.Start - b.Start })
	return found
}

func overlapsAny(f Fact, taken []Fact) bool {
	return slices.ContainsFunc(taken, func(t Fact) bool { return f.Start < t.End && t.Start < f.End })
}

// scales are the words that multiply a figure. One letter alone is a scale
// only after money: "5m" may be metres.
var scales = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
}

// currencies are the signs, codes and words of money, with their ISO 4217
// codes. A bare dollar is the American one.
var currencies = map[string]string{
	"$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
	"a$": "AUD", "au$": "AUD", "aud": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD",
	"£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "sterling": "GBP",
	"€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
	"¥": "JPY", "jpy": "JPY", "yen": "JPY", "yuan": "CNY", "rmb": "CNY", "₹": "INR", "rupees": "INR",
	"chf": "CHF", "francs": "CHF",
}

// figure is the pattern of a figure in digits: currency, digits, scale, unit.
var figure = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:(?:\b(US|AU?|CA?|HK|NZ|S))?(\$)|([£€¥₹])|\b(USD|AUD|CAD|GBP|EUR|JPY|CHF|RMB)\s)?\s?` +
		`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)` +
		`(?:[\s-]?(hundred|thousand|million|billion|trillion|mln|mn|bn|tn|k|m|b)\b)?` +
		`(?:\s?(%)|[\s-](percentage[\s-]points?|percent|per\scent|pct|dollars?|pounds?|sterling|euros?|yen|yuan|rupees|francs)\b)?`)
})

func digits(text string) []Fact {
	var found []Fact
	for _, m := range submatches(figure(), text, aroundDigits(text)) {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return strings.ToLower(text[m[2*n]:m[2*n+1]])
		}
		sign := group(1) + group(2) + group(3) + group(4)
		scale, unit := group(6), group(7)+group(8)
		end := m[1]
		if len(scale) == 1 && sign == "" && unit == "" {
			scale, end = "", m[11] // not ours: metres, or a letter of a list
		}
		start := m[10]
		if sign != "" {
			start = min(start, m[0]+len(text[m[0]:m[1]])-len(strings.TrimLeft(text[m[0]:m[1]], " \t\n")))
		}
		span := claims.Span{Start: start, End: end}
		if sign == "" && !counts(text, span) {
			continue
		}
		if shownText := text[m[10]:m[11]]; len(shownText) > 1 && shownText[0] == '0' && shownText[1] != '.' {
			continue // a telephone number, a postcode
		}
		value, err := strconv.ParseFloat(strings.ReplaceAll(text[m[10]:m[11]], ",", ""), 64)
		if err != nil {
			continue
		}
		if times, ok := scales[scale]; ok {
			value *= times
		}
		found = append(found, newFigure(text, span, value, sign, unit))
	}
	return found
}

func newFigure(text string, span claims.Span, value float64, sign, unit string) Fact {
	f := Fact{Kind: Number, Text: span.In(text), Span: span, Value: value, Approximate: isHedged(text, span.Start)}
	unit = strings.Join(strings.FieldsFunc(unit, func(r rune) bool { return r == ' ' || r == '-' || r == '\n' || r == '\u00a0' }), " ")
	switch {
	case strings.HasPrefix(unit, "percentage"):
		f.Kind, f.Unit = Percent, "points"
	case unit == "%" || strings.HasPrefix(unit, "per") || unit == "pct":
		f.Kind, f.Unit = Percent, "%"
	case currencies[sign] != "":
		f.Kind, f.Unit = Money, currencies[sign]
	case currencies[unit] != "":
		f.Kind, f.Unit = Money, currencies[unit]
	}
	return f
}

// labels are the words before a number that names a thing rather than counts.
var labels = strings.Fields(`no no. nos. number section sections § sec. rule rules chapter article page pages p. pp. paragraph para ¶ ¶¶
	exhibit document doc doc. count figure fig. table footnote volume vol. act title part phase version flight route room
	channel case ecf dkt. docket highway interstate apartment suite model`)

// counts reports whether digits at a span are a figure: not part of a word, a
// time, a docket number or a decimal list, and not the number of a thing.
func counts(text string, s claims.Span) bool {
	before, after := text[:s.Start], text[s.End:]
	if before != "" {
		last := before[len(before)-1]
		isRange := last == '-' && len(before) > 1 && isDigit(before[len(before)-2])
		if isLetter(last) || isDigit(last) || last >= 0x80 && !strings.HasSuffix(before, "—") && !strings.HasSuffix(before, "–") && !endsInQuote(before) ||
			strings.IndexByte("#:/_@.[", last) >= 0 || last == '-' && !isRange && len(before) > 1 && before[len(before)-2] != ' ' && before[len(before)-2] != '-' {
			return false
		}
	}
	if len(after) > 1 && (strings.IndexByte(":/_@", after[0]) >= 0 && isDigit(after[1]) || after[0] == '.' && isDigit(after[1])) {
		return false
	}
	if after != "" && (isLetter(after[0]) || isDigit(after[0])) {
		return false
	}
	if docketTail().MatchString(tail(after, 0)) || clockTail().MatchString(tail(after, 0)) {
		return false
	}
	return !slices.Contains(labels, lastWord(before))
}

var docketTail = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^-[a-z]{2}-\d|^-\d{3,}`) })
var clockTail = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^ ?(?:[ap]\.m\.|[ap]m\b|o.clock)`) })

func endsInQuote(s string) bool {
	for _, q := range []string{"“", "”", "‘", "’", "\u00a0", "…"} {
		if strings.HasSuffix(s, q) {
			return true
		}
	}
	return false
}

// lastWord returns the word that ends a text, in lower case.
func lastWord(s string) string {
	s = strings.TrimRight(s, " \t\n\u00a0")
	if i := strings.LastIndexAny(s, " \t\n\u00a0("); i >= 0 {
		s = s[i+1:]
	}
	return strings.ToLower(strings.Trim(s, "“\"‘'("))
}

// hedges are the words before a figure that is not meant to the last digit.
var hedges = []string{
	"about", "around", "nearly", "almost", "roughly", "some", "approximately", "circa", "over", "under", "more than",
	"less than", "fewer than", "at least", "at most", "up to", "close to", "just over", "just under", "as many as",
	"as much as", "upwards of", "an estimated",
}

func isHedged(text string, start int) bool {
	before := strings.ToLower(strings.TrimRight(text[max(0, start-24):start], " \n\u00a0"))
	for _, h := range hedges {
		if strings.HasSuffix(before, h) && (len(before) == len(h) || !isLetter(before[len(before)-len(h)-1])) {
			return true
		}
	}
	return false
}

// shown returns the figure that a text shows in digits, without its scale, and
// how many decimals it has.
func shown(text string) (value float64, decimals int, ok bool) {
	digits := shownDigits().FindString(text)
	if digits == "" {
		return 0, 0, false
	}
	digits = strings.ReplaceAll(digits, ",", "")
	if i := strings.IndexByte(digits, '.'); i >= 0 {
		decimals = len(digits) - i - 1
	}
	value, err := strconv.ParseFloat(digits, 64)
	return value, decimals, err == nil
}

var shownDigits = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\d[\d,]*(?:\.\d+)?`) })

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
