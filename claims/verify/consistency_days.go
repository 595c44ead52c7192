package verify

import (
	"strings"
	"time"

	"stet/claims"
	"stet/claims/facts"
)

// nearDraft is how far from the day of the draft a date without a year may be for
// its year to be known.
const nearDraft = 60 * 24 * time.Hour

// dayAndDate finds a date that falls on another weekday than the copy says:
// "Saturday, 5 July 2026". A date without a year is one about the day of the
// draft, else nobody knows which year is meant.
func dayAndDate(d *claims.Dossier, all []statement) []claims.Finding {
	var found []claims.Finding
	for _, s := range all {
		for i, f := range s.facts {
			day, err := time.Parse(time.DateOnly, f.From)
			if f.Kind != facts.Date || err != nil || f.From != f.To || isReckoned(f) {
				continue
			}
			apart := d.Draft.At.Sub(day).Abs()
			if !hasYear(f) && (d.Draft.At.IsZero() || apart > nearDraft) {
				continue
			}
			said, at, ok := weekdayOf(s, i)
			if !ok || said == day.Weekday() {
				continue
			}
			found = append(found, differ(d, claims.Warning, s, at, "%s is a %s: correct the day or the date", at.In(s.claim.Text), day.Weekday()))
		}
	}
	return found
}

// weekdayOf returns the weekday that a date names, or that stands right before
// it, with the stretch of both.
func weekdayOf(s statement, i int) (time.Weekday, claims.Span, bool) {
	f := s.facts[i]
	if day, ok := weekdayIn(f.Text); ok {
		return day, f.Span, true
	}
	if i == 0 {
		return 0, claims.Span{}, false
	}
	before := s.facts[i-1]
	gap := s.claim.Text[before.End:f.Start]
	if day, ok := weekdayIn(before.Text); ok && isReckoned(before) && (gap == ", " || gap == " ") && len(strings.Fields(before.Text)) == 1 {
		return day, claims.Span{Start: before.Start, End: f.End}, true
	}
	return 0, claims.Span{}, false
}

// weekdayIn returns the weekday with which a text begins, written in full.
func weekdayIn(text string) (time.Weekday, bool) {
	first, _, _ := strings.Cut(text, " ")
	for day := time.Sunday; day <= time.Saturday; day++ {
		if strings.EqualFold(strings.Trim(first, ".,"), day.String()) {
			return day, true
		}
	}
	return 0, false
}
