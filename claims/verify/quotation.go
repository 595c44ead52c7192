package verify

import (
	"strings"

	"stet/claims"
	"stet/claims/facts"
	"stet/claims/quote"
	"stet/sources"
)

var quotation = Check{
	ID:    "quotation",
	Title: "words that the copy puts in quotation marks stand in a source that it cites",
	claim: checkQuotations,
	Catch: quotationCatch,
	Spare: quotationSpare,
}

func checkQuotations(q *inquiry) []claims.Finding {
	if len(q.read()) == 0 {
		return nil
	}
	var found []claims.Finding
	for i, said := range q.said {
		if f, ok := checkQuotation(q, i, said); ok {
			f.Spans = q.span(said.Span)
			found = append(found, f)
		}
	}
	return found
}

// isReliedOn reports whether a citation whose source could be read relies on the
// words.
func isReliedOn(q *inquiry, words string) bool {
	folded := strings.ToLower(claims.FoldWords(words))
	for _, ev := range q.evidence {
		if ev.reading != nil && strings.Contains(strings.ToLower(claims.FoldWords(ev.citation.Quote)), folded) {
			return true
		}
	}
	return false
}

// checkQuotation looks for the words in every source that the claim cites; the
// best place decides.
func checkQuotation(q *inquiry, i int, said facts.Fact) (claims.Finding, bool) {
	var near *evidence
	var nearest quote.Result
	for _, ev := range q.read() {
		at := ev.said[i]
		if stands(at.Class) {
			return claims.Finding{}, false
		}
		if at.Class == claims.Altered && near == nil {
			near, nearest = &ev, at
		}
	}
	switch {
	case near != nil:
		f := q.find(claims.Error, claims.Contradicted, near,
			"“%s” is quoted, but %s%s %s: quote it as it stands",
			shorten(said.Text), near.source.Name(), onPage(pageName(*near, nearest.Start)), describe(nearest.Difference, "the copy has"))
		f.Evidence = []claims.Span{nearest.Span}
		return f, true
	case q.isReadWhole():
		return q.find(claims.Error, claims.NotFound, nil,
			"“%s” is quoted, but stands in no source that is cited: cite who said it, or take away the quotation marks", shorten(said.Text)), true
	}
	return q.find(claims.Info, claims.Unread, nil,
		"“%s” is quoted, and stands in no cited source that could be read: check the others by hand", shorten(said.Text)), true
}

var quotationCatch = []Example{
	{Claim: "He called the deal “a disgrace.”", Cites: []Exhibit{{Text: "He called the deal a success."}}, Says: "a disgrace"},
	{Claim: "He called it “foundational.”", Cites: []Exhibit{{Text: "He called it fundamental."}}, Says: "foundational"},
	{Claim: "She said “we will not sell our stake in the laboratory.”", Cites: []Exhibit{{Text: "“We may not sell our stake in the laboratory,” she said."}}, Says: "may"},
	{Claim: "He called it “art.”", Cites: []Exhibit{{Text: "The party began."}}, Says: "art"},
	{Claim: "He called it “art.”", Cites: []Exhibit{{Text: "The party began."}, {State: sources.Missing}}, Says: "could be read"},
	{Claim: "She said “we shall never sell the ferry.”", Cites: []Exhibit{{Text: "“We shall sell the ferry,” she said."}}, Says: "never"},
	{Claim: "“The books were in order,” he said.", Cites: []Exhibit{{Text: "He said that the books were out of order."}}, Says: "is quoted"},
	{Claim: "He told them to “get out of my harbour.”", Cites: []Exhibit{{Text: "He told them to leave."}}, Says: "get out of my harbour"},
	{Claim: "“It cost 40 million,” she said.", Cites: []Exhibit{{Text: "“It cost 14 million,” she said."}}, Says: "14"},
	{Claim: "She called it “a farce” and “a fraud.”", Cites: []Exhibit{{Text: "She called it a farce."}}, Says: "a fraud"},
	{Claim: "“We were never told of it,” the union said.", Cites: []Exhibit{{Text: "The union was told late."}}, Says: "cite who said it"},
	{Claim: "“They can keep it,” said Moss.", Cites: []Exhibit{{Text: "Moss said nothing.", Quote: "said nothing"}}, Says: "They can keep it"},
}

var quotationSpare = []Example{
	{Claim: "He called it “foundational.”", Cites: []Exhibit{{Text: "It is foundational, he said."}}},
	{Claim: "He called it “staggering,” and left.", Cites: []Exhibit{{Text: "Demand was 'staggering'."}}},
	{Claim: "It isn’t the firm’s way.", Cites: []Exhibit{{Text: "Nothing."}}},
	{Claim: "“It is over,” she said.", Cites: []Exhibit{{Text: "She spoke."}, {Text: "She said: “It is over.”"}}},
	{Claim: "He called it “art.”", Cites: []Exhibit{{State: sources.Missing}}},
	{Claim: "He called it “a very fine thing.”", Cites: []Exhibit{{Text: "He spoke.", Quote: "a very fine thing"}}},
	{Claim: "“It’s over,” she said.", Cites: []Exhibit{{Text: "\"It's over,\" she said."}}},
	{Claim: "He called it “a fine thing.”", Cites: []Exhibit{{Text: "He called it a\nfine thing."}}},
	{Claim: "The pilots’ union and the ships’ owners agreed.", Cites: []Exhibit{{Text: "They agreed."}}},
	{Claim: "“We will … sell it,” she said.", Cites: []Exhibit{{Text: "“We will, in time, sell it,” she said."}}},
	{Claim: "“It is over,” she said.", Cites: []Exhibit{{Held: "tel., Dana Scott, 3 May"}}},
	{Claim: "“It is over,” she said."},
}
