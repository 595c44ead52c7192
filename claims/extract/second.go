package extract

import (
	"slices"
	"sync"
)

// isSecond reports whether the cue is the second verb of a subject whose first
// is an act in the copy's own words: "closed the plant and said why".
func (f *saying) isSecond() bool {
	ws := f.words()
	k := f.first
	for k > 0 && (ws[k-1].is(adverb|auxiliary|calendar) || k > 1 && ws[k-1].lower == "on" && ws[k].is(calendar)) {
		k--
	}
	if k == 0 || ws[k-1].lower != "and" && ws[k-1].lower != "but" || f.speaker.empty() || f.speaker.end > k || ws[k-1].quoted {
		return false
	}
	for i := max(f.speaker.end, leadEnd(ws)); i < k-1; i++ {
		switch {
		case ws[i].is(relative), ws[i].text == ",", isDash(ws[i].text):
			return false // more of who speaks
		case isPredicate(ws, i):
			return !isInfinitive(ws, i) && tellsAct(ws, i)
		}
	}
	return false
}

// goesOn reports whether the cue goes on with what the speaker of the cue before
// it says: "declined to comment but said it was over, adding that".
func (f *saying) goesOn(before *saying) bool {
	return f.speaker == before.speaker && (f.tense&gerund != 0 || f.kind == byColon) && (before.tense&gerund != 0 || before.isSecond())
}

// tellsAct reports whether the verb at i tells of an act or a silence: "closed",
// "has left", "declined to". What somebody praised or attacked leads up to what
// he said of it, and so does how he stood there.
func tellsAct(ws []word, i int) bool {
	for i+1 < len(ws) && ws[i].is(auxiliary) {
		if ws[i].is(negation) || ws[i+1].is(negation) {
			return true
		}
		perfect := slices.Contains([]string{"has", "have", "had"}, ws[i].lower) && !ws[i+1].is(determiner|preposition) && !ws[i+1].isMark()
		if !perfect && !ws[i+1].is(auxiliary|adverb|past) && ws[i+1].verb == nil {
			break
		}
		i++
	}
	for i+1 < len(ws) && ws[i].is(adverb) {
		i++
	}
	w := &ws[i]
	switch {
	case w.verb != nil:
		return slices.Contains(silences, w.verb.lemma) && lowerIs(ws, i+1, "to")
	case w.is(auxiliary):
		return false // "was angry, and said so"
	}
	return !gestures()[w.lower]
}

// silences are verbs that say, with an infinitive, what somebody didn't do.
var silences = []string{"decline", "refuse"}

// gestures are verbs for how somebody stands, looks or goes on before he speaks.
var gestures = sync.OnceValue(func() map[string]bool {
	return set(`looked turned stood sat paused laughed smiled nodded shrugged leaned stepped thought sighed grinned winced gestured
		pointed waved raised held took took went came got doubled shot hit lashed fired stopped broke began kept was were
		seemed appeared became remained looks turns stands adopted furrowed shook rolled cleared echoed repeated cited noted`)
})
