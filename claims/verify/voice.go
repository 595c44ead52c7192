package verify

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/sources"
)

var voice = Check{
	ID:    "voice",
	Title: "the copy says of a court paper what such a paper does: a complaint alleges, an order finds",
	claim: checkVoice,
	Catch: voiceCatch,
	Spare: voiceSpare,
}

// paperKind is one kind of court paper: the words of its title, and its voice.
type paperKind struct {
	voice claims.Voice
	words []string
	does  string // what it does with a statement
}

// paperKinds lists the kinds; a title may have words of several, of which the
// first counts.
var paperKinds = []paperKind{
	{claims.Exhibit, []string{"exhibit"}, "shows"},
	{claims.Testimony, []string{"transcript", "deposition"}, "gives testimony"},
	{claims.Sworn, []string{"declaration", "affidavit"}, "swears"},
	{claims.Ruling, []string{"order", "opinion", "judgment", "ruling", "findings of fact", "verdict"}, "finds"},
	{claims.Allegation, []string{"complaint", "petition", "indictment", "information", "counterclaim", "motion", "memorandum", "brief", "answer"}, "alleges"},
	{claims.Docket, []string{"docket sheet", "docket"}, "records"},
}

// head is how much of a paper says what it is: its first page.
const head = 2500 // bytes

// paper returns what kind of court paper the source is; see titled.
func (e *evidence) paper() (paperKind, bool) {
	if e.source.Kind != sources.CourtFiling || e.reading == nil {
		return paperKind{}, false
	}
	kind, _, ok := e.titled()
	return kind, ok
}

// titled returns what kind of court paper a filing is, and the title that says
// so: its own, else a line in capitals at its head. A complaint asks for an
// order, so that only what stands alone on a line counts there.
func (e *evidence) titled() (kind paperKind, title string, ok bool) {
	titles := []string{e.source.Title}
	if e.reading != nil {
		body := e.reading.text.Body
		titles = append(titles, e.reading.text.Title)
		for line := range strings.Lines(body[:min(head, len(body))]) {
			line = strings.TrimSpace(line)
			if line != "" && line == strings.ToUpper(line) || len(strings.Fields(line)) <= 4 {
				titles = append(titles, line)
			}
		}
	}
	for _, title := range titles {
		for _, k := range paperKinds {
			for _, w := range k.words {
				if strings.Contains(" "+strings.ToLower(title)+" ", " "+w+" ") {
					return k, title, true
				}
			}
		}
	}
	return paperKind{}, "", false
}

// aboutPaper are words of claims that are on the paper itself or its filing,
// which the paper proves whatever its voice.
var aboutPaper = []string{"complaint", "lawsuit", "suit", "sued", "sues", "filed", "filing", "alleg", "accus", "charged", "charges", "indict", "plead", "claims that", "seeks", "argues",
	"asked the court", "plaintiff", "defendant", "case", "motion", "petition", "court", "judge", "testif", "swore", "sworn"}

// rulingWords say that a court decided.
var rulingWords = []string{"ruled", "found that", "the court found", "the judge found", "held that", "ordered", "convicted", "the jury found", "found liable", "decided that"}

// swearing says that somebody said so under oath.
var swearing = []string{"testified", "swore", "under oath", "sworn", "testimony"}

// notVoiced lists what copy may not say of papers that all have one voice: where
// they do, and the claim is so, the finding says it.
var notVoiced = []struct {
	paper    claims.Voice
	says     func(claims.Claim) bool
	severity claims.Severity
	outcome  claims.Outcome
	message  string // with the source's name
}{
	{claims.Allegation, ruled, claims.Error, claims.Contradicted, "the copy says that a court decided it, and %s only alleges it: say “alleges”, or cite the order"},
	{claims.Allegation, swore, claims.Warning, claims.Found, "the copy says that it was sworn, and %s only alleges it: cite the declaration or the transcript"},
	{claims.Allegation, asFact, claims.Error, claims.Found, "the copy tells it as a fact, and %s only alleges it: say who alleges it, or cite what proves it"},
	{claims.Sworn, ruled, claims.Error, claims.Contradicted, "the copy says that a court decided it, and %s only swears it: say who swears it, or cite the order"},
	{claims.Sworn, asFact, claims.Warning, claims.Found, "the copy tells it as a fact, and %s only swears it: say who swears it, or cite what proves it"},
	{claims.Testimony, ruled, claims.Error, claims.Contradicted, "the copy says that a court decided it, and %s is testimony: say who testified, or cite the order"},
	{claims.Testimony, asFact, claims.Warning, claims.Found, "the copy tells it as a fact, and %s is testimony: say who testified, or cite what proves it"},
	{claims.Docket, asFact, claims.Warning, claims.Found, "the copy tells it as a fact, and %s only records what was filed: cite the paper itself"},
	{claims.Docket, swore, claims.Warning, claims.Found, "the copy says that it was sworn, and %s only records what was filed: cite the declaration or the transcript"},
	{claims.Ruling, alleged, claims.Info, claims.Found, "the copy says “alleged” of what %s finds: see whether the court found it"},
}

