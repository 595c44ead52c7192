package verify

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/facts"
)

var name = Check{
	ID:    "name",
	Title: "every name of the claim is spelt as a source that it cites spells it, with the first name and the title that it gives",
	claim: checkNames,
	Catch: nameCatch,
	Spare: nameSpare,
}

// checkNames reports each name that a source spells otherwise, each person whom
// one gives another first name or title, and in one finding each those that no
// source has, or has without the first name: sources say "we" and "the company",
// so that a missing name is only worth a look.
func checkNames(q *inquiry) []claims.Finding {
	if len(q.read()) == 0 {
		return nil
	}
	var found []claims.Finding
	var missing, unnamed []facts.Fact
	seen := map[string]bool{}
	for _, n := range q.names() {
		if seen[n.Text] {
			continue
		}
		seen[n.Text] = true
		switch has := q.hasName(n.Text); {
		case has && facts.IsPersons(n.Text) && !q.hasGivenName(n.Text):
			unnamed = append(unnamed, n)
		case has:
		default:
			if f, ok := misnamed(q, n); ok {
				found = append(found, f)
				continue
			}
			missing = append(missing, n)
		}
	}
	found = append(found, checkTitles(q)...)
	if !q.isReadWhole() {
		return found
	}
	found = append(found, q.lacks(missing, "no source that is cited names %s: find one that does")...)
	return append(found, q.lacks(unnamed, "no source that is cited gives the first name of %s: find one that does")...)
}

// lacks makes one finding of names that the sources lack; none of none.
func (q *inquiry) lacks(names []facts.Fact, message string) []claims.Finding {
	if len(names) == 0 {
		return nil
	}
	var texts []string
	var where []claims.Span
	for _, n := range names {
		texts, where = append(texts, n.Text), append(where, q.span(n.Span)...)
	}
	f := q.find(claims.Info, claims.NotFound, nil, message, list(texts))
	f.Spans = where
	return []claims.Finding{f}
}

// hasGivenName reports whether a source gives a person the first name that the
// copy does.
func (q *inquiry) hasGivenName(name string) bool {
	return slices.ContainsFunc(q.read(), func(ev evidence) bool {
		return ev.reading.named().HasGivenName(name) || facts.IndexNames(ev.imprint()).HasGivenName(name)
	})
}

func (q *inquiry) hasName(name string) bool {
	for _, ev := range q.read() {
		if ev.reading.named().Covers(name) || facts.CoversName(ev.imprint(), name) {
			return true
		}
	}
	acronym := q.shortened(name)
	return acronym != "" && slices.ContainsFunc(q.read(), func(ev evidence) bool { return ev.reading.named().HasWord(acronym) })
}

// shortened returns the acronym that the copy puts in brackets behind words that
// a name is part of, folded; "" where there is none.
func (q *inquiry) shortened(name string) string {
	for _, a := range facts.Acronyms(q.claim.Text) {
		if a.Means != "" && strings.Contains(a.Means, name) {
			return strings.ToLower(a.Text)
		}
	}
	return ""
}

// imprint is what the document and the ledger say of the source itself: a
// report need not name its own outlet in its text.
func (e evidence) imprint() string {
	t, s := e.reading.text, e.source
	return strings.Join([]string{t.Title, t.Byline, t.Publisher, s.Title, s.Author, s.Publisher, s.Held}, "\n")
}

// misnamed reports a name that no source has, and that one has otherwise: spelt
// another way, or with another first name.
func misnamed(q *inquiry, n facts.Fact) (claims.Finding, bool) {
	for _, ev := range q.read() {
		for _, given := range ev.reading.names() {
			given.Text, _, _ = strings.Cut(given.Text, " of ") // Carrow Marine of Saltby
			if facts.NearName(n.Text, given.Text) || facts.NearFirstName(n.Text, given.Text) {
				return q.spelt(claims.Error, &ev, n, given, "the copy spells it %s, %s spells it %s: correct the name"), true
			}
		}
	}
	if !isPerson(n.Text, facts.Offices(q.claim.Text, []facts.Fact{n})) {
		return claims.Finding{}, false
	}
	for _, ev := range q.read() {
		if given, ok := ev.namesake(n.Text); ok && !strings.Contains(q.claim.Text, given.Text) { // else the copy knows both
			return q.spelt(claims.Warning, &ev, n, given, "the copy says %s, %s names only %s: correct the first name, or cite who that is"), true
		}
	}
	return claims.Finding{}, false
}

