package facts

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDigits is how many digits a figure may have: what is longer is a code, and
// a float64 can't hold it.
const maxDigits = 18

// digitsAt returns the figure in digits that begins at an offset, and where it
// ends: 1,234,567; 40 000; 9.23; .25; 1 4/5; ¾; 12.32e+14; 1.1^23; 1,3 where a
// comma is meant for a point. Its end is at where there is none.
func digitsAt(text string, at int) (value float64, end int) {
	if value, end, ok := vulgar(text, at); ok {
		return value, end
	}
	value, end = plainDigits(text, at)
	if end == at {
		return 0, at
	}
	if v, e, ok := fractionAfter(text, at, end, value); ok {
		return v, e
	}
	if next := spaces(text, end); next < len(text) {
		if v, e, ok := vulgar(text, next); ok && value == math.Trunc(value) {
			return value + v, e
		}
	}
	return powered(text, value, end)
}

// plainDigits reads digits with separators of thousands and one of decimals.
func plainDigits(text string, at int) (value float64, end int) {
	end = run(text, at)
	if end-at > maxDigits {
		return 0, at
	}
	digits := text[at:end]
	if end-at >= 1 && end-at <= 3 {
		digits, end = thousands(text, at, end)
	}
	if decimals := run(text, end+1); end < len(text) && text[end] == '.' && decimals > end+1 {
		digits, end = digits+text[end:decimals], decimals
	} else if end == at {
		return 0, at
	} else if isDecimalComma(text, at, end) {
		digits, end = digits+"."+text[end+1:end+2], end+2
	}
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return 0, at
	}
	return value, end
}

// run returns where the ASCII digits end that begin at an offset.
func run(text string, at int) int {
	for at < len(text) && isDigit(text[at]) {
		at++
	}
	return at
}

// thousands reads on behind one to three digits in groups of three, all set
// apart by the same sign: a comma, or a space, which must not be a line's end.
func thousands(text string, at, end int) (digits string, last int) {
	digits = text[at:end]
	sign := ""
	for _, s := range []string{",", " ", "\u00a0", "\u2009", "\u202f"} {
		if strings.HasPrefix(text[end:], s) {
			sign = s
		}
	}
	if sign == "" {
		return digits, end
	}
	for strings.HasPrefix(text[end:], sign) && run(text, end+len(sign)) == end+len(sign)+3 {
		if sign != "," && strings.HasPrefix(text[end+len(sign)+3:], "%") {
			break // two columns of a table: "74 100%"
		}
		digits += text[end+len(sign) : end+len(sign)+3]
		end += len(sign) + 3
	}
	return digits, end
}

// isDecimalComma reports whether one digit alone stands behind a comma, as
// continental copy has it, and no list goes on.
func isDecimalComma(text string, at, end int) bool {
	return end-at <= 3 && end < len(text) && text[end] == ',' && run(text, end+1) == end+2 &&
		!strings.HasPrefix(text[end+2:], ",") && !strings.HasPrefix(text[end+2:], "/") && (at == 0 || text[at-1] != ',')
}

// fractionAfter reads "/5" behind a figure, or "4/5" behind a whole one.
func fractionAfter(text string, at, end int, value float64) (float64, int, bool) {
	if v, e, ok := over(text, value, end); ok && isWhole(text[at:end]) {
		return v, e, true
	}
	next := spaces(text, end)
	numerator := run(text, next)
	if next == end || numerator == next || numerator-next > 3 || !isWhole(text[at:end]) {
		return 0, 0, false
	}
	n, _ := strconv.ParseFloat(text[next:numerator], 64)
	if v, e, ok := over(text, n, numerator); ok && v < 1 {
		return value + v, e, true
	}
	return 0, 0, false
}

// over reads the stroke and the denominator of a fraction. What goes on with
// another stroke is a date.
func over(text string, numerator float64, at int) (float64, int, bool) {
	if !strings.HasPrefix(text[at:], "/") {
		return 0, 0, false
	}
	end := run(text, at+1)
	if end == at+1 || end-at > 5 || strings.HasPrefix(text[end:], "/") || strings.HasPrefix(text[end:], "-") {
		return 0, 0, false
	}
	denominator, err := strconv.ParseFloat(text[at+1:end], 64)
	if err != nil || denominator == 0 {
		return 0, 0, false
	}
	return numerator / denominator, end, true
}

func isWhole(digits string) bool { return !strings.Contains(digits, ".") }

// vulgar reads one of Unicode's fractions, such as ¾.
func vulgar(text string, at int) (value float64, end int, ok bool) {
	if at >= len(text) || text[at] < utf8.RuneSelf {
		return 0, at, false
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	for _, v := range []struct {
		sign  rune
		value float64
	}{
		{'¼', 1. / 4}, {'½', 1. / 2}, {'¾', 3. / 4}, {'⅓', 1. / 3}, {'⅔', 2. / 3}, {'⅕', 1. / 5}, {'⅖', 2. / 5}, {'⅗', 3. / 5},
		{'⅘', 4. / 5}, {'⅙', 1. / 6}, {'⅚', 5. / 6}, {'⅛', 1. / 8}, {'⅜', 3. / 8}, {'⅝', 5. / 8}, {'⅞', 7. / 8},
	} {
		if r == v.sign {
			return v.value, at + size, true
		}
	}
	return 0, at, false
}

// powered reads a power behind a figure: ^23, e+14, x10^6.
func powered(text string, value float64, end int) (float64, int) {
	rest := text[end:]
	switch {
	case strings.HasPrefix(rest, "^"):
		if exponent, e, ok := exponentAt(text, end+1); ok {
			return math.Pow(value, exponent), e
		}
	case strings.HasPrefix(rest, "e") || strings.HasPrefix(rest, "E"):
		if exponent, e, ok := exponentAt(text, end+1); ok {
			return value * math.Pow(10, exponent), e
		}
	case strings.HasPrefix(rest, "x10^") || strings.HasPrefix(rest, "×10^"):
		from := end + strings.IndexByte(rest, '^') + 1
		if exponent, e, ok := exponentAt(text, from); ok {
			return value * math.Pow(10, exponent), e
		}
	}
	return value, end
}

// exponentAt reads an exponent of up to three digits with its signs.
func exponentAt(text string, at int) (value float64, end int, ok bool) {
	sign, from := 1., at
	for at < len(text) && (text[at] == '-' || text[at] == '+') && at-from < 2 {
		if text[at] == '-' {
			sign = -sign
		}
		at++
	}
	end = run(text, at)
	if end == at || end-at > 3 {
		return 0, at, false
	}
	value, err := strconv.ParseFloat(text[at:end], 64)
	return sign * value, end, err == nil
}

// shown returns the first figure that a text shows in digits, without its
// scale, and how many decimals it has.
func shown(text string) (value float64, decimals int, ok bool) {
	at := strings.IndexAny(text, "0123456789")
	if at < 0 {
		return 0, 0, false
	}
	value, end := plainDigits(text, at)
	if i := strings.LastIndexByte(text[at:end], '.'); i >= 0 {
		decimals = end - at - i - 1
	}
	return value, decimals, end > at
}
