package facts

import (
	"strings"
	"sync"
	"time"

	"stet/claims"
)

// dates reads dates. Where On is the day that a text was written on, what is
// said relative to it is resolved; otherwise such a date has no days. Loose
// takes for a date what is one only where a date is asked for: "on 15", "4/22",
// "the second".
type dates struct {
	on    time.Time
	loose bool
}

// dateReaders lists the ways in which dates are written, and what such a date
// can begin with. At one place the first that fits is taken.
var dateReaders = []struct {
	begins beginning
	read   func(dates, cursor) (read, bool)
}{
	{withMonth | withWeekday, dates.named},
	{withDigit | withNumeral, dates.dayFirst},
	{withDigit, dates.numeric},
	{withThe | withNumeral | withDigit, dates.nthWeekday},
	{withThe | withNumeral | withDigit, dates.ofMonth},
	{withWeekday | withWhich | withOn, dates.weekday},
	{withDayWord | withThe | withWhich, dates.dayWord},
	{withDigit | withNumeral | withFew | withIn, dates.counted},
	{withWhich | withEarly, dates.period},
	{withDigit | withThe, dates.bareDay},
	{withDigit | withEarly | withSeason | withNumeral, dates.years},
}

// beginning says what a date can begin with.
type beginning uint16

// The beginnings.
const (
	withDigit beginning = 1 << iota
	withNumeral
	withMonth
	withWeekday
	withWhich // this, last, next
	withThe
	withOn
	withIn
	withFew // a, few
	withDayWord
	withEarly
	withSeason // and quarters, and fiscal years
)

// dateBeginnings returns what the words that begin dates are, in lower case.
var dateBeginnings = sync.OnceValue(func() map[string]beginning {
	all := map[string]beginning{"the": withThe, "on": withOn, "in": withIn, "day": withDayWord}
	for _, row := range []struct {
		beginning
		words string
	}{
		{withWhich, "this last next previous"},
		{withFew, "a an few"},
		{withDayWord, "today tomorrow yesterday tonight"},
		{withEarly, "earlier later early mid late"},
		{withSeason, "spring summer autumn fall winter fiscal financial q first second third fourth"},
	} {
		for word := range strings.FieldsSeq(row.words) {
			all[word] |= row.beginning
		}
	}
	for word, n := range numerals() {
		if n.role < hundred || n.isOrdinal() {
			all[word] |= withNumeral
		}
	}
	for word := range months() {
		all[word] |= withMonth
	}
	for word := range weekdays() {
		all[word] |= withWeekday
	}
	return all
})

// read is what one of them has read.
type read struct {
	days
	end         int
	start       int  // where that is before the offset or behind it; else 0
	approximate bool // early, about
	swaps       bool // day and month may be the other way round
}

// at reads the date that begins at an offset, with what is said to stand there.
func (d dates) at(text string, at int, begins beginning) (Fact, bool) {
	for _, reader := range dateReaders {
		if reader.begins&begins == 0 {
			continue
		}
		r, ok := reader.read(d, cursor{text, at})
		if !ok {
			continue
		}
		span := claims.Span{Start: max(at, r.start), End: r.end}
		f := Fact{Kind: Date, Text: span.In(text), Span: span, Approximate: r.approximate, Ambiguous: r.swaps, figure: span}
		if !r.isZero() {
			f.From, f.To = r.from.Format(time.DateOnly), r.to.Format(time.DateOnly)
		}
		return f, true
	}
	return Fact{}, false
}

