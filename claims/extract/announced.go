package extract

import (
	"slices"
)

// isAnnounced reports whether the party that the content is about speaks for
// itself, in public.
func (d *draft) isAnnounced(f *saying) bool {
	switch {
	case f.reading.sense == announces:
		return f.reading.lemma != "announce" || !f.isQuoted() || d.isAboutSpeaker(f, true)
	case f.kind == byNoun:
		return f.reading.lemma == "announcement"
	case f.isCompanyFiling(f.speaker), f.isCompanyFiling(run{f.first, min(f.last+8, len(f.words()))}):
		return true
	case f.isHouse() && f.reading.sense != holds:
		return true
	case f.kind == byAccording:
		return f.speaks(publicity) && !f.speaks(crowd) && !isOutlet(f.words()[f.speaker.first:f.speaker.end])
	case f.reading.lemma == "report" && d.isFirm(f) && f.s.has(resultWords()) && f.speaks(firm):
		return true
	case f.kind != byVerb || f.reading.sense == holds:
		return false
	case f.isToOwners() && (d.isFirm(f) || f.isOfficer()):
		return true
	case f.opensWithOwnHouse(), d.isSpokesman(f) && !f.isQuoted() && (f.reading.lemma == "tell" || slices.Contains(ownVerbs, f.reading.lemma)):
		return true // whoever is spoken for is what a spokesman is asked about
	case f.isPublished() || d.isSpokesman(f):
		return d.isAboutSpeaker(f, true)
	}
	return d.isFirm(f) && slices.Contains(ownVerbs, f.reading.lemma) && d.isAboutSpeaker(f, false)
}

// houses are words for the company that a story is about.
var houses = []string{"company", "firm", "startup", "start-up", "bank", "airline", "carrier", "retailer", "chipmaker", "automaker", "lab", "laboratory"}

// isHouse reports whether the speaker is the company of the story: "the
// company", and no more.
func (f *saying) isHouse() bool {
	ws := f.words()[f.speaker.first:f.speaker.end]
	return len(ws) == 2 && ws[0].lower == "the" && slices.Contains(houses, ws[1].lower)
}

// ownVerbs are verbs with which a house speaks for itself; "argued" and
// "claimed" give its word as one side's.
var ownVerbs = []string{"say", "confirm", "disclose", "state", "note", "add", "acknowledge", "reveal", "tweet", "post", "write", "reiterate"}

// isPublished reports whether the copy says that the word was given in a
// statement, on an earnings call or another place where a party speaks to all.
func (f *saying) isPublished() bool {
	if k := f.statementBefore(); f.tense&gerund != 0 && k > 0 && lowerIs(f.words(), k-1, "a") {
		return true // "issued a statement saying"
	}
	return !f.venue().empty()
}

// venue returns the words that name that place, or an empty run.
func (f *saying) venue() run {
	ws := f.words()
	for i := range ws {
		if ws[i].quoted || !slices.Contains([]string{"in", "on", "at", "during"}, ws[i].lower) || i > 0 && i < f.first && !f.isLedUpTo() {
			continue
		}
		for k := i + 1; k < min(i+6, len(ws)) && !ws[k].isMark() && !ws[k].is(preposition) && ws[k].lower != "that"; k++ {
			if ws[k].is(publicity) {
				return run{i, k + 1}
			}
		}
	}
	return run{}
}

// isToOwners reports whether that place is one where a house speaks to those who
// own it, or where it announces something.
func (f *saying) isToOwners() bool {
	if f.mentions("earnings", "quarter", "shareholders", "investors") {
		return f.isPublished()
	}
	v := f.venue()
	return slices.ContainsFunc(f.words()[v.first:v.end], func(w word) bool { return w.lower == "announcement" || w.lower == "call" })
}

// isLedUpTo reports whether the cue goes on with what a verb before it tells of:
// "hit back in a statement, saying".
func (f *saying) isLedUpTo() bool {
	return f.tense&gerund != 0 && f.first > 1 && f.words()[f.first-1].text == ","
}

// isOfficer reports whether the speaker is given with an office.
func (f *saying) isOfficer() bool {
	return slices.ContainsFunc(f.words()[f.speaker.first:f.speaker.end], func(w word) bool {
		return slices.Contains([]string{"chief", "chairman", "chairwoman", "president", "founder", "co-founder", "director", "executive", "ceo"}, w.lower)
	}) || f.reading.lemma == "tell" && f.mentions("earnings")
}

// isFirm reports whether the speaker is an organisation, or speaks for one.
func (d *draft) isFirm(f *saying) bool {
	if f.speaker.empty() || f.isAnonymous() {
		return false
	}
	named := false
	for _, w := range f.words()[f.speaker.first:f.speaker.end] {
		switch {
		case w.text == ",":
			return named // what follows says who that is
		case w.is(firm) || w.lower == "spokesman" || w.lower == "spokeswoman" || w.lower == "spokesperson":
			return true
		case w.is(title | given), d.people[w.lower]:
			return false
		case w.capital && !w.is(determiner|subject):
			named = true
		}
	}
	return named
}

// companyFilings are words that make a filing one of a company with its
// regulator, which is no court filing.
var companyFilings = []string{"sec", "s.e.c", "s.e.c.", "regulatory", "securities", "company", "exchange", "fec", "tax", "10-k", "10-q", "8-k", "s-1", "annual", "quarterly", "proxy", "patent"}

func (f *saying) isCompanyFiling(r run) bool {
	ws := f.words()[r.first:r.end]
	for i, w := range ws {
		if w.quoted {
			continue
		}
		switch w.lower {
		case "filing", "filings":
			if i > 0 && slices.Contains(companyFilings, ws[i-1].lower) || lowerIs(ws, i+1, "with", "the") && i+3 < len(ws) && slices.Contains(companyFilings, ws[i+3].lower) {
				return true
			}
		case "report", "call", "release":
			if i > 0 && slices.Contains([]string{"earnings", "annual", "quarterly"}, ws[i-1].lower) {
				return true
			}
		}
	}
	return false
}
