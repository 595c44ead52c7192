package extract

import (
	"slices"
	"strings"
)

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
	if n.is(subject) && !ws[i-1].quoted && !ws[max(0, i-2)].quoted {
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

// appositionStart returns where a subject begins that ends in words between
// commas, the last of which is at i: "Smith, 63, a professor, said". It
// returns i where those words are none.
func appositionStart(ws []word, i int) int {
	first := i
	for k := i - 1; k > 0 && k > i-40 && !ws[k].quoted; k-- {
		if ws[k].text != "," {
			continue
		}
		if !opensApposition(ws, k+1) && !isName(ws, k+1, first) {
			break
		}
		first = k
	}
	if first == i {
		return i
	}
	return nounStart(ws, first-1)
}

// isName reports whether the words from i up to end are a name that says who
// the words before the comma in front of it are: "the manager, Jane Doe,".
func isName(ws []word, i, end int) bool {
	if end-i < 2 || end-i > 4 || i < 2 || ws[i-2].capital {
		return false
	}
	return !slices.ContainsFunc(ws[i:end], func(w word) bool { return !w.capital })
}

// opensApposition reports whether the words from i on, which follow a comma,
// say more of the noun before it.
func opensApposition(ws []word, i int) bool {
	if i >= len(ws) || ws[i].quoted {
		return false
	}
	w := &ws[i]
	if w.is(relative) || w.is(determiner|office|number) && !w.is(subject) || slices.Contains([]string{"of", "from", "in", "including", "former", "then", "however", "meanwhile", "though", "too"}, w.lower) ||
		strings.HasSuffix(w.lower, "ing") && !w.capital {
		return true
	}
	for k := i; k < min(i+8, len(ws)) && !ws[k].isMark() && !ws[k].is(auxiliary|subject); k++ {
		if ws[k].is(office) {
			return true
		}
	}
	return false
}

// nounStart returns where the noun phrase begins that ends with the word at
// end. It reaches back over prepositions that hang on nouns.
func nounStart(ws []word, end int) int {
	k := end
	for k >= 0 {
		w := &ws[k]
		if w.text == ")" {
			k = bracketStart(ws, k) - 1
			continue
		}
		if stopsNoun(ws, k, end) {
			break
		}
		if w.is(determiner) && !w.is(preposition) && (k == 0 || !isLink(&ws[k-1]) && !ws[k-1].is(determiner)) {
			return k
		}
		k--
	}
	for k+1 < end && (ws[k+1].is(adverb|preposition|conjunction) && !ws[k+1].is(title) && !ws[k+1].is(determiner)) {
		k++
	}
	return k + 1
}

// bracketStart returns where the bracket opens that closes at k, or k.
func bracketStart(ws []word, k int) int {
	for i := k - 1; i >= max(0, k-8); i-- {
		if ws[i].text == "(" {
			return i
		}
	}
	return k
}

// isLink reports whether a noun phrase may go on before the word.
func isLink(w *word) bool {
	return w.lower == "of" || w.lower == "for" || w.lower == "in" || w.lower == "with" || w.lower == "from" || w.lower == "at" ||
		w.lower == "and" || w.lower == "to" || w.lower == "on" || w.lower == "by"
}

// stopsNoun reports whether the word at k can't belong to the noun phrase that
// ends at end.
func stopsNoun(ws []word, k, end int) bool {
	w := &ws[k]
	switch {
	case w.quoted:
		return true
	case w.isMark():
		return w.text != "&" && w.text != "-" && !isPlural(ws, k)
	case w.is(conjunction):
		return w.lower != "and" && w.lower != "&" || k == 0 || !joinsNouns(ws, k, end)
	case w.is(subject) && k != end:
		return true
	case w.is(subordinate) && !w.is(preposition), w.is(relative):
		return true
	case w.lower == "that" && k != end:
		return true
	case w.is(auxiliary) && !w.capital:
		return true
	case w.is(past) && !w.capital && !isReduced(ws, k, end):
		return true
	case w.verb != nil && !w.capital && k < end && k > 0 && w.verb.tense&gerund == 0 && !isNominal(ws, k):
		return !isModifier(ws, k) && (w.verb.tense&participle == 0 || !isReduced(ws, k, end))
	case w.is(calendar) && k != end:
		return !ws[k+1].capital || w.lower != "april" && w.lower != "june" && w.lower != "august"
	case w.is(preposition) && !isLink(w):
		return !isReduced(ws, k, end)
	}
	return false
}

// isPlural reports whether the mark at k is the apostrophe of a possessive such
// as that of "Sanders’ campaign".
func isPlural(ws []word, k int) bool {
	return (ws[k].text == "’" || ws[k].text == "'") && k > 0 && ws[k-1].End == ws[k].Start && strings.HasSuffix(ws[k-1].lower, "s")
}

// joinsNouns reports whether the "and" at k joins two nouns of one subject
// rather than two clauses or predicates.
func joinsNouns(ws []word, k, end int) bool {
	p, n := &ws[k-1], &ws[k+1]
	if p.isMark() || p.is(past|auxiliary|adverb) || k == end {
		return false
	}
	return p.capital == n.capital || n.is(determiner) && p.capital
}

// isReduced reports whether the word at k opens a phrase that describes people
// without a name: "people briefed on the matter", "a source close to him".
func isReduced(ws []word, k, end int) bool {
	if k == 0 || k >= end {
		return false
	}
	if ws[k-1].is(crowd | office | courtPaper | document) {
		return !ws[k].is(subordinate)
	}
	return ws[k].is(past) && ws[k+1].is(preposition) && !ws[k-1].isMark() && !ws[k-1].is(subject|adverb|auxiliary|relative|conjunction) && !ws[k-1].capital
}

// nounAfter returns the noun phrase that begins at i, with what stands in
// apposition to it. In front of a sentence it ends at the first comma that
// doesn't open an apposition.
func nounAfter(ws []word, i int, front bool) run {
	k := i
	for k < len(ws) {
		w := &ws[k]
		if w.text == "(" && bracketEnd(ws, k) > k {
			k = bracketEnd(ws, k)
			continue
		}
		if w.quoted && !(k == i) || stopsAfter(ws, k, i) {
			break
		}
		if w.text == "," {
			end := appositionEnd(ws, k, front)
			if end == k {
				break
			}
			k = end
			continue
		}
		k++
	}
	return run{i, k}
}

// bracketEnd returns where what the bracket at k holds ends, or k.
func bracketEnd(ws []word, k int) int {
	for i := k + 1; i < min(k+8, len(ws)); i++ {
		if ws[i].text == ")" {
			return i + 1
		}
	}
	return k
}

func stopsAfter(ws []word, k, start int) bool {
	w := &ws[k]
	switch {
	case w.text == ",", w.text == "." && k+1 < len(ws) && ws[k+1].capital:
		return false
	case w.isMark():
		return w.text != "&" && w.text != "-" && w.text != "’" && w.text != "'"
	case k == start:
		return false
	case w.is(subject) && !w.is(relative), w.is(auxiliary) && !ws[k-1].is(relative):
		return true
	case w.is(subordinate) && !w.is(preposition), w.lower == "as", w.lower == "but", w.is(calendar):
		return true
	}
	return false
}

// appositionEnd returns where the apposition that the comma at k opens ends,
// or k where it opens none.
func appositionEnd(ws []word, k int, front bool) int {
	if k+1 >= len(ws) {
		return k
	}
	if !opensApposition(ws, k+1) {
		return k
	}
	inRelative := false
	for end := k + 1; end < len(ws); end++ {
		w := &ws[end]
		switch {
		case w.quoted, w.text == ".", w.text == ";", w.text == "—", w.text == ",":
			return end
		case w.is(relative):
			inRelative = true
		case w.is(auxiliary) && !inRelative:
			return k
		}
	}
	if front {
		return k
	}
	return len(ws)
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
