package verify

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/sources"
)

var superseded = Check{
	ID:    "superseded",
	Title: "no court paper is cited in whose place another of the article's sources has come",
	claim: checkSuperseded,
	Catch: supersededCatch,
	Spare: supersededSpare,
}

// successions lists how one court paper takes the place of another, by words of
// their titles.
var successions = []struct {
	earlier, later []string
	happened       string
}{
	{[]string{"complaint"}, []string{"amended", "complaint"}, "was amended"},
	{[]string{"petition"}, []string{"amended", "petition"}, "was amended"},
	{[]string{"indictment"}, []string{"superseding", "indictment"}, "was superseded"},
	{[]string{"order"}, []string{"vacat", "order"}, "was vacated"},
	{[]string{"order"}, []string{"amended", "order"}, "was amended"},
	{[]string{"judgment"}, []string{"revers", "judgment"}, "was reversed"},
	{[]string{"judgment"}, []string{"amended", "judgment"}, "was amended"},
	{[]string{"order"}, []string{"revers", "order"}, "was reversed"},
	{[]string{"opinion"}, []string{"amended", "opinion"}, "was amended"},
	{[]string{"declaration"}, []string{"corrected", "declaration"}, "was corrected"},
	{[]string{"declaration"}, []string{"amended", "declaration"}, "was amended"},
}

// procedural are words in titles of orders that decide nothing of what is
// alleged.
var procedural = []string{"schedul", "extension", "extend", "pro hac", "protective", "seal", "stipulat", "setting", "referr", "reassign", "appearance", "page limit",
	"continu", "conference", "discovery", "deadline", "briefing", "service", "relat", "transfer", "appoint"}

// checkSuperseded warns of a citation of a court paper where another of the
// article's sources is a later one of the same case that takes its place, or in
// which the court has ruled on what this one alleges, and the claim does not cite
// that. Cases and days are those of the stamps; where papers bear none, titles
// decide.
func checkSuperseded(q *inquiry) []claims.Finding {
	var found []claims.Finding
	for i := range q.evidence {
		cited, ok := newFiling(&q.evidence[i])
		if !ok || saysSo(q.claim.Text) {
			continue
		}
		later, happened := q.successor(cited)
		if happened == "" {
			continue
		}
		f := q.find(claims.Warning, claims.Found, cited.ev, "%s (%s) %s since, by %s: see whether it still says so, and cite that",
			cited.ev.source.Name(), cited.title, happened, later.name())
		f.Snapshot, f.Evidence = later.ev.snapshot, later.ev.head()
		found = append(found, f)
	}
	return found
}

// saysSo reports whether the copy says that it speaks of the first of several
// papers.
func saysSo(text string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc([]string{"original", "initial", "first version", "earlier version", "since amended", "later amended"}, func(w string) bool { return strings.Contains(lower, w) })
}

// successor returns the first by number of the filings that take the place of
// one, and what happened to it by that; "" where none does, or the claim cites it.
func (q *inquiry) successor(cited filing) (later filing, happened string) {
	for i := range q.evidence {
		other, ok := newFiling(&q.evidence[i])
		if ok && other.ev.source.ID != cited.ev.source.ID && cited.succeededBy(other) != "" {
			return filing{}, ""
		}
	}
	others := q.elsewhere()
	for i := range others {
		other, ok := newFiling(&others[i])
		if !ok || happened != "" && other.ev.source.Number > later.ev.source.Number {
			continue
		}
		if h := cited.succeededBy(other); h != "" {
			later, happened = other, h
		}
	}
	return later, happened
}

// succeededBy says what happened to a paper by another, "" where that has nothing
// to do with it.
func (f filing) succeededBy(other filing) string {
	same, known := f.sameCase(other)
	if known && !same || f.isAfter(other) {
		return ""
	}
	title, otherTitle := strings.ToLower(f.title), strings.ToLower(other.title)
	if h := takesPlace(title, otherTitle); h != "" && (known || isOneCase(title, otherTitle)) {
		return h
	}
	isProcedural := slices.ContainsFunc(procedural, func(w string) bool { return strings.Contains(otherTitle, w) })
	if same && f.kind.voice == claims.Allegation && other.kind.voice == claims.Ruling && other.isAfter(f) && !isProcedural {
		return "only alleges, and was ruled on"
	}
	return ""
}

