package verify

import (
	"strings"

	"stet/claims"
	"stet/claims/facts"
)

var name = Check{
	ID:    "name",
	Title: "every name of the claim is spelt as a source that it cites spells it",
	claim: checkNames,
	Catch: nameCatch,
	Spare: nameSpare,
}

// checkNames reports each name that a source spells otherwise, and in one
// finding those that no source has: sources say "we" and "the company", so
// that a missing name is only worth a look.
func checkNames(q *inquiry) []claims.Finding {
	if len(q.read()) == 0 {
		return nil
	}
	var found []claims.Finding
	var missing []string
	var where []claims.Span
	seen := map[string]bool{}
	for _, n := range q.names() {
		if seen[n.Text] || q.hasName(n.Text) {
			continue
		}
		seen[n.Text] = true
		if f, ok := misspelt(q, n); ok {
			found = append(found, f)
			continue
		}
		missing, where = append(missing, n.Text), append(where, q.span(n.Span)...)
	}
	if len(missing) > 0 && q.isReadWhole() {
		f := q.find(claims.Info, claims.NotFound, nil, "no source that is cited names %s: find one that does", list(missing))
		f.Spans = where
		found = append(found, f)
	}
	return found
}

func (q *inquiry) hasName(name string) bool {
	for _, ev := range q.read() {
		if ev.reading.named().Covers(name) || facts.CoversName(ev.imprint(), name) {
			return true
		}
	}
	return false
}

// imprint is what the document and the ledger say of the source itself: a
// report need not name its own outlet in its text.
func (e evidence) imprint() string {
	t, s := e.reading.text, e.source
	return strings.Join([]string{t.Title, t.Byline, t.Publisher, s.Title, s.Author, s.Publisher, s.Held}, "\n")
}

func misspelt(q *inquiry, n facts.Fact) (claims.Finding, bool) {
	for _, ev := range q.read() {
		for _, given := range ev.reading.names() {
			given.Text, _, _ = strings.Cut(given.Text, " of ") // Carrow Marine of Saltby
			if !facts.NearName(n.Text, given.Text) {
				continue
			}
			f := q.find(claims.Error, claims.Contradicted, &ev, "the copy spells it %s, %s%s spells it %s: correct the name",
				n.Text, ev.source.Name(), onPage(pageName(ev, given.Start)), given.Text)
			f.Spans, f.Evidence = q.span(n.Span), []claims.Span{given.Span}
			return f, true
		}
	}
	return claims.Finding{}, false
}

// list joins names as prose does.
func list(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

var nameCatch = []Example{
	{Claim: "The suit was brought by Dana Whitlock.", Cites: []Exhibit{{Text: "Plaintiff Dana Whitlok brings this action."}}, Says: "spells it Dana Whitlok"},
	{Claim: "The judge is Katherine Reyes.", Cites: []Exhibit{{Text: "Before the Hon. Katharine Reyes, the parties met."}}, Says: "spells it"},
	{Claim: "It was led by Marcus Oyelaran.", Cites: []Exhibit{{Text: "The round was led by Oyelaran Partners' founder, Markus Oyelaran."}}, Says: "Markus Oyelaran"},
	{Claim: "The chips came from Brightwater Semiconductor.", Cites: []Exhibit{{Text: "The chips were bought abroad."}}, Says: "no source that is cited names"},
	{Claim: "Pieter Lindqvist was at the helm.", Cites: []Exhibit{{Text: "Captain Pieter Lindquist was at the helm."}}, Says: "spells it Pieter Lindquist"},
	{Claim: "The ship belongs to Carrow Marnie.", Cites: []Exhibit{{Text: "The ship belongs to Carrow Marine of Saltby."}}, Says: "Carrow Marine"},
	{Claim: "It was Nora Feild who designed it.", Cites: []Exhibit{{Text: "The architect was Nora Field of Leeds."}}, Says: "Nora Field"},
	{Claim: "It was found by the Oldsluis Obsevrer.", Cites: []Exhibit{{Text: "The Oldsluis Observer found it."}}, Says: "Oldsluis Observer"},
	{Claim: "They met in Easterhaven.", Cites: []Exhibit{{Text: "They met by the sea."}}, Says: "no source that is cited names Easterhaven"},
	{Claim: "Dona Scott signed for the port.", Cites: []Exhibit{{Text: "Dana Scott signed for the port."}}, Says: "names Dona Scott"},
	{Claim: "The firm is Brightwatre Semiconductor.", Cites: []Exhibit{{Text: "The firm is Brightwater Semiconductor."}}, Says: "Brightwater Semiconductor"},
	{Claim: "Both Kit Moss and Ida Brandt left.", Cites: []Exhibit{{Text: "Two people left."}}, Says: "Kit Moss or Ida Brandt"},
}

var nameSpare = []Example{
	{Claim: "Dana Whitlock sued.", Cites: []Exhibit{{Text: "Dana Whitlock sued in March."}}},
	{Claim: "Then Whitlock sued.", Cites: []Exhibit{{Text: "Dana Whitlock sued in March."}}},
	{Claim: "Whitlock’s lawyers agreed.", Cites: []Exhibit{{Text: "Lawyers for Dana Whitlock agreed."}}},
	{Claim: "The Courier reported a deal.", Cites: []Exhibit{{Publisher: "The Courier", Text: "There is a deal."}}},
	{Claim: "Jose Pena left.", Cites: []Exhibit{{Text: "José Peña left the board."}}},
	{Claim: "Halden Systems agreed.", Cites: []Exhibit{{Text: "Halden Systems, Inc. agreed to it."}}},
	{Claim: "The company agreed on Monday.", Cites: []Exhibit{{Text: "The parties agreed."}}},
	{Claim: "The SEC agreed.", Cites: []Exhibit{{Text: "The Securities and Exchange Commission agreed."}}},
	{Claim: "The Saltby Port Authority agreed.", Cites: []Exhibit{{Text: "The SPA agreed."}}},
	{Claim: "Saint Denis was closed.", Cites: []Exhibit{{Text: "The station of Saint-Denis was closed."}}},
	{Claim: "J. Brandt left.", Cites: []Exhibit{{Text: "Jo Brandt left."}}},
	{Claim: "Whitlock sued.", Cites: []Exhibit{{State: "missing"}}},
}
