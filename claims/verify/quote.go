package verify

import (
	"fmt"
	"strconv"
	"strings"

	"stet/claims"
	"stet/claims/quote"
	"stet/sources"
)

var quoteCheck = Check{
	ID:    "quote",
	Title: "the words that a footnote quotes stand in its source, in the place it names",
	claim: checkQuotes,
	Catch: quoteCatch,
	Spare: quoteSpare,
}

// query looks for the words that the citation relies on, in the passage that it
// names first; of several places, in that which was meant before.
func (e *evidence) query() quote.Query {
	query := quote.Query{Quote: e.citation.Quote, Near: -1, Within: e.passage.spans}
	if e.was != nil {
		query.Prefix, query.Suffix, query.Near = e.was.Selector.Prefix, e.was.Selector.Suffix, e.was.Start
	}
	return query
}

// matched makes a match of what was found in the passage. Where that does not
// stand there it looks everywhere.
func (e *evidence) matched(text *quote.Folded, found quote.Result) *claims.Match {
	if e.passage.found && !stands(found.Class) {
		query := e.query()
		query.Within = nil
		if elsewhere := text.Locate(query); stands(elsewhere.Class) || found.Class == claims.Absent {
			found = elsewhere
		}
	}
	m := &claims.Match{Citation: e.citation.ID, Snapshot: e.snapshot, Class: found.Class}
	if found.Class == claims.Absent {
		return m
	}
	m.Span, m.Difference = found.Span, found.Difference
	m.Selector = e.reading.ruler().Select(found.Span).Cloned()
	m.Page = pageName(*e, found.Start)
	m.WrongPage = e.passage.found && !e.passage.contains(found.Start)
	return m
}

// stands reports whether a class of match means that the source has the words.
func stands(c claims.Class) bool {
	return c != claims.Altered && c != claims.Absent
}

// pageName names the page on which an offset stands as the locator would: by
// what is printed on it, else by its number.
func pageName(ev evidence, offset int) string {
	page, ok := ev.reading.text.PageAt(offset)
	switch {
	case !ok:
		return ""
	case page.Printed != "":
		return page.Printed
	}
	return strconv.Itoa(page.Number)
}

func checkQuotes(q *inquiry) []claims.Finding {
	var found []claims.Finding
	for _, ev := range q.read() {
		if f, ok := checkQuote(q, &ev); ok {
			found = append(found, f)
		}
	}
	return found
}

func checkQuote(q *inquiry, ev *evidence) (claims.Finding, bool) {
	m, source := ev.match, ev.source.Name()
	if m == nil {
		return checkPage(q, ev)
	}
	var f claims.Finding
	switch {
	case m.Class == claims.Absent && ev.reading.mayHide(ev.passage):
		return q.find(claims.Info, claims.Unread, ev,
			"“%s” is not in what could be read of %s, which has scanned pages: look there by eye", shorten(ev.citation.Quote), source), true
	case m.Class == claims.Absent:
		return q.find(claims.Error, claims.NotFound, ev,
			"%s does not have “%s”: quote its own words, or cite where these stand", source, shorten(ev.citation.Quote)), true
	case m.Class == claims.Altered:
		f = q.find(claims.Error, claims.Contradicted, ev,
			"%s%s %s: quote it as it stands", source, onPage(m.Page), describe(m.Difference, "the footnote quotes"))
	case m.WrongPage:
		f = q.find(claims.Warning, claims.Contradicted, ev,
			"“%s” stands in %s%s, not %s: correct the locator", shorten(ev.citation.Quote), source, onPage(m.Page), where(ev.citation.Locator))
	case ev.namesNoPage():
		f = q.find(claims.Warning, claims.Contradicted, ev,
			"“%s” stands in %s%s, which has no %s: correct the locator", shorten(ev.citation.Quote), source, onPage(m.Page), ev.citation.Locator)
	case ev.passage.named && !ev.passage.found:
		f = q.find(claims.Info, claims.Unread, ev,
			"%s has the words, but no %s can be told apart in it: check the locator by eye", source, ev.citation.Locator)
	case m.Class == claims.OCR:
		f = q.find(claims.Info, claims.Found, ev,
			"%s has “%s” but for what scanners confuse: compare it by eye", source, shorten(ev.citation.Quote))
	default:
		return claims.Finding{}, false
	}
	f.Evidence = []claims.Span{m.Span}
	return f, true
}

// checkPage tests a locator that comes without a quote: there is nothing to
// look for, but the page must be there.
func checkPage(q *inquiry, ev *evidence) (claims.Finding, bool) {
	if !ev.namesNoPage() {
		return claims.Finding{}, false
	}
	return q.find(claims.Warning, claims.NotFound, ev,
		"%s has %d pages and no %s: correct the locator", ev.source.Name(), len(ev.reading.text.Pages), ev.citation.Locator), true
}

// namesNoPage reports whether the locator names a page that a paged document
// doesn't have.
func (e *evidence) namesNoPage() bool {
	return e.citation.Locator.Page != "" && len(e.reading.text.Pages) > 0 && len(pageSpans(e.reading.text, e.citation.Locator)) == 0
}

// where says "at p. 3", or "at 1:02", of a locator.
func where(l claims.Locator) string {
	return "at " + strings.TrimPrefix(l.String(), "at ")
}

