package facts

import (
	"strings"

	"stet/claims"
)

// moneyAt reads money whose currency stands first: $3.2 billion, EUR 3.4m.
// Currency words without a figure are money of no known amount.
func moneyAt(text string, at int) (Fact, bool) {
	m, ok := currencyAt(text, at)
	if !ok {
		return Fact{}, false
	}
	word := strings.ToLower(m.In(text))
	if f, ok := figureAt(text, spaces(text, m.End), true); ok && !f.ordinal && isAmountAfter(text, m, f) {
		span := claims.Span{Start: at, End: f.End}
		return Fact{Kind: Money, Text: span.In(text), Span: span, Value: f.value * m.scale, Unit: m.unit, figure: f.Span}, true
	}
	if !strings.HasPrefix(word, "dollar") && word != "rmb" {
		return Fact{}, false
	}
	return Fact{Kind: Money, Text: m.In(text), Span: m.Span, Unit: m.unit, Approximate: true, figure: m.Span}, true
}

// isAmountAfter reports whether a figure is the amount of the mark before it. A
// word counts for one before digits only, and where it is a code or "dollar".
func isAmountAfter(text string, m mark, f figure) bool {
	if m.sign {
		return true
	}
	word := strings.ToLower(m.In(text))
	if strings.Contains(notBefore, " "+word+" ") || strings.HasSuffix(word, "s") && word != "rs" {
		return false
	}
	return isDigit(text[f.Start]) && !(len(word) <= 4 && m.In(text) == word && m.Start > 0 && isLetter(text[m.Start-1]))
}

// paid reads the currency behind a figure: 528 million francs, 12-cent, 10 $.
func paid(text string, f figure) (Fact, bool) {
	kind, next := jointAt(text, f.End)
	if kind == apart || next >= len(text) {
		return Fact{}, false
	}
	m, ok := currencyAt(text, next)
	if !ok || !closesAmount(text, m, kind) {
		return Fact{}, false
	}
	fact := Fact{Kind: Money, Value: f.value * m.scale, Unit: m.unit, figure: f.Span}
	fact.Span = claims.Span{Start: f.Start, End: m.End}
	fact.scaledAfter(text, m)
	fact.addCents(text)
	fact.Text = fact.In(text)
	return fact, true
}

// closesAmount reports whether a mark belongs to the figure before it. A sign
// right before a digit belongs to that, and a code in lower case is a word.
func closesAmount(text string, m mark, before joint) bool {
	written := m.In(text)
	if m.sign {
		return !(m.End < len(text) && isDigit(text[m.End])) && (before != hyphened)
	}
	word := strings.ToLower(written)
	isWord := len(written) == 3 && written == word && currencies()[word] == strings.ToUpper(word)
	return !isWord || strings.Contains(" usd eur gbp rmb cny jpy ", " "+word+" ") && before != hyphened
}

// scaledAfter reads the scale that some put behind the code: 75 USD million.
func (f *Fact) scaledAfter(text string, m mark) {
	next := spaces(text, f.End)
	word, end := wordAt(text, next)
	if n, ok := numerals()[word]; ok && n.role == scale && next > f.End && len(m.In(text)) == 3 {
		f.Value *= n.value
		f.End = end
	}
}

// addCents reads the cents behind dollars: "and forty-five cents", or a bare
// "forty-five" that ends what is said.
func (f *Fact) addCents(text string) {
	at := spaces(text, f.End)
	word, end := wordAt(text, at)
	joined := word == "and"
	if joined {
		at = spaces(text, end)
	}
	more, ok := figureAt(text, at, false)
	if at == f.End || !ok || more.ordinal || more.value <= 0 || more.value >= 100 || more.value != float64(int(more.value)) {
		return
	}
	coin, named := currencyAt(text, spaces(text, more.End))
	switch {
	case named && (coin.unit == "cent" || coin.unit == "penny") && f.Unit != coin.unit:
		f.Value += more.value / 100
		f.End = coin.End
	case !joined && !named && more.value >= 10 && endsSaying(text, more.End):
		f.Value += more.value / 100
		f.End = more.End
	}
}
