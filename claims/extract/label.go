package extract

import (
	"slices"

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
	case f.givesOut():
		return false
	case f.reading.lemma == "agree" && f.last+1 < len(f.words()) && f.words()[f.last+1].lower == "to":
		return true // "agreed to pay": an act
	case f.reading.sense == testifies && f.takes&(that|clause|quotation) == 0 && f.kind == byVerb:
		return true
	case f.reading.sense == shows:
		return !f.speaks(document | courtPaper | publicity | crowd)
	case f.reading.sense == holds:
		if _, ok := f.paper(f.speaker); ok {
			return false // what a lawsuit seeks, it says
		}
		return !f.isObserved() && f.takes&quotation == 0
	}
	return false
}

// givesOut reports whether a statement is given out whose words follow: "issued
// a statement: “We will stay.”"
func (f *saying) givesOut() bool {
	if f.reading.lemma != "issue" && f.reading.lemma != "release" {
		return false
	}
	return slices.ContainsFunc(f.words(), func(w word) bool {
		return w.quoted && f.content.Start <= w.Start && w.End <= f.content.End
	})
}

// isToCome reports whether it has not been said yet: "will pledge".
func (f *saying) isToCome() bool {
	return f.kind == byVerb && f.first > 0 && f.words()[f.first-1].lower == "will" && f.takes&quotation == 0
}

// isObserved reports whether the attitude is that of people whose business is
// to say what they think: "analysts see".
func (f *saying) isObserved() bool {
	return f.kind == byVerb && (f.speaks(crowd) && f.takes&(that|clause) != 0 ||
		f.speaksAny("analysts", "experts", "economists", "observers", "critics", "investors", "researchers", "forecasters"))
}

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
	if v, ok := f.court(); ok {
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
