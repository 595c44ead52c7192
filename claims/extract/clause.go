package extract

import (
	"slices"
	"strings"
)

// isClause reports whether a main clause begins at i.
func isClause(ws []word, i int) bool { return clauseVerb(ws, i) >= 0 }

// clauseVerb returns the verb of the main clause that begins at i with its
// subject, or -1 where that is in doubt.
func clauseVerb(ws []word, i int) int {
	const longestSubject = 7
	if i >= len(ws) || !opensSubject(&ws[i]) {
		return -1
	}
	if lowerIs(ws, i, "one", "that") || lowerIs(ws, i, "one", "who") || lowerIs(ws, i, "one", "which") || lowerIs(ws, i, "those", "who") {
		return -1 // not another clause, but more of what was said
	}
	pronoun := ws[i].is(subject) && !ws[i].is(determiner)
	for k := i + 1; k < min(i+1+longestSubject, len(ws)); k++ {
		w := &ws[k]
		switch {
		case isPreterite(ws, k) || w.is(auxiliary) && !w.capital || pronoun && w.is(past|present):
			return k
		case pronoun && !w.is(adverb):
			return -1
		case w.text == ",":
			return verbAfterAside(ws, k)
		case w.isMark() || w.is(conjunction|relative) || w.is(subordinate) && !w.is(preposition) || w.is(subject) && !w.is(determiner):
			return -1
		case w.is(preposition) && w.lower != "of" && w.lower != "for" && w.lower != "in" && w.lower != "at":
			return -1
		}
	}
	return -1
}

// verbAfterAside returns the verb right behind what two commas set off after a
// subject ("Dana Scott, a director, said"), the first of them at i, or -1.
func verbAfterAside(ws []word, i int) int {
	const longestAside = 10
	for k := i + 2; k < min(i+2+longestAside, len(ws)-1); k++ {
		if ws[k].text != "," {
			continue
		}
		if isPreterite(ws, k+1) || ws[k+1].is(auxiliary) && !ws[k+1].capital {
			return k + 1
		}
		return -1
	}
	return -1
}

// opensSubject reports whether a subject may begin with the word.
func opensSubject(w *word) bool {
	switch {
	case w.isMark() || w.quoted || w.lower == "there" || w.lower == "who" || w.lower == "that":
		return false
	case w.is(subject | determiner):
		return true
	case w.is(preposition | conjunction | relative | subordinate | adverb | auxiliary | negation | calendar):
		return false
	}
	return !isPast(w) && w.verb == nil && !strings.HasSuffix(w.lower, "ing")
}

// isPast reports whether a word may be a verb in the past.
func isPast(w *word) bool {
	return !w.capital && (w.is(past) || w.verb != nil && w.verb.tense&preterite != 0 || strings.HasSuffix(w.lower, "ed") && len(w.lower) > 4)
}

// isPreterite reports whether the word at i is a verb in the past for certain:
// one that is a participle as well ("the ships sold in May") has an object
// behind it.
func isPreterite(ws []word, i int) bool {
	if slices.Contains(onlyPreterite, ws[i].lower) {
		return true
	}
	if !isPast(&ws[i]) || ws[i-1].is(determiner|preposition|auxiliary) && !ws[i-1].is(subject) {
		return false
	}
	return i+1 < len(ws) && !ws[i+1].isMark() && !ws[i+1].is(preposition|conjunction|adverb) && (ws[i+1].is(determiner) || isFigure(ws[i+1]) || ws[i+1].capital)
}

// onlyPreterite are forms that are no participle.
var onlyPreterite = strings.Fields(`fell rose grew took began went came gave saw knew wrote spoke drove flew forgot ate broke chose
	drew sank sang swore shook threw wore withdrew did became said shrank sprang swam drank rang arose awoke blew froze hid
	rode stole strove tore wove undertook overtook mistook`)
