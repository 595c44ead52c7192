package verify

import (
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/facts"
)

// part is a part of the week or the year that recurs, by which copy dates what
// is new.
type part struct {
	word   string
	is     func(time.Time) bool
	season bool // which a whole month may lie in
}

// parts lists the weekdays and the seasons, these by the months of the north.
var parts = []part{
	{"monday", onWeekday(time.Monday), false}, {"tuesday", onWeekday(time.Tuesday), false}, {"wednesday", onWeekday(time.Wednesday), false}, {"thursday", onWeekday(time.Thursday), false},
	{"friday", onWeekday(time.Friday), false}, {"saturday", onWeekday(time.Saturday), false}, {"sunday", onWeekday(time.Sunday), false},
	{"spring", inMonths(time.March, time.April, time.May), true}, {"summer", inMonths(time.June, time.July, time.August), true},
	{"autumn", inMonths(time.September, time.October, time.November), true}, {"fall", inMonths(time.September, time.October, time.November), true}, {"winter", inMonths(time.December, time.January, time.February), true},
}

func onWeekday(day time.Weekday) func(time.Time) bool {
	return func(t time.Time) bool { return t.Weekday() == day }
}

func inMonths(months ...time.Month) func(time.Time) bool {
	return func(t time.Time) bool { return slices.Contains(months, t.Month()) }
}

// partIn returns the weekday or season that a date names.
func partIn(d facts.Fact) (part, bool) {
	for word := range strings.FieldsSeq(strings.ToLower(d.Text)) {
		for _, p := range parts {
			if strings.TrimSuffix(strings.Trim(word, ".,'’"), "s") == p.word {
				return p, true
			}
		}
	}
	return part{}, false
}

// checkReckoned reports a weekday or season of the copy that no source names,
// and on which no date of one falls. What else is told from the day of writing,
// "two weeks ago", stands in no source as it stands in the copy.
func checkReckoned(q *inquiry, d facts.Fact) (claims.Finding, bool) {
	p, ok := partIn(d)
	if !ok || !q.isReadWhole() {
		return claims.Finding{}, false
	}
	for _, ev := range q.read() {
		if ev.mayMean(p, d) {
			return claims.Finding{}, false
		}
	}
	for _, ev := range q.read() {
		if other, ok := otherPart(q, &ev); ok {
			f := q.find(claims.Warning, claims.Contradicted, &ev, "the copy says %s, %s%s says %s: correct one of them",
				d.Text, ev.source.Name(), onPage(pageName(ev, other.Start)), other.Text)
			f.Evidence = []claims.Span{other.Span}
			return f, true
		}
	}
	return q.find(claims.Info, claims.NotFound, nil, "no source that is cited says %s, or gives a date that is one: find the day", d.Text), true
}

// mayMean reports whether a source names the part of the week or year, has a
// date that falls on it, or tells a day from its own, which nobody knows.
func (e *evidence) mayMean(p part, d facts.Fact) bool {
	if e.reading.named().HasWord(p.word) || e.reading.named().HasWord(p.word+"s") || p.season && (p.word == "autumn" && e.reading.named().HasWord("fall") || p.word == "fall" && e.reading.named().HasWord("autumn")) {
		return true
	}
	for _, given := range e.reading.dates() {
		day, err := time.Parse(time.DateOnly, given.From)
		switch {
		case err != nil:
			if tellsDay(given) {
				return true
			}
		case p.is(day) && (p.season || given.From == given.To):
			return true
		case d.From != "" && d.From <= given.From && given.To <= d.To:
			return true
		}
	}
	return false
}

// tellsDay reports whether a date without days says which day it was to those
// who know when it was written, but in words of no part.
func tellsDay(d facts.Fact) bool {
	switch strings.ToLower(d.Text) {
	case "today", "tonight", "yesterday", "tomorrow":
		return true
	}
	return false
}

// otherPart returns the only weekday or season of the words that a citation
// relies on, or of the sentence that says what the claim says.
func otherPart(q *inquiry, ev *evidence) (facts.Fact, bool) {
	for _, s := range []*claims.Span{ev.quoted(), ev.alike(q)} {
		if s == nil {
			continue
		}
		var in []facts.Fact
		for _, given := range ev.reading.dates() {
			if _, ok := partIn(given); ok && s.Start <= given.Start && given.End <= s.End {
				in = append(in, given)
			}
		}
		if len(in) == 1 {
			return in[0], true
		}
	}
	return facts.Fact{}, false
}
