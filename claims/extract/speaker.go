package extract

import "slices"

// run is a half-open range of word indexes.
type run struct{ first, end int }

func (r run) empty() bool { return r.end <= r.first }

// speakerOf returns the words that name who speaks, or an empty run where the
// sentence doesn't say.
func speakerOf(ws []word, c *cue) run {
	switch c.kind {
	case byAccording:
		return nounAfter(ws, c.last+1, c.first == 0)
	case byHedge:
		return run{}
	case byColon:
		return run{0, min(c.first, 5)}
	case byNoun:
		return nounSpeaker(ws, c)
	case byPassive:
		if lowerIs(ws, c.last+1, "by") {
			return nounAfter(ws, c.last+2, false)
		}
		if c.reading.lemma == "quote" || c.reading.sense == holds {
			return subjectOf(ws, c.first)
		}
		return run{}
	}
	if c.first > 0 && c.tense == base && ws[c.first-1].lower == "to" {
		return mainSubject(ws, c.first-1)
	}
	if r := inverted(ws, c); !r.empty() {
		return r
	}
	if c.tense == gerund && c.first <= 1 {
		if r := frontedSubject(ws, c.first); !r.empty() {
			return r
		}
	}
	if c.tense == gerund && (c.first == 0 || !isAfterNoun(ws, c.first)) {
		return mainSubject(ws, c.first)
	}
	if r := subjectOf(ws, c.first); !r.empty() {
		return r
	}
	return mainSubject(ws, c.first)
}

func isAfterNoun(ws []word, i int) bool {
	return ws[i-1].is(auxiliary) || ws[i-1].capital
}

// nounSpeaker returns who speaks by a noun: the possessor, or the noun itself.
func nounSpeaker(ws []word, c *cue) run {
	if c.first > 0 && (ws[c.first-1].lower == "'s" || ws[c.first-1].lower == "’s") {
		return run{nounStart(ws, c.first-2), c.first - 1}
	}
	if c.first > 0 && slices.Contains([]string{"his", "her", "their", "its", "my", "our"}, ws[c.first-1].lower) {
		return run{c.first - 1, c.first}
	}
	if c.reading.sense == holds {
		return mainSubject(ws, c.first)
	}
	if ws[c.first].is(document) {
		return run{nounStart(ws, c.first), c.first + 1}
	}
	return run{}
}

// inverted returns the speaker of a verb that stands before it: “…,” said
// Smith, a professor.
func inverted(ws []word, c *cue) run {
	i := c.first
	if c.tense&(preterite|third) == 0 || i == 0 || !ws[i-1].quoted && ws[i-1].text != "," || c.last+1 >= len(ws) {
		return run{}
	}
	if ws[i-1].text == "," && !ws[max(0, i-2)].quoted && appositionStart(ws, i-1) < i-1 {
		return run{} // "Jane Doe, an analyst, said the price": the subject stands before
	}
	n := &ws[c.last+1]
	if (n.is(subject|number) || c.reading.sense == holds) && !ws[i-1].quoted && !ws[max(0, i-2)].quoted {
		return run{}
	}
	if n.quoted || n.isMark() || n.is(preposition|adverb|calendar|conjunction|subordinate) && !n.capital || n.lower == "that" {
		return run{}
	}
	if n.is(determiner) && !endsClause(ws, c.last+1) {
		return run{} // "…, called her tone": what follows is the object
	}
	if !n.capital && !n.is(determiner|crowd|office|title|subject|number) && !endsInName(ws, c.last+1) {
		return run{}
	}
	return nounAfter(ws, c.last+1, false)
}

// endsClause reports whether the words from i on are no more than a speaker:
// a mark follows before any quotation.
func endsClause(ws []word, i int) bool {
	for k := i + 1; k < len(ws); k++ {
		switch {
		case ws[k].quoted:
			return false
		case ws[k].isMark() && ws[k].text != "’" && ws[k].text != "'" && ws[k].text != "(":
			return true
		case ws[k].is(relative | calendar | preposition):
			return true
		}
	}
	return true
}

// endsInName reports whether a name follows the words at i, as in "said retired
// surgeon Jane Doe".
func endsInName(ws []word, i int) bool {
	for k := i; k < min(i+5, len(ws)) && !ws[k].isMark() && !ws[k].is(auxiliary|preposition|conjunction); k++ {
		if ws[k].capital {
			return true
		}
	}
	return false
}

// subjectOf returns the subject of the verb at i.
func subjectOf(ws []word, i int) run {
	end := subjectEnd(ws, i)
	start := subjectStart(ws, i)
	if start >= end {
		return run{}
	}
	return unmarked(ws, run{start, end})
}

