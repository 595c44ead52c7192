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

// wordlist is every word that can open a figure or a date, in lower case, with
// what it opens. Most words of a text open nothing, and are told from these by
// their first letter and length.
type wordlist struct {
	entries map[string]entry
	lengths [256]uint32 // by the first byte, a bit for every length that words have
}

// lexicon returns all of them.
var lexicon = sync.OnceValue(func() *wordlist {
	all := &wordlist{entries: map[string]entry{}}
	for word, o := range openings() {
		all.entries[word] = entry{o, dateBeginnings()[word]}
	}
	for word, b := range dateBeginnings() {
		all.entries[word] = entry{openings()[word], b}
	}
	for word := range all.entries {
		all.lengths[word[0]] |= 1 << len(word)
	}
	return all
})

// entry returns what a word opens, which may be nothing. It is given in lower
// case.
func (l *wordlist) entry(word string) entry {
	if word == "" || l.lengths[word[0]]>>len(word)&1 == 0 {
		return entry{}
	}
	return l.entries[word]
}
