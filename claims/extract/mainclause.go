package extract

import "slices"

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
		if ws[k].verb != nil && r.empty() {
			r = inverted(ws, &cue{first: k, last: k, tense: ws[k].verb.tense, reading: ws[k].verb.readings[0]})
			if !r.empty() && r.end <= i {
				return r
			}
		}
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
	return ws[k-1].is(determiner) && !(ws[k].is(auxiliary) && slices.Contains(pronounish, ws[k-1].lower)) || k > 1 && ws[k-2].is(determiner) && !ws[k].is(auxiliary|past)
}