// ruled reports whether a claim says that a court decided.
func ruled(c claims.Claim) bool { return has(c.Text, rulingWords) }

// swore reports whether it says that somebody swore.
func swore(c claims.Claim) bool { return has(c.Text, swearing) }

// alleged reports whether it says that somebody alleges.
func alleged(c claims.Claim) bool { return has(c.Text, []string{"alleg"}) }

// asFact reports whether it is told as a fact, and is not about the paper itself.
func asFact(c claims.Claim) bool {
	return c.Label == claims.OwnVoice && !has(c.Text, aboutPaper)
}

func has(text string, words []string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
}

// checkVoice compares what the copy says was done with a statement with what the
// court papers that it cites do. Where it cites anything else, or papers of
// several voices, one may carry what another does not.
func checkVoice(q *inquiry) []claims.Finding {
	var voice claims.Voice
	for i := range q.evidence {
		k, ok := q.evidence[i].paper()
		if !ok || i > 0 && k.voice != voice {
			return nil
		}
		voice = k.voice
	}
	for _, row := range notVoiced {
		if row.paper == voice && len(q.evidence) > 0 && row.says(q.claim) {
			first := &q.evidence[0]
			f := q.find(row.severity, row.outcome, first, row.message, first.source.Name())
			f.Evidence = first.head()
			return []claims.Finding{f}
		}
	}
	return nil
}

// head returns where the title of a court paper stands in it, or its beginning.
func (e *evidence) head() []claims.Span {
	if e.reading == nil {
		return nil
	}
	body := e.reading.text.Body
	if _, title, ok := e.titled(); ok {
		if i := strings.Index(body, title); i >= 0 {
			return []claims.Span{{Start: i, End: i + len(title)}}
		}
	}
	end, _, _ := strings.Cut(body, "\n")
	return []claims.Span{{Start: 0, End: len(end)}}
}

const (
	aComplaint = "UNITED STATES DISTRICT COURT\n\nCOMPLAINT\n\nPlaintiff Dana Moss alleges as follows. "
	anOrder    = "UNITED STATES DISTRICT COURT\n\nORDER\n\nThe Court finds as follows. "
	aDocket    = "UNITED STATES DISTRICT COURT\n\nDOCKET SHEET\n\n1. Complaint filed. "
	aHearing   = "UNITED STATES DISTRICT COURT\n\nTRANSCRIPT OF PROCEEDINGS\n\nMS. MOSS: I warned the board. "
	anOath     = "UNITED STATES DISTRICT COURT\n\nDECLARATION OF DANA MOSS\n\nI, Dana Moss, declare. "
)

func filed(text string) []Exhibit { return []Exhibit{{Kind: sources.CourtFiling, Text: text}} }

