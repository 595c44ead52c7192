package verify

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/sources"
)

var label = Check{
	ID:    "label",
	Title: "the evidence can carry the claim's label",
	claim: checkLabel,
	Catch: labelCatch,
	Spare: labelSpare,
}

// carriers says, for each label that needs evidence of its own sort, which
// citation can carry it and what to say where none does.
var carriers = []struct {
	label   claims.Label
	carries func(claims.Claim, evidence) bool
	wanted  string
}{
	{claims.InCourtFiling, isCourtPaper, "labelled court filing, but no court filing is cited: cite the filing, or label it reported"},
	{claims.Announced, isOwnWord, "labelled announced, but nothing is cited that the party itself published: cite its announcement, or label it reported"},
	{claims.Reported, isSomebodysWord, "labelled reported, but neither the copy nor a citation names who reports it: name the outlet or the person"},
}

func checkLabel(q *inquiry) []claims.Finding {
	if q.claim.Label == claims.Undecided {
		return nil
	}
	var found []claims.Finding
	if q.cites { // of a draft that cites nothing one finding says so
		found = trapped(q)
	}
	if len(q.evidence) == 0 {
		return found
	}
	return append(found, checkCarried(q)...)
}

// checkCarried reports a label that nothing that is cited can carry.
func checkCarried(q *inquiry) []claims.Finding {
	for _, c := range carriers {
		if c.label != q.claim.Label {
			continue
		}
		if slices.ContainsFunc(q.evidence, func(ev evidence) bool { return c.carries(q.claim, ev) }) {
			return nil
		}
		// What an unread source is, nobody knows yet.
		if slices.ContainsFunc(q.evidence, func(ev evidence) bool { return ev.source.Kind == "" && ev.reading == nil }) {
			return nil
		}
		wanted := c.wanted
		if c.label == claims.InCourtFiling && slices.ContainsFunc(q.evidence, func(ev evidence) bool { return ev.source.Kind == sources.CompanyFiling }) {
			wanted = "labelled court filing, but no court filing is cited, and a company's filing with a regulator is no court paper: cite the filing, or label it announced or reported"
		}
		return []claims.Finding{q.find(claims.Warning, claims.NotFound, nil, "%s", wanted)}
	}
	return nil
}

func isCourtPaper(_ claims.Claim, ev evidence) bool {
	return ev.source.Kind == sources.CourtFiling || ev.source.Kind == sources.CourtTranscript
}

// ownKinds are the kinds of source in which a party speaks for itself.
var ownKinds = []sources.Kind{
	sources.PressRelease, sources.Statement, sources.CompanyFiling, sources.EarningsCall, sources.SocialPost,
	sources.Interview, sources.Call, sources.Email,
}

// isOwnWord reports whether the source is one in which a party speaks for
// itself, and nothing says that it is another party than the claim's speaker.
func isOwnWord(c claims.Claim, ev evidence) bool {
	own := slices.Contains(ownKinds, ev.source.Kind)
	publisher := ev.source.Publisher
	if publisher == "" || c.Speaker() == "" || isPronoun(c.Speaker()) {
		return own
	}
	if sharesName(c.Text, publisher) || sharesName(c.Speaker(), ev.source.Title) {
		return own || ev.source.Kind == ""
	}
	// A speaker without a name of its own ("the company") may be anyone.
	return own && strings.ToLower(c.Speaker()) == c.Speaker()
}

func isPronoun(speaker string) bool {
	return slices.Contains([]string{"he", "she", "it", "they", "we", "both"}, strings.ToLower(speaker))
}

// sharesName reports whether two names have a word in common that begins with
// a capital and is no mere form of company.
func sharesName(a, b string) bool {
	words := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n.,;:()’'“”\"", r) })
	}
	ignored := []string{"The", "Inc", "Corp", "Ltd", "LLC", "Company", "Group", "A"}
	for _, w := range words(a) {
		if w != strings.ToLower(w) && !slices.Contains(ignored, w) && slices.Contains(words(b), w) {
			return true
		}
	}
	return false
}

// isSomebodysWord reports whether the copy names who reports the claim, or the
// source is one that has an author or an outlet.
func isSomebodysWord(c claims.Claim, ev evidence) bool {
	for _, a := range c.Attributions {
		if a.Speaker.Text != "" && !a.Anonymous {
			return true
		}
	}
	s := ev.source
	return s.Publisher != "" || s.Author != "" || s.Kind == sources.NewsReport || slices.Contains(ownKinds, s.Kind)
}

