package facts

import (
	"strings"
	"time"
)

// nthWeekday reads the first Friday in this month, the second Monday of July.
func (d dates) nthWeekday(c cursor) (read, bool) {
	c.oneOf(" the ")
	n, ordinal, ok := c.day()
	if !ok || !ordinal || n > 5 {
		return read{}, false
	}
	day, ok := c.weekday()
	if !ok {
		return read{}, false
	}
	r := read{end: c.at}
	if _, ok := c.oneOf(" of in "); !ok {
		return r, d.loose && d.setNth(&r, n, day, d.on)
	}
	month, ok := d.monthOf(&c)
	if !ok {
		return r, d.loose && d.setNth(&r, n, day, d.on)
	}
	r.end = c.at
	return r, d.setNth(&r, n, day, month)
}

// setNth sets the nth weekday of a day's month, where it has one.
func (d dates) setNth(r *read, n int, day time.Weekday, in time.Time) bool {
	if in.IsZero() {
		return true
	}
	first := time.Date(in.Year(), in.Month(), 1, 0, 0, 0, 0, time.UTC)
	t := first.AddDate(0, 0, (int(day)-int(first.Weekday())+7)%7+7*(n-1))
	if t.Month() == in.Month() {
		r.days = oneDay(t)
	}
	return true
}

// monthOf reads a month that is named, or told by this, last or next, and
// returns a day in it; no day where that is unknown.
func (d dates) monthOf(c *cursor) (time.Time, bool) {
	next := *c
	if which, ok := next.oneOf(" this last next "); ok {
		if _, ok := next.oneOf(" month "); !ok {
			return time.Time{}, false
		}
		*c = next
		if d.on.IsZero() {
			return time.Time{}, true
		}
		return addMonths(d.on, map[string]int{"last": -1, "next": 1}[which]), true
	}
	month, ok := next.month()
	if !ok {
		return time.Time{}, false
	}
	year, named := next.yearBehind()
	*c = next
	return d.dayIn(year, named, month, 1).from, true
}

// ofMonth reads the 20th of next month.
func (d dates) ofMonth(c cursor) (read, bool) {
	c.oneOf(" the ")
	day, _, ok := c.day()
	if !ok {
		return read{}, false
	}
	if _, ok := c.oneOf(" of "); !ok {
		return read{}, false
	}
	if word := c.peek(); word != "this" && word != "next" && word != "last" {
		return read{}, false
	}
	month, ok := d.monthOf(&c)
	if !ok {
		return read{}, false
	}
	r := read{end: c.at}
	if t, ok := civil(month.Year(), month.Month(), day); ok && !month.IsZero() {
		r.days = oneDay(t)
	}
	return r, true
}

// bareDay reads a day of the month alone, which only a loose reading takes for
// a date: on 15, for the 27th, on the second.
func (d dates) bareDay(c cursor) (read, bool) {
	if !d.loose {
		return read{}, false
	}
	before, _ := wordBefore(c.text, len(strings.TrimRight(c.text[:c.at], " ")))
	_, the := c.oneOf(" the ")
	digits := c.skip().atDigit()
	day, ordinal, ok := c.day()
	if !ok || before != "on" && (!the || before != "for") || !the && !digits || !ordinal && !digits || !endsSaying(c.text, c.at) {
		return read{}, false
	}
	return read{days: d.dayOfMonth(day), end: c.at}, true
}

// period reads a stretch of days that is told by the text's own: this year,
// earlier this month, last quarter, next week.
func (d dates) period(c cursor) (read, bool) {
	approximate := false
	if _, ok := c.oneOf(" earlier later early late "); ok {
		approximate = true
	}
	which, ok := c.oneOf(" this last next previous ")
	if !ok {
		return read{}, false
	}
	unit, ok := c.oneOf(" week month quarter year decade century ")
	if !ok {
		return d.seasonFrom(c, which)
	}
	r := read{end: c.at, approximate: approximate}
	if !d.on.IsZero() {
		day := add(d.on, map[string]int{"last": -1, "previous": -1, "next": 1}[which], unit)
		r.days = around(day, unit)
	}
	return r, true
}

// around returns the week, month, quarter, year, decade or century of a day.
func around(day time.Time, unit string) days {
	switch unit {
	case "week":
		return weekDays(day)
	case "month":
		return monthDays(day.Year(), day.Month(), 1)
	case "quarter":
		return monthDays(day.Year(), (day.Month()-1)/3*3+1, 3)
	case "year":
		return yearDays(day.Year())
	case "decade":
		return days{yearDays(day.Year() / 10 * 10).from, yearDays(day.Year()/10*10 + 9).to}
	}
	return days{yearDays(day.Year() / 100 * 100).from, yearDays(day.Year()/100*100 + 99).to}
}

