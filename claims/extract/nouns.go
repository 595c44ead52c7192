package extract

import "slices"

// nounCues are nouns that give somebody's word where a clause follows them:
// "reports that", "his claim that".
var nounCues = []string{
	"report", "reports", "claim", "claims", "allegation", "allegations", "statement", "statements", "assertion",
	"announcement", "argument", "suggestion", "suggestions", "accusation", "accusations", "charge", "charges", "contention", "complaint",
	"complaints", "belief", "prediction", "rumor", "rumors", "rumour", "rumours", "testimony", "ruling", "admission",
	"revelation", "insistence", "criticism", "speculation", "promise", "pledge", "vow", "assumption", "evidence",
	"hope", "hopes", "fear", "fears", "idea", "notion", "sense", "assurance", "assurances", "conclusion", "consensus", "conviction", "worry", "worries", "concern", "concerns", "doubt", "doubts", "question", "view",
}

// nounAt returns the cue that the noun at i makes, if it is one there.
func nounAt(ws []word, i int) (cue, bool) {
	if i+1 >= len(ws) {
		return cue{}, false
	}
	if !slices.Contains(nounCues, ws[i].lower) {
		return equated(ws, i)
	}
	c := cue{kind: byNoun, first: i, last: i, reading: reading{sense: says, lemma: ws[i].lower}, takes: that}
	if isVenueNoun(ws, i) {
		return cue{}, false
	}
	if lowerIs(ws, i+1, "that") && i+2 < len(ws) && !ws[i+2].is(auxiliary|past) && !isPluralVerb(ws, i+2) {
		return c, true
	}
	if c, ok := equated(ws, i); ok {
		return c, true
	}
	if emerged(ws[i+1].lower) {
		c.last++
		return c, true
	}
	return cue{}, false
}

// isPluralVerb reports whether the word at i is a verb with its object, so that
// the "that" before it is a pronoun: "reports that question his story".
func isPluralVerb(ws []word, i int) bool {
	return ws[i].verb != nil && ws[i].verb.tense&base != 0 && i+1 < len(ws) && ws[i+1].is(determiner|subject)
}

// isVenueNoun reports whether the noun at i is only where something was said,
// as in "said in a statement that".
func isVenueNoun(ws []word, i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if ws[k].lower == "in" || ws[k].lower == "during" || ws[k].lower == "by" {
			return true
		}
		if ws[k].isMark() || ws[k].verb != nil {
			return false
		}
	}
	return false
}

// emerged reports whether a verb says that word has come out.
func emerged(verb string) bool {
	return slices.Contains([]string{"emerged", "surfaced", "circulated", "swirled", "emerge", "say", "said"}, verb)
}

// wordNouns are nouns for somebody's word that only count where the copy says
// what it is: "the answer was that".
var wordNouns = []string{
	"answer", "message", "point", "theory", "thinking", "advice", "reply", "response", "pitch", "reasoning", "excuse",
	"explanation", "warning", "slogan", "motto", "phrase", "position", "stance", "assessment",
}

// equated returns the cue of the noun at i where a form of "be" after it gives
// what was said: "her argument is that", "the question is whether".
func equated(ws []word, i int) (cue, bool) {
	if i+2 >= len(ws) || !slices.Contains(formsOfBe, ws[i+1].lower) || !slices.Contains(nounCues, ws[i].lower) && !slices.Contains(wordNouns, ws[i].lower) {
		return cue{}, false
	}
	if n := &ws[i+2]; n.lower != "that" && n.lower != "whether" && !n.quoted {
		return cue{}, false
	}
	return cue{kind: byNoun, first: i, last: i + 1, reading: reading{sense: says, lemma: ws[i].lower}, takes: that}, true
}