var voiceCatch = []Example{
	{Label: claims.OwnVoice, Claim: "Halden hid the leak from its insurer.", Cites: filed(anOath + "Halden hid the leak."), Says: "only swears it"},
	{Label: claims.InCourtFiling, Claim: "The judge found that Moss warned the board.", Cites: filed(anOath + "I warned the board."), Says: "cite the order"},
	{Label: claims.OwnVoice, Claim: "Halden hid the leak from its insurer.", Cites: filed(aDocket), Says: "records what was filed"},
	{Label: claims.OwnVoice, Claim: "The board knew of the leak.", Cites: filed(aHearing), Says: "is testimony"},
	{Label: claims.OwnVoice, Claim: "Halden hid the leak from its insurer.", Cites: filed(aComplaint + "Halden hid the leak from its insurer."), Says: "tells it as a fact"},
	{Label: claims.OwnVoice, Claim: "The director moved the money to a fund of his own.", Cites: filed(aComplaint + "He moved the money to his fund."), Says: "only alleges it"},
	{Label: claims.OwnVoice, Claim: "The yard paid its welders less than the law asks for.", Cites: filed(aComplaint + "The yard paid less than the minimum wage."), Says: "only alleges it"},
	{Label: claims.InCourtFiling, Claim: "The judge found that Halden hid the leak.", Cites: filed(aComplaint + "Halden hid the leak."), Says: "a court decided"},
	{Label: claims.InCourtFiling, Claim: "The court ruled the sale void.", Cites: filed(aComplaint + "The sale is void."), Says: "cite the order"},
	{Label: claims.OwnVoice, Claim: "Halden was ordered to repay the fund.", Cites: filed(aComplaint + "Halden must repay the fund."), Says: "a court decided"},
	{Label: claims.InCourtFiling, Claim: "The jury found him liable.", Cites: filed(aComplaint + "He is liable."), Says: "a court decided"},
	{Label: claims.InCourtFiling, Claim: "Moss testified that she warned the board.", Cites: filed(aComplaint + "Moss warned the board."), Says: "cite the declaration"},
	{Label: claims.InCourtFiling, Claim: "Under oath, Moss said that she warned the board.", Cites: filed(aComplaint + "Moss warned the board."), Says: "was sworn"},
	{Label: claims.InCourtFiling, Claim: "Halden allegedly hid the leak.", Cites: filed(anOrder + "Halden hid the leak."), Says: "what"},
	{Label: claims.InCourtFiling, Claim: "The ferry line is alleged to have lied.", Cites: filed(anOrder + "The ferry line lied."), Says: "see whether the court found it"},
	{Label: claims.OwnVoice, Claim: "Three pilots were dismissed for refusing to sail.", Cites: filed("SUPERIOR COURT\n\nPETITION\n\nThree pilots were dismissed for refusing."), Says: "only alleges it"},
}

var voiceSpare = []Example{
	{Label: claims.OwnVoice, Claim: "A complaint was filed in March.", Cites: filed(aDocket)},
	{Label: claims.InCourtFiling, Claim: "Moss testified that she warned the board.", Cites: filed(aHearing)},
	{Label: claims.OwnVoice, Claim: "Moss warned the board.", Cites: []Exhibit{{Kind: sources.CourtFiling, Text: anOath + "I warned the board."}, {Kind: sources.CourtFiling, Text: anOrder + "Moss warned the board."}}},
	{Label: claims.InCourtFiling, Claim: "Halden hid the leak from its insurer, the complaint says.", Cites: filed(aComplaint + "Halden hid the leak.")},
	{Label: claims.OwnVoice, Claim: "Moss sued Halden in March.", Cites: filed(aComplaint + "Moss brings this action.")},
	{Label: claims.OwnVoice, Claim: "The lawsuit was brought in Saltby.", Cites: filed(aComplaint + "Venue is proper in Saltby.")},
	{Label: claims.OwnVoice, Claim: "Halden hid the leak.", Cites: filed(anOrder + "Halden hid the leak.")},
	{Label: claims.InCourtFiling, Claim: "The judge found that Halden hid the leak.", Cites: filed(anOrder + "Halden hid the leak.")},
	{Label: claims.InCourtFiling, Claim: "Moss swore that she warned the board.", Cites: filed(anOath + "I warned the board.")},
	{Label: claims.OwnVoice, Claim: "Halden hid the leak.", Cites: []Exhibit{{Kind: sources.CourtFiling, Text: aComplaint}, {Kind: sources.OfficialRecord, Text: "Halden hid the leak."}}},
	{Label: claims.OwnVoice, Claim: "Halden hid the leak.", Cites: []Exhibit{{Kind: sources.NewsReport, Text: "COMPLAINT\n\nReaders say so."}}},
	{Label: claims.InCourtFiling, Claim: "Halden is accused of having hidden the leak.", Cites: filed(aComplaint)},
	{Label: claims.OwnVoice, Claim: "Halden hid the leak.", Cites: []Exhibit{{Kind: sources.CourtFiling, State: sources.Missing}}},
	{Label: claims.OwnVoice, Claim: "Halden hid the leak.", Cites: filed("A paper of the court that says nothing of what it is, in one long line of words.")},
	{Label: claims.InCourtFiling, Claim: "Moss warned the board, she said in a declaration.", Cites: filed(anOath + "I warned the board.")},
}
