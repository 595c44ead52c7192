package facts

import (
	"strings"
	"sync"
)

// opening says which facts a word can open.
type opening uint8

// The openings.
const (
	opensFigure opening = 1 << iota
	opensMoney
	opensVague
	opensMultiple
	opensAge
	opensPercent
	opensRelative
)

// openings returns what the words of the lexicons open, in lower case.
var openings = sync.OnceValue(func() map[string]opening {
	all := map[string]opening{"age": opensAge, "aged": opensAge, "tens": opensVague, "multi": opensVague,
		"percent": opensPercent, "per": opensPercent, "pct": opensPercent}
	for word, n := range numerals() {
		if n.role != and && n.role != point && n.role != dozen {
			all[word] |= opensFigure
		}
	}
	for spelling := range currencies() {
		word, _, _ := strings.Cut(strings.TrimSuffix(spelling, "$"), " ")
		if word = strings.TrimRight(word, "."); word != "" && isLetter(word[0]) {
			all[word] |= opensMoney
			if len(word) == 3 {
				all["m"+word] |= opensMoney
			}
		}
	}
	for _, row := range relativeRows {
		word, _, _ := strings.Cut(row.words, " ")
		all[word] |= opensRelative
	}
	for _, row := range vagueRows {
		all[row.word] |= opensVague
	}
	for _, row := range multipleRows {
		for word := range strings.FieldsSeq(row.words) {
			all[word] |= opensMultiple
		}
	}
	return all
})

// entry is what facts a word can open, and what dates.
type entry struct {
	opening
	beginning
}

// lexicon returns every word that can open a figure or a date, in lower case.
var lexicon = sync.OnceValue(func() map[string]entry {
	all := map[string]entry{}
	for word, o := range openings() {
		all[word] = entry{o, dateBeginnings()[word]}
	}
	for word, b := range dateBeginnings() {
		all[word] = entry{openings()[word], b}
	}
	return all
})
