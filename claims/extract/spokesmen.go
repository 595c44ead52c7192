package extract

import (
	"slices"
	"strings"
)

// speaksForOthers reports whether a word is one for who speaks for others.
func speaksForOthers(w *word) bool { return strings.HasPrefix(w.lower, "spokes") }

// noteSpokesmen adds to spokesmen, by surname, the names of those for whom a
// person speaks as the words introduce him: "Halden spokeswoman Ida Brandt",
// "Ida Brandt, a spokeswoman for Halden".
func noteSpokesmen(ws []word, spokesmen map[string][]string) {
	for i := range ws {
		if ws[i].quoted || !speaksForOthers(&ws[i]) {
			continue
		}
		if name := spokesmanName(ws, i); name != "" {
			spokesmen[name] = append(spokesmen[name], spokenFor(ws, i)...)
		}
	}
}

// spokesmanName returns the surname of the spokesman that the word at i is for,
// in lower case, or "".
func spokesmanName(ws []word, i int) string {
	k := i + 1
	for k < len(ws) && ws[k].text == "," {
		k++
	}
	first := k
	for k < len(ws) && k < first+maxName && ws[k].capital && !ws[k].is(calendar) {
		k++
	}
	if k > first+1 {
		return ws[k-1].lower
	}
	k = i - 1
	for k > 0 && k > i-8 && ws[k].text != "," {
		k--
	}
	if k > 1 && ws[k].text == "," && ws[k-1].capital && ws[k-2].capital {
		return ws[k-1].lower
	}
	return ""
}

// spokenFor returns the names, in lower case, of those for whom the spokesman
// at i speaks: before it, or after "for".
func spokenFor(ws []word, i int) []string {
	var names []string
	add := func(w *word) {
		if w.capital && !w.is(determiner|title|calendar|preposition|given) && !speaksForOthers(w) {
			names = append(names, w.lower)
		}
	}
	for k := i - 1; k >= 0 && !ws[k].isMark() && !ws[k].is(preposition|auxiliary|past|present); k-- {
		add(&ws[k])
	}
	if i+1 < len(ws) && (ws[i+1].lower == "for" || ws[i+1].lower == "of") {
		for k := i + 2; k < min(i+8, len(ws)) && !ws[k].isMark() && !ws[k].is(auxiliary|past|present); k++ {
			add(&ws[k])
		}
	}
	return names
}

// spokesman returns where in the saying's sentence the word stands that makes
// the speaker one who speaks for others, or -1.
func (f *saying) spokesman() int {
	ws := f.words()
	if f.speaker.empty() {
		return -1
	}
	for k := max(0, f.speaker.first-1); k < f.speaker.end; k++ {
		if speaksForOthers(&ws[k]) {
			return k
		}
	}
	return -1
}

// speaksForBody reports whether the speaker speaks for a body rather than for a
// person: "a police spokesman". A campaign's is its candidate's.
func (f *saying) speaksForBody() bool {
	at := f.spokesman()
	if at < 1 {
		return false
	}
	w := &f.words()[at-1]
	return w.is(crowd|firm) && w.lower != "campaign"
}

// isSpokesman reports whether the speaker speaks for a house or a person, by
// these words or by those that introduced him.
func (d *draft) isSpokesman(f *saying) bool {
	return f.spokesman() >= 0 || d.introduced(f) != nil
}

// introduced returns for whom the speaker, given by surname alone, speaks.
func (d *draft) introduced(f *saying) []string {
	if f.speaker.empty() || !isSurname(f.words(), f.speaker) {
		return nil
	}
	return d.spokesmen[f.words()[f.speaker.end-1].lower]
}

// ownName returns the last word of the speaker's name, in lower case, or nothing.
func (f *saying) ownName() []string {
	if f.speaker.empty() {
		return nil
	}
	if w := &f.words()[f.head()]; w.capital && !w.is(title|office|crowd) {
		return []string{w.lower}
	}
	return nil
}

// isSpokenFor reports whether the statement is about whom the speaker speaks
// for: its subject holds the name, or where none is given, a person's.
func (d *draft) isSpokenFor(f *saying, main []word) bool {
	end := slices.IndexFunc(main, func(w word) bool { return w.is(auxiliary|past|present) && !w.is(subject) || w.text == "“" })
	if end < 1 {
		return false
	}
	names := d.introduced(f)
	switch {
	case f.speaks(firm):
		names = spokenFor(f.words()[:f.speaker.end], f.speaker.end)
	case f.isPublished() && len(names) == 0:
		names = f.ownName()
	}
	if at := f.spokesman(); at >= 0 {
		names = spokenFor(f.words(), at)
		if len(names) == 0 && f.speaker.end-f.speaker.first == 2 {
			return d.namesPerson(main[:end])
		}
	}
	return slices.ContainsFunc(main[:end], func(w word) bool { return w.capital && slices.Contains(names, w.lower) })
}