func onPage(page string) string {
	if page == "" {
		return ""
	}
	return " p. " + page
}

// describe says what a source has in place of a quote's words, and what kind of
// change that is where it turns the sense.
// The words say whose the quoted ones are.
func describe(difference []claims.Edit, words string) string {
	changes := quote.Changes(difference)
	var has, quoted []string
	for _, c := range changes {
		if c.Source != "" {
			has = append(has, c.Source)
		}
		if c.Quote != "" {
			quoted = append(quoted, c.Quote)
		}
	}
	return says(has, quoted, words) + named(changes)
}

func says(has, quoted []string, words string) string {
	switch {
	case len(quoted) == 0:
		return fmt.Sprintf("also has “%s” within the words quoted", strings.Join(has, " … "))
	case len(has) == 0:
		return fmt.Sprintf("lacks “%s” within the words quoted", strings.Join(quoted, " … "))
	}
	return fmt.Sprintf("has “%s” where %s “%s”", strings.Join(has, " … "), words, strings.Join(quoted, " … "))
}

// named names the kinds of change that turn the sense, in brackets.
func named(changes []quote.Change) string {
	var kinds []string
	for _, k := range quote.Kinds(changes) {
		if k != quote.WordingChange && k != quote.OmissionChange && k != quote.InsertedChange {
			kinds = append(kinds, string(k))
		}
	}
	if len(kinds) == 0 {
		return ""
	}
	return " (" + strings.Join(kinds, ", ") + ")"
}

// shorten keeps a quote to what a line of findings has room for.
func shorten(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return strings.TrimSpace(string(runes[:most-1])) + "…"
}

var quoteCatch = []Example{
	{Claim: "It may keep the stake.", Cites: []Exhibit{{Text: "The company may keep its stake in the laboratory.", Quote: "will keep its stake in the laboratory"}}, Says: "will"},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "The company sold its boats.", Quote: "kept its stake in the laboratory"}}, Says: "does not have"},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Pages: []string{"Nothing is here.", "The company kept its stake in it."}, Quote: "kept its stake", Locator: claims.Locator{Page: "1"}}}, Says: "p. 2"},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "1. It was founded in May.\n2. The company kept its stake.\n3. It rained.", Quote: "kept its stake", Locator: claims.Locator{Paragraph: "3"}}}, Says: "¶ 3"},
	{Claim: "It did not keep the stake.", Cites: []Exhibit{{Text: "The company did keep its stake in the laboratory.", Quote: "did not keep its stake in the laboratory"}}, Says: "not"},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Pages: []string{"Nothing is here.", "The company kept its stake in it."}, Quote: "kept its stake", Locator: claims.Locator{Page: "9"}}}, Says: "which has no p. 9"},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Pages: []string{"Nothing is here.", "The company kept its stake in it."}, Locator: claims.Locator{Page: "9"}}}, Says: "has 2 pages and no p. 9"},
	{Claim: "It was art.", Cites: []Exhibit{{Text: "The party began.", Quote: "art"}}, Says: "does not have"},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "The company kept its stake.", Quote: "kept its stake", Locator: claims.Locator{Page: "4"}}}, Says: "check the locator by eye"},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Pages: []string{"Nothing is here.", "\f"}, Quote: "kept its stake"}}, Says: "scanned pages"},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Pages: []string{"Nothing is here.", "\f"}, Quote: "kept its stake", Locator: claims.Locator{Page: "1"}}}, Says: "does not have"},
	{Claim: "It paid 40.", Cites: []Exhibit{{Text: "The owner paid 48 thousand for the old boat.", Quote: "paid 40 thousand for the old boat"}}, Says: "48"},
}

var quoteSpare = []Example{
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "The company kept its stake.", Quote: "kept its stake"}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "The company’s “stake” – it’s kept.", Quote: `The company's "stake" - it's kept`}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Pages: []string{"Nothing.", "It kept its stake."}, Quote: "kept its stake", Locator: claims.Locator{Page: "2"}}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Pages: []string{"Nothing.", "It kept its stake."}, Quote: "kept its stake", Locator: claims.Locator{Page: "1", PageEnd: "2"}}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "1. It was founded in May.\n2. The company kept its stake.\n3. It rained.", Quote: "kept its stake", Locator: claims.Locator{Paragraph: "2"}}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "1. It was founded in May.\n2. It rained.\n3. The company kept its stake.\n4. It rained.", Quote: "kept its stake", Locator: claims.Locator{Paragraph: "2-3"}}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "00:10 Operator: Hello.\n12:40 Chief: We kept our stake.\n13:00 Bye.", Quote: "We kept our stake", Locator: claims.Locator{Time: "12:40"}}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "It re-\norganised and kept its stake.", Quote: "reorganised and kept"}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{State: sources.Missing, Quote: "kept its stake"}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Pages: []string{"Nothing.", "It kept its stake."}, Locator: claims.Locator{Page: "2"}}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "The company kept its stake.", Locator: claims.Locator{Page: "2"}}}},
	{Claim: "It kept the stake.", Cites: []Exhibit{{Text: "The company, which was small, kept its stake.", Quote: "The company … kept its stake"}}},
}
