package verify

import (
	"strings"

	"stet/claims"
	"stet/claims/facts"
)

var (
	superlative = emphasisCheck("superlative", "a superlative is one that a source uses", facts.Superlative,
		"“%s” stands in no source that is cited: find who counted, or say it less strongly", superlativeCatch, superlativeSpare)
	absolute = emphasisCheck("absolute", "a word such as never or all is one that a source uses", facts.Absolute,
		"“%s” stands in no source that is cited, and one exception makes it wrong: find who says it", absoluteCatch, absoluteSpare)
	causal = emphasisCheck("causal", "what the copy says caused something, a source says did", facts.Cause,
		"no source that is cited says “%s” or the like, and one thing after another is no cause: find who says that it was", causalCatch, causalSpare)
)

// emphasisCheck makes the check that words of a kind stand in a source. It only
// ever gives a note: sources say the same in other words.
func emphasisCheck(id, title string, kind facts.Kind, message string, catch, spare []Example) Check {
	return Check{ID: id, Title: title, Catch: catch, Spare: spare, claim: func(q *inquiry) []claims.Finding {
		if !q.isReadWhole() {
			return nil
		}
		var found []claims.Finding
		for _, f := range facts.Emphases(q.claim.Text) {
			if f.Kind != kind || q.isQuotedAt(f.Span) || q.emphasises(f) {
				continue
			}
			finding := q.find(claims.Info, claims.NotFound, nil, message, strings.Join(strings.Fields(f.Text), " "))
			finding.Spans = q.span(f.Span)
			found = append(found, finding)
		}
		return found
	}}
}

// isQuotedAt reports whether a stretch of the claim lies in quotation marks:
// then the words are somebody's, and looked up as such.
func (q *inquiry) isQuotedAt(s claims.Span) bool {
	for _, said := range facts.Quotations(q.claim.Text) {
		if said.Start <= s.Start && s.End <= said.End {
			return true
		}
	}
	return false
}

// emphasises reports whether a source has the same words, or a cause where the
// copy tells one, in the sentence that is most like the claim or the words
// relied on, or the same words anywhere.
func (q *inquiry) emphasises(f facts.Fact) bool {
	words := strings.ToLower(strings.Join(strings.Fields(f.Text), " "))
	for _, ev := range q.read() {
		for _, given := range ev.reading.emphases() {
			switch {
			case given.Kind == f.Kind && strings.ToLower(strings.Join(strings.Fields(given.Text), " ")) == words:
				return true
			case given.Kind == facts.Cause && f.Kind == facts.Cause && q.isNear(&ev, given.Span):
				return true
			}
		}
	}
	return false
}

// isNear reports whether a stretch of a source lies in the words relied on, near
// them, or in a sentence that shares words with the claim.
func (q *inquiry) isNear(ev *evidence, s claims.Span) bool {
	const alike = 2 // words
	return ev.quoted() != nil && ev.distance(s) <= besideIt || shared(contentWords(q.claim.Text), contentWords(ev.reading.sentence(s.Start).In(ev.reading.text.Body))) >= alike
}

var superlativeCatch = []Example{
	{Claim: "It was the largest merger in the port's history.", Cites: []Exhibit{{Text: "The merger of the two ports was signed."}}, Says: "“the largest”"},
	{Claim: "She is the first woman to run the yard.", Cites: []Exhibit{{Text: "She runs the yard."}}, Says: "“the first”"},
	{Claim: "It is the only ferry to the island.", Cites: []Exhibit{{Text: "The ferry goes to the island."}}, Says: "“the only”"},
	{Claim: "Sales hit a record.", Cites: []Exhibit{{Text: "Sales rose."}}, Says: "“record”"},
	{Claim: "It was an unprecedented move.", Cites: []Exhibit{{Text: "The board dismissed him."}}, Says: "“unprecedented”"},
	{Claim: "It is the most expensive house in Saltby.", Cites: []Exhibit{{Text: "The house was sold for £9m."}}, Says: "“the most”"},
	{Claim: "He gave the longest speech of the night.", Cites: []Exhibit{{Text: "He spoke for an hour."}}, Says: "“the longest”"},
	{Claim: "It was a historic vote.", Cites: []Exhibit{{Text: "The council voted."}}, Says: "“historic”"},
	{Claim: "The mine is the deepest in the world.", Cites: []Exhibit{{Text: "The mine is 3 km deep."}}, Says: "“the deepest”"},
	{Claim: "It was the worst storm in memory.", Cites: []Exhibit{{Text: "The storm took 40 roofs."}}, Says: "“the worst”"},
	{Claim: "Halden is the leading maker of pumps.", Cites: []Exhibit{{Text: "Halden makes pumps."}}, Says: "“the leading”"},
	{Claim: "Prices reached an all-time high.", Cites: []Exhibit{{Text: "Prices reached $90."}}, Says: "“all-time”"},
}

