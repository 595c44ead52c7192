package extract

import (
	"slices"

	"stet/claims"
)

// isBeside reports whether the words that somebody is given as saying stand
// beside what the sentence states rather than being it: in a relative clause, in
// a clause that depends on another, behind a main clause of the copy's own, or
// in a noun that is not its subject. "He left, and she said why" and "the man,
// who said so, left" are the copy's word that he left.
func (f *saying) isBeside() bool {
	ws := f.words()
	first := f.first
	if !f.speaker.empty() {
		first = min(first, f.speaker.first)
	}
	isVerb := f.kind == byVerb || f.kind == byPassive
	switch {
	case f.kind == byAccording || first >= len(ws):
		return false
	case f.kind == byNoun && f.last < leadEnd(ws):
		return true // "As their statement of principle, …"
	case isVerb && (f.isRelative() || f.isReduced() || f.isInLead() || f.isDependent(first) || f.isBracketed(first)):
		return true
	case isVerb && f.isSecond():
		return true // "declined to comment but said that": the first of two decides
	case f.tense&gerund != 0 && f.first > 0 && (ws[f.first-1].text == "," || f.followsStatement()):
		return false // "shot back, saying that …", "released a statement saying that …"
	}
	own := f.ownPredicate(first)
	return own >= 0 && (f.content.Start >= f.content.End || f.content.Start > ws[own].Start)
}

// followsStatement reports whether the cue stands right behind a statement that
// was given out, but for when.
func (f *saying) followsStatement() bool { return f.statementBefore() >= 0 }

// statementBefore returns where that statement stands, or -1.
func (f *saying) statementBefore() int {
	ws := f.words()
	k := f.first - 1
	for k > 0 && ws[k].is(calendar|adverb) {
		k--
	}
	if k < 0 || !ws[k].is(publicity) {
		return -1
	}
	return k
}

// isRelative reports whether the subject of the cue is a relative pronoun.
func (f *saying) isRelative() bool {
	ws := f.words()
	for k := f.first - 1; k >= max(0, f.first-4); k-- {
		w := &ws[k]
		switch {
		case w.lower == "who" || w.lower == "which" || w.lower == "whose" || w.lower == "that" && k > 0 && ws[k-1].text != ",":
			return !w.quoted && k > 0
		case !w.is(auxiliary | adverb | negation):
			return false
		}
	}
	return false
}

// isReduced reports whether the cue only tells of a noun which thing is meant:
// "the man accused of it will stay", "the deal, announced on Friday, holds",
// "stories alleging fraud are old".
func (f *saying) isReduced() bool {
	ws := f.words()
	if f.first == 0 || f.last+2 >= len(ws) {
		return false
	}
	switch {
	case f.tense&gerund != 0:
		return f.opensSubject()
	case f.tense&participle == 0:
		return false
	case ws[f.first-1].text != ",":
		return slices.Contains([]string{"accuse", "suspect", "charge"}, f.reading.lemma) && (ws[f.last+1].lower == "of" || ws[f.last+1].lower == "with") && verbWithin(ws, f.last+2, 20)
	case !ws[f.last+1].is(preposition | calendar):
		return false
	}
	for k := f.last + 1; k+1 < len(ws); k++ {
		if ws[k].text == "," {
			return ws[k+1].is(auxiliary | past | present)
		}
	}
	return false
}

// opensSubject reports whether the participle of the cue belongs to the subject
// of the sentence, whose verb comes after it.
func (f *saying) opensSubject() bool {
	ws := f.words()
	start := leadEnd(ws)
	if f.first <= start+1 || ws[f.first].quoted || ws[start].is(subject) {
		return false
	}
	for k := start + 1; k < f.first; k++ {
		if ws[k].text == "," && k < f.first-1 || ws[k].is(auxiliary|past|present|subject) || ws[k].quoted || isPredicate(ws, k) {
			return false
		}
	}
	for k := f.last + 1; k < len(ws) && !ws[k].quoted && ws[k].text != ":"; k++ {
		if ws[k-1].text == "," && ws[k].is(auxiliary|past|present) || ws[k].is(auxiliary) && !ws[k-1].is(relative|subject) && ws[f.first-1].text != "," {
			return true
		}
	}
	return false
}

// isInLead reports whether it stands in a clause that leads up to the main one:
// "At the moment he announced it, …", but not "As he announced, …".
func (f *saying) isInLead() bool {
	ws := f.words()
	leads := ws[0].is(subordinate) && ws[0].lower != "as" || opensWithTime(ws) || f.isOfLeadNoun()
	end := leadEnd(ws)
	return leads && !ws[0].quoted && f.last < end && hasVerb(ws, end+1)
}

// occasions are nouns for when something was, as clauses follow them: "the day
// Halden announced it".
var occasions = []string{"moment", "time", "day", "morning", "night", "evening", "afternoon", "week", "month", "year", "minute"}

// opensWithTime reports whether the sentence begins with such a noun and the
// clause that says which is meant.
func opensWithTime(ws []word) bool {
	i := 0
	if ws[0].lower == "at" || ws[0].lower == "on" {
		i = 1
	}
	return i+2 < len(ws) && ws[i].lower == "the" && slices.Contains(occasions, ws[i+1].lower) && (ws[i+2].capital || ws[i+2].is(subject|determiner))
}

