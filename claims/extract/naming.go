package extract

import (
	"slices"
	"strings"
	"sync"

	"stet/claims"
)

// named returns the words that name the speaker: without the verb of a
// contraction such as "she's", and without what is said of him by the way.
func (f *saying) named() claims.Span {
	r := withoutAsides(f.words(), f.speaker)
	s := f.span(r)
	if r.empty() {
		return s
	}
	last := &f.words()[r.end-1]
	if cut := strings.IndexAny(last.text, "'’"); cut > 0 && last.is(subject) && last.is(auxiliary) {
		s.End = last.Start + cut
	}
	return s
}

// withoutAsides returns the run up to the first part of it that tells of the
// speaking rather than the speaker: "Doe, who has backed the bill", "Doe, in
// turn", "a man who asked not to be named".
func withoutAsides(ws []word, r run) run {
	for k := r.first + 1; k < r.end; k++ {
		at := k
		for k < r.end && (ws[k].text == "," || isDash(ws[k].text) && !isHyphen(ws, k)) {
			k++
		}
		if at == k && k < r.end && tellsOccasion(ws, k) {
			r.end = k
			break
		}
		if k >= r.end || !opensAside(ws, k, at < k) && !(at < k && opensParenthesis(ws, k, r.end)) {
			k = at
			continue
		}
		r.end = at
		break
	}
	return r
}

// opensAside reports whether the "who" at i begins words on what else the
// speaker says or did. After a comma they may also tell what he has done.
func opensAside(ws []word, i int, comma bool) bool {
	if ws[i].lower != "who" && ws[i].lower != "whom" {
		return false
	}
	k := i + 1
	for k < len(ws) && ws[k].is(adverb|calendar) && !ws[k].is(auxiliary) {
		k++
	}
	if k >= len(ws) {
		return false
	}
	w := &ws[k]
	if comma && slices.Contains([]string{"has", "had", "did"}, w.lower) {
		return true
	}
	return w.lower == "spoke" || w.lower == "asked" || w.lower == "declined" || w.verb != nil && w.verb.readings[len(w.verb.readings)-1].sense != holds
}

// passing are words that begin an aside between a speaker and his verb.
var passing = sync.OnceValue(func() map[string]bool {
	return set(`meanwhile however though too therefore instead indeed speaking referring citing during asked like unlike
		appearing campaigning responding citing quoting`)
})

// opensParenthesis reports whether the words from i to end, which follow a
// comma, are set in by the way: "in turn", "for example", "speaking in Ohio".
func opensParenthesis(ws []word, i, end int) bool {
	if strings.HasSuffix(ws[i].lower, "ing") && !ws[i].capital && !slices.Contains([]string{"including", "managing", "acting"}, ws[i].lower) {
		return true
	}
	if passing()[ws[i].lower] && !ws[i].is(determiner) {
		return true
	}
	if slices.ContainsFunc(ws[i:end], func(w word) bool { return w.text == "," }) {
		return false
	}
	return slices.Contains([]string{"in", "for", "of", "by", "at", "on", "after", "to"}, ws[i].lower) && (end-i <= 3 && !ws[i+1].capital || ws[i+1].is(determiner))
}
