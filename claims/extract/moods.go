package extract

import (
	"slices"

	"stet/claims"
)

// mood returns whether the cue plainly gives somebody's word.
func (f *saying) mood() claims.Mood {
	switch {
	case f.negated:
		return claims.Negated
	case f.isSupposed():
		return claims.Conditional
	case f.asks():
		return claims.Asked
	}
	return ""
}

// asks reports whether what the cue gives is a question.
func (f *saying) asks() bool {
	if f.kind != byVerb && f.kind != byPassive {
		return false
	}
	if f.takes&how != 0 && slices.Contains([]string{"ask", "wonder", "question"}, f.reading.lemma) {
		return true
	}
	ws := f.words()
	for k := range ws {
		if ws[k].text == "?" && ws[k].quoted && f.content.Contains(ws[k].Start) {
			return f.takes&quotation != 0
		}
	}
	return false
}

// ahead are words before "to" that tell of what is yet to be said.
var ahead = []string{"expected", "likely", "set", "due", "scheduled", "poised"}

// isSupposed reports whether the copy only supposes that the word is given: in
// a clause of condition, after "may", or as a thing to come.
func (f *saying) isSupposed() bool {
	if f.kind != byVerb || f.reading.sense == holds || f.takes&quotation != 0 {
		return false
	}
	ws := f.words()
	if f.tense&base != 0 && f.first > 0 {
		for k := f.first - 1; k > 0 && k >= f.first-3; k-- {
			if slices.Contains([]string{"may", "might", "could"}, ws[k].lower) && !ws[k].capital {
				return true
			}
			if ws[k].lower == "to" && slices.Contains(ahead, ws[k-1].lower) {
				return true
			}
			if !ws[k].is(adverb) {
				break
			}
		}
	}
	before := f.speaker.first - 1
	return !f.speaker.empty() && f.speaker.first < f.first && before >= 0 && slices.Contains([]string{"if", "unless", "whether"}, ws[before].lower)
}
