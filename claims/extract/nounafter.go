package extract

import (
	"slices"
	"strings"
)

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
		if w.quoted && k > i && (lowerIs(ws, k-1, "of") || ws[k-1].is(determiner)) && quotedEnd(ws, k)-k < 14 {
			k = quotedEnd(ws, k) // the author of “A Book”
			continue
		}
		if w.quoted && !(k == i) || stopsAfter(ws, k, i) {
			break
		}
		if k > i && tellsOccasion(ws, k) {
			break
		}
		if w.text == "," {
			if lowerIs(ws, k-1, "poll") || lowerIs(ws, k-1, "survey") {
				break // what follows tells of the finding
			}
			end := appositionEnd(ws, k, front)
			if end == k && !front && !ws[i].capital {
				end = nameEnd(ws, k)
			}
			if end == k && !front && ws[i].capital {
				end = namesEnd(ws, k)
			}
			if end == k {
				break
			}
			k = end
			continue
		}
		k++
	}
	return run{i, withoutTail(ws, i, k)}
}

// withoutTail returns the end of a noun phrase from start without a preposition
// that governs a day left out of it: "a poll released on".
func withoutTail(ws []word, start, end int) int {
	if end-start < 2 || !ws[end-1].is(preposition) || ws[end-1].capital {
		return end
	}
	end--
	if end-start > 1 && ws[end-1].is(past) {
		end--
	}
	return end
}

// tellsOccasion reports whether the words from k on, which follow a noun, tell
// when, where or why something was said rather than more of who says it.
func tellsOccasion(ws []word, k int) bool {
	if k+1 >= len(ws) {
		return false
	}
	w, n := &ws[k], &ws[k+1]
	switch {
	case slices.Contains(periods, n.lower) && (w.lower == "last" || w.lower == "this"):
		return true
	case w.lower == "for":
		return n.verb != nil && n.verb.tense == gerund || strings.HasSuffix(n.lower, "ing") && !n.capital
	case slices.Contains([]string{"in", "on", "at", "during", "after", "before", "to"}, w.lower):
		return ws[k-1].capital && (slices.Contains([]string{"a", "an", "his", "her", "their", "its"}, n.lower) || w.lower == "during")
	case w.lower == "immediately", w.lower == "recently", w.lower == "earlier":
		return !ws[k+1].is(past)
	}
	return false
}

// quotedEnd returns where the quotation ends in which the word at k stands.
func quotedEnd(ws []word, k int) int {
	for k < len(ws) && ws[k].quoted {
		k++
	}
	return k
}

// nameEnd returns where the name ends that follows the comma at k, or k where
// none does: "his friend, Jane Doe,".
func nameEnd(ws []word, k int) int {
	end := k + 1
	for end < len(ws) && ws[end].capital && !ws[end].is(calendar) {
		end++
	}
	if n := end - k - 1; n < 2 || n > 4 || end < len(ws) && !ws[end].isMark() {
		return k
	}
	return end
}

// namesEnd returns where a list of names ends that goes on after the comma at
// k, or k where none does: "Jane Doe, John Roe and Ann Poe.".
func namesEnd(ws []word, k int) int {
	joined := false
	end := k + 1
	for ; end < len(ws); end++ {
		w := &ws[end]
		if w.lower == "and" {
			joined = true
		} else if w.text != "," && (!w.capital || w.is(calendar)) {
			break
		}
		if w.text == "," && joined {
			break
		}
	}
	if !joined || end < len(ws) && !ws[end].isMark() {
		return k
	}
	return end
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
		return w.text != "&" && !isHyphen(ws, k) && w.text != "’" && w.text != "'" && w.text != "%"
	case w.is(calendar) && k > start && (ws[k-1].is(past) || ws[k-1].is(determiner) && !ws[k-1].is(preposition)):
		return false // "a poll released Monday", "a September poll"
	case k == start:
		return false
	case w.is(subject) && !w.is(relative), w.is(auxiliary) && !ws[k-1].is(relative):
		return true
	case w.is(subordinate) && !w.is(preposition), w.lower == "as", w.lower == "but", w.is(calendar):
		return true
	}
	return false
}
