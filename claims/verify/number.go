package verify

import (
	"math"

	"stet/claims"
	"stet/claims/facts"
)

var number = Check{
	ID:    "number",
	Title: "every figure of the claim stands in a source that it cites",
	claim: checkNumbers,
	Catch: numberCatch,
	Spare: numberSpare,
}

// figures are the kinds of fact that this check compares.
var figures = map[facts.Kind]bool{facts.Number: true, facts.Money: true, facts.Percent: true}

func checkNumbers(q *inquiry) []claims.Finding {
	if len(q.read()) == 0 {
		return nil
	}
	var found []claims.Finding
	for _, figure := range facts.Numbers(q.claim.Text) {
		if !figures[figure.Kind] || figure.IsVague() {
			continue
		}
		if f, ok := checkNumber(q, figure); ok {
			f.Spans = q.span(figure.Span)
			found = append(found, f)
		}
	}
	return found
}

func checkNumber(q *inquiry, figure facts.Fact) (claims.Finding, bool) {
	for _, ev := range q.read() {
		for _, given := range ev.reading.numbers() {
			if supports(given, figure) {
				return claims.Finding{}, false
			}
		}
	}
	for _, ev := range q.read() {
		if other, ok := contradiction(q, &ev, figure); ok {
			f := q.find(claims.Error, claims.Contradicted, &ev, "the copy says %s, %s%s says %s: correct one of them",
				figure.Text, ev.source.Name(), onPage(pageName(ev, other.Start)), other.Text)
			f.Evidence = []claims.Span{other.Span}
			return f, true
		}
	}
	if !q.isReadWhole() {
		return q.find(claims.Info, claims.Unread, nil,
			"%s stands in no cited source that could be read: check the others by hand", figure.Text), true
	}
	return q.find(claims.Info, claims.NotFound, nil, "%s stands in no source that is cited: find where it does, or work it out", figure.Text), true
}

// supports reports whether a figure that the source gives carries the copy's:
// it is the same, or the copy rounds it and shows that it does by fewer digits
// or by a word such as "about".
func supports(given, figure facts.Fact) bool {
	if given.IsVague() || !figures[given.Kind] {
		return false
	}
	if facts.SameNumber(given, figure) {
		return true
	}
	if given.Unit != figure.Unit || given.Value == 0 {
		return false
	}
	const about = 0.1 // a checker lets "nearly 40" stand on 38, and asks about 35
	return figure.Approximate && math.Abs(given.Value-figure.Value) <= about*math.Abs(given.Value) ||
		facts.Rounds(given, figure)
}

// contradiction returns the figure of the source that stands where the copy's
// should: of the same kind and unit, in the words that the citation relies on,
// or of the same digits in another magnitude.
func contradiction(q *inquiry, ev *evidence, figure facts.Fact) (facts.Fact, bool) {
	var same []facts.Fact
	for _, given := range ev.reading.numbers() {
		if given.Kind != figure.Kind || given.Unit != figure.Unit || given.IsVague() {
			continue
		}
		if ev.match != nil && stands(ev.match.Class) && ev.match.Start <= given.Start && given.End <= ev.match.End {
			same = append(same, given)
		}
	}
	// Where the passage gives several figures of the kind, the copy's may
	// belong to none of them.
	if len(same) == 1 && onlyFigure(q, figure) {
		return same[0], true
	}
	for _, given := range ev.reading.numbers() {
		if given.Kind == figure.Kind && given.Unit == figure.Unit && isTelling(figure) && otherMagnitude(given.Value, figure.Value) {
			return given, true
		}
	}
	return facts.Fact{}, false
}

// onlyFigure reports whether the claim gives no other figure of the kind.
func onlyFigure(q *inquiry, figure facts.Fact) bool {
	n := 0
	for _, f := range facts.Numbers(q.claim.Text) {
		if f.Kind == figure.Kind && f.Unit == figure.Unit {
			n++
		}
	}
	return n == 1
}

// isTelling reports whether a figure shows enough digits to be known again
// anywhere in a document: many things cost five million, or five billion.
func isTelling(figure facts.Fact) bool {
	digits := 0
	for _, r := range figure.Text {
		if '0' <= r && r <= '9' {
			digits++
		}
	}
	return digits >= 2
}

// otherMagnitude reports whether two figures have the same digits and differ
// by thousand, million or billion: the commonest slip of all.
func otherMagnitude(a, b float64) bool {
	if a <= 0 || b <= 0 || max(a, b) < 1e6 {
		return false
	}
	ratio := max(a, b) / min(a, b)
	for _, magnitude := range []float64{1e3, 1e6, 1e9} {
		if math.Abs(ratio/magnitude-1) < 1e-9 {
			return true
		}
	}
	return false
}

var numberCatch = []Example{
	{Claim: "The company paid $3.2 million for the stake.", Cites: []Exhibit{{Text: "The company paid $3.2 billion for the stake.", Quote: "paid $3.2 billion"}}, Says: "$3.2 billion"},
	{Claim: "The company paid $3.2 million for the stake.", Cites: []Exhibit{{Text: "Halden put $3.2 billion into the laboratory last spring."}}, Says: "$3.2 billion"},
	{Claim: "It employs 420 people.", Cites: []Exhibit{{Text: "The laboratory employs 240 people in two cities.", Quote: "employs 240 people"}}, Says: "240"},
	{Claim: "Sales rose 12 percent.", Cites: []Exhibit{{Text: "Sales rose 21% on the year.", Quote: "Sales rose 21%"}}, Says: "21%"},
	{Claim: "The fund raised £40m.", Cites: []Exhibit{{Text: "It raised £40bn from pension schemes."}}, Says: "£40bn"},
	{Claim: "The grant was $5 million.", Cites: []Exhibit{{Text: "Roads took $5 billion that year."}}, Says: "stands in no source"},
	{Claim: "The court heard 17 witnesses.", Cites: []Exhibit{{Text: "The court heard testimony for six weeks."}}, Says: "stands in no source"},
}

var numberSpare = []Example{
	{Claim: "The company paid $3.2 billion for the stake.", Cites: []Exhibit{{Text: "The price was US$3,200 million, it said."}}},
	{Claim: "It employs about 400 people.", Cites: []Exhibit{{Text: "The laboratory employs 412 people."}}},
	{Claim: "Sales rose 12 percent.", Cites: []Exhibit{{Text: "Sales rose 12.3% on the year."}}},
	{Claim: "It spent billions on chips.", Cites: []Exhibit{{Text: "It spent $4.1 billion on chips."}}},
	{Claim: "Twenty-one people signed.", Cites: []Exhibit{{Text: "The letter bore 21 signatures."}}},
	{Claim: "It employs 420 people.", Cites: []Exhibit{{Text: "It had 240 staff in 2021 and 420 in 2023.", Quote: "240 staff in 2021"}}},
	{Claim: "The docket is No. 4:25-cv-01187.", Cites: []Exhibit{{Text: "A suit was filed."}}},
	{Claim: "Nobody said a figure.", Cites: []Exhibit{{Text: "A suit was filed over $4 million."}}},
}