// spelt makes a finding of a name of the copy and one of a source.
func (q *inquiry) spelt(severity claims.Severity, ev *evidence, n, given facts.Fact, message string) claims.Finding {
	f := q.find(severity, claims.Contradicted, ev, message, n.Text, ev.source.Name()+onPage(pageName(*ev, given.Start)), given.Text)
	f.Spans, f.Evidence = q.span(n.Span), []claims.Span{given.Span}
	return f
}

// namesake returns the name of the only person in the source who has the family
// name of another.
func (e *evidence) namesake(name string) (facts.Fact, bool) {
	var only facts.Fact
	for _, given := range e.reading.names() {
		if facts.FamilyName(given.Text) != facts.FamilyName(name) || !isPerson(given.Text, e.reading.offices()) {
			continue
		}
		if only.Text != "" && !facts.SamePerson(only.Text, given.Text) {
			return facts.Fact{}, false
		}
		if only.Text == "" {
			only = given
		}
	}
	return only, only.Text != ""
}

// isPerson reports whether a full name is that of a person: its first word is a
// common first name, or one of some posts is held by its bearer.
func isPerson(name string, held []facts.Office) bool {
	return facts.IsPersons(name) || strings.Contains(name, " ") && slices.ContainsFunc(held, func(o facts.Office) bool { return o.Holder.Text == name })
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
	{Claim: "Dona Scott signed for the port.", Cites: []Exhibit{{Text: "Dana Scott signed for the port."}}, Says: "spells it Dana Scott"},
	{Claim: "The firm is Brightwatre Semiconductor.", Cites: []Exhibit{{Text: "The firm is Brightwater Semiconductor."}}, Says: "Brightwater Semiconductor"},
	{Claim: "Both Kit Moss and Ida Brandt left.", Cites: []Exhibit{{Text: "Two people left."}}, Says: "Kit Moss or Ida Brandt"},
	{Claim: "Chief Financial Officer Jane Roe signed the accounts.", Cites: []Exhibit{{Text: "Jane Roe, the chief operating officer of Halden, signed the accounts."}}, Says: "says chief operating officer"},
	{Claim: "Sen. Anna Roe voted against the harbour bill.", Cites: []Exhibit{{Text: "Rep. Anna Roe voted against the harbour bill."}}, Says: "the copy calls Anna Roe Sen, exhibit.txt says Rep"},
	{Claim: "The yard's chief executive, Peter Moss, left in May.", Cites: []Exhibit{{Text: "In May the yard lost Peter Moss, its chairman and chief financial officer."}}, Says: "correct the title"},
	{Claim: "Magistrate Judge Ida Brandt denied bail.", Cites: []Exhibit{{Text: "Bail was denied by Judge Ida Brandt."}}, Says: "correct the title"},
	{Claim: "Colonel Kit Moss led the inquiry.", Cites: []Exhibit{{Text: "The inquiry was led by Major Kit Moss."}}, Says: "says Major"},
	{Claim: "Mr. Halloran left the port in May.", Cites: []Exhibit{{Text: "Ms. Halloran left the port in May."}}, Says: "says Ms"},
	{Claim: "Laura Moss, a spokeswoman for the port, denied it.", Cites: []Exhibit{{Text: "The port's spokesman, Laura Moss, denied it."}}, Says: "says spokesman"},
	{Claim: "Finance Minister Ida Brandt opened the lock.", Cites: []Exhibit{{Text: "The lock was opened by Ida Brandt on Monday."}}, Says: "says that Ida Brandt is Finance Minister"},
	{Claim: "Mark Halloran runs the ferry line.", Cites: []Exhibit{{Text: "The ferry line is run by Peter Halloran."}}, Says: "names only Peter Halloran"},
	{Claim: "Peter Halloran took over from Mark Halloran.", Cites: []Exhibit{{Text: "Peter Halloran has run the line since May."}}, Says: "no source that is cited names Mark Halloran"},
	{Claim: "The port's pilot, Jack Sidmore, left.", Cites: []Exhibit{{Text: "Sidmore, the port's pilot, left in May."}}, Says: "the first name of Jack Sidmore"},
	{Claim: "They met in the US in May.", Cites: []Exhibit{{Text: "They met by the sea in May."}}, Says: "names US"},
	{Claim: "The study is late, said councillor Tobias Lindquist-Amar.", Cites: []Exhibit{{Text: "Councillor Tobias Lindqvist-Amar said that the study is late."}}, Says: "spells it Tobias Lindqvist-Amar"},
	{Claim: "Its chief executive, Margaret Solheim, has run the port since May.", Cites: []Exhibit{{Text: "Chief executive Marguerite Solheim has run the port since May."}}, Says: "names only Marguerite Solheim"},
	{Claim: "Mayor Ida Brandt opened the lock.", Cites: []Exhibit{{Text: "The lock was opened by Deputy Mayor Ida Brandt on Monday."}}, Says: "says Deputy Mayor"},
	{Claim: "The yard's president, Peter Moss, left in May.", Cites: []Exhibit{{Text: "In May the yard lost its vice president Peter Moss."}}, Says: "correct the title"},
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
	{Claim: "CFO Jane Roe signed the accounts.", Cites: []Exhibit{{Text: "Jane Roe, Halden's chief financial officer, signed the accounts."}}},
	{Claim: "Chief Executive Officer Jane Roe signed.", Cites: []Exhibit{{Text: "Chief executive Jane Roe signed."}}},
	{Claim: "Rep. Anna Roe voted no.", Cites: []Exhibit{{Text: "Congresswoman Anna Roe voted no."}}},
	{Claim: "Sen. Anna Roe voted no.", Cites: []Exhibit{{Text: "Rep. Anna Roe, who became a senator in May, voted no."}}},
	{Claim: "Judge Ida Brandt denied bail.", Cites: []Exhibit{{Text: "Brandt denied bail. The judge gave no reason."}, {Text: "Judge Ida Brandt, at 40 the youngest on the bench, denied bail."}}},
	{Claim: "Bill Halloran runs the line.", Cites: []Exhibit{{Text: "The line is run by William J. Halloran."}}},
	{Claim: "Donald Halloran runs the line.", Cites: []Exhibit{{Text: "The line is run by Donald J. Halloran."}}},
	{Claim: "Peter Halloran runs the line.", Cites: []Exhibit{{Text: "Peter runs it, as his father, Mark Halloran, did."}, {Text: "The line is Peter Halloran's."}}},
	{Claim: "The Portuguese yard closed.", Cites: []Exhibit{{Text: "The yard, in Portugal, closed."}}},
	{Claim: "The US agreed to it.", Cites: []Exhibit{{Text: "The United States agreed."}}},
	{Claim: "The Harbour and Coast Commission (HCC) agreed.", Cites: []Exhibit{{Text: "The HCC agreed."}}},
	{Claim: "The White House agreed to it.", Cites: []Exhibit{{Text: "The president agreed to it."}}},
	{Claim: "The Justice Department sued.", Cites: []Exhibit{{Text: "The Department of Justice sued; the Justice Department said so."}}},
	{Claim: "The study is late, said Tobias Lindqvist-Amar.", Cites: []Exhibit{{Text: "Councillor Tobias Lindqvist-Amar said that the study is late."}}},
	{Claim: "The study is late, said Tobias Lindqvist-Amar.", Cites: []Exhibit{{Text: "Amar said that the study is late. Tobias said so too."}}},
	{Claim: "Mayor Ida Brandt opened the lock.", Cites: []Exhibit{{Text: "Ida Brandt, once the deputy mayor and now mayor, opened the lock."}}},
	{Claim: "Margaret Solheim runs the port.", Cites: []Exhibit{{Text: "The ferry is the Marguerite Solheim. Margaret Solheim runs the port."}}},
}
