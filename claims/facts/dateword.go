package facts

import (
	"strings"
	"time"
)

func lower(s string) string { return strings.ToLower(s) }

// month reads the name of a month, with the period of an abbreviation.
func (c *cursor) month() (time.Month, bool) {
	next := *c
	word := next.word()
	m, ok := months()[word]
	if !ok {
		return 0, false
	}
	if len(word) <= 4 && !strings.EqualFold(word, m.String()) && next.at < len(next.text) && next.text[next.at] == '.' {
		next.at++
	}
	*c = next
	return m, true
}

// weekday reads the name of a day of the week, with the period of an
// abbreviation.
func (c *cursor) weekday() (time.Weekday, bool) {
	next := *c
	word := next.word()
	d, ok := weekdays()[word]
	if !ok {
		return 0, false
	}
	*c = next
	return d, true
}

// day reads the day of a month: 2, 2nd, second, twenty-first, fifteen. An
// ordinal says that it was one. In words it may be the beginning of a longer
// number, which is a year then.
func (c *cursor) day() (day int, ordinal, ok bool) {
	next := *c
	next.skip()
	if next.atDigit() {
		if day, ok = next.digits(1, 2); !ok || day < 1 || day > 31 {
			return 0, false, false
		}
		if word, end := wordAt(next.text, next.at); isOrdinalEnding(word) {
			ordinal, next.at = true, end
		} else if next.at < len(next.text) && isLetter(next.text[next.at]) {
			return 0, false, false
		}
		*c = next
		return day, ordinal, true
	}
	var room [usualWords]word
	all := wordsAt(next.text, next.at, &room)
	for n := min(len(all), 2); n > 0; n-- {
		if all[0].role == digit || all[0].role == article {
			break
		}
		if v, ok := ordinalValue(all[:n]); ok && v <= 31 {
			c.at = all[n-1].end
			return int(v), true, true
		}
		if v, took := belowHundred(all[:n]); took == n && v >= 1 && v <= 31 {
			c.at = all[n-1].end
			return int(v), false, true
		}
	}
	return 0, false, false
}

// earliest and latest are the years that copy writes of with four digits.
const (
	earliest = 1000
	latest   = 2199
)

// year reads a year of four digits, or one in words: nineteen seventy-eight,
// two thousand and eighteen.
func (c *cursor) year() (int, bool) {
	next := *c
	next.skip()
	if next.atDigit() {
		n, ok := next.digits(4, 4)
		if !ok || n < earliest || n > latest || next.isAmount() {
			return 0, false
		}
		*c = next
		return n, true
	}
	var room [usualWords]word
	all := wordsAt(next.text, next.at, &room)
	n, took := wordYear(all)
	if took == 0 {
		return 0, false
	}
	c.at = all[took-1].end
	return n, true
}

// isAmount reports whether digits that end here go on as an amount.
func (c cursor) isAmount() bool {
	rest := c.text[c.at:]
	return len(rest) > 1 && (rest[0] == ',' || rest[0] == '.') && isDigit(rest[1]) || rest != "" && (rest[0] == '%' || isLetter(rest[0]) && rest[0] != 's')
}

// wordYear reads a year in words: two numbers below a hundred, or two thousand
// and some.
func wordYear(all []word) (year, n int) {
	if len(all) == 0 || all[0].role == digit {
		return 0, 0
	}
	if v, took, _ := cardinal(all); took >= 2 && v >= 2000 && v <= latest && all[1].role == scale {
		return int(v), took
	}
	century, took := belowHundred(all)
	if took == 0 || century < 10 || century > 21 || took == len(all) {
		return 0, 0
	}
	rest := all[took:]
	if rest[0].role == zero && len(rest) > 1 && rest[1].role == unit {
		return int(century)*100 + int(rest[1].value), took + 2
	}
	if v, more := belowHundred(rest); more > 0 && v >= 10 && rest[0].role != digit {
		return int(century)*100 + int(v), took + more
	}
	return 0, 0
}

// shortYear reads a year of two digits; those from 40 on are of the last
// century.
func (c *cursor) shortYear() (int, bool) {
	next := *c
	n, ok := next.digits(2, 2)
	if !ok {
		return 0, false
	}
	*c = next
	if n >= 40 {
		return 1900 + n, true
	}
	return 2000 + n, true
}
