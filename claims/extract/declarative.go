package extract

import (
	"slices"
	"strings"
	"sync"

	"stet/claims"
	"stet/sources"
)

// claims reports whether the sentence says something that can be checked.
func (d *draft) claims(s *sentence) bool {
	switch s.block.kind {
	case sources.Byline, sources.Code, sources.TableCell:
		return false
	}
	switch {
	case isQuestion(s.words), isByline(s):
		return false
	case s.block.kind == sources.Heading && !s.block.headline:
		return hasFiniteVerb(s.words) && !asks(s.words[0].lower)
	case s.block.place != claims.InBody:
		return true // headlines and captions say things in fragments: a checker reads them all
	case d.noted[s.Start]:
		return true // whoever cites a source for it holds it to be a claim
	}
	return !isFragment(s.words) && !isOpinion(s.words)
}

// isQuestion reports whether the copy asks: a question that somebody is quoted
// as asking is not the copy's.
func isQuestion(ws []word) bool {
	last := len(ws) - 1
	for last > 0 && ws[last].isMark() && ws[last].text != "?" {
		last--
	}
	if last < 0 || ws[last].text != "?" {
		return false
	}
	return !ws[last].quoted || !slices.ContainsFunc(ws, func(w word) bool { return !w.quoted && !w.isMark() })
}

// isByline reports whether a short line says who wrote the draft.
func isByline(s *sentence) bool {
	ws := s.words
	if len(ws) < 2 || len(ws) > 10 || ws[0].text != "By" && ws[0].text != "BY" {
		return false
	}
	return ws[1].capital && !slices.ContainsFunc(ws, func(w word) bool { return w.is(auxiliary|past) && !w.capital })
}

// isFragment reports whether the words are no sentence: a few without a verb
// or a figure, such as "More to come."
func isFragment(ws []word) bool {
	n := 0
	for i := range ws {
		if ws[i].is(number) || isFinite(ws, i) {
			return false
		}
		if !ws[i].isMark() {
			n++
		}
	}
	return n <= 6
}

// asks reports whether a heading that begins with the word only says what the
// section will tell: "What happens next".
func asks(lower string) bool {
	return slices.Contains([]string{"what", "how", "why", "who", "where", "when", "which"}, lower)
}

func hasFiniteVerb(ws []word) bool {
	for i := range ws {
		if isFinite(ws, i) {
			return true
		}
	}
	return false
}

// isFinite reports whether the word at i may be a verb with a subject before
// it.
func isFinite(ws []word, i int) bool {
	w := &ws[i]
	if i == 0 || w.isMark() {
		return false
	}
	if ws[i-1].is(determiner|preposition) && !ws[i-1].is(subject) && !slices.Contains(pronounish, ws[i-1].lower) {
		return false
	}
	return w.is(auxiliary|past|present) || w.verb != nil && w.verb.tense&(preterite|third) != 0 || isPlainThird(w)
}

// isPlainThird reports whether a word in -s after a name or noun may be a verb
// that no table holds: "Halden buys", "Court blocks".
func isPlainThird(w *word) bool {
	return !w.capital && len(w.lower) > 3 && strings.HasSuffix(w.lower, "s") && !strings.HasSuffix(w.lower, "ss")
}

// evaluative are words that judge and can't be checked.
var evaluative = []string{
	"shame", "pity", "ironic", "ironically", "sad", "sadly", "wonderful", "terrible", "awful", "great", "good", "bad",
	"beautiful", "ugly", "fascinating", "interesting", "strange", "odd", "ridiculous", "absurd", "tragic", "tragedy",
	"disgrace", "disgraceful", "joke", "nonsense", "remarkable", "amazing", "sorry", "unfortunate", "unfortunately",
	"right", "wrong", "obvious", "clear", "fine", "telling", "hope", "wish", "mistake",
}

// plain are words that carry nothing to check besides what judges.
var plain = sync.OnceValue(func() map[string]bool {
	return set(`that this it is was a an the very so quite rather really truly and or but all of i we think believe feel my
	our opinion in to be would what how not no yes well of course too as for me us indeed frankly honestly perhaps maybe`)
})

// isOpinion reports whether the words only judge: every one of them judges or
// carries nothing.
func isOpinion(ws []word) bool {
	judges := false
	for i := range ws {
		w := &ws[i]
		switch {
		case w.isMark():
		case slices.Contains(evaluative, w.lower):
			judges = true
		case !plain()[w.lower]:
			return false
		}
	}
	return judges
}