// years reads a year, a decade, a quarter of a year or a season: 2019, the
// 1990s, fiscal 2024, Q3 2019, the third quarter of 2019, summer 2020, mid-2019.
func (d dates) years(c cursor) (read, bool) {
	if c.atDigit() {
		return d.yearAlone(c)
	}
	if r, ok := d.quarter(c); ok {
		return r, true
	}
	word := c.word()
	switch word {
	case "fiscal", "financial":
		c.oneOf(" year ")
		_, ok := c.year()
		return read{end: c.at}, ok // companies end theirs when they like
	case "early", "mid", "late":
		c.sign("-")
		if r, ok := d.yearAlone(c); ok {
			r.approximate = true
			return r, true
		}
	case "spring", "summer", "autumn", "fall", "winter":
		c.oneOf(" of ")
		year, ok := c.year()
		return read{days: season(word, year), end: c.at, approximate: true}, ok
	}
	return read{}, false
}

// seasonFrom reads a season told by the text's own day: last summer, this winter.
// It is the last that had ended, that of the day's year, or the next to begin.
func (d dates) seasonFrom(c cursor, which string) (read, bool) {
	name, ok := c.oneOf(" spring summer autumn fall winter ")
	if !ok {
		return read{}, false
	}
	r := read{end: c.at, approximate: true}
	if d.on.IsZero() {
		return r, true
	}
	r.days = season(name, d.on.Year())
	switch which {
	case "last", "previous":
		for !r.days.to.Before(d.on) {
			r.days = season(name, r.days.from.Year()-1)
		}
	case "next":
		for !r.days.from.After(d.on) {
			r.days = season(name, r.days.from.Year()+1)
		}
	}
	return r, true
}

// season returns the months of one in the north, roughly.
func season(name string, year int) days {
	first := map[string]time.Month{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name]
	return monthDays(year, first, 3)
}

// quarter reads Q3 2019, or the third quarter of 2019. Without a year it is a
// date with no days.
func (d dates) quarter(c cursor) (read, bool) {
	n := 0
	if word := c.peek(); word == "q" {
		c.word()
		var ok bool
		if n, ok = c.digits(1, 1); !ok {
			return read{}, false
		}
	} else {
		var ok bool
		if _, ok = c.oneOf(" first second third fourth "); !ok {
			return read{}, false
		}
		n = int(numerals()[word].value)
		c.sign("-")
		if _, ok = c.oneOf(" quarter "); !ok {
			return read{}, false
		}
	}
	if n < 1 || n > 4 {
		return read{}, false
	}
	r := read{end: c.at}
	c.oneOf(" of ")
	if year, ok := c.year(); ok {
		r.days, r.end = monthDays(year, time.Month(3*n-2), 3), c.at
	}
	return r, true
}

// yearAlone reads a year or a decade in digits. A figure of four digits with a
// currency, a scale, a unit or a hedge is none.
func (d dates) yearAlone(c cursor) (read, bool) {
	start := c.at
	year, ok := c.year()
	const oldest = 1500 // copy has more numbers below it than years
	if !ok || year < oldest || year > 2099 {
		return read{}, false
	}
	if strings.HasPrefix(c.text[c.at:], "s") && year%10 == 0 {
		end := year + 9
		if year%100 == 0 && year < 2000 {
			end = year + 99
		}
		return read{days: days{yearDays(year).from, yearDays(end).to}, end: c.at + 1}, true
	}
	return read{days: yearDays(year), end: c.at}, isYear(c.text, start, c.at)
}

// notYears are the words behind four digits that make them a number.
const notYears = " percent per hundred thousand million billion trillion dollars pounds euros people employees miles feet jobs units shares votes meters metres pages "

func isYear(text string, start, end int) bool {
	if start > 0 && strings.IndexByte("$#/.-", text[start-1]) >= 0 && !isRangeOfYears(text, start) || strings.HasSuffix(text[:start], "£") || strings.HasSuffix(text[:start], "€") {
		return false
	}
	c := cursor{text, end}
	rest := text[end:]
	switch {
	case c.goesOn() && !strings.HasPrefix(rest, "-"):
		return false
	case strings.HasPrefix(rest, "-") && len(rest) > 3 && isLetter(rest[1]) && isLetter(rest[2]) && rest[3] == '-': // a docket number
		return false
	case c.peek() != "" && strings.Contains(notYears, " "+c.peek()+" "):
		before, _ := wordBefore(text, len(strings.TrimRight(text[:start], " \n")))
		return before == "in" || before == "since"
	}
	return !isHedged(text, start) || hasSuffixFold(strings.TrimRight(text[:start], " "), "around") || hasSuffixFold(strings.TrimRight(text[:start], " "), "over")
}

// isRangeOfYears reports whether a year is the end of a range such as
// 2019-2020, or stands behind mid- or pre-.
func isRangeOfYears(text string, start int) bool {
	return text[start-1] == '-' && start >= 2 && (isLetter(text[start-2]) || start >= 5 && run(text, start-5) == start-1)
}
