package extract

import (
	"slices"
	"strings"
	"sync"
)

// tense tells the forms of a verb apart, as a set: "said" is past and
// participle.
type tense int

const (
	base tense = 1 << iota
	third
	preterite
	participle
	gerund
)

// reading is one way to read a verb as a cue: with or without a particle.
type reading struct {
	sense    sense
	takes    takes
	lemma    string
	particle string // "for", of "call for"
}

// form is a word that is a form of a verb in the lexicon.
type form struct {
	tense    tense
	lemma    string
	readings []reading // with a particle before those without
}

var verbForms = sync.OnceValue(func() map[string]*form {
	byLemma := map[string][]reading{}
	for _, row := range verbTable {
		for v := range strings.FieldsSeq(row.verbs) {
			lemma, particle, _ := strings.Cut(v, "+")
			r := reading{row.sense, row.takes, lemma, particle}
			if particle != "" {
				byLemma[lemma] = append([]reading{r}, byLemma[lemma]...)
			} else {
				byLemma[lemma] = append(byLemma[lemma], r)
			}
		}
	}
	forms := map[string]*form{}
	for lemma, readings := range byLemma {
		for word, t := range inflect(lemma) {
			forms[word] = &form{t, lemma, readings}
		}
	}
	return forms
})

// inflect returns the forms of a verb with the tense of each.
func inflect(lemma string) map[string]tense {
	forms := map[string]tense{lemma: base}
	stem := stemOf(lemma)
	forms[thirdOf(lemma)] |= third
	forms[stem+"ing"] |= gerund
	if parts, ok := irregular[lemma]; ok {
		forms[parts[0]] |= preterite
		forms[parts[1]] |= participle
		return forms
	}
	switch {
	case strings.HasSuffix(lemma, "y") && !strings.ContainsAny(lemma[len(lemma)-2:len(lemma)-1], "aeou"):
		forms[lemma[:len(lemma)-1]+"ied"] |= preterite | participle
	case strings.HasSuffix(lemma, "ee"):
		forms[lemma+"d"] |= preterite | participle
	default:
		forms[stem+"ed"] |= preterite | participle
	}
	return forms
}

// stemOf returns what -ing is added to.
func stemOf(lemma string) string {
	if slices.Contains(strings.Fields(doubled), lemma) {
		return lemma + lemma[len(lemma)-1:]
	}
	if strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee") {
		return lemma[:len(lemma)-1]
	}
	return lemma
}

func thirdOf(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "y") && !strings.ContainsAny(lemma[len(lemma)-2:len(lemma)-1], "aeou"):
		return lemma[:len(lemma)-1] + "ies"
	case lemma == "go", strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"):
		return lemma + "es"
	}
	return lemma + "s"
}

// saidForms are the words that may follow a speaker's name after a quotation
// that asks or exclaims.
var saidForms = sync.OnceValue(func() map[string]bool {
	return set("said says asked asks told wrote added shouted exclaimed tweeted replied wondered joked demanded continued")
})

// nounish are the verbs of the lexicon whose forms can be read as nouns.
var nounish = sync.OnceValue(func() map[string]bool {
	return set(`like report claim note charge call plan promise estimate view support hope fear doubt attack back post state quote
		forecast project question challenge demand request offer answer comment issue detail signal tweet retweet text
		mention text voice email boast hint joke remark lament caution notice desire focus address aim worry wish intone look
		sense cheer boo scream yell vote name list share reply counter retort pledge vow question blame praise insult
		rule order favor favour show find reference need talk complaint regard welcome champion highlight credit
		address commit love hate embrace blast slam scold ridicule rip rail push press thank approach feel repeat
		insult echo balk side sound charge debate trust scare title name list paint frame talk sound peg hammer smear`)
})
