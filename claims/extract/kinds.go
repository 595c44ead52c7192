package extract

import (
	"slices"
	"strings"
	"sync"

	"stet/claims"
)

// outlets are last words of the names of those who report.
var outlets = sync.OnceValue(func() map[string]bool {
	return set(`times journal post news press reuters bloomberg herald tribune guardian gazette courier magazine review today
		globe chronicle observer telegraph politico axios weekly daily wire cnn bbc nbc abc cbs npr ap afp`)
})

// kindOf returns what sort of speaker the saying has, whose antecedent is
// given.
func (d *draft) kindOf(f *saying, antecedent claims.Phrase) claims.SpeakerKind {
	ws := f.words()
	r := f.speaker
	if r.empty() {
		return ""
	}
	if w := &ws[r.first]; w.is(relative) && r.first > 0 {
		r = run{nounStart(ws, r.first-1), r.first}
		if ws[r.end-1].text == "," {
			r = unmarked(ws, run{appositionHead(ws, r.end-1), r.end - 1})
		}
		if r.empty() {
			return ""
		}
	} else if r.end-r.first == 1 && (w.is(subject) || slices.Contains(possessives, w.lower)) {
		return kindOfPronoun(bare(w.lower), antecedent)
	}
	g := *f
	g.speaker = r
	return d.kindOfNoun(&g, antecedent)
}

// appositionHead returns where the noun begins that the comma at i parts from
// its clause.
func appositionHead(ws []word, i int) int {
	if i == 0 {
		return i
	}
	return nounStart(ws, i-1)
}

// possessives are pronouns that name whose word a noun gives.
var possessives = []string{"his", "her", "their", "its", "my", "our", "your", "whose"}

func kindOfPronoun(pronoun string, antecedent claims.Phrase) claims.SpeakerKind {
	switch {
	case pronoun == "it" || pronoun == "its":
		return claims.Institution
	case antecedent.Text == "":
		return ""
	case pronoun == "they" || pronoun == "their":
		return claims.Unnamed
	}
	return claims.Named
}

// kindOfNoun returns the kind of a speaker who is no pronoun.
func (d *draft) kindOfNoun(f *saying, antecedent claims.Phrase) claims.SpeakerKind {
	ws := f.words()[f.speaker.first:f.speaker.end]
	_, introduced := personAt(f.words(), f.speaker.first)
	head := f.words()[f.head()]
	switch {
	case antecedent.Text != "":
		return claims.Named
	case f.speaksFor(), f.heads(firm), isOutlet(ws):
		return claims.Institution
	case f.heads(document | courtPaper | publicity):
		return claims.Document
	case f.isAnonymous(), ws[0].is(number):
		return claims.Unnamed
	case introduced, d.namesPerson(ws):
		return claims.Named
	case !head.capital || head.is(crowd|office|determiner|subject|adverb):
		return claims.Unnamed
	case slices.ContainsFunc(ws, func(w word) bool { return w.is(office) && !w.capital }):
		return claims.Named // "harbour master Anna Poe"
	case f.isInstitution(ws):
		return claims.Institution
	}
	return claims.Named
}

// isOutlet reports whether the words are the name of one that reports: "The
// Harbour Post".
func isOutlet(ws []word) bool {
	last := &ws[len(ws)-1]
	return last.capital && outlets()[last.lower] && (len(ws) == 1 || ws[len(ws)-2].capital || ws[0].lower == "the")
}

// head returns the index of the noun that the speaker's words lead up to,
// before any preposition, participle or mark.
func (f *saying) head() int {
	ws := f.words()
	end := f.speaker.first + 1
	for end < f.speaker.end && (!ws[end].isMark() || ws[end].text == "&") && !ws[end].is(past|relative|auxiliary) && (!ws[end].is(preposition) || ws[end].capital) {
		end++
	}
	return end - 1
}

// heads reports whether the speaker's noun is of one of the classes.
func (f *saying) heads(c class) bool {
	head := f.head()
	return f.words()[head].is(c) && (head > f.speaker.first || !f.words()[head].is(title))
}

// speaksFor reports whether the speaker speaks for a house: "a spokesman for
// Halden". One who is named himself does not stand for it.
func (f *saying) speaksFor() bool {
	ws := f.words()
	for k := f.speaker.first; k+2 < f.speaker.end; k++ {
		if ws[k].isMark() {
			return false
		}
		if strings.HasPrefix(ws[k].lower, "spokes") && (ws[k+1].lower == "for" || ws[k+1].lower == "of") {
			return !ws[f.speaker.first].is(given)
		}
	}
	return false
}

// namesPerson reports whether the words hold a name that a first name, a title
// or the rest of the draft shows to be a person's.
func (d *draft) namesPerson(ws []word) bool {
	for i := range ws {
		if ws[i].isMark() {
			return false
		}
		if ws[i].capital && (ws[i].is(given) && !ws[i].is(determiner) || d.people[ws[i].lower] || ws[i].is(title) && i+1 < len(ws) && ws[i+1].capital) {
			return true
		}
	}
	return false
}

// isInstitution reports whether a name that may be anybody's is that of a
// house: it has an article, is an acronym, or speaks of itself as "it".
func (f *saying) isInstitution(ws []word) bool {
	head := f.words()[f.head()]
	if ws[0].lower == "the" || len(head.text) > 1 && head.text == strings.ToUpper(head.text) || outlets()[head.lower] {
		return true
	}
	first := slices.IndexFunc(f.words(), func(w word) bool { return f.content.Contains(w.Start) && !w.isMark() && w.lower != "that" })
	return first >= 0 && slices.Contains([]string{"it", "its", "it's", "it’s"}, f.words()[first].lower)
}
