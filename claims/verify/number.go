package verify

import (
	"slices"
	"strings"

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

func checkNumbers(q *inquiry) []claims.Finding {
	if len(q.read()) == 0 {
		return nil
	}
	found := checkSums(q)
	for _, figure := range q.counted() {
		if q.isWorkedOut(figure) {
			continue
		}
		if f, ok := checkNumber(q, figure); ok {
			f.Spans = q.span(figure.Span)
			found = append(found, f)
		}
	}
	return append(found, checkPairs(q)...)
}

// counted returns the figures of the claim, those of "17 years ago" among them,
// and its ordinals in digits.
func (q *inquiry) counted() []facts.Fact {
	var all []facts.Fact
	for _, f := range q.numbers() {
		switch {
		case f.IsFigure(), f.Kind == facts.Ordinal && isTelling(f):
			all = append(all, f)
		default:
			all = append(all, elapsed(f)...)
		}
	}
	return all
}

// elapsed returns the figures of a date that is told as a time ago.
func elapsed(f facts.Fact) []facts.Fact {
	text, ok := strings.CutSuffix(f.Text, " ago")
	if !ok || f.Kind != facts.Date {
		return nil
	}
	inner := facts.Numbers(text)
	for i := range inner {
		inner[i] = inner[i].Moved(f.Start)
	}
	return inner
}

// standing is where a source gives a figure that carries the copy's.
type standing struct {
	ev      *evidence
	given   facts.Fact
	support facts.Support
	how     distance
}

// checkNumber looks for a figure in all evidence and says where it stands, or
// what stands in its place. It is silent where it stands where it should.
func checkNumber(q *inquiry, figure facts.Fact) (claims.Finding, bool) {
	years := scopeOf(q.claim.Text, figure.Span, q.on())
	if best, ok := q.standing(figure, years); ok {
		return q.tellStanding(figure, best)
	}
	for _, ev := range q.read() {
		if other, ok := contradiction(q, &ev, figure, years); ok {
			f := q.find(claims.Error, claims.Contradicted, &ev, "the copy says %s, %s%s%s says %s%s: correct one of them",
				figure.Text, ev.source.Name(), onPage(pageName(ev, other.Start)), ev.howFar(other.Span), other.Text, ofYear(ev, other, years))
			f.Evidence = []claims.Span{other.Span}
			return f, true
		}
	}
	if figure.IsVague() {
		return claims.Finding{}, false // "dozens" may be counted on the page
	}
	if !q.isReadWhole() {
		return q.find(claims.Info, claims.Unread, nil,
			"%s stands in no cited source that could be read: check the others by hand", figure.Text), true
	}
	if sum, ev := q.explain(figure); sum != "" {
		return q.find(claims.Info, claims.NotFound, ev, "%s stands in no source that is cited, but is %s in %s: check that this is meant",
			figure.Text, sum, ev.source.Name()), true
	}
	return q.find(claims.Info, claims.NotFound, nil, "%s stands in no source that is cited: find where it does, or work it out", figure.Text), true
}

// standing returns the nearest place where a source gives the figure, the same
// before one that it rounds.
func (q *inquiry) standing(figure facts.Fact, years years) (best standing, ok bool) {
	for _, ev := range q.read() {
		for _, given := range ev.reading.figures(figure) {
			support := facts.Supports(given, figure)
			if support == facts.Unsupported || isOfAnother(given, figure) || years.excludes(ev.reading.scope(given.Span)) {
				continue
			}
			s := standing{&ev, given, support, ev.distance(given.Span)}
			if !ok || s.support > best.support || s.support == best.support && s.how < best.how {
				best, ok = s, true
			}
			if best.support == facts.Exact && best.how == inQuote {
				return best, true
			}
		}
	}
	return best, ok
}

// isOfAnother reports whether a figure of few digits counts something else: a
// bare "two" is not the copy's two years.
func isOfAnother(given, figure facts.Fact) bool {
	isShare := figure.Value < 1 && given.Unit == "%" // two thirds
	return !isTelling(figure) && !isShare && !figure.IsVague() && figure.Unit != given.Unit && (figure.Unit == "") != (given.Unit == "") && figure.Kind != facts.Money
}

// tellStanding says that a figure is rounded, or stands far from the words that
// are relied on. Both may be right, and are shown.
func (q *inquiry) tellStanding(figure facts.Fact, s standing) (claims.Finding, bool) {
	where := s.ev.source.Name() + onPage(pageName(*s.ev, s.given.Start))
	var f claims.Finding
	switch {
	case s.support == facts.Rounded && !figure.Approximate:
		f = q.find(claims.Info, claims.Found, s.ev, "%s is rounded, %s%s says %s: see whether the reader should have that", figure.Text, where, s.ev.howFar(s.given.Span), s.given.Text)
	case s.how == elsewhere && !q.hasNearer(figure):
		f = q.find(claims.Info, claims.Found, s.ev, "%s does not stand in or near the words relied on, but further off, in %s: see that the same is meant there",
			figure.Text, where)
	default:
		return claims.Finding{}, false
	}
	f.Evidence = []claims.Span{s.given.Span}
	return f, true
}

// hasNearer reports whether the copy's figure is one of few digits, which stand
// anywhere: where the nearest is says nothing.
func (q *inquiry) hasNearer(figure facts.Fact) bool { return !isTelling(figure) }

// contradiction returns the figure of the source that stands where the copy's
// should: of the same kind and unit, in the words that the citation relies on or
// in the sentence that says the same, or of the same digits in another
// magnitude.
func contradiction(q *inquiry, ev *evidence, figure facts.Fact, years years) (facts.Fact, bool) {
	if figure.IsVague() {
		return tooSmall(q, ev, figure, years)
	}
	// Where the passage gives several figures of the kind, the copy's may
	// belong to none of them.
	if onlyFigure(q, figure) {
		for _, within := range []*claims.Span{ev.quoted(), ev.alike(q)} {
			if same := ev.reading.within(within, figure); len(same) == 1 && !years.excludes(ev.reading.scope(same[0].Span)) {
				return same[0], true
			}
		}
	}
	for _, given := range ev.reading.numbers() {
		if facts.SameUnit(given, figure) && !given.IsVague() && isTelling(figure) && otherMagnitude(given.Value, figure.Value) {
			return given, true
		}
	}
	return facts.Fact{}, false
}

// tooSmall returns the figure of a source that says how much it was where the
// copy says "billions", and is too small or too large for that: one of the same
// year, in a sentence that says the like.
func tooSmall(q *inquiry, ev *evidence, figure facts.Fact, years years) (facts.Fact, bool) {
	if figure.Kind != facts.Money || len(years) == 0 {
		return facts.Fact{}, false
	}
	words := contentWords(q.claim.Text)
	for _, given := range ev.reading.numbers() {
		if !facts.Falls(given, figure) || !years.includes(ev.reading.scope(given.Span)) {
			continue
		}
		const alike = 2 // words: a name and what was done
		if s := ev.reading.sentence(given.Start); shared(words, contentWords(s.In(ev.reading.text.Body))) >= alike {
			return given, true
		}
	}
	return facts.Fact{}, false
}

// onlyFigure reports whether the claim gives no other figure of the kind.
func onlyFigure(q *inquiry, figure facts.Fact) bool {
	return len(slices.DeleteFunc(slices.Clone(q.numbers()), func(f facts.Fact) bool { return !facts.SameUnit(f, figure) })) == 1
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
		if off := ratio/magnitude - 1; -1e-9 < off && off < 1e-9 {
			return true
		}
	}
	return false
}

