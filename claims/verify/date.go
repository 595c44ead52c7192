package verify

import (
	"strings"
	"time"

	"stet/claims"
	"stet/claims/facts"
)

var date = Check{
	ID:    "date",
	Title: "every date of the claim stands in a source that it cites, and what comes before what agrees with them",
	claim: checkDates,
	Catch: dateCatch,
	Spare: dateSpare,
}

func checkDates(q *inquiry) []claims.Finding {
	if len(q.read()) == 0 {
		return checkOrder(q)
	}
	var found []claims.Finding
	all := q.numbers()
	for i, d := range all {
		if d.Kind != facts.Date || i+1 < len(all) && isDayOf(q.claim.Text, d, all[i+1]) {
			continue
		}
		if f, ok := checkDate(q, d); ok {
			f.Spans = q.span(d.Span)
			found = append(found, f)
		}
	}
	return append(found, checkOrder(q)...)
}

// isDayOf reports whether a weekday stands right before the date that it is the
// day of, which says more.
func isDayOf(text string, d, next facts.Fact) bool {
	_, ok := weekdayIn(d.Text)
	return ok && isReckoned(d) && next.Kind == facts.Date && !isReckoned(next) && d.End <= next.Start && text[d.End:next.Start] == ", "
}

func checkDate(q *inquiry, d facts.Fact) (claims.Finding, bool) {
	if d.From == "" || isReckoned(d) {
		return checkReckoned(q, d)
	}
	wider := ""
	for _, ev := range q.read() {
		for _, given := range ev.reading.dates() {
			switch {
			case carries(given, d):
				return claims.Finding{}, false
			case given.From != "" && given.From <= d.From && d.To <= given.To && wider == "":
				wider = ev.source.Name() + onPage(pageName(ev, given.Start)) + " says only " + given.Text
			}
		}
	}
	for _, ev := range q.read() {
		if other, severity := otherDate(q, &ev, d); severity != "" {
			f := q.find(severity, claims.Contradicted, &ev, "the copy says %s, %s%s says %s: correct one of them",
				d.Text, ev.source.Name(), onPage(pageName(ev, other.Start)), other.Text)
			f.Evidence = []claims.Span{other.Span}
			return f, true
		}
	}
	switch {
	case !q.isReadWhole():
		return q.find(claims.Info, claims.Unread, nil, "%s stands in no cited source that could be read: check the others by hand", d.Text), true
	case wider != "":
		return q.find(claims.Info, claims.NotFound, nil, "%s is more exact than what is cited, %s: find where it is given", d.Text, wider), true
	}
	return q.find(claims.Info, claims.NotFound, nil, "%s stands in no source that is cited: find where it is given", d.Text), true
}

// isReckoned reports whether a date is told from the day of writing.
func isReckoned(d facts.Fact) bool { return !strings.ContainsAny(d.Text, "0123456789") }

// carries reports whether a date of a source carries the copy's: it lies within
// it. One whose year is left out need only have day and month in common.
func carries(given, copys facts.Fact) bool {
	switch {
	case given.From != "" && copys.From <= given.From && given.To <= copys.To:
		return true
	case given.From != "" && (swapped(given) == copys.From || swapped(copys) == given.From):
		return true
	case hasYear(given) && hasYear(copys):
		return false
	case given.From == "":
		return sameDays(given.Text, copys.Text)
	case given.From != given.To || copys.From != copys.To:
		return false
	}
	return given.From[len("2006"):] == copys.From[len("2006"):]
}