// isOfLeadNoun reports whether it tells of a noun that leads up to the main clause
// which thing is meant: "In a letter that Marsh called vile, …".
func (f *saying) isOfLeadNoun() bool {
	ws := f.words()
	k := f.speaker.first - 1
	return f.kind == byVerb && !f.speaker.empty() && f.speaker.end <= f.first && k > 1 && ws[k].lower == "that" && (ws[0].is(preposition) || ws[0].is(conjunction) && (ws[1].is(preposition) || ws[2].is(preposition))) && ws[k-1].verb == nil
}

// isDependent reports whether the clause that begins with the word at first is
// opened by a word that makes it depend on another: "after he told", "before
// announcing", "although she notes".
func (f *saying) isDependent(first int) bool {
	ws := f.words()
	if f.tense&gerund != 0 && f.first > 0 && ws[f.first-1].is(preposition|subordinate) {
		return !ws[f.first].quoted
	}
	if first == 0 || ws[first].quoted {
		return false
	}
	w := &ws[first-1]
	if w.is(adverb|auxiliary) && first > 1 {
		w = &ws[first-2]
	}
	opens := w.is(subordinate) && w.lower != "that" && (w.lower != "as" || first > 1 && ws[first-2].is(adverb) && !ws[first-2].is(preposition)) || w.lower == "which" || w.lower == "whom" || w.lower == "what"
	return opens && !w.quoted
}

// ownPredicate returns the first verb of a main clause before the word at first
// that is the copy's own, or -1: not in quotation marks, and not in a clause or
// phrase that leads the sentence up to a comma.
func (f *saying) ownPredicate(first int) int {
	ws := f.words()
	for first > 0 && ws[first-1].is(auxiliary|adverb|negation) {
		first-- // "has been reported"
	}
	for k := leadEnd(ws) + 1; k < first; k++ {
		if ws[k-1].is(publicity) && ws[k].is(past) && (ws[k+1].is(calendar) || slices.Contains([]string{"on", "in", "by", "at"}, ws[k+1].lower)) {
			continue // "a statement posted on its site"
		}
		if isPredicate(ws, k) && !isSubordinated(ws, leadEnd(ws), k) && !ws[k-1].is(preposition) && !isInfinitive(ws, k) {
			return k
		}
	}
	return -1
}

// isInfinitive reports whether the verb at k stands behind "to" or "to be".
func isInfinitive(ws []word, k int) bool {
	return ws[k-1].lower == "to" || k > 1 && ws[k-1].lower == "be" && ws[k-2].lower == "to"
}

// leadEnd returns where the main clause begins behind what leads up to it:
// "Asked whether it sank,", "When he left,", "In May,".
func leadEnd(ws []word) int {
	start := 0
	switch {
	case len(ws) > 1 && ws[0].is(conjunction) && !ws[0].is(subordinate|preposition):
		start = 1 // "But in May,", "And, in May,"
		if ws[1].text == "," {
			start = 2
		}
	case len(ws) > 2 && ws[0].is(adverb) && ws[1].text == ",":
		start = 2 // "Then, when he left,"
	}
	if start >= len(ws) || !opensWithTime(ws) && !ws[start].is(subordinate|preposition) && !(start == 0 && ws[0].verb != nil && ws[0].verb.tense&(gerund|participle) != 0) {
		return 0
	}
	for k := start; k < len(ws); k++ {
		if ws[k].text != "," {
			continue
		}
		next := k + 1
		if ws[k].quoted {
			if next+1 >= len(ws) || !ws[next].isMark() || ws[next+1].quoted {
				continue
			}
			next++ // the comma within a quotation that ends with it
		}
		if next >= len(ws) || !ws[next].is(relative) {
			return next
		}
	}
	return 0
}

// besideIn reports whether the attribution with a cue stands beside what a half
// of its sentence states.
func (d *draft) besideIn(half *sentence, cue claims.Span) bool {
	for _, s := range half.stretches() {
		for _, c := range cues(s) {
			if f := d.find(s, c); f.span(run{f.first, f.last + 1}) == cue {
				return f.isBeside()
			}
		}
	}
	return false
}

// isBracketed reports whether the cue with its speaker stands between brackets
// or dashes on both sides: "the mayor -- as Halden noted -- has left".
func (f *saying) isBracketed(first int) bool {
	ws := f.words()
	open := -1
	for k := range first {
		switch {
		case open >= 0 && (ws[k].text == ")" || isBreak(ws, k) && ws[open].text != "("):
			open = -1
		case open < 0 && (ws[k].text == "(" || isBreak(ws, k)):
			open = k
		}
	}
	if open < 1 || ws[open].quoted {
		return false
	}
	for k := f.last + 1; k+1 < len(ws); k++ {
		if ws[k].text == ")" && ws[open].text == "(" || isBreak(ws, k) && ws[open].text != "(" {
			return true
		}
	}
	return false
}

// isBreak reports whether the word at k is a dash that breaks the sentence, or
// the first of two that do.
func isBreak(ws []word, k int) bool {
	return isDash(ws[k].text) && !isHyphen(ws, k) && !ws[k].quoted && (k == 0 || !isDash(ws[k-1].text))
}
