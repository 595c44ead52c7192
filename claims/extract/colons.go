package extract

import (
	"slices"
	"sync"
)

// noSpeakers are words that stand before a colon in headlines and speak for
// nobody.
var noSpeakers = sync.OnceValue(func() map[string]bool {
	return set(`exclusive update updated breaking watch video photo photos related note editor's editor’s analysis opinion
	guide news live q a review read more listen correction here`)
})

// colonAt returns the cue that a colon makes at i: after a name at the
// beginning, as headlines have it ("Court: Deal must stand"), or after words
// that a quotation follows.
func colonAt(ws []word, i int) (cue, bool) {
	if ws[i].text != ":" || i == 0 || i+1 >= len(ws) {
		return cue{}, false
	}
	c := cue{kind: byColon, first: i, last: i, reading: reading{sense: says, lemma: ":"}, takes: quotation}
	if i > 4 || !isHeadlineSpeaker(ws[:i]) {
		return c, ws[i+1].quoted && i > 1 && !ws[i-1].quoted && hasVerb(ws, 1)
	}
	return c, ws[i+1].capital || ws[i+1].quoted
}

func isHeadlineSpeaker(ws []word) bool {
	return !slices.ContainsFunc(ws, func(w word) bool {
		return !w.capital && w.lower != "of" && w.lower != "for" || noSpeakers()[w.lower] || w.is(number)
	})
}

// dashAt returns the cue that a dash makes at i before the few words that end a
// headline by saying who says so: "Halden in talks - sources".
func dashAt(ws []word, i int) (cue, bool) {
	n := len(ws) - 1 - i
	if !slices.Contains([]string{"-", "–", "—"}, ws[i].text) || i == 0 || n < 1 || n > 3 || !ws[len(ws)-1].is(document|crowd) {
		return cue{}, false
	}
	return cue{kind: byAccording, first: i, last: i, reading: reading{sense: says, lemma: ws[i].text}}, true
}