// farOff is more than a paragraph of nothing, for examples.
var farOff = strings.Repeat("It rained on the harbour all that week. ", 20)

var numberCatch = []Example{
	{Claim: "The company paid $3.2 million for the stake.", Cites: []Exhibit{{Text: "The company paid $3.2 billion for the stake.", Quote: "paid $3.2 billion"}}, Says: "$3.2 billion"},
	{Claim: "The company paid $3.2 million for the stake.", Cites: []Exhibit{{Text: "Halden put $3.2 billion into the laboratory last spring."}}, Says: "$3.2 billion"},
	{Claim: "It employs 420 people.", Cites: []Exhibit{{Text: "The laboratory employs 240 people in two cities.", Quote: "employs 240 people"}}, Says: "240"},
	{Claim: "Sales rose 12 percent.", Cites: []Exhibit{{Text: "Sales rose 21% on the year.", Quote: "Sales rose 21%"}}, Says: "21%"},
	{Claim: "The fund raised £40m.", Cites: []Exhibit{{Text: "It raised £40bn from pension schemes."}}, Says: "£40bn"},
	{Claim: "The grant was $5 million.", Cites: []Exhibit{{Text: "Roads took $5 billion that year."}}, Says: "stands in no source"},
	{Claim: "Sales rose 12 percent.", Cites: []Exhibit{{Text: "Sales rose 12.3% on the year."}}, Says: "is rounded"},
	{Claim: "The court heard 17 witnesses.", Cites: []Exhibit{{Text: "The court heard testimony for six weeks."}}, Says: "stands in no source"},
	{Claim: "Two thirds of the boats leaked.", Cites: []Exhibit{{Text: "Of the boats 40 percent leaked."}}, Says: "Two thirds"},
	{Claim: "The ferry carried more than 200 people.", Cites: []Exhibit{{Text: "The ferry carried 198 people."}}, Says: "200"},
	{Claim: "Halden signed a multibillion-dollar deal in 2019.", Cites: []Exhibit{{Text: "In 2019 Halden signed a deal worth $1 billion."}}, Says: "$1 billion"},
	{Claim: "The fund paid $40 million in 2019.", Cites: []Exhibit{{Text: "The fund paid $40 million in 2023 and nothing before."}}, Says: "$40 million stands in no source"},
	{Claim: "He waited 17 years.", Cites: []Exhibit{{Text: "He waited for an answer."}}, Says: "17 years"},
	{Claim: "It handled 8 percent more than in the year before.", Cites: []Exhibit{{Text: "It handled 53 tons, up from 50 tons.", Note: "= 53/50"}}, Says: "gives 1.06"},
	{Claim: "Of the claims 12 percent were paid.", Cites: []Exhibit{{Text: "It paid 38 claims out of 450 claims.", Note: "= 38/450"}}, Says: "gives 8.444 percent"},
	{Claim: "The yard has 288 welders.", Cites: []Exhibit{{Text: "The yard has 140 welders by day and 148 welders by night."}}, Says: "140 and 148"},
	{Claim: "The council passed it 5-4 on Monday.", Cites: []Exhibit{{Text: "The council passed it by one vote. Five of its members are new. The other 4 are not."}}, Says: "5 and 4 together, as in 5-4"},
	{Claim: "The yard hired 290 welders.", Cites: []Exhibit{{Text: "The yard hired 140 welders in May, 88 in June and 62 in July."}}, Says: "the sum of 140, 88 and 62"},
	{Claim: "Sales rose 21 percent.", Cites: []Exhibit{{Text: "Sales went from $240 million to $290 million."}}, Says: "the change from $240 million to $290 million"},
	{Claim: "Of the pilots 84 percent voted no.", Cites: []Exhibit{{Text: "Of 450 pilots 378 voted no."}}, Says: "378 of 450"},
	{Claim: "Halden spent $1 billion on chips.", Cites: []Exhibit{{Text: "Halden spent billions on chips."}}, Says: "$1 billion stands in no source"},
	{Claim: "The yard spent $3.2 million on cranes.", Cites: []Exhibit{{Text: "It spent on cranes. In all that was $3.2 billion.", Quote: "It spent on cranes"}}, Says: "near the words relied on, says $3.2 billion"},
	{Claim: "The yard spent $4.3 million on cranes.", Cites: []Exhibit{{Pages: []string{"It spent on cranes.", "In all that was $4.26 million."}, Quote: "It spent on cranes"}}, Says: "is rounded, exhibit.txt p. 2, near the words relied on, says"},
	{Claim: "The fee was $47 million.", Cites: []Exhibit{{Text: "The fee was set. " + farOff + " In all they spent $47 million.", Quote: "The fee was set"}}, Says: "further off"},
}