// takesPlace says what happened to the paper of one title by that of another, ""
// where it has nothing to do with it.
func takesPlace(cited, other string) string {
	hasAll := func(title string, words []string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(title, w) })
	}
	for _, s := range successions {
		if hasAll(cited, s.earlier) && !hasAll(cited, s.later) && hasAll(other, s.later) {
			return s.happened
		}
	}
	return ""
}

// isOneCase reports whether two titles don't name two dockets.
func isOneCase(a, b string) bool {
	x, y := docketIn(a), docketIn(b)
	return x == "" || y == "" || x == y
}

// docketIn returns the number of a docket that a title names, such as
// 4:24-cv-04722, "" where it names none.
func docketIn(title string) string {
	for _, w := range strings.Fields(title) {
		w = strings.Trim(w, ".,;:()[]")
		if strings.Contains(w, "-cv-") || strings.Contains(w, "-cr-") {
			return w
		}
	}
	return ""
}

// stamped is a court paper by its stamp and the title on its first page.
func stamped(number, document, filed, title string) Exhibit {
	return Exhibit{Kind: sources.CourtFiling, Pages: []string{
		"Case " + number + "   Document " + document + "   Filed " + filed + "   Page 1 of 2\n\nUNITED STATES DISTRICT COURT\n\n" + title + "\n\nThe paper goes on.\n",
	}}
}

// The papers of two cases.
const (
	halden = "4:24-cv-04722"
	carrow = "4:24-cv-05160"
)

// titled is a court paper by its title.
func titled(title string) Exhibit {
	return Exhibit{Kind: sources.CourtFiling, Title: title, Text: title + " of the court, which says of itself no more than that."}
}

var supersededCatch = []Example{
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the complaint says.", Cites: []Exhibit{stamped(halden, "1", "08/05/24", "COMPLAINT")}, Elsewhere: []Exhibit{stamped(halden, "32", "11/14/24", "FIRST AMENDED COMPLAINT")}, Says: "document 32, filed on 14 November 2024"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the complaint says.", Cites: []Exhibit{stamped(halden, "1", "08/05/24", "COMPLAINT")}, Elsewhere: []Exhibit{stamped(halden, "121", "03/04/25", "ORDER DENYING PRELIMINARY INJUNCTION")}, Says: "only alleges, and was ruled on since"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the motion says.", Cites: []Exhibit{stamped(halden, "60", "01/05/25", "MOTION TO DISMISS")}, Elsewhere: []Exhibit{stamped(halden, "88", "03/04/25", "OPINION AND ORDER")}, Says: "OPINION AND ORDER (document 88"},
	{Label: claims.InCourtFiling, Claim: "The sale is barred, the order says.", Cites: []Exhibit{stamped(halden, "40", "01/05/25", "ORDER")}, Elsewhere: []Exhibit{stamped(halden, "52", "02/04/25", "AMENDED ORDER")}, Says: "was amended since"},
	{Label: claims.InCourtFiling, Claim: "Moss warned the board, she declared.", Cites: []Exhibit{stamped(halden, "40", "01/05/25", "DECLARATION OF DANA MOSS")}, Elsewhere: []Exhibit{stamped(halden, "41", "01/05/25", "CORRECTED DECLARATION OF DANA MOSS")}, Says: "was corrected since"},
	{Label: claims.InCourtFiling, Claim: "The yard bribed an agent, the indictment says.", Cites: []Exhibit{stamped("1:23-cr-00118", "2", "03/01/23", "INDICTMENT")}, Elsewhere: []Exhibit{stamped("1:23-cr-00118", "70", "09/01/23", "SUPERSEDING INDICTMENT")}, Says: "was superseded since"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Complaint")}, Elsewhere: []Exhibit{titled("First Amended Complaint")}, Says: "was amended since"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Complaint")}, Elsewhere: []Exhibit{titled("Second Amended Complaint")}, Says: "cite that"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("COMPLAINT")}, Elsewhere: []Exhibit{titled("AMENDED COMPLAINT")}, Says: "was amended"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Complaint, 4:24-cv-04722")}, Elsewhere: []Exhibit{titled("Amended Complaint, 4:24-cv-04722")}, Says: "was amended"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Petition")}, Elsewhere: []Exhibit{titled("Amended Petition")}, Says: "was amended"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Indictment")}, Elsewhere: []Exhibit{titled("Superseding Indictment")}, Says: "was superseded"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Indictment, 4:24-cr-00012")}, Elsewhere: []Exhibit{titled("Superseding Indictment, 4:24-cr-00012")}, Says: "was superseded"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Order")}, Elsewhere: []Exhibit{titled("Opinion Vacating the Order of 3 May")}, Says: "was vacated"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Order Granting Summary Judgment")}, Elsewhere: []Exhibit{titled("Judgment Reversed on Appeal")}, Says: "was reversed"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Final Judgment")}, Elsewhere: []Exhibit{titled("Opinion Reversing the Judgment")}, Says: "was reversed"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Opinion")}, Elsewhere: []Exhibit{titled("Amended Opinion")}, Says: "was amended"},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Complaint")}, Elsewhere: []Exhibit{titled("Memorandum"), titled("Third Amended Complaint")}, Says: "Third Amended Complaint"},
}

