package verify

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/sources"
)

var superseded = Check{
	ID:      "superseded",
	Title:   "no court paper is cited in whose place the article cites another",
	article: checkSuperseded,
	Catch:   supersededCatch,
	Spare:   supersededSpare,
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
	{[]string{"judgment"}, []string{"revers", "judgment"}, "was reversed"},
	{[]string{"order"}, []string{"revers", "order"}, "was reversed"},
	{[]string{"opinion"}, []string{"amended", "opinion"}, "was amended"},
}

// checkSuperseded warns of each claim that cites a court paper where another of
// the article's sources is one that takes its place, and the claim does not cite
// that. It goes by titles; those that name two cases are of two.
func checkSuperseded(d *claims.Dossier) []claims.Finding {
	var found []claims.Finding
	for _, e := range d.Entries {
		if e.Claim.Cut {
			continue
		}
		for _, c := range e.Citations {
			cited := d.Sources[c.Source].Source
			later, happened, ok := successor(d, cited)
			if !ok || slices.ContainsFunc(e.Citations, func(c claims.Citation) bool { return c.Source == later.ID }) {
				continue
			}
			f := (&inquiry{dossier: d, claim: e.Claim}).find(claims.Warning, claims.Found, nil,
				"%s (%s) %s since, by %s: see whether it still says so, and cite that", cited.Name(), cited.Title, happened, later.Title)
			f.Citation = c.ID
			found = append(found, f)
		}
	}
	return found
}

// successor returns the source of the dossier that takes the place of another,
// the first by number.
func successor(d *claims.Dossier, cited sources.Source) (later sources.Source, happened string, ok bool) {
	if cited.Kind != sources.CourtFiling {
		return sources.Source{}, "", false
	}
	for _, ev := range d.Sources {
		s := ev.Source
		if s.Kind != sources.CourtFiling || s.ID == cited.ID || ok && s.Number > later.Number {
			continue
		}
		if h := takesPlace(strings.ToLower(cited.Title), strings.ToLower(s.Title)); h != "" {
			later, happened, ok = s, h, true
		}
	}
	return later, happened, ok
}

// takesPlace says what happened to the paper of one title by that of another, ""
// where it has nothing to do with it.
func takesPlace(cited, other string) string {
	hasAll := func(title string, words []string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(title, w) })
	}
	for _, s := range successions {
		if hasAll(cited, s.earlier) && !hasAll(cited, s.later) && hasAll(other, s.later) && isOneCase(cited, other) {
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

// titled is a court paper by its title.
func titled(title string) Exhibit {
	return Exhibit{Kind: sources.CourtFiling, Title: title, Text: title + " of the court, which says of itself no more than that."}
}

var supersededCatch = []Example{
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
