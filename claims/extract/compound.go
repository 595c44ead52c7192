package extract

import (
	"slices"
	"strings"

	"stet/claims"
)

// A compound sentence says several things that are checked separately: main
// clauses joined by a comma and a conjunction, a list of clauses that each give
// a figure, or two figures said of one subject. It is split only where the words
// leave no doubt, since half a claim is worse than two in one: never within
// quotation marks, never within what somebody is given as saying, and never
// where a clause that depends on another may reach over the joint.

// half is one separately checkable part of a compound sentence: its words, and
// before them the subject where it stands in another half.
type half struct {
	subject run
	words   run
}

// fewestInHalf is how many words a half has at least.
const fewestInHalf = 4

// halves returns the parts of the sentence, or nil where it is one claim.
func (s *sentence) halves(as []claims.Attribution) []half {
	if s.block.place != claims.InBody || slices.ContainsFunc(s.words, func(w word) bool { return w.quoted || setsOff(&w) }) {
		return nil
	}
	for _, find := range []func([]word) []half{listedClauses, joinedClauses, sharedSubject} {
		if found := find(s.words); found != nil && s.mayPart(found, as) {
			return found
		}
	}
	return nil
}

// setsOff reports whether a mark opens or closes what stands beside a sentence.
func setsOff(w *word) bool { return w.isMark() && strings.Contains("()[]—–:?!", w.text) }

// mayPart reports whether nothing that is said by somebody, and no clause that
// depends on another, reaches over a joint. What is said in one half goes on in
// the next unless that says on whose word it rests too; what is said at the end
// of a half may be said of those before. What somebody wants or knows gives
// nobody's word.
func (s *sentence) mayPart(halves []half, as []claims.Attribution) bool {
	attributed := 0 // halves so far
	for i, h := range halves {
		within := s.span(h.words)
		said := false
		for _, a := range as {
			if !overlaps(within, a.Cue.Span) {
				continue
			}
			attitude := a.Label == claims.OwnVoice
			said = said || !attitude
			if attitude && a.Content.End > within.End || a.Content.Text != "" && a.Content.Start < within.Start || i > 0 && a.Content.Start < a.Cue.Start {
				return false
			}
		}
		if first := &s.words[h.words.first]; attributed > 0 && first.is(subject) && !first.is(determiner) {
			return false // "he said …, but he did tell …": still his word
		}
		if said {
			attributed++
		}
		if attributed > 0 && (!said || !h.subject.empty()) {
			return false
		}
		if i < len(halves)-1 && !said && slices.ContainsFunc(s.words[h.words.first:h.words.end], reaches) {
			return false
		}
	}
	return true
}

func overlaps(a, b claims.Span) bool { return a.Start < b.End && b.Start < a.End }

// reaches reports whether a word opens a clause that may go on behind a joint.
func reaches(w word) bool {
	return w.is(relative) || w.is(subordinate) && !w.is(preposition) || w.lower == "that" ||
		slices.Contains([]string{"both", "either", "neither", "only", "between", "after", "before", "since", "until", "like", "as"}, w.lower)
}

// span returns the bytes of a run of words.
func (s *sentence) span(r run) claims.Span {
	return claims.Span{Start: s.words[r.first].Start, End: s.words[r.end-1].End}
}

// joinedClauses splits at each comma with a conjunction, and each semicolon,
// that a main clause follows.
func joinedClauses(ws []word) []half {
	return partAt(ws, func(i int) int {
		switch {
		case ws[i].text == ";" && isClause(ws, i+1):
			return i + 1
		case (ws[i].text == "," || ws[i].text == ";") && i+1 < len(ws) && joinsClauses(ws[i+1].lower) && isClause(ws, i+2):
			return i + 2
		}
		return 0
	})
}

// listedClauses splits at commas without a conjunction too, and at the last
// conjunction without a comma, where each part has a figure.
func listedClauses(ws []word) []half {
	found := partAt(ws, func(i int) int {
		after := i + 1
		if ws[i].text == "," && after < len(ws) && joinsClauses(ws[after].lower) {
			after++
		}
		if (ws[i].text == "," || ws[i].lower == "and") && isClause(ws, after) {
			return after
		}
		return 0
	})
	for _, h := range found {
		if !slices.ContainsFunc(ws[h.words.first:h.words.end], isFigure) {
			return nil
		}
	}
	if len(found) < 3 {
		return nil
	}
	return found
}

// partAt splits words, the full stop left with the last part, where next says
// at which word a part begins that a joint is followed by. Each part is a main
// clause.
func partAt(ws []word, next func(joint int) int) []half {
	if !isClause(ws, opener(ws)) {
		return nil
	}
	var parts []half
	start := 0
	for i := range ws {
		if i <= start {
			continue
		}
		if after := next(i); after > 0 {
			parts, start = append(parts, half{words: run{start, i}}), after
		}
	}
	if len(parts) == 0 {
		return nil
	}
	parts = append(parts, half{words: run{start, len(ws)}})
	for _, p := range parts {
		if countWords(ws[p.words.first:p.words.end]) < fewestInHalf {
			return nil
		}
	}
	return parts
}

// opener returns where the main clause begins: behind a phrase such as "On
// Monday,", or at once.
func opener(ws []word) int {
	if len(ws) > 0 && ws[0].is(preposition) && !ws[0].is(subordinate) {
		for i := range ws[:min(len(ws), 8)] {
			if ws[i].text == "," {
				return i + 1
			}
		}
	}
	return 0
}

func joinsClauses(lower string) bool {
	return slices.Contains([]string{"and", "but", "while", "whereas", "yet"}, lower)
}

// sharedSubject splits two things said of one subject, each with a figure:
// "Halden hired 300 people in May and cut 200 in June."
func sharedSubject(ws []word) []half {
	verb := clauseVerb(ws, 0)
	if verb < 0 || !isPast(&ws[verb]) {
		return nil
	}
	for i := verb + 2; i+2 < len(ws); i++ {
		if ws[i].lower != "and" && ws[i].lower != "but" || !isPreterite(ws, i+1) {
			continue
		}
		end := i
		if ws[i-1].text == "," {
			end--
		}
		first, second := run{0, end}, run{i + 1, len(ws)}
		if countWords(ws[first.first:first.end]) >= fewestInHalf && countWords(ws[i+1:]) >= fewestInHalf-1 &&
			slices.ContainsFunc(ws[verb:end], isFigure) && slices.ContainsFunc(ws[i+1:], isFigure) {
			return []half{{words: first}, {subject: run{0, verb}, words: second}}
		}
		return nil
	}
	return nil
}

func countWords(ws []word) int {
	n := 0
	for i := range ws {
		if !ws[i].isMark() {
			n++
		}
	}
	return n
}

func isFigure(w word) bool {
	return strings.ContainsAny(w.text, "0123456789") || slices.Contains([]string{"million", "billion", "percent", "half", "third"}, w.lower)
}
