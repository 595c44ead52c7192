package extract

import (
	"slices"
	"strings"
	"sync"
)

// told returns the words of the content: those that stand in the sentence of the
// cue or, where another sentence carries its quotation on, those of that one.
// The listener ("told reporters that") is left out, and so are the marks and the
// "that" in front.
func (f *saying) told() []word {
	ws := f.s.words
	if f.carries != nil {
		ws = f.carries.words
	}
	var told []word
	for _, w := range ws {
		if f.content.Contains(w.Start) && w.End <= f.content.End {
			told = append(told, w)
		}
	}
	if slices.Contains(listeners, f.reading.lemma) {
		if i := slices.IndexFunc(told, func(w word) bool { return w.lower == "that" || w.quoted }); i > 0 && i < 6 {
			told = told[i:]
		}
	}
	return withoutVenue(withoutFront(told))
}

// withoutFront returns the words without the marks, days and "that" in front.
func withoutFront(told []word) []word {
	for len(told) > 0 && (told[0].isMark() || told[0].lower == "that" || told[0].is(calendar)) {
		told = told[1:]
	}
	return told
}

// withoutVenue returns the words without where and when they were said in
// public, if they begin with that: "in a statement Thursday night that".
func withoutVenue(told []word) []word {
	if len(told) == 0 || told[0].quoted || !slices.Contains([]string{"in", "on", "at", "during"}, told[0].lower) {
		return told
	}
	for k := 1; k < min(7, len(told)) && !told[k].isMark(); k++ {
		if !told[k].is(publicity) {
			continue
		}
		rest := withoutFront(told[k+1:])
		for len(rest) > 0 && (slices.Contains(occasions, rest[0].lower) || rest[0].is(calendar)) {
			rest = rest[1:]
		}
		return withoutFront(rest)
	}
	return told
}

// isQuoted reports whether the content begins in quotation marks.
func (f *saying) isQuoted() bool {
	told := f.told()
	return len(told) > 0 && told[0].quoted
}

// leadIn is the most words that may lead up to what a content is about.
const leadIn = 24

// statement returns the words of the content from its main clause on: behind
// what leads up to it and a comma, "Late this afternoon, I".
func statement(told []word) []word {
	if len(told) == 0 || !told[0].is(preposition|subordinate|adverb|calendar) && !isLeadNoun(told) {
		return told
	}
	for k := 1; k+1 < min(leadIn, len(told)); k++ {
		if told[k].text != "," {
			continue
		}
		next := k + 1
		for next+1 < len(told) && told[next].isMark() {
			next++ // “by his own method,” he
		}
		if told[next].is(subject|determiner|title|given) && !told[next].is(relative) || told[next].capital {
			return told[next:]
		}
	}
	return told
}

// isLeadNoun reports whether the content begins with when or with whose help,
// without a preposition: "Late this afternoon,", "Thanks to his crew,".
func isLeadNoun(told []word) bool {
	return len(told) > 1 && (told[1].lower == "this" || told[1].lower == "to") && !told[0].is(subject)
}

// isAboutSpeaker reports whether the content speaks of the speaker, or of whom
// the speaker speaks for: it begins with "it", "we" or "the company", or holds
// "its" with nobody else before it or, where a house is quoted, "we". As a person
// it may begin with "he", "his" or "I" too.
func (d *draft) isAboutSpeaker(f *saying, person bool) bool {
	told := f.told()
	main := statement(told)
	if len(main) == 0 {
		return false
	}
	house := f.speaks(firm) || d.isSpokesman(f) || person && d.isFirm(f)
	switch w, first := &main[0], bare(main[0].lower); {
	case person && isOpinionOf(main):
		return false
	case f.speaksForBody() && (first == "he" || first == "she" || first == "his" || first == "her"):
		return false
	case !w.quoted && len(main) == len(told) && (first == "it" || theyWords[first] && f.speaks(firm) && f.tense&gerund == 0) || person && personWords()[first]:
		return true
	case w.lower == "the" && (!w.quoted || f.isPublished() || d.isSpokesman(f)) && d.isOwnHouse(f, main[1:]):
		return true
	case d.isSpokenFor(f, main):
		return true
	}
	return (house || !person) && hasOwn(main, len(main) < len(told)) || house && hasWe(told) || d.isSpokesman(f) && hasOwnHouse(told)
}

