package extract

import (
	"slices"
	"strings"
)

// pronounish are determiners that can stand alone as the subject of a verb.
var pronounish = []string{"that", "this", "all", "both", "some", "many", "few", "most", "more", "each", "one", "two", "another", "three"}

// isNominal reports whether the word at i is a noun there: "the claims",
// "her call", "of reports".
func isNominal(ws []word, i int) bool {
	t := ws[i].verb.tense
	if t&(base|third|gerund) == 0 || i == 0 && t&gerund == 0 {
		return t&(base|third) != 0 && i == 0
	}
	if i == 0 {
		return true
	}
	p := &ws[i-1]
	switch {
	case ws[i].lower == "hearing":
		return true
	case ws[i].lower == "ruling" && (isSingular(ws, i) || slices.Contains(benches, p.lower) && !lowerIs(ws, i+1, "that")):
		return true // "a Supreme Court ruling in May"
	case t&base != 0 && ws[i].capital && p.is(office) && i+1 < len(ws) && ws[i+1].capital && !ws[i+1].is(determiner|auxiliary):
		return true // a name: "spokeswoman Hope Marsh"
	case ws[i].capital && i+1 < len(ws) && (!ws[i+1].capital || ws[i].verb.lemma == "state"):
		return true // "the United States"
	case p.lower == "'s" || p.lower == "’s" || p.lower == "s’":
		return true
	case p.is(number) && t&gerund == 0, p.lower == "whose":
		return true
	case isNounPhrase(ws, i):
		return true
	case p.is(determiner) && !slices.Contains(pronounish, p.lower):
		return true
	case p.is(preposition) && p.lower != "to" && p.lower != "like" && t&gerund == 0:
		return true
	case !nounish()[ws[i].verb.lemma]:
		return false
	case lowerIs(ws, i+1, "of") && !slices.ContainsFunc(ws[i].verb.readings, func(r reading) bool { return r.particle == "of" }):
		return t&(base|third) != 0 // "Halden rules of trade"
	case t == base:
		return !isBaseVerb(ws, i)
	case t&third != 0:
		return !isThirdVerb(ws, i)
	}
	return false
}

// singular are determiners that go with one of a thing: what follows them is
// no verb in the plural.
var singular = []string{"a", "an", "the", "this", "another", "each", "every", "one"}

// isNounPhrase reports whether the form at i that may be a noun is one by what
// stands before it: an adjective, or a determiner with its adjectives.
func isNounPhrase(ws []word, i int) bool {
	t, p := ws[i].verb.tense, &ws[i-1]
	switch {
	case t&gerund != 0:
		return isAdjective(p)
	case !nounish()[ws[i].verb.lemma]:
		return false
	case isAdjective(p):
		return true
	case t != base, lowerIs(ws, i+1, "that") && !opensRelative(ws, i+1):
		return false
	}
	return isSingular(ws, i)
}

// isSingular reports whether a determiner of the singular, with adjectives and
// nouns in the singular after it, leads up to the word at i.
func isSingular(ws []word, i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		w := &ws[k]
		if slices.Contains(singular, w.lower) {
			return true
		}
		if w.isMark() || w.verb != nil || w.is(preposition|conjunction|subject|auxiliary|relative|past|present|crowd) || strings.HasSuffix(w.lower, "s") {
			return false
		}
	}
	return false
}

// isAdjective reports whether the word's ending is that of an adjective. Nouns
// for people, who speak, are none.
func isAdjective(w *word) bool {
	if w.capital || w.isMark() || w.is(crowd|office|firm|document|adverb|auxiliary|title) || len(w.lower) < 5 {
		return false
	}
	return slices.ContainsFunc([]string{"ous", "ical", "tic", "cial", "tial", "ional", "eral", "ive", "ful", "less", "ern", "able", "ible", "ish", "ary", "blic", "ilar", "ular"},
		func(ending string) bool { return strings.HasSuffix(w.lower, ending) })
}

