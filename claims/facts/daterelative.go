package facts

import (
	"strings"
	"sync"
	"time"
)

// today returns the text's own day; where it is unknown no days come of it.
func (d dates) today(offset int) days {
	if d.on.IsZero() {
		return days{}
	}
	return oneDay(d.on.AddDate(0, 0, offset))
}

// dayPhrase is a day told from another, and how many days it lies behind the
// text's own. Loose ones may be told from any day.
type dayPhrase struct {
	words string
	days  int
	loose bool
}

// dayPhrases returns them by their first word.
var dayPhrases = sync.OnceValue(func() map[string][]dayPhrase {
	all := map[string][]dayPhrase{}
	for _, p := range []dayPhrase{
		{"the day after tomorrow", 2, false}, {"day after tomorrow", 2, false},
		{"the day before yesterday", -2, false}, {"day before yesterday", -2, false},
		{"tomorrow", 1, false}, {"yesterday", -1, false}, {"today", 0, false}, {"tonight", 0, false},
		{"the next day", 1, true}, {"next day", 1, true}, {"the last day", -1, true}, {"this day", 0, true},
	} {
		first, _, _ := strings.Cut(p.words, " ")
		all[first] = append(all[first], p)
	}
	return all
})

// dayWord reads tomorrow, yesterday, the day after tomorrow, the next day.
func (d dates) dayWord(c cursor) (read, bool) {
	for _, row := range dayPhrases()[c.peek()] {
		if end, ok := phraseAt(c.text, c.at, row.words); ok && (d.loose || !row.loose) {
			return read{days: d.today(row.days), end: end}, true
		}
	}
	return read{}, false
}

// weekday reads a day of the week: Friday, last Sunday, Friday next week, last
// week Sunday, Thursday the 21st, Friday 7/6.
func (d dates) weekday(c cursor) (read, bool) {
	withOn := c
	if _, ok := withOn.oneOf(" on "); ok {
		if r, ok := d.weekday(withOn); ok && d.loose && r.weekNamed(c.text) {
			return r, true
		}
		return read{}, false
	}
	which, chosen := c.oneOf(" last next this ")
	_, week := c.oneOf(" week ")
	start := c.skip().at
	day, ok := c.weekday()
	if !ok || week && !chosen || !d.loose && !chosen && c.text[start] >= 'a' {
		return read{}, false
	}
	if !chosen {
		if r, ok := d.weekdayDate(c); ok {
			return r, true
		}
		behind := c
		behind.oneOf(" of ")
		which, chosen = behind.oneOf(" last next this ")
		if _, week = behind.oneOf(" week "); chosen && week {
			c = behind
		} else {
			which, chosen, week = "", false, false
		}
	}
	return read{days: d.dayOfWeek(day, which, week), end: c.at}, true
}

// weekNamed reports whether what was read ends with the word "week", so that
// "on" before it belongs to it.
func (r read) weekNamed(text string) bool { return hasSuffixFold(text[:r.end], " week") }

// weekdayDate reads the date behind a weekday: the 21st, 7/6, 2018-7-6.
func (d dates) weekdayDate(c cursor) (read, bool) {
	if !d.loose {
		return read{}, false
	}
	dated := c
	if r, ok := d.numeric(*dated.skip()); ok {
		return r, true
	}
	if _, ok := c.oneOf(" the "); !ok {
		return read{}, false
	}
	day, _, ok := c.day()
	if !ok {
		return read{}, false
	}
	return read{days: d.dayOfMonth(day), end: c.at}, true
}

// dayOfMonth returns a day of the text's own month.
func (d dates) dayOfMonth(day int) days {
	if d.on.IsZero() {
		return days{}
	}
	if t, ok := civil(d.on.Year(), d.on.Month(), day); ok {
		return oneDay(t)
	}
	return days{}
}

// dayOfWeek returns the weekday that is meant: of this week or the next (ISO
// 8601), the last before the text's own day, or where nothing says which, the
// last up to that day.
func (d dates) dayOfWeek(day time.Weekday, which string, week bool) days {
	if d.on.IsZero() {
		return days{}
	}
	monday := weekDays(d.on).from
	inWeek := monday.AddDate(0, 0, (int(day)+6)%7)
	switch {
	case which == "next":
		return oneDay(inWeek.AddDate(0, 0, 7))
	case which == "this":
		return oneDay(inWeek)
	case which == "last" && week:
		return oneDay(inWeek.AddDate(0, 0, -7))
	}
	back := (int(d.on.Weekday()) - int(day) + 7) % 7
	if which == "last" && back == 0 {
		back = 7
	}
	return oneDay(d.on.AddDate(0, 0, -back))
}