var supersededSpare = []Example{
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the complaint says.", Cites: []Exhibit{stamped(halden, "1", "08/05/24", "COMPLAINT")}, Elsewhere: []Exhibit{stamped(carrow, "32", "11/14/24", "FIRST AMENDED COMPLAINT")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the complaint says.", Cites: []Exhibit{stamped(halden, "1", "08/05/24", "COMPLAINT")}, Elsewhere: []Exhibit{stamped(halden, "14", "09/14/24", "ORDER SETTING CASE MANAGEMENT CONFERENCE")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the complaint says.", Cites: []Exhibit{stamped(halden, "170", "04/05/25", "SUPPLEMENTAL COMPLAINT")}, Elsewhere: []Exhibit{stamped(halden, "121", "03/04/25", "ORDER DENYING PRELIMINARY INJUNCTION")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the complaint says.", Cites: []Exhibit{stamped(halden, "1", "08/05/24", "COMPLAINT"), stamped(halden, "121", "03/04/25", "ORDER DENYING PRELIMINARY INJUNCTION")}, Elsewhere: []Exhibit{}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the original complaint said.", Cites: []Exhibit{stamped(halden, "1", "08/05/24", "COMPLAINT")}, Elsewhere: []Exhibit{stamped(halden, "32", "11/14/24", "FIRST AMENDED COMPLAINT")}},
	{Label: claims.InCourtFiling, Claim: "Moss swore that she warned the board.", Cites: []Exhibit{stamped(halden, "40", "01/05/25", "DECLARATION OF DANA MOSS")}, Elsewhere: []Exhibit{stamped(halden, "121", "03/04/25", "ORDER DENYING PRELIMINARY INJUNCTION")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("First Amended Complaint")}, Elsewhere: []Exhibit{titled("Complaint")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Complaint"), titled("Amended Complaint")}, Elsewhere: []Exhibit{}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Complaint, 1:23-cv-00001")}, Elsewhere: []Exhibit{titled("Amended Complaint, 4:24-cv-00002")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Complaint")}, Elsewhere: []Exhibit{titled("Answer")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Complaint")}, Elsewhere: []Exhibit{titled("Complaint")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Order")}, Elsewhere: []Exhibit{titled("Order")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Superseding Indictment")}, Elsewhere: []Exhibit{titled("Indictment")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Declaration of Dana Moss")}, Elsewhere: []Exhibit{titled("Amended Complaint")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Order")}, Elsewhere: []Exhibit{titled("Motion")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Opinion")}, Elsewhere: []Exhibit{titled("Dissent")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Petition")}, Elsewhere: []Exhibit{titled("Amended Complaint")}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak, the paper says.", Cites: []Exhibit{titled("Judgment")}, Elsewhere: []Exhibit{titled("Notice of Appeal")}},
}