// subjectEnd returns where the subject of the verb at i ends: before its
// adverbs and auxiliaries, and before what stands between commas.
func subjectEnd(ws []word, i int) int {
	k := i
	for k > 0 && isVerbal(&ws[k-1]) {
		k--
	}
	if k > 1 && k < i && ws[k].is(calendar) && ws[k-1].is(preposition) && !ws[k-2].is(document|past) {
		k-- // "Clinton on Tuesday said"
	}
	if k > 2 && slices.Contains(periods, ws[k-1].lower) && slices.Contains([]string{"last", "this", "earlier", "next"}, ws[k-2].lower) {
		k -= 2 // "who last year threatened"
		if k > 1 && ws[k-1].is(adverb|preposition) && ws[k-1].lower == "earlier" {
			k--
		}
		for k > 0 && isVerbal(&ws[k-1]) {
			k--
		}
	}
	if k > 1 && slices.Contains([]string{"both", "each", "all"}, ws[k-1].lower) && !ws[k-2].isMark() && !ws[k-2].is(preposition|conjunction|subordinate|auxiliary) {
		k-- // "Bolton and Gorka both denounced"
	}
	return k
}

// periods are words for a time that "last" or "this" may stand before.
var periods = []string{"year", "month", "week", "night", "summer", "fall", "autumn", "spring", "winter", "weekend", "morning", "evening"}

// isVerbal reports whether a word before a verb belongs to it rather than to
// its subject.
func isVerbal(w *word) bool {
	if w.is(subject) || w.capital && !w.is(calendar) {
		return false
	}
	return w.is(auxiliary|negation|hedge) || w.is(adverb) && !w.is(preposition) || w.lower == "to" || w.is(calendar)
}

// subjectStart returns where the subject of the verb at i begins.
func subjectStart(ws []word, i int) int {
	k := subjectEnd(ws, i)
	if k == 0 {
		return 0
	}
	if ws[k-1].is(subject | relative) {
		return k - 1
	}
	if ws[k-1].text == "," {
		return appositionStart(ws, k-1)
	}
	return nounStart(ws, k-1)
}

// mainSubject returns the subject of the clause on which the verb at i hangs,
// which has none of its own: of "Smith, who won, left the party, saying …", and
// of "Smith left and said …", Smith.
func mainSubject(ws []word, i int) run {
	start := clauseStart(ws, i)
	for k := start + 1; k < i; k++ {
		if !isPredicate(ws, k) {
			continue
		}
		r := subjectOf(ws, k)
		if r.empty() || r.first < start || ws[r.first].is(relative) || ws[r.first].isMark() || r.first > start && isSubordinated(ws, start, r.first) {
			continue
		}
		return r
	}
	return nearestSubject(ws, i)
}

// frontedSubject returns the subject of the clause before which the participle
// at i is set: of "After saying so, the man left", the man.
func frontedSubject(ws []word, i int) run {
	for k := i + 1; k+2 < len(ws); k++ {
		if ws[k].text != "," || ws[k].quoted {
			continue
		}
		for v := k + 2; v < len(ws) && !ws[v].quoted; v++ {
			if !isPredicate(ws, v) {
				continue
			}
			if r := subjectOf(ws, v); !r.empty() && r.first == k+1 {
				return r
			}
			break
		}
	}
	return run{}
}

// nearestSubject returns the subject of the verb nearest before i.
func nearestSubject(ws []word, i int) run {
	for k := i - 1; k > 0; k-- {
		if !isPredicate(ws, k) {
			continue
		}
		if r := subjectOf(ws, k); !r.empty() && !ws[r.first].isMark() {
			return r
		}
	}
	return run{}
}

// isPredicate reports whether the word at k may be the finite verb of a clause
// in the copy's own words.
func isPredicate(ws []word, k int) bool {
	w := &ws[k]
	return !w.quoted && (w.is(auxiliary|past|present) || w.verb != nil && w.verb.tense&(preterite|third) != 0) && !isNounAt(ws, k)
}

// clauseStart returns where the main clause begins in which the word at i
// stands: after a semicolon, or after a comma and a conjunction that a subject
// with its own verb follows.
func clauseStart(ws []word, i int) int {
	for k := i - 1; k > 0; k-- {
		switch {
		case ws[k].quoted:
		case ws[k].text == ";":
			return k + 1
		case ws[k].is(conjunction) && ws[k-1].text == "," && ws[k+1].is(subject|determiner) && k+2 < i && hasVerb(ws[:i], k+2):
			return k + 1
		}
	}
	return 0
}

// isSubordinated reports whether the subject at i belongs to a clause that a
// word between start and i opens: "when he left", "that she knew".
func isSubordinated(ws []word, start, i int) bool {
	for k := i - 1; k >= start; k-- {
		w := &ws[k]
		if w.text == "," || w.quoted {
			return false
		}
		if w.is(subordinate) || w.is(relative) {
			return true
		}
	}
	return false
}

func isNounAt(ws []word, k int) bool {
	if ws[k].verb != nil && isNominal(ws, k) || ws[k].capital {
		return true
	}
	return ws[k-1].is(determiner) || k > 1 && ws[k-2].is(determiner) && !ws[k].is(auxiliary|past)
}
