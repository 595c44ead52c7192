package extract

import "slices"

// complement returns what stands with a verb cue, as a set.
func complement(ws []word, c *cue) takes {
	t := before(ws, c.first)
	i := skipListener(ws, c)
	if i >= len(ws) {
		return t | alone
	}
	w := &ws[i]
	switch {
	case w.quoted:
		return t | quotation
	case w.isMark():
		return t | afterMark(ws, i)
	case w.lower == "that":
		return t | that
	case slices.Contains([]string{"how", "why", "whether", "if", "what", "where", "when", "who", "which"}, w.lower):
		return t | how
	case w.lower == "to":
		return t | to
	case w.is(subject):
		return t | clause
	case w.is(preposition):
		if thatAfter(ws, i) {
			t |= that
		}
		if quotationAfter(ws, i) {
			t |= quotation
		}
		return t | about
	case w.is(conjunction):
		return t | alone
	case slices.Contains(listeners, c.reading.lemma) && thatAfter(ws, i):
		return t | that
	case hasVerb(ws, i+1):
		return t | clause | object
	}
	return t | object
}

// before returns what the words before the subject of the verb at i give it:
// a quotation, or the sentence of which it is an aside.
func before(ws []word, i int) takes {
	k := subjectStart(ws, i) - 1
	if k < 0 && i > 0 && ws[i-1].isMark() {
		k = i - 1
	}
	if i > 0 && (ws[i-1].text == "," || ws[i-1].quoted) {
		k = i - 1 // "…, said Smith": the subject follows
	}
	switch {
	case k >= 0 && ws[k].lower == "as":
		return aside // "As Reuters reported, …"
	case k < 1:
		return 0
	case ws[k].quoted:
		return quotation | aside
	case ws[k].text == "," && ws[k-1].quoted:
		return quotation | aside
	case ws[k].text == "," || ws[k].text == "—" || ws[k].text == "–":
		if isAside(ws, k, i) {
			return aside
		}
	}
	return 0
}

// isAside reports whether the verb at i, with its subject and the time and
// place of speaking, is set off from the sentence: it ends a clause, and the
// words before the comma at k are one, or go on after it.
func isAside(ws []word, k, i int) bool {
	end := asideEnd(ws, i)
	if end < 0 {
		return false
	}
	return hasFiniteVerb(ws[:k]) || end+1 < len(ws) && isFinite(ws, end+1)
}

// asideEnd returns where the aside ends in which the verb at i stands, or -1
// where it governs what follows.
func asideEnd(ws []word, i int) int {
	for k := i + 1; k < len(ws); k++ {
		switch {
		case ws[k].quoted, ws[k].lower == "that", ws[k].is(auxiliary):
			return -1
		case ws[k].text == "," && thatAfter(ws, k):
			return -1
		case ws[k].text == "," || ws[k].text == "." || ws[k].text == "—" || ws[k].text == ";":
			return k
		}
	}
	return len(ws)
}

// afterMark returns what the punctuation at i brings: a quotation, or nothing.
func afterMark(ws []word, i int) takes {
	for k := i; k < min(i+3, len(ws)); k++ {
		if ws[k].quoted {
			return quotation
		}
		if ws[k].text != "," && ws[k].text != ":" && ws[k].text != "―" {
			break
		}
	}
	switch {
	case ws[i].text == ":" && i+1 < len(ws):
		return clause
	case ws[i].text == "," && i+1 < len(ws) && ws[i+1].verb != nil && ws[i+1].verb.tense == gerund && thatAfter(ws, i+1):
		return that // "reported, citing court filings, that"
	case ws[i].text == "," && thatBehind(ws, i):
		return that // "stated, while speaking in Leeds, that"
	}
	return alone
}

// thatBehind reports whether "that" follows the comma that ends what the comma
// at i sets in.
func thatBehind(ws []word, i int) bool {
	if i+1 >= len(ws) || !ws[i+1].is(preposition|subordinate) {
		return false
	}
	end := commaAfter(ws, i+1)
	return end > 0 && lowerIs(ws, end+1, "that")
}

// thatAfter reports whether "that" follows the phrase that begins at i, which
// says where or on what ground something was said.
func thatAfter(ws []word, i int) bool {
	for k := i + 1; k < min(i+16, len(ws)); k++ {
		if ws[k].lower == "that" {
			return true
		}
		if ws[k].isMark() && ws[k].text != "," || ws[k].is(past|auxiliary) || ws[k-1].text == "," && ws[k].verb != nil && ws[k].verb.tense == gerund {
			return false // "said in a statement, adding that"
		}
	}
	return false
}

// quotationAfter reports whether the phrase that begins at i, which says where
// something was said, leads up to a quotation behind a comma.
func quotationAfter(ws []word, i int) bool {
	for k := i + 1; k+1 < min(i+16, len(ws)); k++ {
		if ws[k].quoted || ws[k].is(past|auxiliary|relative|subordinate) || ws[k].verb != nil {
			return false
		}
		if ws[k].text == "," && ws[k+1].quoted {
			return true
		}
	}
	return false
}

// listeners are verbs that name who is told before what he is told.
var listeners = []string{"tell", "remind", "assure", "warn", "inform", "reassure"}

// skipListener returns where what the cue governs begins: after adverbs, the
// day of speaking, and, with verbs that name the listener, the listener.
func skipListener(ws []word, c *cue) int {
	i := c.last + 1
	for i < len(ws) && !ws[i].quoted && (ws[i].is(adverb|calendar) && !ws[i].is(preposition)) {
		i++
	}
	if i+2 < len(ws) && ws[i].lower == "on" && ws[i+1].is(calendar) {
		i += 2 // "announced on Friday the arrest"
	}
	if !slices.Contains(listeners, c.reading.lemma) || i >= len(ws) {
		return i
	}
	for k := i; k < min(i+8, len(ws)); k++ {
		if ws[k].lower == "that" || ws[k].quoted || ws[k].lower == "to" || k > i && ws[k].is(subject) {
			return k
		}
		if ws[k].isMark() {
			break
		}
	}
	return i
}

// hasVerb reports whether a finite verb stands in ws from i up to the next
// mark, near enough to be that of a clause that begins there.
func hasVerb(ws []word, i int) bool { return verbWithin(ws, i, 12) }

// verbWithin is hasVerb for the n words from i on.
func verbWithin(ws []word, i, n int) bool {
	for k := i; k < min(i+n, len(ws)); k++ {
		if ws[k].isMark() && ws[k].text != "’" {
			return false
		}
		if ws[k].is(auxiliary|past|present) && !ws[k-1].is(determiner) || ws[k].verb != nil && ws[k].verb.tense&(preterite|third) != 0 {
			return true
		}
	}
	return false
}