// opensRelative reports whether the "that" at i is the subject of a verb after
// it, as in "states that vote early".
func opensRelative(ws []word, i int) bool {
	k := i + 1
	for k < len(ws) && ws[k].is(adverb) && !ws[k].is(preposition) {
		k++
	}
	return k < len(ws) && !ws[k].is(subject|determiner) && ws[k].is(auxiliary|past|present)
}

// adverbial are verbs whose base form is more often another sort of word: only
// after what must have a verb are they one.
var adverbial = []string{"like", "back"}

// isBaseVerb reports whether what stands before the base form at i calls for
// a verb.
func isBaseVerb(ws []word, i int) bool {
	k := i - 1
	for k > 0 && ws[k].is(adverb|negation) && !ws[k].is(auxiliary) {
		k--
	}
	p := &ws[k]
	if slices.Contains(adverbial, ws[i].lower) {
		return p.lower == "to" || p.is(subject) || p.is(auxiliary) && !slices.Contains(formsOfBe, p.lower)
	}
	switch {
	case lowerIs(ws, i+1, "that"):
		return !opensRelative(ws, i+1)
	case i+1 < len(ws) && ws[i+1].capital && hasVerb(ws, i+2):
		return true
	case i+1 < len(ws) && ws[i+1].is(past|auxiliary):
		return false
	}
	if slices.Contains([]string{"has", "have", "had", "is", "are", "was", "were"}, p.lower) {
		return false // "has support"
	}
	if p.lower == "to" || p.is(auxiliary|subject|relative|crowd) || p.lower == "and" || slices.Contains(pronounish, p.lower) {
		return true
	}
	return !p.isMark() && !p.is(preposition|conjunction|subordinate|determiner) && len(p.lower) > 3 && p.lower[len(p.lower)-1] == 's'
}

// isThirdVerb reports whether the form in -s at i is a verb rather than a
// plural.
func isThirdVerb(ws []word, i int) bool {
	k := i - 1
	for k > 0 && ws[k].is(adverb) {
		k--
	}
	p := &ws[k]
	switch {
	case lowerIs(ws, i+1, "that") && opensRelative(ws, i+1):
		return false
	case ws[i].verb.lemma == "rule" && slices.Contains(benches, p.lower):
		return true // a headline: "Court rules against Halden"
	case lowerIs(ws, i+1, "that") && p.text == ",":
		return true // "Jane Doe, an analyst, notes that"
	case p.is(conjunction) && k > 0, p.is(subject | relative), p.capital && k > 0 && !p.is(preposition):
		return true
	case p.isMark(), p.is(preposition | determiner | past), i+1 >= len(ws), ws[i+1].is(past):
		return false
	case ws[i+1].isMark() && before(ws, i)&(quotation|aside) != 0:
		return true
	}
	return !ws[i+1].is(preposition|conjunction|auxiliary) && ws[i+1].text != "," && ws[i+1].text != "."
}

// isModifier reports whether the participle at i goes with the noun after it:
// "the reported sum", "stated goal".
func isModifier(ws []word, i int) bool {
	if ws[i].verb.tense&(preterite|participle|gerund) == 0 || i == 0 || i+1 >= len(ws) {
		return false
	}
	k := i - 1
	for k > 0 && ws[k].is(adverb) {
		k-- // "of recently announced layoffs"
	}
	p, n := &ws[k], &ws[i+1]
	if (p.lower == "more" || p.lower == "most") && ws[i].verb.tense&participle != 0 && !n.isMark() && n.class == 0 {
		return true // "more detailed records"
	}
	before := p.lower == "'s" || p.lower == "’s" || p.is(determiner) && !slices.Contains(pronounish, p.lower) || p.is(preposition) && p.lower != "to" && ws[i].verb.tense&gerund == 0
	return before && !n.isMark() && !n.is(determiner|preposition|auxiliary|subject)
}
