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
	if !n.capital && !n.is(determiner|crowd|office|title|subject|number) && !endsInName(ws, c.last+1) {
		return run{}
	}
	return nounAfter(ws, c.last+1, false)
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
	if k > 1 && k < i && ws[k].is(calendar) && ws[k-1].is(preposition) {
		k-- // "Clinton on Tuesday said"
	}
	return k
}

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

// mainSubject returns the subject of the clause on which the participle at i
// hangs: of "Smith left, saying …", Smith.
func mainSubject(ws []word, i int) run {
	for k := i - 1; k > 0; k-- {
		if ws[k].quoted || !ws[k].is(auxiliary|past|present) && (ws[k].verb == nil || ws[k].verb.tense&(preterite|third) == 0) || isNounAt(ws, k) {
			continue
		}
		if r := subjectOf(ws, k); !r.empty() && !ws[r.first].isMark() {
			return r
		}
	}
	return run{}
}

func isNounAt(ws []word, k int) bool {
	if ws[k].verb != nil && isNominal(ws, k) || ws[k].capital {
		return true
	}
	return ws[k-1].is(determiner) || k > 1 && ws[k-2].is(determiner) && !ws[k].is(auxiliary|past)
}
