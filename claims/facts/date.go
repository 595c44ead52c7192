package facts

import (
	"strings"
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

// dateReaders lists the ways in which dates are written. At one place the first
// that fits is taken.
var dateReaders = []func(dates, cursor) (read, bool){
	dates.named, dates.dayFirst, dates.numeric, dates.nthWeekday, dates.ofMonth, dates.weekday,
	dates.dayWord, dates.counted, dates.period, dates.bareDay, dates.years,
}

// read is what one of them has read.
type read struct {
	days
	end         int
	start       int  // where that is before the offset or behind it; else 0
	approximate bool // early, about
	swaps       bool // day and month may be the other way round
}

// at reads the date that begins at an offset.
func (d dates) at(text string, at int) (Fact, bool) {
	for _, reader := range dateReaders {
		r, ok := reader(d, cursor{text, at})
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
	rest := next.text[next.at:]
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
