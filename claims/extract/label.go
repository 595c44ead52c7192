package extract

import (
	"slices"
	"strings"

	"stet/claims"
)

// labelOf returns the label of a claim with these attributions: the first
// decides that does not stand beside what the sentence states.
func labelOf(as []claims.Attribution) claims.Label {
	for _, a := range as {
		if !a.Beside {
			return a.Label
		}
	}
	return claims.OwnVoice
}

// isAttitude reports whether the cue tells what somebody wants, does or won't
// say rather than gives somebody's word.
func (f *saying) isAttitude() bool {
	switch {
	case f.negated && f.reading.sense != denies, f.isSupposed(), f.isToCome():
		return true
	case f.isOnlyNamed(), f.isWork():
		return true
	case f.givesOut(), judgedBy(f.words(), &f.cue) > 0:
		return false
	case f.isOwnStep():
		return true
	case f.reading.lemma == "agree" && f.last+1 < len(f.words()) && f.words()[f.last+1].lower == "to":
		return true // "agreed to pay": an act
	case f.reading.sense == testifies && f.takes&(that|clause|quotation) == 0 && f.kind == byVerb:
		return true
	case f.reading.sense == shows:
		inquires := f.takes&that != 0 && f.reading.lemma != "show" && f.speaks(firm|office)
		return !inquires && !f.speaks(document|courtPaper|publicity|crowd)
	case f.reading.sense == holds:
		if _, ok := f.paper(f.speaker); ok {
			return false // what a lawsuit seeks, it says
		}
		return !f.isObserved() && f.takes&quotation == 0
	}
	return false
}

// governors are verbs that only name the act of saying which they govern.
var governors = strings.Fields(`require requires required avoid avoids avoided involve involves involved justify preclude precludes
	stop stops stopped risk risks risked mean means meant include includes included`)

// isOnlyNamed reports whether another verb only names the act of saying:
// "would require disclosing his pay".
func (f *saying) isOnlyNamed() bool {
	return f.kind == byVerb && f.tense&gerund != 0 && f.first > 0 && slices.Contains(governors, f.words()[f.first-1].lower)
}

// isWork reports whether the cue tells of something written rather than of what
// it says: "wrote a book on the harbour".
func (f *saying) isWork() bool {
	return f.kind == byVerb && f.reading.lemma == "write" && f.first > 0 && !f.words()[f.first-1].isMark() && f.takes&object != 0 && f.takes&(speech|how) == 0
}

// givesOut reports whether a statement is given out whose words follow: "issued
// a statement: “We will stay.”"
func (f *saying) givesOut() bool {
	if f.reading.lemma != "issue" && f.reading.lemma != "release" {
		return false
	}
	ws := f.words()
	for k := f.last + 1; k < len(ws); k++ {
		switch {
		case ws[k].quoted:
			return true
		case ws[k].verb != nil && ws[k].verb.tense == gerund && ws[k].verb.readings[0].sense == says, ws[k].lower == "after", ws[k].lower == "before", ws[k].is(subordinate) && !ws[k].is(preposition):
			return false // "issued a statement saying", "after Doe told"
		}
	}
	return false
}

// ownSteps are what somebody takes by announcing it.
var ownSteps = []string{"candidacy", "resignation", "retirement", "departure", "bid", "run", "campaign", "support", "endorsement", "opposition", "withdrawal", "engagement", "ad", "ads", "commercial", "video", "website"}

// isOwnStep reports whether to announce it is to do it: "announced his
// resignation", "unveiled her first campaign advertisement".
func (f *saying) isOwnStep() bool {
	ws := f.words()
	if f.reading.sense != announces || f.last+2 >= len(ws) || !slices.Contains(possessives, ws[f.last+1].lower) {
		return false
	}
	k := f.last + 2 // the noun that the possessive leads up to
	for k+1 < len(ws) && !ws[k+1].isMark() && !ws[k+1].is(preposition|conjunction|calendar|adverb|relative|auxiliary|subordinate) {
		k++
	}
	return slices.Contains(ownSteps, ws[k].lower)
}

// isToCome reports whether it has not been said yet: "will pledge".
func (f *saying) isToCome() bool {
	return f.kind == byVerb && f.first > 0 && f.words()[f.first-1].lower == "will" && f.takes&quotation == 0
}

// isObserved reports whether the attitude is that of people whose business is
// to say what they think: "analysts see".
func (f *saying) isObserved() bool {
	return f.kind == byVerb && (f.speaks(crowd) && f.takes&(that|clause) != 0 && !slices.Contains(acts, f.reading.lemma) ||
		f.speaksAny("analysts", "experts", "economists", "observers", "critics", "investors", "researchers", "forecasters"))
}

// acts are verbs that tell what people do for or against something, whatever
// clause follows: "lawyers defended the view that".
var acts = []string{"defend", "appoint", "nominate", "promote", "encourage", "challenge", "oppose", "reject", "support", "endorse", "advocate", "attack", "ban", "vote", "welcome", "name", "list", "offer", "approve", "order", "sue", "negotiate", "circulate", "urge", "press", "push", "seek", "refuse", "demand", "request", "choose", "opt", "see", "hear"}

// speaks reports whether the speaker's own words, before any preposition, hold
// one of the classes.
func (f *saying) speaks(c class) bool {
	for i, w := range f.words()[f.speaker.first:f.speaker.end] {
		if i > 0 && (w.is(preposition) && !w.is(c) || w.isMark()) {
			return false
		}
		if w.is(c) {
			return true
		}
	}
	return false
}

// label returns the label of an attribution, and the voice where it is a
// court filing.
func (d *draft) label(f *saying) (claims.Label, claims.Voice) {
	if f.isAttitude() {
		return claims.OwnVoice, ""
	}
	if v, ok := d.court(f); ok {
		return claims.InCourtFiling, v
	}
	switch {
	case f.kind == byPassive && f.speaker.empty(),
		f.kind == byHedge && f.reading.lemma != "reportedly",
		f.kind == byNoun && f.speaker.empty():
		return claims.Undecided, ""
	case d.isAnnounced(f):
		return claims.Announced, ""
	}
	return claims.Reported, ""
}
