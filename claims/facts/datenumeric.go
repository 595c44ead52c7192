package facts

import (
	"strings"
	"time"
)

// numeric reads a date in digits: 2019-07-22, 21/04/2016, 13.5.2015, 9-18-15;
// and 2019/Sep/01.
func (d dates) numeric(c cursor) (read, bool) {
	if !c.atDigit() || c.at > 0 && strings.IndexByte("/.,:$-", c.text[c.at-1]) >= 0 {
		return read{}, false
	}
	if r, ok := yearFirst(c); ok {
		return r, true
	}
	a, ok := c.digits(1, 2)
	sign, okSign := c.separator()
	b, okDay := c.digits(1, 2)
	if !ok || !okSign || !okDay {
		return read{}, false
	}
	if year, ok := c.numericYear(sign); ok && !c.goesOn() {
		return numbered(year, a, b, c.at)
	}
	if !d.loose || sign == '.' || c.goesOn() || sign == '-' && !followsDayWord(c.text, c.at) {
		return read{}, false
	}
	return d.yearless(a, b, c.at)
}

// yearFirst reads a date in the order of ISO 8601.
func yearFirst(c cursor) (read, bool) {
	year, ok := c.digits(4, 4)
	sign, okSign := c.separator()
	if !ok || !okSign || year < earliest || year > latest {
		return read{}, false
	}
	n, ok := c.digits(1, 2)
	month := time.Month(n)
	if !ok {
		if month, ok = c.month(); !ok {
			return read{}, false
		}
	}
	second, okSign := c.separator()
	day, okDay := c.digits(1, 2)
	t, valid := civil(year, month, day)
	if !okSign || second != sign || !okDay || !valid || c.goesOn() {
		return read{}, false
	}
	return read{days: oneDay(t), end: c.at}, true
}

// separator reads the sign between the numbers of a date.
func (c *cursor) separator() (byte, bool) {
	if c.at >= len(c.text) || strings.IndexByte("-/.", c.text[c.at]) < 0 {
		return 0, false
	}
	c.at++
	return c.text[c.at-1], true
}

// numericYear reads the year behind day and month: of four digits, or of two
// where no decimal point is meant.
func (c *cursor) numericYear(sign byte) (int, bool) {
	next := *c
	if next.at >= len(next.text) || next.text[next.at] != sign && next.text[next.at] != ',' {
		return 0, false
	}
	next.at++
	year, ok := next.digits(4, 4)
	if !ok && sign != '.' {
		year, ok = next.shortYear()
	}
	if ok && year >= earliest && year <= latest {
		*c = next
		return year, true
	}
	return 0, false
}

// goesOn reports whether digits that end here are part of something longer.
func (c cursor) goesOn() bool {
	rest := c.text[c.at:]
	return rest != "" && (isLetter(rest[0]) || isDigit(rest[0]) || len(rest) > 1 && strings.IndexByte("-/.:", rest[0]) >= 0 && isDigit(rest[1]))
}

// numbered returns the day that two numbers and a year name, the month first,
// as Americans write, where it can be.
func numbered(year, a, b, end int) (read, bool) {
	if t, ok := civil(year, time.Month(a), b); ok && a <= 12 {
		return read{days: oneDay(t), end: end, swaps: b <= 12 && a != b}, true
	}
	if t, ok := civil(year, time.Month(b), a); ok && b <= 12 {
		return read{days: oneDay(t), end: end}, true
	}
	return read{}, false
}

// yearless returns the day nearest to the text's own that two numbers name.
func (d dates) yearless(a, b, end int) (read, bool) {
	if a > 12 {
		a, b = b, a
	}
	if _, ok := civil(2000, time.Month(a), b); !ok || a > 12 {
		return read{}, false
	}
	return read{days: d.dayIn(0, false, time.Month(a), b), end: end, swaps: b <= 12 && a != b}, true
}

// followsDayWord reports whether the date that ends here follows "on" or "in",
// or a weekday.
func followsDayWord(text string, end int) bool {
	start := end
	for start > 0 && text[start-1] > ' ' {
		start--
	}
	word, _ := wordBefore(text, len(strings.TrimRight(text[:start], " ")))
	_, isWeekday := weekdays()[word]
	return word == "on" || word == "in" || isWeekday
}