var numberSpare = []Example{
	{Claim: "The company paid $3.2 billion for the stake.", Cites: []Exhibit{{Text: "The price was US$3,200 million, it said."}}},
	{Claim: "It employs about 400 people.", Cites: []Exhibit{{Text: "The laboratory employs 412 people."}}},
	{Claim: "It spent billions on chips.", Cites: []Exhibit{{Text: "It spent $4.1 billion on chips."}}},
	{Claim: "Twenty-one people signed.", Cites: []Exhibit{{Text: "The letter bore 21 signatures."}}},
	{Claim: "It employs 420 people.", Cites: []Exhibit{{Text: "It had 240 staff in 2021 and 420 in 2023.", Quote: "240 staff in 2021"}}},
	{Claim: "The docket is No. 4:25-cv-01187.", Cites: []Exhibit{{Text: "A suit was filed."}}},
	{Claim: "Nobody said a figure.", Cites: []Exhibit{{Text: "A suit was filed over $4 million."}}},
	{Claim: "The line is 10 miles long.", Cites: []Exhibit{{Text: "The line is 16.1 km long."}}},
	{Claim: "Two thirds of the boats leaked.", Cites: []Exhibit{{Text: "Of the boats 66.7 percent leaked."}}},
	{Claim: "The toll was 40 cents.", Cites: []Exhibit{{Text: "The toll was $0.40."}}},
	{Claim: "More than half a million came.", Cites: []Exhibit{{Text: "In all 572,206 came."}}},
	{Claim: "It handled 6 percent more than in the year before.", Cites: []Exhibit{{Text: "It handled 53 tons, up from 50 tons.", Note: "= 53/50"}}},
	{Claim: "The regulator fined it £2.35m.", Cites: []Exhibit{{Text: "In March the regulator fined it 2.35 million pounds for the spill."}}},
	{Claim: "Of the claims 8.4 percent were paid.", Cites: []Exhibit{{Text: "It paid 38 claims of 450.", Note: "= 38/450"}}},
	{Claim: "The council passed it 5-4 on Monday.", Cites: []Exhibit{{Text: "Five members voted for it and four against it."}}},
	{Claim: "Carrow won 3–1.", Cites: []Exhibit{{Text: "Saltby lost 1-3 at home."}}},
	{Claim: "Halden put billions into the yard in 2019.", Cites: []Exhibit{{Text: "In 2019 Halden put $1 billion into the yard."}}},
	{Claim: "Of the claims 8 percent were paid.", Cites: []Exhibit{{Text: "It paid 38 claims of 450.", Note: "= 38/450"}}},
	{Claim: "She joined three months ago.", Cites: []Exhibit{{Text: "She joined the yard three months ago."}}},
	{Claim: "Halden signed a multibillion-dollar deal in 2023.", Cites: []Exhibit{{Text: "In 2019 Halden signed a deal worth $1 billion. In 2023 it signed one of $10 billion."}}},
}
