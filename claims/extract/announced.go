package extract

import (
	"slices"
	"strings"
	"sync"
)

// isAnnounced reports whether the party that the content is about speaks for
// itself, in public.
func (d *draft) isAnnounced(f *saying) bool {
	switch {
	case f.reading.sense == announces:
		return true
	case f.kind == byNoun:
		return f.reading.lemma == "announcement"
	case f.isCompanyFiling(f.speaker), f.isCompanyFiling(run{f.first, min(f.last+8, len(f.words()))}):
		return true
	case f.isHouse() && f.reading.sense != holds:
		return true
	case f.kind == byAccording:
		return f.speaks(publicity) && !f.speaks(crowd)
	case f.reading.lemma == "report" && d.isFirm(f) && f.s.has(resultWords()) && f.speaks(firm):
		return true
	case f.kind != byVerb || f.reading.sense == holds:
		return false
	case f.isPublished() && (d.isFirm(f) || f.isOfficer()) && f.mentions("announcement", "call", "earnings", "quarter", "shareholders", "investors"):
		return true
	case f.opensWithOwnHouse(), f.isSpokesman() && f.takes&quotation == 0 && (f.reading.lemma == "tell" || slices.Contains(ownVerbs, f.reading.lemma)):
		return true // whoever is spoken for is what a spokesman is asked about
	case f.isPublished() || f.isSpokesman():
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
	ws := f.words()
	for i := range ws {
		if ws[i].quoted || !slices.Contains([]string{"in", "on", "at", "during"}, ws[i].lower) || i > 0 && i < f.first {
			continue
		}
		for k := i + 1; k < min(i+6, len(ws)) && !ws[k].isMark() && !ws[k].is(preposition) && ws[k].lower != "that"; k++ {
			if ws[k].is(publicity) {
				return true
			}
		}
	}
	return false
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

// opensWithOwnHouse reports whether what is said begins with "his office" or
// the like.
func (f *saying) opensWithOwnHouse() bool {
	ws := f.words()
	for i := range ws {
		if ws[i].Start >= f.content.Start && ws[i].lower != "that" && !ws[i].isMark() {
			return possessive[ws[i].lower] && i+1 < len(ws) && ws[i+1].is(firm)
		}
	}
	return false
}

// isSpokesman reports whether the speaker speaks for a house or a person.
func (f *saying) isSpokesman() bool {
	return slices.ContainsFunc(f.words()[f.speaker.first:f.speaker.end], func(w word) bool {
		return strings.HasPrefix(w.lower, "spokes")
	})
}

// isAboutSpeaker reports whether the content speaks of the speaker, or of whom
// the speaker speaks for: it begins with "it", "we" or "the company", holds "its"
// or, where a house is quoted, "we". As a person it may begin with "he" or "his"
// too.
func (d *draft) isAboutSpeaker(f *saying, person bool) bool {
	ws := f.words()
	house := f.speaks(firm) || f.isSpokesman() || person && d.isFirm(f)
	n := 0
	for i := range ws {
		w := &ws[i]
		if w.Start < f.content.Start || w.End > f.content.End || w.isMark() || w.lower == "that" || w.is(calendar) {
			continue
		}
		n++
		switch {
		case house && (w.lower == "its" || w.quoted && (w.lower == "we" || w.lower == "our")), !person && w.lower == "its":
			return true
		case n == 1 && (selfWords()[w.lower] || person && personWords()[w.lower]):
			return true
		case n == 1 && w.lower == "the" && f.isOwnHouse(i+1), f.isSpokesman() && possessive[w.lower] && i+1 < len(ws) && ws[i+1].is(firm):
			return true
		case n == 1 && w.lower == "i" && person && i+1 < len(ws) && !slices.Contains(opinions, ws[i+1].lower):
			return true
		}
	}
	return false
}

// opinions are words behind "I" with which a person says what he thinks rather
// than what he did or will do.
var opinions = []string{"hope", "think", "believe", "am", "feel", "want", "wish", "know", "don't", "don’t", "agree"}

var possessive = map[string]bool{"his": true, "her": true, "their": true}

// isOwnHouse reports whether the words from i on, after "the", name a house, or
// for a spokesman the one spoken for by an office.
func (f *saying) isOwnHouse(i int) bool {
	ws := f.words()
	for k := i; k < min(i+2, len(ws)); k++ {
		if k == i && ws[k].is(firm) || f.isSpokesman() && ws[k].is(office|title) {
			return true
		}
	}
	return false
}

// selfWords are words with which a house begins to speak of itself, personWords
// those with which a person does.
var selfWords = sync.OnceValue(func() map[string]bool { return set("it they their it's it’s") })

var personWords = sync.OnceValue(func() map[string]bool { return set("he she his her he's he’s she's she’s we our") })

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
