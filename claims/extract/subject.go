package extract

import "slices"

// subjectOf returns the subject of the verb at i.
func subjectOf(ws []word, i int) run {
	end := subjectEnd(ws, i)
	start := subjectStart(ws, i)
	if start >= end {
		return run{}
	}
	if end > start+1 && ws[end-1].lower == "that" {
		end--
	}
	return unmarked(ws, run{start, end})
}

// subjectEnd returns where the subject of the verb at i ends: before its
// adverbs and auxiliaries, and before what stands between commas.
func subjectEnd(ws []word, i int) int {
	k := i
	for k > 0 && !endsName(ws, k-1) && (isVerbal(&ws[k-1]) && (k > 1 || !ws[0].capital) || k > 1 && ws[k-1].lower == "both" && ws[k-2].is(auxiliary)) {
		k--
	}
	if k > 1 && k < i && ws[k].is(calendar) && ws[k-1].is(preposition) && !ws[k-2].is(document|past) {
		k-- // "Clinton on Tuesday said"
	}
	if k < i && k > 1 && ws[k].is(calendar) && ws[k-1].lower == "in" && ws[k-2].is(document) {
		for k < i && ws[k].is(calendar|number) {
			k++ // "A poll in December"
		}
	}
	if k > 2 && slices.Contains(periods, ws[k-1].lower) && slices.Contains([]string{"last", "this", "earlier", "next"}, ws[k-2].lower) && !ws[k-3].is(past|document) {
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

// endsName reports whether the word at i, an adverb elsewhere, ends a name:
// "Circuit Weekly".
func endsName(ws []word, i int) bool {
	return i > 0 && ws[i].capital && ws[i].is(adverb) && ws[i-1].capital && !ws[i-1].isMark() && !ws[i-1].is(subject|determiner|preposition)
}

// periods are words for a time that "last" or "this" may stand before.
var periods = []string{"year", "month", "week", "night", "summer", "fall", "autumn", "spring", "winter", "weekend", "morning", "evening"}

// often are words for when or how often that stand between a subject and its
// verb.
var often = []string{"first", "seldom", "later", "just", "kept", "keep", "keeps", "again", "long", "since", "soon"}

// isVerbal reports whether a word before a verb belongs to it rather than to
// its subject.
func isVerbal(w *word) bool {
	if w.is(subject) || w.capital && !w.is(calendar) && (!w.is(adverb|auxiliary) || w.lower == "will" || w.lower == "may") {
		return false
	}
	return w.is(auxiliary|negation|hedge) || slices.Contains(often, w.lower) || w.is(adverb) && !w.is(preposition) || w.lower == "to" || w.is(calendar)
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
	if k > 1 && ws[k-1].lower == "that" && !ws[k-2].isMark() && !ws[k-2].is(preposition|adverb|conjunction|auxiliary|calendar) && ws[k-2].verb == nil {
		return nounStart(ws, k-2) // "a poll that shows"
	}
	if ws[k-1].text == "," {
		if start := appositionStart(ws, k-1); start < k-1 {
			return start
		}
		return embracedStart(ws, k-1)
	}
	if isDash(ws[k-1].text) && !isHyphen(ws, k-1) {
		return embracedStart(ws, k-1)
	}
	start := nounStart(ws, k-1)
	if start >= k || ws[k-1].is(past) && !ws[k-1].capital {
		start = relativeStart(ws, k)
	}
	if start > 0 && start < k {
		start = listStart(ws, relativeStart(ws, start), k)
	}
	return start
}

// listStart returns where a list begins whose last two members, from start to
// end, are joined by "and": "Doe, Roe and officials". Only a list that opens
// its sentence is one of subjects.
func listStart(ws []word, start, end int) int {
	if start < 2 || ws[start-1].text != "," || !slices.ContainsFunc(ws[start:end], func(w word) bool { return w.lower == "and" }) {
		return start
	}
	first := start
	for k := start - 1; k >= 0; k-- {
		w := &ws[k]
		switch {
		case w.text == ",":
		case w.quoted, w.isMark(), w.is(subordinate | relative), w.is(conjunction) && k == 0:
			return first
		case w.is(preposition) && !isLink(w), w.is(adverb | calendar | auxiliary | past | present), w.verb != nil && !w.capital && !isNominal(ws, k), w.lower == "in":
			return start
		}
		first = k
	}
	return first
}

// relativeStart returns where the noun phrase begins that a clause says more of
// which ends in the noun phrase at start: of "lawmakers who back reform", where
// start is at "reform". It returns start where there is none.
func relativeStart(ws []word, start int) int {
	verbs := 0
	for k := start - 1; k > 0 && k > start-16; k-- {
		w := &ws[k]
		switch {
		case w.quoted, w.isMark(), w.is(conjunction|subject) && !w.is(relative):
			return start
		case w.lower == "who" || w.lower == "which" || w.lower == "that" && !ws[k-1].is(preposition):
			head := nounStart(ws, k-1)
			free := head == 0 || ws[head-1].text == "," || opensSentence(ws, k-1)
			if verbs == 0 || head >= k || !free || ws[head].is(preposition) {
				return start
			}
			return head
		case isPredicate(ws, k) && !w.is(past) || w.verb != nil && !isNominal(ws, k) || w.is(past):
			verbs++
		}
	}
	return start
}

// embracedStart returns where a subject begins from which words set between
// commas or dashes, the last of which is at i, part its verb: "Doe, to her
// credit, said". It returns i where there is none.
func embracedStart(ws []word, i int) int {
	dash := isDash(ws[i].text)
	for k := i - 1; k > 0 && k > i-40; k-- {
		w := &ws[k]
		switch {
		case w.quoted && !dash:
			return i
		case dash && isDash(w.text) && ws[k+1].text != w.text || !dash && w.text == "," && !hasMainVerb(ws, k+1, i):
			if w.text == "-" && isDash(ws[k-1].text) {
				k--
			}
			if start := nounStart(ws, k-1); start < k && (dash || opensSentence(ws, k-1) || start > 0 && ws[start-1].is(conjunction)) && !ws[start].is(preposition) {
				return start
			}
			if dash {
				return i
			}
		}
	}
	if !dash && opensSentence(ws, i-1) && nounStart(ws, i-1) == 0 && !ws[0].is(preposition) {
		return 0 // "Doe (R-Ohio), said": a comma too many
	}
	return i
}

// hasMainVerb reports whether a verb with a subject of its own stands in ws
// from i to end, outside clauses that say more of a noun.
func hasMainVerb(ws []word, i, end int) bool {
	for k := i; k < end; k++ {
		if ws[k].is(relative|subordinate) && !ws[k].is(auxiliary) {
			return false
		}
		if k > i && isPredicate(ws, k) && (ws[k].is(auxiliary|present) || ws[k-1].is(subject) || ws[k-1].capital) {
			return true
		}
	}
	return false
}
