package extract

import (
	"strings"

	"stet/claims"
)

// contentOf returns what the cue gives as said: what follows it, or, for a cue
// set in or after a sentence, what stands before it.
func contentOf(body string, f *saying) claims.Span {
	if f.isAttitudeNoun() {
		return f.span(unmarked(f.words(), nounAfter(f.words(), f.last+1, false)))
	}
	if f.speaker.first > f.last+1 && f.tense == gerund && !f.speaker.empty() {
		return f.between(f.last+1, f.speaker.first) // "After saying so, the man left"
	}
	first := f.first
	if !f.speaker.empty() {
		first = min(first, f.speaker.first)
	}
	last := f.last + 1
	if !f.speaker.empty() {
		last = max(last, f.speaker.end)
	}
	ahead, behind := f.before(first), f.behind(last)
	if f.interrupts(first) {
		end := last
		if f.kind == byVerb {
			end = max(end, min(asideEnd(f.words(), f.first)+1, len(f.words())))
		}
		if rest := f.behind(end); rest.End > rest.Start {
			return rest
		}
	}
	if f.saidBefore(first) || behind.End <= behind.Start {
		return ahead
	}
	return behind
}

// interrupts reports whether the words from first on are set into a sentence
// whose verb comes after them: "Under the deal, according to Reuters, it may".
func (f *saying) interrupts(first int) bool {
	aside := f.kind == byAccording || f.kind == byVerb && f.takes&aside != 0
	return aside && first > 0 && !hasFiniteVerb(f.words()[:first]) && !f.words()[first-1].quoted
}

// saidBefore reports whether the content stands before the speaker and cue.
func (f *saying) saidBefore(first int) bool {
	if f.kind == byAccording {
		return first > 0
	}
	if f.tense == gerund && f.takes&(object|about|clause) != 0 {
		return false
	}
	if f.takes&clause != 0 && f.takes&quotation == 0 && hasFiniteVerb(f.words()[f.last+1:]) {
		return false
	}
	return first > 0 && f.takes&aside != 0 && f.takes&that == 0
}

// isAttitudeNoun reports whether the cue is a noun or adjective with a
// preposition, which governs what the attitude is about.
func (f *saying) isAttitudeNoun() bool {
	return f.kind == byNoun && f.reading.sense == holds && f.takes == about && f.last > f.first && f.words()[f.last].lower != "to" && f.words()[f.last].lower != "that"
}

// between returns what stands between the words at i and end, without the marks
// that part them.
func (f *saying) between(i, end int) claims.Span {
	return f.span(unmarked(f.words(), run{i, end}))
}

// endBefore ends the content before the next cue where the same speaker goes
// on: "Doe said it sank and blamed the captain".
func (f *saying) endBefore(next *saying) {
	ws := f.words()
	if f.s.Start != next.s.Start || next.first <= f.last || next.speaker != f.speaker || f.speaker.empty() || f.speaker.first > f.first {
		return
	}
	k := next.first
	for k > f.last+1 && (ws[k-1].is(adverb|auxiliary|conjunction|negation) || ws[k-1].lower == "by" || ws[k-1].lower == "to" || ws[k-1].isMark() && !ws[k-1].quoted) {
		k--
	}
	if k == next.first && next.tense != gerund || k <= f.last+1 || !f.content.Contains(ws[k-1].Start) || f.content.Start < ws[f.last].Start {
		return
	}
	f.content.End = ws[k-1].End
}

// before returns what stands in the sentence before the word at i, without the
// comma that parts them.
func (f *saying) before(i int) claims.Span {
	ws := f.words()
	for i > 0 && ws[i-1].isMark() && !ws[i-1].quoted {
		i--
	}
	if i == 0 {
		return claims.Span{}
	}
	return claims.Span{Start: f.s.Start, End: ws[i-1].End}
}

// behind returns what stands in the sentence after the word before i, without
// the comma or colon that parts them, nor the full stop unless it is quoted.
func (f *saying) behind(i int) claims.Span {
	ws := f.words()
	end := len(ws)
	for i < end && ws[i].isMark() && !ws[i].quoted {
		i++
	}
	for end > i && ws[end-1].isMark() && !ws[end-1].quoted && strings.ContainsAny(ws[end-1].text, ".!?") {
		end--
	}
	if i >= end {
		return claims.Span{}
	}
	return claims.Span{Start: ws[i].Start, End: ws[end-1].End}
}