// named reads a date that begins with a weekday or a month's name: Monday,
// January 12th, 2016; July 2019; September 8; October 2–4, 2020.
func (d dates) named(c cursor) (read, bool) {
	if _, ok := c.weekday(); ok {
		c.sign(",")
	}
	written := c.skip().at
	month, ok := c.month()
	if !ok {
		return read{}, false
	}
	named := c.at
	if year, ok := c.afterMonth(); ok {
		return read{days: monthDays(year, month, 1), end: c.at}, d.isMonth(c.text, written, named)
	}
	c.sign(",-/.")
	c.oneOf(" the ")
	day, _, ok := c.day()
	if !ok || c.atDigit() || strings.HasPrefix(c.text[c.at:], ":") || strings.HasPrefix(c.text[c.at:], "%") {
		return read{}, false
	}
	r := read{end: c.at}
	last := c.rangeEnd(day)
	end := c.at
	year, ok := c.yearBehind()
	r.days = d.dayIn(year, ok, month, day)
	if r.isZero() && ok {
		return read{}, false
	}
	if last > 0 {
		if to := d.dayIn(year, ok, month, last); !to.isZero() {
			r.to = to.to
		}
		r.end = end
	}
	if ok {
		r.end = c.at
	}
	return r, true
}

// isMonth reports whether a month's name that is a word of prose too is the
// month: it has its capital.
func (d dates) isMonth(text string, start, end int) bool {
	return d.loose || text[start] < 'a' || !strings.Contains(wordMonths, " "+lower(strings.TrimRight(text[start:end], "."))+" ")
}

// afterMonth reads the year right behind a month's name.
func (c *cursor) afterMonth() (int, bool) {
	next := *c
	next.sign(",")
	next.oneOf(" of ")
	if !next.skip().atDigit() {
		return 0, false
	}
	year, ok := next.year()
	if ok {
		*c = next
	}
	return year, ok
}

// rangeEnd reads the day that a range ends with: the 4 of "October 2–4". It is
// 0 where there is none.
func (c *cursor) rangeEnd(day int) int {
	next := *c
	rest := next.text[next.skip().at:]
	switch {
	case strings.HasPrefix(rest, "–"):
		next.at += len("–")
	case strings.HasPrefix(rest, "-"):
		next.at++
	default:
		if _, ok := next.oneOf(" to through "); !ok {
			return 0
		}
	}
	if !next.skip().atDigit() {
		return 0
	}
	last, _, ok := next.day()
	if !ok || last <= day || next.atDigit() {
		return 0
	}
	*c = next
	return last
}

// yearBehind reads the year behind day and month: ", 2016", " of 2016",
// ",2016".
func (c *cursor) yearBehind() (int, bool) {
	next := *c
	if !next.sign(",-/.") {
		next.oneOf(" of ")
	}
	year, ok := next.year()
	if ok {
		*c = next
	}
	return year, ok
}

// dayIn returns a day, in the year nearest to the text's own where it names
// none.
func (d dates) dayIn(year int, named bool, month time.Month, day int) days {
	if named {
		if t, ok := civil(year, month, day); ok {
			return oneDay(t)
		}
		return days{}
	}
	if d.on.IsZero() {
		return days{}
	}
	if t, ok := nearest(d.on, month, day); ok {
		return oneDay(t)
	}
	return days{}
}

// dayFirst reads a date that begins with the day: 22 July 2019, the second of
// June, 28-Nov.
func (d dates) dayFirst(c cursor) (read, bool) {
	day, ordinal, ok := c.day()
	if !ok {
		return read{}, false
	}
	last := c.rangeEnd(day)
	spaced := !c.sign("-./")
	_, of := c.oneOf(" of ")
	start := c.skip().at
	month, ok := c.month()
	if !ok || !ordinal && !of && !d.isMonth(c.text, start, c.at) {
		return read{}, false
	}
	r := read{end: c.at}
	if spaced && !of && !ordinal && c.atDigit() {
		return read{}, false
	}
	year, ok := c.yearBehind()
	if ok {
		r.end = c.at
	} else if next := c; next.day2() {
		return read{}, false // "the first May 2": the day is behind
	}
	r.days = d.dayIn(year, ok, month, day)
	if to := d.dayIn(year, ok, month, last); last > 0 && !to.isZero() {
		r.to = to.to
	}
	return r, !ok || !r.isZero()
}

// day2 reports whether a day in digits stands behind a month, so that the
// number before it was none.
func (c cursor) day2() bool {
	if !c.skip().atDigit() {
		return false
	}
	_, _, ok := c.day()
	return ok && !c.atDigit()
}