var superlativeSpare = []Example{
	{Claim: "It was the largest merger in the port's history.", Cites: []Exhibit{{Text: "The merger is the largest ever, the port said."}}},
	{Claim: "She is the first woman to run the yard.", Cites: []Exhibit{{Text: "No woman was at its head before: she is the first."}}},
	{Claim: "It is the only ferry to the island.", Cites: []Exhibit{{Text: "The island has but one ferry, the only one of the line."}}},
	{Claim: "“It is the best house in Saltby,” she said.", Cites: []Exhibit{{Text: "“It is the best house in Saltby,” said Ms Moss."}}},
	{Claim: "The latest ferry leaves at ten.", Cites: []Exhibit{{Text: "A ferry leaves at ten."}}},
	{Claim: "The port lies in the west.", Cites: []Exhibit{{Text: "The port lies on the western shore."}}},
	{Claim: "The test failed.", Cites: []Exhibit{{Text: "It failed in the test."}}},
	{Claim: "It was the largest merger.", Cites: []Exhibit{{State: "blocked"}}},
	{Claim: "It was the largest merger.", Cites: []Exhibit{{Text: "A merger."}, {State: "blocked"}}},
	{Claim: "The guest of honour left.", Cites: []Exhibit{{Text: "He left."}}},
	{Claim: "Sales rose.", Cites: []Exhibit{{Text: "Sales hit a record."}}},
	{Claim: "Sales hit a record.", Cites: []Exhibit{{Text: "Sales hit a record of 900."}}},
}

var absoluteCatch = []Example{
	{Claim: "The company never paid the fine.", Cites: []Exhibit{{Text: "The company has not paid the fine so far."}}, Says: "“never”"},
	{Claim: "All of the crew survived.", Cites: []Exhibit{{Text: "The crew was rescued."}}, Says: "“All of”"},
	{Claim: "Every ship was inspected.", Cites: []Exhibit{{Text: "Ships were inspected."}}, Says: "“Every”"},
	{Claim: "Nobody was warned.", Cites: []Exhibit{{Text: "The harbour office gave few warnings."}}, Says: "“Nobody”"},
	{Claim: "No one saw the file.", Cites: []Exhibit{{Text: "The file was kept in a safe."}}, Says: "“No one”"},
	{Claim: "The files were completely destroyed.", Cites: []Exhibit{{Text: "The files burnt."}}, Says: "“completely”"},
	{Claim: "He always denied it.", Cites: []Exhibit{{Text: "He denied it in court."}}, Says: "“always”"},
	{Claim: "There is no evidence of fraud.", Cites: []Exhibit{{Text: "The inquiry did not look at fraud."}}, Says: "“no evidence”"},
	{Claim: "The fund is wholly owned by the state.", Cites: []Exhibit{{Text: "The state owns the fund."}}, Says: "“wholly”"},
	{Claim: "Everyone at the yard signed.", Cites: []Exhibit{{Text: "The letter bore 21 signatures."}}, Says: "“Everyone”"},
	{Claim: "None of them was charged.", Cites: []Exhibit{{Text: "They were released."}}, Says: "“None”"},
	{Claim: "It was entirely his idea.", Cites: []Exhibit{{Text: "It was his idea, he said."}}, Says: "“entirely”"},
}

