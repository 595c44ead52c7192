package extract

import (
	"slices"
	"strings"
)

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
	if start := nounStart(ws, i-2); start > 0 && ws[start-1].is(preposition) {
		return false // "On the same call, Jane Doe,"
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
	if w.lower == "that" {
		return false
	}
	if strings.HasPrefix(w.text, "R-") || strings.HasPrefix(w.text, "D-") || strings.HasPrefix(w.text, "I-") {
		return true // a party and state: "Doe, R-Ohio,"
	}
	if w.is(relative) || w.is(determiner|office|number) && !w.is(subject) || slices.Contains([]string{"of", "from", "in", "including", "former", "then", "however", "meanwhile", "though", "too"}, w.lower) ||
		!w.capital && (w.is(past) || strings.HasSuffix(w.lower, "ing")) {
		return true
	}
	if lowerIs(ws, i, "now") && i+1 < len(ws) && ws[i+1].is(determiner) {
		return true
	}
	if isRole(ws, i) {
		return true
	}
	for k := i; k < min(i+8, len(ws)) && !ws[k].isMark() && !ws[k].is(auxiliary|subject); k++ {
		if ws[k].is(office) {
			return true
		}
	}
	return false
}

// isRole reports whether the words from i on are an office in an organisation
// or a party of a place: "co-director of the", "Democrat of Ohio".
func isRole(ws []word, i int) bool {
	w := &ws[i]
	if w.is(adverb|conjunction|subordinate|preposition|calendar|subject|auxiliary|hedge) || w.isMark() || w.verb != nil && w.verb.tense&(gerund|preterite|third) != 0 {
		return false
	}
	if w.capital {
		return lowerIs(ws, i+1, "of")
	}
	for k := i + 1; k < min(i+4, len(ws)) && !ws[k].isMark(); k++ {
		if ws[k].lower == "of" || ws[k].lower == "at" || ws[k].lower == "for" || ws[k].lower == "with" {
			return !ws[k-1].is(adverb|past|auxiliary) && (ws[k-1].lower != "because" && ws[k-1].lower != "instead")
		}
		if ws[k].is(auxiliary|past|present|subject) || ws[k].verb != nil {
			return false
		}
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
		case front && w.text != "," && (w.isMark() || w.quoted):
			return k // in front of a sentence, an apposition ends with a comma
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