// counted reads what lies some days, weeks, months or years from another day:
// two years ago, 1 month and 21 days ago, in 3 weeks, two days from tomorrow,
// two Mondays later.
func (d dates) counted(c cursor) (read, bool) {
	from := c
	_, in := c.oneOf(" in ")
	steps, ok := c.steps()
	if !ok {
		return d.countedWeekdays(from)
	}
	sign, base, ok := c.direction()
	if !ok && in && d.loose {
		sign, base, ok = 1, 0, true
	}
	if !ok || in && sign < 0 {
		return read{}, false
	}
	r := read{end: c.at}
	if in && base == 0 && !strings.EqualFold(c.text[from.at:from.at+2], "in") {
		return read{}, false
	}
	if !d.on.IsZero() {
		day := d.on.AddDate(0, 0, base)
		for _, s := range steps {
			day = add(day, sign*s.n, s.unit)
		}
		r.days = oneDay(day)
	}
	return r, true
}

// calendarUnits are what dates are counted in.
const calendarUnits = " day days week weeks fortnight fortnights month months year years decade decades century centuries "

func isCalendarUnit(word string) bool {
	return word != "" && strings.Contains(calendarUnits, " "+word+" ")
}

// step is a number of units of the calendar.
type step struct {
	n    int
	unit string
}

// steps reads one or more of them: "1 month and 21 days". The largest come
// first, whatever their order, so that a month is added before days.
func (c *cursor) steps() ([]step, bool) {
	var all []step
	for {
		next := *c
		if len(all) > 0 {
			next.oneOf(" and ")
		}
		n, ok := next.countOf()
		unit, okUnit := next.oneOf(calendarUnits)
		if !ok || !okUnit {
			return all, len(all) > 0
		}
		all = append(all, step{n, strings.Replace(strings.TrimSuffix(unit, "s"), "centurie", "century", 1)})
		*c = next
	}
}

// countOf reads how many: 2, two, a, a few.
func (c *cursor) countOf() (int, bool) {
	next := *c
	if next.oneOf(" a "); next.peek() == "few" {
		next.word()
		*c = next
		return 3, true
	}
	if next := *c; next.skip().atDigit() {
		n, ok := next.digits(1, 5)
		if ok && n > 0 && next.at < len(next.text) && (next.text[next.at] == ' ' || next.text[next.at] == '-') {
			*c = next
			return n, true
		}
		return 0, false
	}
	if f, ok := figureAt(c.text, spaces(c.text, c.at), false); ok && !f.ordinal && f.value >= 1 && f.value == float64(int(f.value)) && f.value < 1e5 {
		c.at = f.End
		return int(f.value), true
	}
	if _, ok := c.oneOf(" a an "); ok {
		return 1, true
	}
	return 0, false
}

// direction reads which way, and from which day as an offset from the text's
// own.
func (c *cursor) direction() (sign, base int, ok bool) {
	next := *c
	word := next.word()
	switch word {
	case "ago", "earlier":
		sign = -1
	case "later", "hence":
		sign = 1
	case "from", "after", "before":
		sign = 1
		if word == "before" {
			sign = -1
		}
		day := next.word()
		base, ok = map[string]int{"now": 0, "today": 0, "tomorrow": 1, "yesterday": -1}[day]
		if !ok {
			return 0, 0, false
		}
	default:
		return 0, 0, false
	}
	*c = next
	return sign, base, true
}

// countedWeekdays reads "two Mondays later".
func (d dates) countedWeekdays(c cursor) (read, bool) {
	n, ok := c.countOf()
	if !ok {
		return read{}, false
	}
	day, ok := c.weekday()
	if !ok {
		return read{}, false
	}
	sign, _, ok := c.direction()
	if !ok {
		return read{}, false
	}
	r := read{end: c.at}
	if !d.on.IsZero() {
		ahead := ((int(day)-int(d.on.Weekday()))*sign + 7) % 7
		if ahead == 0 {
			ahead = 7
		}
		r.days = oneDay(d.on.AddDate(0, 0, sign*(ahead+7*(n-1))))
	}
	return r, true
}