// hasOwn reports whether the words hold "its" with no other name or house
// before it that may own it. The first word of a sentence is a name by its
// capital only if something led up to it.
func hasOwn(told []word, led bool) bool {
	for i := range told {
		if told[i].lower == "its" {
			return true
		}
		if told[i].capital && (i > 0 || led) || told[i].is(firm) {
			return false
		}
	}
	return false
}

// everybody are nouns of what a house that says "our" shares with everybody.
var everybody = sync.OnceValue(func() map[string]bool {
	return set(`country nation democracy society government politics political people children kids allies ally oldest closest
		world economy economic nation's nation’s country's country’s constitution history past future lives veterans troops military
		military's national great own brave values freedoms security borders border president`)
})

// hasWe reports whether somebody quoted speaks as "we" where a clause begins, or
// of "our" own affairs.
func hasWe(told []word) bool {
	for i := range told {
		w := &told[i]
		switch {
		case !w.quoted:
		case bare(w.lower) == "we" && (i < 4 || told[i-1].isMark() || told[i-1].is(conjunction|subordinate)):
			return true
		case w.lower == "our" && i+1 < len(told) && !everybody()[told[i+1].lower]:
			return true
		}
	}
	return false
}

// hasOwnHouse reports whether the words hold "his office" or the like.
func hasOwnHouse(told []word) bool {
	for i := range told {
		if possessive[told[i].lower] && i+1 < len(told) && told[i+1].is(firm) {
			return true
		}
	}
	return false
}

// opensWithOwnHouse reports whether what is said begins with "his office" or
// the like.
func (f *saying) opensWithOwnHouse() bool {
	told := f.told()
	return len(told) > 1 && possessive[told[0].lower] && told[1].is(firm)
}

// opinions are words behind "I" or "we" with which a person says what he thinks
// rather than what he did or will do.
var opinions = []string{"hope", "think", "believe", "am", "feel", "want", "wish", "know", "don't", "don’t", "agree", "need", "must", "should"}

// isOpinionOf reports whether the words begin with what somebody thinks.
func isOpinionOf(ws []word) bool {
	if len(ws) > 2 && ws[1].lower == "am" && strings.HasSuffix(ws[2].lower, "ing") {
		return false // "I am trying to"
	}
	return len(ws) > 1 && (ws[0].lower == "i" || ws[0].lower == "we") && slices.Contains(opinions, ws[1].lower)
}

var possessive = map[string]bool{"his": true, "her": true, "their": true}

// bodies are words for a house that is no company, with which it speaks of
// itself: "the group".
var bodies = []string{"group", "organization", "organisation", "agency", "department", "campaign", "association", "university", "network", "committee", "commission", "union", "council", "foundation", "administration"}

// isOwnHouse reports whether the words after "the" name the house that speaks,
// or for a spokesman the one spoken for by an office.
func (d *draft) isOwnHouse(f *saying, ws []word) bool {
	if len(ws) > 0 && ws[0].is(firm) && (slices.Contains(houses, ws[0].lower) || slices.Contains(bodies, ws[0].lower) || f.speaksAny(ws[0].lower) || d.isSpokesman(f)) {
		return true
	}
	return (d.isSpokesman(f) || f.speaksAny("campaign", "office")) && slices.ContainsFunc(ws[:min(2, len(ws))], func(w word) bool { return w.is(office | title) })
}

// theyWords are words with which a house of several begins to speak of itself,
// personWords those with which a person does.
var theyWords = map[string]bool{"they": true, "their": true}

var personWords = sync.OnceValue(func() map[string]bool { return set("he she his her i we my our") })
