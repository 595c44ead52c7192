package extract

import (
	"slices"
	"strings"
)

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
		if w.lower == "whose" && k < end {
			return k
		}
		if stopsNoun(ws, k, end) || namesObject(ws, k, end) {
			break
		}
		if w.is(subject) && k < end && lowerIs(ws, k+1, "and") {
			return k // "he and his aides"
		}
		if w.is(determiner) && !w.is(preposition) && (k == 0 || !isLink(&ws[k-1]) && !ws[k-1].is(determiner) && !isGenitive(&ws[k-1])) {
			if k > 0 && isQuantity(ws, k-1) {
				k--
			}
			return k
		}
		k--
	}
	for k+1 < end && (ws[k+1].is(adverb|preposition|conjunction) && !isQuantity(ws, k+1) && !isSide(ws, k+1) && !ws[k+1].is(title) && !ws[k+1].is(determiner)) {
		k++
	}
	return k + 1
}

// isGenitive reports whether the word is the possessive after a name.
func isGenitive(w *word) bool { return w.lower == "'s" || w.lower == "’s" }

// isHyphen reports whether the dash at k is one inside a compound.
func isHyphen(ws []word, k int) bool {
	return ws[k].text == "-" && k > 0 && k+1 < len(ws) && (ws[k-1].End == ws[k].Start) != (ws[k].End == ws[k+1].Start) && !ws[k-1].isMark() && !ws[k+1].isMark()
}

// isAttributive reports whether the participle at k goes with the noun after
// it: "the retired surgeon", "registered voters", "Leaked emails".
func isAttributive(ws []word, k int) bool {
	n := &ws[k+1]
	if n.isMark() || n.is(determiner|preposition|adverb|auxiliary|subject|calendar) {
		return false
	}
	p := &ws[max(0, k-1)]
	return k == 0 || p.is(determiner) && !p.is(subject) || n.is(crowd|office|document) && !p.is(subject|relative|auxiliary) && (!p.capital || ws[k].lower == "registered")
}

// namesObject reports whether the word at k is what the name after it, alone
// up to end, has a verb for: "a word Doe repeated".
func namesObject(ws []word, k, end int) bool {
	if k+1 != end || !ws[end].capital || ws[k].capital || ws[k].isMark() || k == 0 {
		return false
	}
	if ws[k].is(crowd|office|firm|document|title|preposition|conjunction|determiner|adverb|past) || isAdjective(&ws[k]) {
		return false
	}
	if start := determinerBefore(ws, k); start <= 0 || ws[start-1].isMark() {
		return ws[k].lower == "something" || ws[k].lower == "everything"
	}
	return isSingular(ws, k)
}

// isSide reports whether the preposition at i is an adjective: "inside source".
func isSide(ws []word, i int) bool {
	return (ws[i].lower == "inside" || ws[i].lower == "outside") && !ws[i+1].is(determiner) && !ws[i+1].capital
}

// determinerBefore returns the index of the determiner that leads up to the
// word at i, or -1.
func determinerBefore(ws []word, i int) int {
	for k := i - 1; k >= max(0, i-4); k-- {
		if ws[k].is(determiner) {
			return k
		}
	}
	return -1
}

// isQuantity reports whether the word at i goes with a number after it: "about
// 200 protesters", "nearly half".
func isQuantity(ws []word, i int) bool {
	if i+1 >= len(ws) || !ws[i+1].is(number) && !slices.Contains(fractions, ws[i+1].lower) {
		return false
	}
	return slices.Contains([]string{"about", "nearly", "almost", "roughly", "over", "only", "around", "just", "approximately", "some", "virtually"}, ws[i].lower)
}

// fractions are words for a part of many that stand without a figure.
var fractions = []string{"half", "two-thirds", "a", "all", "every", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "everyone"}

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
	case w.text == "." && k > 0 && k < end && ws[k-1].capital && ws[k+1].capital && ws[k-1].End == w.Start:
		return false // "St. Paul"
	case w.isMark():
		return w.text != "&" && w.text != "%" && !isHyphen(ws, k) && !isPlural(ws, k)
	case w.is(conjunction):
		return k == 0 || !joinsNouns(ws, k, end) || w.lower != "and" && w.lower != "&" && (w.lower != "or" && w.lower != "nor" || !opensSentence(ws, k-1))
	case w.is(subject) && k != end:
		return !lowerIs(ws, k+1, "and") || !opensSentence(ws, k-1)
	case w.lower == "what" && k != end:
		return true
	case w.is(subordinate) && !w.is(preposition), w.is(relative):
		return true
	case w.lower == "that" && k != end:
		return true
	case w.is(auxiliary) && !w.capital:
		return true
	case w.is(past) && k == end && k > 0 && (ws[k-1].lower == "those" || ws[k-1].is(crowd)):
		return false // "those surveyed"
	case w.is(past) && !w.capital && k < end && isAttributive(ws, k):
		return false
	case w.is(past) && !w.capital && !isReduced(ws, k, end):
		return true
	case w.verb != nil && !w.capital && k < end && k > 0 && w.verb.tense&gerund == 0 && !isNominal(ws, k):
		return !isModifier(ws, k) && (w.verb.tense&participle == 0 || !isReduced(ws, k, end))
	case w.is(calendar) && k > 0 && ws[k-1].is(determiner) && !ws[k-1].is(preposition):
		return false // "a September poll"
	case w.is(calendar) && k != end:
		return !ws[k+1].capital || w.lower != "april" && w.lower != "june" && w.lower != "august"
	case w.is(preposition) && !isLink(w) && !isQuantity(ws, k):
		return !isReduced(ws, k, end) && !lowerIs(ws, k, "as", "part", "of") && !lowerIs(ws, k, "as", "well", "as") && !lowerIs(ws, k-2, "as", "well", "as") && (k == 0 || k == end || ws[k-1].isMark() || w.is(subordinate) || !opensSentence(ws, k-1))
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
	return p.capital == n.capital || n.is(determiner|number) && p.capital || n.lower == "other" || p.is(office) || opensSentence(ws, k-1)
}

// opensSentence reports whether the words up to the one at i stand first in
// their clause, without a verb before them.
func opensSentence(ws []word, i int) bool {
	for k := i; k >= 0; k-- {
		w := &ws[k]
		switch {
		case w.quoted, w.text == ",":
			return false
		case w.isMark(), w.is(subordinate) && !w.is(preposition), w.lower == "both":
			return true
		case w.is(auxiliary | past | present | subject | relative), w.verb != nil && !w.capital && k > 0 && !isNominal(ws, k):
			return false
		}
	}
	return true
}

// isReduced reports whether the word at k opens a phrase that describes people
// without a name: "people briefed on the matter", "a source close to him".
func isReduced(ws []word, k, end int) bool {
	if k == 0 || k >= end {
		return false
	}
	if ws[k-1].is(crowd | office | courtPaper | document) {
		acts := ws[k].verb != nil && ws[k].verb.tense&preterite != 0 && !ws[k+1].is(preposition|adverb|calendar)
		return !ws[k].is(subordinate) && !acts
	}
	return ws[k].is(past) && ws[k+1].is(preposition) && !ws[k-1].isMark() && !ws[k-1].is(subject|adverb|auxiliary|relative|conjunction) && !ws[k-1].capital
}
