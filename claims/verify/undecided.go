package verify

import (
	"stet/claims"
	"stet/sources"
)

var undecided = Check{
	ID:    "undecided",
	Title: "it is settled on whose word the claim rests",
	claim: checkUndecided,
	Catch: undecidedCatch,
	Spare: undecidedSpare,
}

// checkUndecided reports a claim that no label could be given to, for a person
// to settle.
func checkUndecided(q *inquiry) []claims.Finding {
	if q.claim.Label != claims.Undecided {
		return nil
	}
	if len(q.claim.Attributions) > 0 && q.claim.Attributions[0].Cue.Text != "" {
		return []claims.Finding{q.find(claims.Warning, claims.NotFound, nil,
			"it rests on “%s”, and the copy does not say whose word that is: name them, or label the claim", q.claim.Attributions[0].Cue.Text)}
	}
	return []claims.Finding{q.find(claims.Warning, claims.NotFound, nil, "nobody has decided on whose word it rests: label the claim")}
}

var undecidedCatch = []Example{
	{Claim: "It was claimed that the deal is off.", Cue: "was claimed", Says: "it rests on “was claimed”"},
	{Claim: "The deal is off.", Says: "nobody has decided"},
	{Claim: "The deal is off, it is understood.", Cue: "is understood", Says: "name them, or label the claim"},
	{Claim: "The deal is said to be off.", Cue: "is said", Says: "does not say whose word"},
	{Claim: "“We are done.”", Says: "label the claim"},
	{Claim: "The deal is reportedly off.", Cue: "reportedly", Hedged: true, Says: "it rests on “reportedly”"},
	{Claim: "The deal is off.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "The deal is off."}}, Says: "label the claim"},
	{Claim: "The pilot is believed to have slept.", Cue: "is believed", Cites: []Exhibit{{Kind: sources.OfficialRecord, Text: "The pilot slept."}}, Says: "it rests on “is believed”"},
	{Claim: "The deal is off.", Place: claims.InHeadline, Says: "label the claim"},
	{Claim: "It emerged that the ferry had no licence.", Cue: "emerged", Says: "it rests on “emerged”"},
	{Claim: "The ferry had no licence.", Uncited: true, Says: "nobody has decided"},
	{Claim: "The port was told of it in May.", Cue: "was told", Remark: "ask the port", Says: "whose word that is"},
}

var undecidedSpare = []Example{
	{Label: claims.OwnVoice, Claim: "The deal is off."},
	{Label: claims.Reported, Speaker: "The Courier", Cue: "reported", Claim: "The deal is off, The Courier reported."},
	{Label: claims.Announced, Speaker: "Halden", Cue: "said", Claim: "Halden said the deal is off."},
	{Label: claims.InCourtFiling, Speaker: "the complaint", Cue: "says", Claim: "The complaint says the deal is off."},
	{Label: claims.Reported, Cue: "was claimed", Claim: "It was claimed that the deal is off."},
	{Label: claims.OwnVoice, Claim: "The deal is off.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "The deal is off."}}},
	{Label: claims.Reported, Anonymous: true, Speaker: "people familiar with it", Cue: "said", Claim: "The deal is off, people familiar with it said."},
	{Label: claims.OwnVoice, Claim: "The ferry had no licence.", Uncited: true},
	{Label: claims.OwnVoice, Place: claims.InCaption, Claim: "The ferry at Saltby in 2019."},
	{Label: claims.Announced, Speaker: "the port", Cue: "announced", Claim: "The port announced that it will close."},
	{Label: claims.InCourtFiling, Speaker: "the judge", Cue: "ruled", Claim: "The judge ruled that it must close."},
	{Label: claims.Reported, Speaker: "Brandt", Cue: "said", Claim: "“We are done,” Brandt said."},
}
