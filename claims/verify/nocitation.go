package verify

import (
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/sources"
)

var noCitation = Check{
	ID:      "no-citation",
	Title:   "every fact of the copy names where it can be checked",
	claim:   checkCited,
	article: checkArticleCited,
	Catch:   noCitationCatch,
	Spare:   noCitationSpare,
}

// checkArticleCited says once that a draft claims or cites nothing, and
// reports what the draft notes where no claim stands.
func checkArticleCited(d *claims.Dossier) []claims.Finding {
	var found []claims.Finding
	switch {
	case !claimsAnything(d):
		found = append(found, claims.Finding{
			Severity: claims.Warning, Outcome: claims.Unread,
			Message: "no claim was found in the draft, so nothing was checked: is it the right file, of the right type?",
		})
	case !citesAnything(d):
		found = append(found, claims.Finding{
			Severity: claims.Info, Outcome: claims.Unread,
			Message: "the draft cites no source, so nothing was checked: footnote, comment or link its facts to their sources",
		})
	}
	for _, r := range d.Draft.Remarks {
		f := claims.Finding{Severity: claims.Info, Outcome: claims.Unread}
		if r.Start >= 0 {
			f.Spans = []claims.Span{{Start: r.Start, End: r.Start}}
		}
		switch {
		case r.Text == "":
			f.Severity, f.Outcome, f.Message = claims.Error, claims.NotFound, r.Origin+" is referred to but not written: write it"
		case r.Start < 0:
			f.Message = r.Origin + onLine(r.Line) + " is referred to nowhere: set it on the sentence that it supports"
		default:
			f.Message = r.Origin + " stands on no claim, so it supports nothing: set it on the sentence that it supports"
		}
		found = append(found, f)
	}
	return found
}

func onLine(line int) string {
	if line == 0 {
		return ""
	}
	return fmt.Sprintf(", on line %d,", line)
}

func claimsAnything(d *claims.Dossier) bool {
	return slices.ContainsFunc(d.Entries, func(e claims.Entry) bool { return !e.Claim.Cut })
}

func citesAnything(d *claims.Dossier) bool {
	for _, e := range d.Entries {
		if !e.Claim.Cut && len(e.Citations) > 0 {
			return true
		}
	}
	return false
}

// checkCited leaves headlines, deks and pull quotes alone: they repeat what
// the body cites.
func checkCited(q *inquiry) []claims.Finding {
	found := checkRemarks(q)
	inText := q.claim.Place == claims.InBody || q.claim.Place == claims.InCaption
	if len(q.evidence) > 0 || !inText || !q.cites {
		return found
	}
	return append(found, q.find(claims.Info, claims.Unread, nil, "no source is cited, so nothing was checked: cite one"))
}

// checkRemarks reports footnotes and comments that name no source.
func checkRemarks(q *inquiry) []claims.Finding {
	var found []claims.Finding
	for _, r := range q.claim.Remarks {
		if strings.TrimSpace(r.Text) == "" {
			found = append(found, q.find(claims.Error, claims.NotFound, nil, "%s is referred to but not written: write it", r.Origin))
			continue
		}
		found = append(found, q.find(claims.Info, claims.Unread, nil, "%s names no source that can be looked up: “%s”", r.Origin, shorten(r.Text)))
	}
	return found
}

var noCitationCatch = []Example{
	{Claim: "It closed.", Says: "no source is cited"},
	{Claim: "It closed.", Place: claims.InCaption, Says: "no source is cited"},
	{Claim: "It closed.", Uncited: true, Says: "the draft cites no source"},
	{Claim: "It closed.", Remark: "CK with Dana", Says: "names no source"},
	{Claim: "It closed.", Label: claims.Reported, Says: "no source is cited"},
	{Claim: "“It closed,” she said.", Speaker: "she", Says: "cite one"},
	{Claim: "It closed.", Remark: "ask the port again", Says: "ask the port again"},
	{Claim: "It closed in 2019.", Says: "nothing was checked"},
	{Claim: "The port is shut for £4m.", Says: "no source is cited"},
	{Claim: "It closed.", Remark: " ", Says: "referred to but not written"},
	{Claim: "It closed.", Remark: "per DS", Cites: []Exhibit{{Text: "It closed."}}, Says: "names no source"},
	{Claim: "It opened, then closed.", Place: claims.InCaption, Says: "cite one"},
}

var noCitationSpare = []Example{
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed."}}},
	{Claim: "It closed.", Place: claims.InHeadline},
	{Claim: "It closed.", Place: claims.InDek},
	{Claim: "It closed.", Place: claims.InPullQuote},
	{Claim: "It closed.", Cites: []Exhibit{{State: sources.Missing}}},
	{Claim: "It closed.", Cites: []Exhibit{{Held: "tel., Dana Scott, 3 May"}}},
	{Claim: "It closed.", Place: claims.InCaption, Cites: []Exhibit{{Text: "It closed."}}},
	{Claim: "It closed.", Cites: []Exhibit{{State: sources.Blocked}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It opened."}}},
	{Claim: "It closed.", Place: claims.InHeadline, Label: claims.Announced},
	{Claim: "“It closed,” she said.", Place: claims.InPullQuote, Speaker: "she"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed."}, {State: sources.Gone}}},
}
