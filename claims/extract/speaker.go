package extract

import (
	"slices"
	"strings"
	"sync"
)

// run is a half-open range of word indexes.
type run struct{ first, end int }

func (r run) empty() bool { return r.end <= r.first }

// speakerOf returns the words that name who speaks, or an empty run where the
// sentence doesn't say.
func speakerOf(ws []word, c *cue) run {
	switch c.kind {
	case byAccording:
		return nounAfter(ws, c.last+1, c.first == 0 || ws[c.first-1].text == "," && !hasFiniteVerb(ws[:c.first]))
	case byHedge:
		return run{}
	case byColon:
		return colonSpeaker(ws, c.first)
	case byNoun:
		return nounSpeaker(ws, c)
	case byPassive:
		if lowerIs(ws, c.last+1, "by") {
			return nounAfter(ws, c.last+2, false)
		}
		if by := judgedBy(ws, c); by > 0 {
			return nounAfter(ws, by+1, false)
		}
		if c.reading.lemma == "quote" || c.reading.sense == holds {
			return subjectOf(ws, c.first)
		}
		return run{}
	}
	if c.tense&participle != 0 && lowerIs(ws, c.last+1, "by") && c.last+2 < len(ws) && (ws[c.last+2].verb == nil || ws[c.last+2].verb.tense != gerund) && !strings.HasSuffix(ws[c.last+2].lower, "ing") {
		return nounAfter(ws, c.last+2, false) // "a plan backed by Doe"
	}
	if c.first > 1 && c.tense == base && ws[c.first-1].lower == "to" {
		return infinitiveSubject(ws, c.first-1)
	}
	if r := inverted(ws, c); !r.empty() {
		return r
	}
	if c.tense == gerund && opensGerund(ws, c.first) {
		if r := frontedSubject(ws, c.first); !r.empty() {
			return r
		}
	}
	if c.tense == gerund && c.first > 1 {
		if r := postmodified(ws, c); !r.empty() {
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

// causing are verbs after which a noun and an infinitive tell what somebody is
// made or asked to do.
var causing = sync.OnceValue(func() map[string]bool {
	return set(`for allow allows allowed allowing force forces forced forcing urge urges urged urging ask asks asked asking
		want wants wanted lead leads led leading prompt prompted prompting cause caused causing
		enable enables inspire inspired push pushed pushing encourage encouraged require required pressure pressured expect expects
		expected leave leaves left leaving get help helped helps persuade persuaded convince convinced tell told call called`)
})

// infinitiveSubject returns who is to do what follows the "to" at i: those
// named before it in "for a judge to say" and "forced Doe to admit", or the
// subject of the sentence.
func infinitiveSubject(ws []word, i int) run {
	start := nounStart(ws, i-1)
	for k := i - 1; k > start; k-- {
		if ws[k].lower == "for" && !ws[k-1].is(crowd|office|firm|document) {
			start = k + 1
			break
		}
	}
	if start > 0 && start < i && causing()[ws[start-1].lower] && !ws[start].is(preposition) {
		return run{start, i}
	}
	if r := mainSubject(ws, i); !r.empty() {
		return r
	}
	if start == 0 && opensSentence(ws, i-1) {
		return run{start, i} // a headline: "Doe to admit defeat"
	}
	return run{}
}

// opensGerund reports whether the participle at i stands in front of the
// sentence: "Eight years after backing Doe, …".
func opensGerund(ws []word, i int) bool {
	if i <= 1 {
		return true
	}
	if !ws[i-1].is(preposition|subordinate) && !ws[i-1].isMark() {
		return false
	}
	for k := 1; k < i; k++ {
		if isPredicate(ws, k) || ws[k].quoted {
			return false
		}
	}
	return true
}

// postmodified returns the noun that the participle of the cue follows without
// a comma: "a suit alleging fraud", "with critics saying". A statement that says
// something is its maker's word: "issued a statement saying".
func postmodified(ws []word, c *cue) run {
	p := &ws[c.first-1]
	if p.isMark() || p.quoted || p.is(preposition|adverb|conjunction|subordinate|calendar|auxiliary|determiner|negation|past|relative) {
		return run{}
	}
	start := nounStart(ws, c.first-1)
	if start >= c.first {
		return run{}
	}
	with := start > 0 && ws[start-1].lower == "with"
	if !with && (p.capital || p.is(publicity) && c.reading.sense != shows && c.reading.sense != alleges) {
		return run{}
	}
	if !with && !p.is(crowd|document|courtPaper|firm) && c.reading.sense != shows {
		return run{}
	}
	return run{start, c.first}
}

func isAfterNoun(ws []word, i int) bool {
	return ws[i-1].is(auxiliary) || ws[i-1].capital
}

// nounSpeaker returns who speaks by a noun: the possessor, those it is from, or
// the noun itself.
func nounSpeaker(ws []word, c *cue) run {
	if r := possessor(ws, c.first); !r.empty() {
		return r
	}
	if from := ws[c.last].lower; c.last > c.first && (from == "from" || from == "among") {
		return nounAfter(ws, c.last+1, false)
	}
	if c.reading.sense == holds {
		return holder(ws, c)
	}
	if ws[c.first].is(document) {
		return run{nounStart(ws, c.first), c.first + 1}
	}
	if slices.Contains(personal, c.reading.lemma) {
		return mainSubject(ws, c.first)
	}
	return run{}
}

// personal are nouns for a word that the subject of the sentence gives: "he
// made the suggestion that".
var personal = []string{"hope", "hopes", "suggestion", "assurance", "assurances", "belief", "accusation", "accusations", "charge", "charges", "promise", "pledge", "vow", "insistence", "admission", "prediction", "assertion", "contention", "conviction", "argument"}

// possessor returns whose the noun at i is: of "Doe's strong opposition", Doe.
func possessor(ws []word, i int) run {
	for k := i - 1; k >= max(0, i-4); k-- {
		w := &ws[k]
		switch {
		case isGenitive(w) && k > 0:
			return run{nounStart(ws, k-1), k}
		case isPlural(ws, k):
			return run{nounStart(ws, k-1), k}
		case slices.Contains([]string{"his", "her", "their", "its", "my", "our", "your", "whose"}, w.lower):
			return run{k, k + 1}
		case w.isMark(), w.is(determiner | preposition | auxiliary | subject | conjunction | relative):
			return run{}
		}
	}
	return run{}
}

// holder returns who has the attitude that a noun or adjective tells of: the
// noun before it, the subject of the "be" before it, or of the sentence.
func holder(ws []word, c *cue) run {
	k := c.first
	for k > 0 && ws[k-1].is(adverb) && !ws[k-1].is(preposition) {
		k--
	}
	if k == 0 {
		return run{}
	}
	p := &ws[k-1]
	if p.is(auxiliary) || p.is(subject) || p.capital && ws[c.first].verb != nil {
		if r := subjectOf(ws, k); !r.empty() {
			return r
		}
	}
	if ws[c.last].lower == "to" && p.is(crowd|firm) {
		return run{nounStart(ws, k-1), k}
	}
	return mainSubject(ws, c.first)
}

// inverted returns the speaker of a verb that stands before it: “…,” said
// Smith, a professor.
func inverted(ws []word, c *cue) run {
	i := c.first
	if i > 1 && ws[i-1].text == "'" && ws[i-2].quoted {
		i-- // a quotation within a quotation ends with it
	}
	so := i == 1 && (ws[0].lower == "so" || ws[0].lower == "thus")
	if (i == 0 || so) && c.tense&preterite != 0 && endsInName(ws, c.last+1) && ws[c.last+1].capital {
		return nounAfter(ws, c.last+1, false) // "Said Jane Doe, …", "So said Jane Doe"
	}
	if c.tense&(preterite|third) == 0 && (c.reading.lemma != "say" || c.last+1 >= len(ws) || !ws[c.last+1].is(crowd)) || i == 0 || !ws[i-1].quoted && ws[i-1].text != "," || c.last+1 >= len(ws) {
		return run{}
	}
	if ws[i-1].text == "," && !ws[max(0, i-2)].quoted && appositionStart(ws, i-1) < i-1 && !namesAlone(ws, c.last+1) {
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
		case ws[k].quoted, ws[k].is(auxiliary|subject) && !ws[k].is(relative):
			return false
		case ws[k].isMark() && ws[k].text != "’" && ws[k].text != "'" && ws[k].text != "(":
			return true
		case ws[k].is(relative | calendar | preposition):
			return true
		}
	}
	return true
}

// namesAlone reports whether the words from i up to a mark are a name, with or
// without what he is, and nothing more: "said strategist Jane Doe, a".
func namesAlone(ws []word, i int) bool {
	k := i
	for k < len(ws) && !ws[k].isMark() && (ws[k].capital || ws[k].is(office|crowd|title|determiner) || ws[k].lower == "and" || ws[k].lower == "of") {
		k++
	}
	return k > i && ws[k-1].capital && (k == len(ws) || ws[k].text == "," || ws[k].text == ".")
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
