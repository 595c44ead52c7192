package extract

import (
	"slices"
	"sync"
)

// noSpeakers are words that open a headline before a colon and speak for
// nobody.
var noSpeakers = sync.OnceValue(func() map[string]bool {
	return set(`exclusive update updated breaking watch video photo photos related note editor's editor’s editor analysis opinion
	guide news live q a review read more listen correction here latest the this it that revealed stat day what how why who
	when where step part chapter world history sample`)
})

// maxHeadline is how many words before a colon may name who says what follows
// it in a headline.
const maxHeadline = 7

// colonAt returns the cue that a colon makes at i: after a name at the
// beginning, as headlines have it ("Court: Deal must stand"), or after words
// that a quotation follows.
func colonAt(ws []word, i int) (cue, bool) {
	if ws[i].text != ":" || i == 0 || i+1 >= len(ws) {
		return cue{}, false
	}
	c := cue{kind: byColon, first: i, last: i, reading: reading{sense: says, lemma: ":"}, takes: quotation}
	if i > maxHeadline || !isHeadlineSpeaker(ws[:i]) {
		return c, ws[i+1].quoted && i > 1 && !ws[i-1].quoted
	}
	return c, ws[i+1].capital || ws[i+1].quoted
}

// isHeadlineSpeaker reports whether the words before a colon only name who
// speaks, and perhaps to whom or where: "IG report", "Halden to staff".
func isHeadlineSpeaker(ws []word) bool {
	if noSpeakers()[ws[0].lower] && (len(ws) == 1 || ws[0].lower != "the" || noSpeakers()[ws[1].lower]) {
		return false
	}
	if to := slices.IndexFunc(ws, func(w word) bool { return w.lower == "to" || w.lower == "at" }); to > 0 {
		if slices.ContainsFunc(ws[to:], func(w word) bool { return w.is(auxiliary|past|present|subject) || w.verb != nil && !w.capital }) {
			return false
		}
		ws = ws[:to]
	}
	return !slices.ContainsFunc(ws, func(w word) bool {
		known := w.capital || w.is(document|crowd|office) || w.is(preposition) && !w.is(subordinate)
		return !known || w.is(number|calendar) || w.verb != nil && !w.is(document|crowd|office)
	})
}

// dashAt returns the cue that a dash makes at i before the few words that end a
// headline by saying who says so: "Halden in talks - sources".
func dashAt(ws []word, i int) (cue, bool) {
	n := len(ws) - 1 - i
	if i > 0 && ws[i-1].quoted && isSigned(ws, i) {
		return cue{kind: byAccording, first: i, last: i, reading: reading{sense: says, lemma: ws[i].text}}, true
	}
	if !isDash(ws[i].text) || i == 0 || n < 1 || n > 3 || !ws[len(ws)-1].is(document|crowd) {
		return cue{}, false
	}
	return cue{kind: byAccording, first: i, last: i, reading: reading{sense: says, lemma: ws[i].text}}, true
}

// isSigned reports whether the dash at i, after a quotation, is followed by the
// name of who is quoted and little more: “We won.” — Jane Doe, analyst.
func isSigned(ws []word, i int) bool {
	if !isDash(ws[i].text) || i+1 >= len(ws) || !ws[i+1].capital || len(ws)-i > 10 {
		return false
	}
	return !hasFiniteVerb(ws[i:])
}

func isDash(text string) bool { return text == "-" || text == "–" || text == "—" || text == "―" }

// colonSpeaker returns who speaks after the colon at i: who a headline names,
// or where a sentence leads up to a quotation, its subject.
func colonSpeaker(ws []word, i int) run {
	for k := i - 1; k > 0; k-- {
		if isDash(ws[k].text) && !isHyphen(ws, k) && k+1 < i && isHeadlineSpeaker(ws[k+1:i]) {
			return run{k + 1, i} // "Polls were wrong - Jane Doe: …"
		}
	}
	if i <= maxHeadline && isHeadlineSpeaker(ws[:i]) {
		return headlineSpeaker(ws, i)
	}
	for k := i - 1; k >= 0; k-- {
		if ws[k].lower == "from" && k < 3 {
			return run{k + 1, i}
		}
	}
	if r := subjectOf(ws, i); !r.empty() && r.first == 0 && !hasFiniteVerb(ws[:i]) {
		return r
	}
	if r := mainSubject(ws, i); !r.empty() {
		return r
	}
	for k := 1; k < i; k++ {
		if isFinite(ws, k) && !ws[k].quoted {
			return unmarked(ws, run{nounStart(ws, k-1), k})
		}
	}
	return run{}
}

// headlineSpeaker returns who speaks of the words before the colon at i, which
// may go on to say to whom or where.
func headlineSpeaker(ws []word, i int) run {
	first := 0
	if ws[0].lower == "from" || ws[0].lower == "more" {
		first = 1
	}
	for k := first + 1; k < i; k++ {
		if slices.Contains([]string{"to", "at", "on", "in"}, ws[k].lower) {
			return run{first, k}
		}
	}
	return run{first, i}
}