// swapped returns the other day that an ambiguous date may mean.
func swapped(d facts.Fact) string {
	day, err := time.Parse(time.DateOnly, d.From)
	if err != nil || !d.Ambiguous {
		return ""
	}
	return time.Date(day.Year(), time.Month(day.Day()), int(day.Month()), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// sameDays reports whether two dates without a year, or with a year that the
// other lacks, are the same days, whatever their order and spelling.
func sameDays(a, b string) bool {
	const leap = 2024
	on := time.Date(leap, time.June, 15, 0, 0, 0, 0, time.UTC)
	x, y := facts.NumbersOn(a, on), facts.NumbersOn(b, on)
	return len(x) == 1 && len(y) == 1 && x[0].From != "" && y[0].From != "" &&
		x[0].From[len("2006"):] == y[0].From[len("2006"):] && x[0].To[len("2006"):] == y[0].To[len("2006"):]
}

// hasYear reports whether a date names its year.
func hasYear(d facts.Fact) bool {
	digits := 0
	for i := 0; i <= len(d.Text); i++ {
		if i < len(d.Text) && '0' <= d.Text[i] && d.Text[i] <= '9' {
			digits++
			continue
		}
		if digits == 4 {
			return true
		}
		digits = 0
	}
	return false
}

// otherDate returns the date that stands in a source where the copy's should,
// with how bad that is, "" where there is none: the only one, as exact, of the
// words relied on or of the sentence that says the same. In the sentence around
// the words relied on it may be of something else.
func otherDate(q *inquiry, ev *evidence, d facts.Fact) (facts.Fact, claims.Severity) {
	mine := 0
	for _, f := range q.numbers() {
		if f.Kind == facts.Date && f.From != "" {
			mine++
		}
	}
	if mine != 1 {
		return facts.Fact{}, ""
	}
	for _, place := range []struct {
		*claims.Span
		severity claims.Severity
	}{{ev.quoted(), claims.Error}, {ev.alike(q), claims.Error}, {ev.around(), claims.Warning}} {
		if place.Span == nil {
			continue
		}
		var in []facts.Fact
		for _, given := range ev.reading.dates() {
			if place.Start <= given.Start && given.End <= place.End && given.From != "" && (isDay(given) || !isDay(d)) {
				in = append(in, given)
			}
		}
		if len(in) == 1 && !isReckoned(in[0]) && isApart(in[0], d) {
			return in[0], place.severity
		}
	}
	return facts.Fact{}, ""
}

// isDay reports whether a date is a single day.
func isDay(d facts.Fact) bool { return d.From == d.To }

// isApart reports whether two dates have no day in common, and both name the
// year or both don't.
func isApart(a, b facts.Fact) bool {
	return hasYear(a) == hasYear(b) && (a.To < b.From || b.To < a.From) && swapped(a) != b.From && swapped(b) != a.From
}

// dated returns the dates of the text, with the day of publication.
func (r *reading) dated() []facts.Fact {
	all := make([]facts.Fact, 0, len(r.all())/2+1)
	for _, f := range r.all() {
		if f.Kind == facts.Date {
			all = append(all, f)
		}
	}
	if !r.published.IsZero() {
		day := r.published.Format(time.DateOnly)
		all = append(all, facts.Fact{Kind: facts.Date, Text: day, From: day, To: day})
	}
	return all
}

var dateCatch = []Example{
	{Claim: "The bridge opened on 4 May 2021.", Cites: []Exhibit{{Text: "The bridge was opened on May 14, 2021, by the mayor.", Quote: "opened on May 14, 2021"}}, Says: "says May 14, 2021"},
	{Claim: "Halden bought the yard in 2018.", Cites: []Exhibit{{Text: "Halden bought the yard in 2019.", Quote: "Halden bought the yard in 2019"}}, Says: "says 2019"},
	{Claim: "The council approved the harbour plan in June 2020 by one vote.", Cites: []Exhibit{{Text: "It rained. The council approved the harbour plan in July 2020 by a single vote. Nobody spoke."}}, Says: "says July 2020"},
	{Claim: "She was born on 3 March 1961.", Cites: []Exhibit{{Text: "She grew up in Saltby."}}, Says: "stands in no source"},
	{Claim: "The suit was filed on 9 June 2024.", Cites: []Exhibit{{Text: "The suit was filed in June 2024."}}, Says: "says only June 2024"},
	{Claim: "The ferry sank in 1987.", Cites: []Exhibit{{Text: "The ferry sank off the cape."}, {State: "blocked"}}, Says: "could be read"},
	{Claim: "It was signed on 3/7/2017.", Cites: []Exhibit{{Text: "They never signed it."}}, Says: "3/7/2017"},
	{Claim: "The strike ended on July 22.", Cites: []Exhibit{{Text: "The strike began in the spring."}}, Says: "July 22"},
	{Claim: "Corvane left the venture in 2023, long before Portolan was released.", Cites: []Exhibit{{Text: "Corvane left the venture in 2023. Portolan was released on 30 November 2022."}}, Says: "before"},
	{Claim: "Halden hired her in 2015, after the Carrow trial ended.", Cites: []Exhibit{{Text: "Halden hired her in 2015. The Carrow trial ended on 8 May 2019."}}, Says: "after"},
	{Claim: "Halden bought the yard in 2023, long before Portolan was released.", Cites: []Exhibit{{Text: "Halden bought the yard in 2023."}}, Elsewhere: []Exhibit{{Text: "Portolan was released on 30 November 2022."}}, Says: "dates to 30 November 2022"},
	{Claim: "After the Carrow trial ended, Halden hired her in 2015.", Cites: []Exhibit{{Text: "Halden hired her in 2015."}}, Elsewhere: []Exhibit{{Text: "The Carrow trial ended on 8 May 2019."}}, Says: "check the order"},
	{Claim: "Halden hired her in 2020, after the Carrow trial ended and before the Saltby line closed.", Cites: []Exhibit{{Text: "Halden hired her in 2020. The Carrow trial ended on 8 May 2019. The Saltby line closed on 1 March 2018."}}, Says: "before “the Saltby line closed”"},
	{Claim: "The Saltby line closed three years after the Carrow trial ended.", Cites: []Exhibit{{Text: "The Carrow trial ended on 8 May 2010. The Saltby line closed on 1 March 2019."}}, Says: "three years after"},
	{Claim: "The Saltby line closed before the Carrow trial ended.", Cites: []Exhibit{{Text: "The Carrow trial ended on 8 May 2010."}}, Elsewhere: []Exhibit{{Text: "The Saltby line closed on 1 March 2019."}}, Says: "check the order"},
	{Claim: "The Saltby line closed within six months of the Carrow trial's end.", Cites: []Exhibit{{Text: "The Carrow trial came to its end on 8 May 2010. The Saltby line closed on 1 March 2019."}}, Says: "within six months of"},
	{Claim: "In 2021, prior to the release of Portolan in 2019, Halden left.", Cites: []Exhibit{{Text: "Halden left in 2021. Portolan came in 2019."}}, Says: "the copy itself dates to 2019"},
	{Claim: "The Lindqvist refund came within a year after the Saltby line closed.", Cites: []Exhibit{{Text: "The Saltby line closed on 1 March 2019. The Lindqvist refund came on 4 August 2021."}}, Says: "within a year"},
	{Claim: "The ferry sailed on Saturday with all aboard.", Cites: []Exhibit{{Text: "The ferry sailed on Sunday with all aboard.", Quote: "The ferry sailed on Sunday"}}, Says: "says Sunday"},
	{Claim: "It announced the plan on 9 October 2024.", Cites: []Exhibit{{Text: "The year 2024 was a good one. On 9 September 2024 the port announced a plan to build a pier, to be ready in 2027.", Quote: "announced a plan to build a pier"}}, Says: "says 9 September 2024"},
	{Claim: "The ferry sailed on Saturday.", Cites: []Exhibit{{Text: "The ferry sailed with 40 aboard."}}, Says: "says Saturday"},
	{Claim: "The yard hired 40 welders last summer.", Cites: []Exhibit{{Text: "The yard hired 40 welders."}}, Says: "says last summer"},
	{Claim: "The museum was founded in 1920 and sold in 1931.", Cites: []Exhibit{{Text: "The museum was sold in 1931."}}, Says: "1920"},
}

var dateSpare = []Example{
	{Claim: "The bridge opened on 14 May 2021.", Cites: []Exhibit{{Text: "The bridge was opened on May 14, 2021, by the mayor."}}},
	{Claim: "Halden bought the yard in 2019.", Cites: []Exhibit{{Text: "Halden bought the yard on 22 July 2019."}}},
	{Claim: "It happened in July 2019.", Cites: []Exhibit{{Text: "On 2019-07-22 it happened."}}},
	{Claim: "The strike ended on July 22.", Cites: []Exhibit{{Text: "On 22 July the strike was over."}}},
	{Claim: "The strike ended on July 22.", Cites: []Exhibit{{Text: "On July 22, 2019, the strike was over."}}},
	{Claim: "She left two weeks ago.", Cites: []Exhibit{{Text: "She left."}}},
	{Claim: "The 1990s were good to it.", Cites: []Exhibit{{Text: "Its best year was 1994."}}},
	{Claim: "It was signed on 3/7/2017.", Cites: []Exhibit{{Text: "They signed it on 3 July 2017."}}},
	{Claim: "Corvane left the venture in 2021, long before Portolan was released.", Cites: []Exhibit{{Text: "Corvane left the venture in 2021. Portolan was released on 30 November 2022."}}},
	{Claim: "Halden hired her in 2015, after the Carrow trial ended.", Cites: []Exhibit{{Text: "Halden hired her in 2015. The Carrow trial ended on 8 May 2014."}}},
	{Claim: "Halden bought the yard in 2021, long before Portolan was released.", Cites: []Exhibit{{Text: "Halden bought the yard in 2021."}}, Elsewhere: []Exhibit{{Text: "Portolan was released on 30 November 2022."}}},
	{Claim: "After the Carrow trial ended, Halden hired her in 2020.", Cites: []Exhibit{{Text: "Halden hired her in 2020."}}, Elsewhere: []Exhibit{{Text: "The Carrow trial ended on 8 May 2019."}}},
	{Claim: "Halden hired her in 2020, after the Carrow trial ended and before the Saltby line closed.", Cites: []Exhibit{{Text: "Halden hired her in 2020. The Carrow trial ended on 8 May 2019. The Saltby line closed on 1 March 2021."}}},
	{Claim: "The Saltby line closed nine years after the Carrow trial ended.", Cites: []Exhibit{{Text: "The Carrow trial ended on 8 May 2010. The Saltby line closed on 1 March 2019."}}},
	{Claim: "The Saltby line closed before the Carrow trial ended.", Cites: []Exhibit{{Text: "The Carrow trial ended on 8 May 2020."}}, Elsewhere: []Exhibit{{Text: "The Saltby line closed on 1 March 2019."}}},
	{Claim: "The Saltby line closed within a year of the Carrow trial's end.", Cites: []Exhibit{{Text: "The Carrow trial came to its end on 8 May 2019. The Saltby line closed on 1 March 2019."}}},
	{Claim: "The ferry sailed on Saturday, 2 May.", Cites: []Exhibit{{Text: "On 2 May the ferry sailed."}}},
	{Claim: "Brandt testified in 2019 before the Saltby Council.", Cites: []Exhibit{{Text: "In 2019 Brandt testified. The Saltby Council was founded in 1890."}}},
	{Claim: "In 2015 Brandt looked after Portolan.", Cites: []Exhibit{{Text: "Brandt had charge of it in 2015. Portolan was released in 2022."}}},
	{Claim: "Halden bought the yard in 2023, before it fell.", Cites: []Exhibit{{Text: "Halden bought the yard in 2023. It fell in 2022."}}},
	{Claim: "Profits fell in 2019.", Cites: []Exhibit{{Text: "Profits fell in 2019 and rose in 2020.", Quote: "rose in 2020"}}},
	{Claim: "It announced the plan on 9 October 2024.", Cites: []Exhibit{{Text: "On 9 September 2024 the board met, and on 9 October 2024 the port announced a plan to build a pier.", Quote: "announced a plan to build a pier"}}},
	{Claim: "It opened in 2019 and closed in 2021.", Cites: []Exhibit{{Text: "It opened in 2019. It closed in 2021.", Quote: "It opened in 2019"}}},
	{Claim: "The rule holds before a court.", Cites: []Exhibit{{Text: "The rule of 1987 holds before any court."}}},
	{Claim: "The ferry sailed on Saturday.", Cites: []Exhibit{{Text: "On Saturday the ferry sailed."}}},
	{Claim: "The ferry sailed on Saturday.", Cites: []Exhibit{{Text: "On 2 May 2026 the ferry sailed."}}},
	{Claim: "The ferry sailed on Saturday.", Cites: []Exhibit{{Text: "The ferry sailed yesterday."}}},
	{Claim: "The yard hired welders last summer.", Cites: []Exhibit{{Text: "In July 2025 the yard hired welders."}}},
	{Claim: "The film came out in summer 2020.", Cites: []Exhibit{{Text: "The film came out on 5 July 2020."}}},
}
