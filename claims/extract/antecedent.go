package extract

import (
	"slices"
	"strings"

	"stet/claims"
)

// lookback is how many sentences before a pronoun its antecedent is sought in.
// It bounds the work on drafts of any length.
const lookback = 60

// antecedent returns the words of the draft that a speaker stands for which is
// given as a pronoun or by surname alone, or an empty phrase. For "he" and
// "she" it is the last person given by full name whose name isn't one of the
// other sex; for "they", the last group.
func (d *draft) antecedent(f *saying) claims.Phrase {
	i := d.indexOf(f.s)
	ws := f.words()
	if i < 0 || f.speaker.empty() {
		return claims.Phrase{}
	}
	w := &ws[f.speaker.end-1]
	switch pronoun := bare(ws[f.speaker.first].lower); {
	case f.speaker.end-f.speaker.first == 1 && (pronoun == "he" || pronoun == "his"):
		return d.lastPerson(i, f.speaker.first, func(p person) bool { return p.gender&feminine == 0 })
	case f.speaker.end-f.speaker.first == 1 && (pronoun == "she" || pronoun == "her"):
		return d.lastPerson(i, f.speaker.first, func(p person) bool { return p.gender&masculine == 0 })
	case f.speaker.end-f.speaker.first == 1 && (pronoun == "they" || pronoun == "their"):
		return d.lastGroup(i, f.speaker.first)
	case isSurname(ws, f.speaker):
		return d.lastPerson(i, f.speaker.first, func(p person) bool { return p.surname == w.lower })
	}
	return claims.Phrase{}
}

// bare returns a pronoun without the verb of a contraction: "he" of "he's".
func bare(lower string) string {
	if cut := strings.IndexAny(lower, "'’"); cut > 0 {
		return lower[:cut]
	}
	return lower
}

// isSurname reports whether the run is one name, with or without a title.
func isSurname(ws []word, r run) bool {
	for r.end-r.first > 1 && ws[r.first].is(title) {
		r.first++
	}
	w := &ws[r.first]
	return r.end-r.first == 1 && w.capital && !w.is(subject|determiner|crowd|office|document|firm|given)
}

// indexOf returns the index of the sentence that s is, or a part of, or -1.
func (d *draft) indexOf(s *sentence) int {
	i, found := slices.BinarySearchFunc(d.sentences, s.Start, func(x sentence, at int) int { return x.Start - at })
	if !found {
		i--
	}
	return i
}

// lastPerson returns the full name of the person last mentioned before the word
// at k of the sentence at i, by full name or surname, among those kept.
func (d *draft) lastPerson(i, k int, keep func(person) bool) claims.Phrase {
	var known []person
	last := -1
	for n := max(0, i-lookback); n <= i; n++ {
		ws := d.sentences[n].words
		for at := 0; at < len(ws) && (n < i || at < k); at++ {
			if ws[at].quoted || !ws[at].capital {
				continue
			}
			if p, ok := personAt(ws, at); ok {
				p.sentence = n
				at = p.run.end - 1
				if keep(p) {
					known = append(known, p)
					last = len(known) - 1
				}
			} else if named := slices.IndexFunc(known, func(p person) bool { return p.surname == ws[at].lower }); named >= 0 {
				last = named
			}
		}
	}
	if last < 0 {
		return claims.Phrase{}
	}
	return d.words(known[last].sentence, known[last].run)
}

// lastGroup returns the people without names last mentioned before the word at
// k of the sentence at i: "the officials".
func (d *draft) lastGroup(i, k int) claims.Phrase {
	for n := i; n >= max(0, i-lookback/10); n-- {
		ws := d.sentences[n].words
		if n < i {
			k = len(ws)
		}
		for at := k - 1; at >= 0; at-- {
			w := &ws[at]
			if w.quoted || !w.is(crowd) || w.is(determiner) || !strings.HasSuffix(w.lower, "s") && w.lower != "people" && w.lower != "police" {
				continue
			}
			return d.words(n, run{nounStart(ws, at), at + 1})
		}
	}
	return claims.Phrase{}
}

// words returns the words of the run in the sentence at i.
func (d *draft) words(i int, r run) claims.Phrase {
	ws := d.sentences[i].words
	return phrase(d.text.Body, claims.Span{Start: ws[r.first].Start, End: ws[r.end-1].End})
}
