package quote

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// change is what a quote has in place of what its source has.
type change struct {
	quoted, given []word
}

// changes groups the steps that lie between shared words. Punctuation that is
// shared parts no group: it is shared with any other.
func changes(steps []step) []change {
	var all []change
	open := false
	for _, s := range steps {
		if s.kind == claims.Same && (!open || s.bare != "") {
			open = false
			continue
		}
		if !open {
			all = append(all, change{})
			open = true
		}
		last := &all[len(all)-1]
		if s.kind != claims.Omitted {
			last.quoted = append(last.quoted, s.word)
		}
		if s.kind != claims.Inserted {
			last.given = append(last.given, s.word)
		}
	}
	return all
}

// grade returns the class of a near match: that of its gravest change.
func grade(steps []step) claims.Class {
	class := claims.Typographic
	for _, c := range changes(steps) {
		switch c.class() {
		case claims.Altered:
			return claims.Altered
		case claims.OCR:
			class = claims.OCR
		}
	}
	return class
}

// class is Typographic where only punctuation or the spaces beside it differ,
// OCR where a scanner may have made every difference, else Altered.
func (c change) class() claims.Class {
	quoted, given := written(c.quoted), written(c.given)
	if slices.Equal(quoted, given) {
		return claims.Typographic
	}
	if strings.Join(quoted, "") == strings.Join(given, "") {
		return spacing(quoted, given)
	}
	switch {
	case isScanned(c.quoted, c.given):
		return claims.OCR
	case !slices.Equal(turning(quoted), turning(given)):
		return claims.Altered
	}
	return signsOf(c.quoted).class(signsOf(c.given).withoutNotes())
}

// written returns the folded words that are more than punctuation, and of
// the sentence.
func written(words []word) []string {
	var all []string
	for _, w := range words {
		if w.bare != "" && !w.stray {
			all = append(all, w.folded)
		}
	}
	if len(all) > 0 { // the end of the last word is the sentence's
		all[len(all)-1] = strings.TrimRight(all[len(all)-1], ".,;:()[]")
	}
	return all
}

// spacing is the class of words that differ in their spaces only. A space
// that joins or parts digits makes another figure; one between letters is a
// scanner's, unless it makes or unmakes a word that turns the sense around
// ("not able", "notable").
func spacing(quoted, given []string) claims.Class {
	text := strings.Join(quoted, "")
	class := claims.Typographic
	breaks := breaksOf(quoted)
	for at := range breaksOf(given) {
		if breaks[at] {
			delete(breaks, at)
		} else {
			breaks[at] = true
		}
	}
	for at := range breaks {
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsDigit(after) && (unicode.IsDigit(before) || isPoint(before) && at > 1 && isDigit(text[at-2])):
			return claims.Altered
		case unicode.IsDigit(before) && isPoint(after):
			if at+1 < len(text) && isDigit(text[at+1]) {
				return claims.Altered
			}
		case unicode.IsLetter(before) && unicode.IsLetter(after):
			class = claims.OCR
		}
	}
	if class == claims.OCR && !slices.Equal(turning(quoted), turning(given)) {
		return claims.Altered
	}
	return class
}

// breaksOf returns the offsets in the joined words at which there is a space.
func breaksOf(words []string) map[int]bool {
	breaks := map[int]bool{}
	at := 0
	for _, w := range words[:max(0, len(words)-1)] {
		at += len(w)
		breaks[at] = true
	}
	return breaks
}

// turningWords are the negations and modal verbs: one more or less of them and
// a sentence says something else.
var turningWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`not no never none nor neither nothing nobody nowhere without hardly cannot can could may
		might must shall should will would ought maybe`) {
		set[w] = true
	}
	return set
})

func turning(words []string) []string {
	var all []string
	for _, w := range words {
		if turningWords()[bareWord(w)] || strings.HasSuffix(w, "n't") {
			all = append(all, w)
		}
	}
	return all
}

// confusions are what scanners take for each other, each with the form that
// stands for all of them. The small i is none: "fail" is not "fall".
var confusions = strings.NewReplacer("rn", "m", "vv", "w", "1", "l", "I", "l", "|", "l", "0", "o", "O", "o")

// isScanned reports whether the words are as many and alike but for
// confusions, and no figure among them.
func isScanned(quoted, given []word) bool {
	if len(quoted) != len(given) {
		return false
	}
	for i := range quoted {
		if isFigure(quoted[i].text) || isFigure(given[i].text) || scanned(quoted[i]) != scanned(given[i]) {
			return false
		}
	}
	return true
}

func scanned(w word) string {
	return bareWord(string(Fold(confusions.Replace(w.text)).folded))
}

// isFigure reports whether a word says a number: it has a digit and no more
// letters than a currency or a suffix needs.
func isFigure(word string) bool {
	digits, letters := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > 0 && letters < digits+2
}