var labelCatch = []Example{
	{Label: claims.Reported, Speaker: "Reuters", Cue: "reported", Claim: "Reuters reported, citing court filings, that the fee was $4m.", Cites: []Exhibit{{Kind: sources.NewsReport, Publisher: "Reuters", Text: "The fee was $4m."}, {Kind: sources.CourtFiling, Text: "Complaint. The fee was $4m."}}, Says: "the filing itself is cited"},
	{Label: claims.InCourtFiling, Speaker: "Reuters", Cue: "reported", Claim: "Reuters reported, citing court filings, that the fee was $4m.", Cites: []Exhibit{{Kind: sources.NewsReport, Publisher: "Reuters", Text: "The fee was $4m."}}, Says: "no court filing is cited"},
	{Label: claims.InCourtFiling, Claim: "Halden filed for an IPO in May.", Cites: []Exhibit{{Kind: sources.CompanyFiling, Publisher: "Halden", Text: "Form S-1."}}, Says: "with a regulator or an office"},
	{Label: claims.InCourtFiling, Claim: "Halden lost £4m, an SEC filing shows.", Cites: []Exhibit{{Kind: sources.CompanyFiling, Text: "Form 10-K. The loss was £4m."}}, Says: "not with a court"},
	{Label: claims.InCourtFiling, Speaker: "Brandt", Cue: "said", Claim: "Brandt said outside court that it was over.", Cites: []Exhibit{{Kind: sources.CourtFiling, Text: "Complaint."}}, Says: "spoken outside the court"},
	{Label: claims.Reported, Speaker: "Brandt", Cue: "said", Claim: "It was over, Brandt said in a court filing.", Cites: []Exhibit{{Kind: sources.CourtFiling, Text: "It is over. Brandt, counsel."}}, Says: "the filing itself is cited"},
	{Label: claims.Reported, Speaker: "Halden", Cue: "announced", Claim: "Halden announced a deal.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "Halden Systems", Text: "We have a deal."}}, Says: "label it announced"},
	{Label: claims.Announced, Speaker: "Halden", Cue: "announced", Claim: "Halden shipped its first tug in May, it announced.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "Halden", Text: "Halden plans to ship its first tug in May."}}, Says: "says only that it will"},
	{Label: claims.OwnVoice, Claim: "Halden has hired 200 welders for the yard.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "Halden", Text: "Halden expects to hire 200 welders for the yard."}}, Says: "or say that it is planned"},
	{Label: claims.Reported, Speaker: "experts", Cue: "say", Claim: "The bridge will fall, experts say.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "The bridge will fall, experts say."}}, Says: "name one"},
	{Label: claims.Reported, Speaker: "Moss", Cue: "claimed", Claim: "Moss claimed that the pilot left.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "The pilot left, Moss said."}}, Says: "“claimed” takes a side"},
	{Label: claims.InCourtFiling, Claim: "The deal was rushed, according to court filings.", Cites: []Exhibit{{Kind: sources.NewsReport, Publisher: "The Courier", Text: "The deal was rushed."}}, Says: "no court filing is cited"},
	{Label: claims.InCourtFiling, Claim: "The complaint says so.", Cites: []Exhibit{{Kind: sources.CompanyFiling, Text: "Form 10-K."}}, Says: "no court filing is cited"},
	{Label: claims.Announced, Speaker: "Halden", Claim: "Halden announced a deal.", Cites: []Exhibit{{Kind: sources.NewsReport, Publisher: "The Courier", Text: "Halden has a deal."}}, Says: "the party itself published"},
	{Label: claims.Announced, Speaker: "Halden", Claim: "Halden announced a deal.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "Corvane", Text: "We have a deal with a cloud company."}}, Says: "the party itself published"},
	{Label: claims.Reported, Speaker: "people familiar with the matter", Anonymous: true, Claim: "The deal is off, people familiar with the matter said.", Cites: []Exhibit{{Kind: sources.Memo, Text: "The deal is off."}}, Says: "name the outlet"},
	{Label: claims.InCourtFiling, Claim: "The fee was $4m, a filing shows.", Cites: []Exhibit{{Kind: sources.CompanyFiling, Text: "The fee was $4m."}}, Says: "no court paper"},
	{Label: claims.Reported, Speaker: "the complaint", Cue: "according to", Claim: "The fee was $4m, according to the complaint.", Cites: []Exhibit{{Kind: sources.CourtFiling, Text: "The fee was $4m."}}, Says: "the filing itself is cited"},
	{Label: claims.Reported, Speaker: "analysts", Cue: "say", Claim: "The shares will fall, analysts say.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "The shares will fall, analysts say."}}, Says: "an opinion"},
	{Label: claims.Reported, Cue: "allegedly", Hedged: true, Claim: "He allegedly took the money.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "He took the money."}}, Says: "who alleges"},
	{Label: claims.Reported, Speaker: "sources", Anonymous: true, Cue: "say", Claim: "Sources say the deal is off.", Cites: []Exhibit{{Kind: sources.NewsReport, Publisher: "The Courier", Text: "The deal is off, a person close to it said."}}, Says: "one is cited"},
	{Label: claims.Reported, Speaker: "Brandt", Cue: "admitted", Claim: "Brandt admitted that the pilot left.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "The pilot left, Brandt said."}}, Says: "“admitted” takes a side"},
	{Label: claims.Announced, Speaker: "Halden", Cue: "announced", Claim: "Halden opened the yard, it announced.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "Halden", Text: "Halden will open the yard in May."}}, Says: "says only that it will"},
	{Label: claims.OwnVoice, Claim: "The port is building a fourth pier at Skarnes.", Cites: []Exhibit{{Text: "The port announced a plan to build a fourth pier at Skarnes.", Quote: "announced a plan to build a fourth pier"}}, Says: "it is under way (“building”)"},
}

var labelSpare = []Example{
	{Label: claims.OwnVoice, Claim: "The port is building a fourth pier at Skarnes.", Cites: []Exhibit{{Text: "The port announced a plan to build a fourth pier at Skarnes. It has been building it since May.", Quote: "announced a plan to build a fourth pier"}}},
	{Label: claims.OwnVoice, Claim: "The port's plan is building on one of 1990, it says.", Cites: []Exhibit{{Text: "The port announced a plan to rest on one of 1990.", Quote: "announced a plan"}}},
	{Label: claims.Announced, Speaker: "Halden", Cue: "disclosed", Claim: "Halden lost £4m, it disclosed in an SEC filing.", Cites: []Exhibit{{Kind: sources.CompanyFiling, Publisher: "Halden", Text: "Form 10-K. The loss was £4m."}}},
	{Label: claims.InCourtFiling, Speaker: "Brandt", Cue: "said", Claim: "It was over, Brandt said in a court filing.", Cites: []Exhibit{{Kind: sources.CourtFiling, Text: "It is over. Brandt, counsel."}}},
	{Label: claims.InCourtFiling, Claim: "The SEC filing was shown to the jury, court papers say.", Cites: []Exhibit{{Kind: sources.CourtFiling, Text: "Exhibit 4: Form 10-K."}}},
	{Label: claims.Reported, Speaker: "Kit Moss, an analyst at Carrow", Cue: "says", Claim: "The shares will fall, says Kit Moss, an analyst at Carrow.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "The shares will fall, says Kit Moss, an analyst at Carrow."}}},
	{Label: claims.Reported, Speaker: "prosecutors", Cue: "allegedly", Hedged: true, Claim: "He allegedly took the money, prosecutors say.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "He took the money, prosecutors say."}}},
	{Label: claims.Reported, Speaker: "Brandt", Cue: "admitted", Claim: "Brandt admitted that the pilot left.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "Brandt admitted it: the pilot had left."}}},
	{Label: claims.Reported, Speaker: "the Courier", Cue: "reported", Claim: "Halden will open the yard, the Courier reported.", Cites: []Exhibit{{Kind: sources.NewsReport, Publisher: "The Courier", Text: "Halden will open the yard in May."}}},
	{Label: claims.InCourtFiling, Claim: "The complaint says so.", Cites: []Exhibit{{Kind: sources.CourtFiling, Text: "Complaint."}}},
	{Label: claims.Announced, Speaker: "Halden", Claim: "Halden announced a deal.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "Halden Systems", Text: "We have a deal."}}},
	{Label: claims.Announced, Speaker: "the company", Claim: "The company announced a deal.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "Halden Systems", Text: "We have a deal."}}},
	{Label: claims.Reported, Speaker: "The Courier", Claim: "The Courier reported a deal.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "A deal."}}},
	{Label: claims.Reported, Anonymous: true, Speaker: "sources", Claim: "Sources say the deal is off.", Cites: []Exhibit{{Kind: sources.NewsReport, Publisher: "The Courier", Text: "The deal is off."}}},
	{Label: claims.OwnVoice, Claim: "The deal closed.", Cites: []Exhibit{{Text: "The deal closed."}}},
	{Label: claims.InCourtFiling, Claim: "The complaint says so.", Cites: []Exhibit{{State: sources.Missing}}},
	{Label: claims.Reported, Speaker: "Reuters", Cue: "reported", Claim: "Reuters reported, citing court filings, that the fee was $4m.", Cites: []Exhibit{{Kind: sources.NewsReport, Publisher: "Reuters", Text: "The fee was $4m, court filings show."}}},
	{Label: claims.OwnVoice, Claim: "Halden filed for an IPO.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "Halden filed for an IPO."}}},
	{Label: claims.Reported, Speaker: "Brandt", Cue: "said", Claim: "Brandt said outside court that it was over.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "It was over, Brandt said."}}},
	{Label: claims.Announced, Speaker: "Halden", Cue: "announced", Claim: "Halden will open the yard, it announced.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "Halden", Text: "Halden will open the yard in May."}}},
	{Label: claims.Announced, Speaker: "Halden", Cue: "announced", Claim: "Halden opened the yard, it announced.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "Halden", Text: "Halden opened the yard on 3 May."}}},
	{Label: claims.Reported, Speaker: "sources", Anonymous: true, Cue: "say", Claim: "Sources say the deal is off.", Cites: []Exhibit{{Kind: sources.Call, Held: "call with a director"}, {Kind: sources.Call, Held: "call with a banker"}}},
}
