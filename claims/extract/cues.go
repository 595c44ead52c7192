package extract

import "slices"

// cueKind says by what sort of words a cue works.
type cueKind int

const (
	byVerb      cueKind = iota + 1 // "said"
	byAccording                    // "according to"
	byHedge                        // "reportedly"
	byNoun                         // "reports that"
	byPassive                      // "was said to"
	byColon                        // a name and a colon before a quotation
)

// cue is words by which the copy gives somebody's word, before anybody has
// asked whose.
type cue struct {
	kind        cueKind
	first, last int // of its words
	reading     reading
	tense       tense
	takes       takes // what stands with it
	negated     bool
}

// accordingTable lists the prepositional cues, longest first. What they govern
// is the speaker.
var accordingTable = [][]string{
	{"according", "to"}, {"in", "the", "words", "of"}, {"in", "the", "opinion", "of"}, {"in", "the", "view", "of"},
	{"as", "reported", "by"}, {"as", "first", "reported", "by"}, {"as", "per"}, {"per"},
}

// stretch is how many words of a sentence are looked at together. Copy has no
// longer sentences; what does is no prose, and may not cost its square in time.
const stretch = 300

// stretches returns the sentence in parts of at most that many words.
func (s *sentence) stretches() []*sentence {
	if len(s.words) <= stretch {
		return []*sentence{s}
	}
	var parts []*sentence
	for ws := range slices.Chunk(s.words, stretch) {
		part := *s
		part.words, part.Start, part.End = ws, ws[0].Start, ws[len(ws)-1].End
		parts = append(parts, &part)
	}
	return parts
}

// cues returns the cues of a sentence in reading order.
func cues(s *sentence) []cue {
	var found []cue
	for i := 0; i < len(s.words); i++ {
		w := &s.words[i]
		if w.quoted {
			continue
		}
		c, ok := cueAt(s.words, i)
		if ok {
			found = append(found, c)
			i = max(i, c.last)
		}
	}
	return found
}

func cueAt(ws []word, i int) (cue, bool) {
	w := &ws[i]
	if c, ok := accordingAt(ws, i); ok {
		return c, true
	}
	switch {
	case w.is(hedge):
		return cue{kind: byHedge, first: i, last: i, reading: reading{sense: says, lemma: w.lower}}, true
	case w.verb != nil:
		if c, ok := verbAt(ws, i); ok {
			return c, true
		}
	}
	for _, find := range []func([]word, int) (cue, bool){nounAt, colonAt, dashAt, attitudeAt} {
		if c, ok := find(ws, i); ok {
			return c, true
		}
	}
	return cue{}, false
}

func accordingAt(ws []word, i int) (cue, bool) {
	for _, words := range accordingTable {
		if lowerIs(ws, i, words...) {
			last := i + len(words) - 1
			if len(words) == 1 && !governsSpeaker(ws, i) {
				return cue{}, false
			}
			return cue{kind: byAccording, first: i, last: last, reading: reading{sense: says, lemma: words[0]}}, true
		}
	}
	if ws[i].lower == "in" && governsPoll(ws, i) {
		return cue{kind: byAccording, first: i, last: i, reading: reading{sense: says, lemma: "in"}}, true
	}
	return cue{}, false
}

// governsPoll reports whether the "in" at i says in which poll what stands with
// it was found.
func governsPoll(ws []word, i int) bool {
	for k := i + 1; k < min(i+9, len(ws)); k++ {
		w := &ws[k]
		switch {
		case w.lower == "poll" || w.lower == "survey":
			return k > i+1 && (k+1 == len(ws) || !ws[k+1].capital && !lowerIs(ws, k+1, "average"))
		case w.isMark() && w.text != "/" && w.text != "-", w.is(preposition | subject | auxiliary | relative):
			return false
		}
	}
	return false
}

// governsSpeaker reports whether "per" is followed by who says so rather than
// by a measure: "per Reuters", not "per share".
func governsSpeaker(ws []word, i int) bool {
	return i+1 < len(ws) && (ws[i+1].capital || ws[i+1].is(determiner) && i+2 < len(ws) && ws[i+2].is(document|crowd|office|firm)) &&
		(i == 0 || ws[i-1].isMark())
}

// verbAt returns the cue that the verb at i makes, if it is one there.
func verbAt(ws []word, i int) (cue, bool) {
	f := ws[i].verb
	if isNominal(ws, i) || isModifier(ws, i) {
		return cue{}, false
	}
	for _, r := range f.readings {
		last := i
		if r.particle != "" {
			if last = particleAt(ws, i, r.particle); last < 0 {
				continue
			}
		}
		c := cue{kind: byVerb, first: i, last: last, reading: r, tense: f.tense}
		c.takes = complement(ws, &c)
		if isPassive(ws, i, f.tense) {
			c.kind = byPassive
			if r.sense != holds && nextIsBy(ws, i) {
				c.takes |= r.takes // "was first reported by"
			}
			if bench := judgedBy(ws, &c); bench > 0 {
				c.takes |= r.takes
			}
		}
		if c.takes&r.takes == 0 || isTrap(ws, &c) {
			continue
		}
		c.negated = isNegated(ws, i)
		if isCiting(ws, &c) {
			c.kind = byAccording
		}
		return c, true
	}
	return cue{}, false
}

func nextIsBy(ws []word, i int) bool { return i+1 < len(ws) && ws[i+1].lower == "by" }

// particleAt returns where the particle of the verb at i stands, directly
// after it or after a pronoun, or -1.
func particleAt(ws []word, i int, particle string) int {
	for k := i + 1; k < min(i+3, len(ws)); k++ {
		if ws[k].lower == particle {
			if k+1 < len(ws) && ws[k+1].is(calendar) {
				break // "reported on Tuesday that"
			}
			return k
		}
		if !ws[k].is(adverb | subject) {
			break
		}
	}
	return -1
}

// formsOfBe are those with which a participle is passive.
var formsOfBe = []string{"is", "are", "was", "were", "be", "been", "being", "am", "it's", "it’s", "he's", "he’s", "she's", "she’s", "that's", "that’s", "isn't", "isn’t", "wasn't", "wasn’t", "aren't", "aren’t"}

// isPassive reports whether the participle at i stands with a form of "be".
func isPassive(ws []word, i int, t tense) bool {
	if t&participle == 0 {
		return false
	}
	k := i - 1
	for k > 0 && ws[k].is(adverb) {
		k--
	}
	return k >= 0 && slices.Contains(formsOfBe, ws[k].lower) && !isPerfect(ws, k, i)
}

// isPerfect reports whether the contraction at k is one of "has" before the
// participle at i, "he's said the same", rather than of "is".
func isPerfect(ws []word, k, i int) bool {
	if n := bare(ws[k].lower); n == ws[k].lower || n != "he" && n != "she" || i+1 >= len(ws) {
		return false
	}
	sense := ws[i].verb.readings[0].sense
	return (sense == says || sense == alleges) && !slices.Contains([]string{"of", "by", "to", "as", "with", "about"}, ws[i+1].lower)
}

func isNegated(ws []word, i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if ws[k].is(negation) {
			return true
		}
		if !ws[k].is(adverb | auxiliary | subject) {
			return false
		}
	}
	return false
}
