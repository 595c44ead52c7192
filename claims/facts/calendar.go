package facts

import (
	"sync"
	"time"
)

// months returns the months by their names and abbreviations, in lower case.
var months = sync.OnceValue(func() map[string]time.Month {
	all := map[string]time.Month{"sept": time.September}
	for m := time.January; m <= time.December; m++ {
		name := lower(m.String())
		all[name], all[name[:3]] = m, m
	}
	return all
})

// weekdays returns the days of the week by their names and abbreviations, in
// lower case; the plural is one too ("two Sundays from now").
var weekdays = sync.OnceValue(func() map[string]time.Weekday {
	all := map[string]time.Weekday{"tues": time.Tuesday, "thur": time.Thursday, "thurs": time.Thursday, "weds": time.Wednesday}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := lower(d.String())
		all[name], all[name+"s"], all[name[:3]] = d, d, d
	}
	return all
})

// wordMonths and wordDays are names that are words of prose too: they count
// with a capital, or where a day stands beside them.
const (
	wordMonths = " may march mar jan dec sep "
	wordDays   = " sun sat wed mon fri thu tue "
)

// days is a stretch of days, both ends in it. The zero value is no days.
type days struct{ from, to time.Time }

func oneDay(d time.Time) days { return days{d, d} }

func (d days) isZero() bool { return d.from.IsZero() }

// civil returns a day of the calendar, or ok false where there is none such, as
// 30 February.
func civil(year int, month time.Month, day int) (time.Time, bool) {
	d := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return d, d.Day() == day && d.Month() == month
}

func yearDays(year int) days {
	return days{time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)}
}

// monthDays returns so many months of a year, from one on.
func monthDays(year int, month time.Month, n int) days {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return days{first, first.AddDate(0, n, -1)}
}

// weekDays returns the week of a day, from Monday on (ISO 8601).
func weekDays(d time.Time) days {
	monday := d.AddDate(0, 0, -(int(d.Weekday())+6)%7)
	return days{monday, monday.AddDate(0, 0, 6)}
}

// nearest returns the day of a year that has month and day and is nearest to
// another day: copy leaves the year out where it is plain.
func nearest(on time.Time, month time.Month, day int) (time.Time, bool) {
	var best time.Time
	for year := on.Year() - 4; year <= on.Year()+4; year++ {
		if d, ok := civil(year, month, day); ok && (best.IsZero() || d.Sub(on).Abs() < best.Sub(on).Abs()) {
			best = d
		}
	}
	return best, !best.IsZero()
}

// add returns the day so many units after another. A month that is shorter ends
// with its last day.
func add(d time.Time, n int, unit string) time.Time {
	switch unit {
	case "day":
		return d.AddDate(0, 0, n)
	case "week":
		return d.AddDate(0, 0, 7*n)
	case "fortnight":
		return d.AddDate(0, 0, 14*n)
	case "month":
		return addMonths(d, n)
	case "quarter":
		return addMonths(d, 3*n)
	case "year":
		return addMonths(d, 12*n)
	case "decade":
		return addMonths(d, 120*n)
	}
	return addMonths(d, 1200*n)
}

func addMonths(d time.Time, n int) time.Time {
	first := time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(d.Day(), last)-1)
}