var absoluteSpare = []Example{
	{Claim: "The company never paid the fine.", Cites: []Exhibit{{Text: "It never paid."}}},
	{Claim: "All of the crew survived.", Cites: []Exhibit{{Text: "All of them came ashore."}}},
	{Claim: "Every ship was inspected.", Cites: []Exhibit{{Text: "We look at every ship, the office said."}}},
	{Claim: "“Nobody told us,” she said.", Cites: []Exhibit{{Text: "“Nobody told us,” said Ms Moss."}}},
	{Claim: "He denied it.", Cites: []Exhibit{{Text: "He always denied it."}}},
	{Claim: "The files were destroyed.", Cites: []Exhibit{{Text: "The files burnt."}}},
	{Claim: "The company never paid.", Cites: []Exhibit{{State: "missing"}}},
	{Claim: "The company never paid.", Cites: []Exhibit{{Text: "The fine stands."}, {State: "missing"}}},
	{Claim: "There is no evidence of fraud.", Cites: []Exhibit{{Text: "The inquiry found no evidence of it."}}},
	{Claim: "The fund is wholly owned by the state.", Cites: []Exhibit{{Text: "The fund, wholly the state's, was set up in 1990."}}},
	{Claim: "The several ships were seen.", Cites: []Exhibit{{Text: "Ships were seen."}}},
	{Claim: "Most of them signed.", Cites: []Exhibit{{Text: "Many signed."}}},
}

var causalCatch = []Example{
	{Claim: "The fire was caused by a cable.", Cites: []Exhibit{{Text: "The fire began in the engine room, where cables lie."}}, Says: "“caused by”"},
	{Claim: "He left because of the inquiry.", Cites: []Exhibit{{Text: "He left in May. The inquiry opened in April."}}, Says: "“because of”"},
	{Claim: "The strike led to a shortage.", Cites: []Exhibit{{Text: "There was a strike, and a shortage."}}, Says: "“led to”"},
	{Claim: "The report prompted a search.", Cites: []Exhibit{{Text: "A search followed the report."}}, Says: "“prompted”"},
	{Claim: "Prices fell due to the ban.", Cites: []Exhibit{{Text: "Prices fell in June. The ban came in May."}}, Says: "“due to”"},
	{Claim: "The leak resulted in two deaths.", Cites: []Exhibit{{Text: "Two men died. There was a leak."}}, Says: "“resulted in”"},
	{Claim: "Thanks to the levee the town stayed dry.", Cites: []Exhibit{{Text: "The town stayed dry. It has a levee."}}, Says: "“Thanks to”"},
	{Claim: "The tweet triggered a sell-off.", Cites: []Exhibit{{Text: "Shares fell after the tweet."}}, Says: "“triggered”"},
	{Claim: "Debts forced the yard to close.", Cites: []Exhibit{{Text: "The yard closed with debts of £4m."}}, Says: "“forced”"},
	{Claim: "The speech sparked protests.", Cites: []Exhibit{{Text: "Protests were held that night."}}, Says: "“sparked”"},
	{Claim: "She resigned as a result of the vote.", Cites: []Exhibit{{Text: "She resigned after the vote."}}, Says: "“as a result of”"},
	{Claim: "The delay stemmed from a dispute.", Cites: []Exhibit{{Text: "There was a dispute and a delay."}}, Says: "“stemmed from”"},
}

var causalSpare = []Example{
	{Claim: "The fire was caused by a cable.", Cites: []Exhibit{{Text: "A cable caused the fire, the inquiry found."}}},
	{Claim: "He left because of the inquiry.", Cites: []Exhibit{{Text: "He left the board due to the inquiry, he said."}}},
	{Claim: "The strike led to a shortage.", Cites: []Exhibit{{Text: "The shortage resulted in queues; the strike led to it."}}},
	{Claim: "The strike was followed by a shortage.", Cites: []Exhibit{{Text: "There was a strike, and a shortage."}}},
	{Claim: "“It fell because of us,” he said.", Cites: []Exhibit{{Text: "“It fell because of us,” said Mr Moss."}}},
	{Claim: "The report prompted a search.", Cites: []Exhibit{{State: "blocked"}}},
	{Claim: "The report prompted a search.", Cites: []Exhibit{{Text: "A report."}, {State: "blocked"}}},
	{Claim: "Prices fell due to the ban.", Cites: []Exhibit{{Text: "The ban triggered a fall in prices."}}},
	{Claim: "Two men died after the leak.", Cites: []Exhibit{{Text: "The leak caused two deaths."}}},
	{Claim: "She resigned.", Cites: []Exhibit{{Text: "She resigned because of the vote."}}},
	{Claim: "The levee kept the town dry.", Cites: []Exhibit{{Text: "The town stayed dry."}}},
	{Claim: "Debts forced the yard to close.", Cites: []Exhibit{{Text: "Its debts forced the yard to close, said the owner.", Quote: "forced the yard to close"}}},
}
