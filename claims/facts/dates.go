package facts

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"stet/claims"
)

const month = `(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`

// datePatterns are the ways in which dates are written, each with the groups
// day, month and year where it has them. The first that fits is taken.
var datePatterns = sync.OnceValue(func() []*regexp.Regexp {
	var compiled []*regexp.Regexp
	for _, p := range []string{
		`\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b`,
		`\b(?P<month>` + month + `)\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>\d{4})\b`,
		`\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?P<month>` + month + `),?\s(?P<year>\d{4})\b`,
		`\b(?P<month>` + month + `),?\s(?P<year>\d{4})\b`,
		`\b(?P<month>` + month + `)\s(?P<day>\d{1,2})(?:st|nd|rd|th)?\b`,
		`\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?P<month>` + month + `)\b`,
		`\b\d{1,2}/\d{1,2}/\d{2,4}\b`,
		`\b(?P<decade>(?:1[5-9]|20)\d0)s\b`,
		`\b(?:fiscal|financial)\s(?:year\s)?\d{4}\b`,
		`\b(?P<year>1[5-9]\d{2}|20\d{2})\b`,
	} {
		compiled = append(compiled, regexp.MustCompile(p))
	}
	return compiled
})

// dates finds dates and years. A figure of four digits with a currency, a
// scale or a unit is no year.
func dates(text string) []Fact {
	var found []Fact
	in := aroundDigits(text) // a date without a digit is none of these
	for _, p := range datePatterns() {
		for _, m := range submatches(p, text, in) {
			f := Fact{Kind: Date, Text: text[m[0]:m[1]], Span: claims.Span{Start: m[0], End: m[1]}}
			if overlapsAny(f, found) || len(f.Text) == 4 && !isYear(text, f.Span) {
				continue
			}
			f.From, f.To = bounds(p, text, m)
			found = append(found, f)
		}
	}
	return found
}

var amountTail = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:[,.]\d|[\s-]?(?:%|percent|per\scent|hundred|thousand|million|billion|trillion|dollars|pounds|euros|people|employees|miles|feet|jobs)|-[a-z]{2}-\d|[/:]\d)`)
})

func isYear(text string, s claims.Span) bool {
	before := text[:s.Start]
	if amountTail().MatchString(tail(text, s.End)) || strings.HasSuffix(before, "$") || strings.HasSuffix(before, "£") || strings.HasSuffix(before, "€") {
		return false
	}
	return !isHedged(text, s.Start) || strings.HasSuffix(strings.TrimRight(before, " "), "around")
}

// bounds returns the first and last day that a date covers.
func bounds(p *regexp.Regexp, text string, m []int) (from, to string) {
	group := func(name string) string {
		if i := p.SubexpIndex(name); i > 0 && m[2*i] >= 0 {
			return text[m[2*i]:m[2*i+1]]
		}
		return ""
	}
	if decade := group("decade"); decade != "" {
		return decade + "-01-01", decade[:3] + "9-12-31"
	}
	year, err := strconv.Atoi(group("year"))
	if err != nil {
		return "", ""
	}
	if group("month") == "" {
		return fmt.Sprintf("%d-01-01", year), fmt.Sprintf("%d-12-31", year)
	}
	m1 := monthNumber(group("month"))
	if day, err := strconv.Atoi(group("day")); err == nil {
		d := time.Date(year, m1, day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		return d, d
	}
	first := time.Date(year, m1, 1, 0, 0, 0, 0, time.UTC)
	return first.Format(time.DateOnly), first.AddDate(0, 1, -1).Format(time.DateOnly)
}

func monthNumber(s string) time.Month {
	if n, err := strconv.Atoi(s); err == nil {
		return time.Month(n)
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(s), strings.ToLower(m.String()[:3])) {
			return m
		}
	}
	return 0
}
