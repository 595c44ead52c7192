package revise

import (
	"strings"
	"unicode"

	"stet/claims"
)

// Difference tells the words of a claim now from those of before: Omitted
// words stood in the old text only, Inserted ones stand in the new one only.
// Words that differ in typography only are the same, as they stand now.
func Difference(old, now string) []claims.Edit {
	before, after := wordsOf(old), wordsOf(now)
	var edits []claims.Edit
	add := func(kind claims.EditKind, words []word) {
		for _, w := range words {
			if n := len(edits); n > 0 && edits[n-1].Kind == kind {
				edits[n-1].Text += " " + w.text
			} else {
				edits = append(edits, claims.Edit{Kind: kind, Text: w.text})
			}
		}
	}
	for _, r := range stretches(before, after) {
		was, is := before[r.old:r.oldEnd], after[r.fresh:r.freshEnd]
		if r.same && was[0].folded == is[0].folded {
			add(claims.Same, is)
			continue
		}
		add(claims.Omitted, was)
		add(claims.Inserted, is)
	}
	return edits
}

// word is one word of a claim: where it stands, and what it counts as beside
// other words.
type word struct {
	claims.Span
	text   string
	folded string // by claims.FoldWords, with its case and punctuation
	bare   string // in lower case and without the punctuation around it
}

// wordsOf splits a text at white space, and around dashes that set words off.
func wordsOf(text string) []word {
	var all []word
	add := func(start, end int) {
		if start >= end {
			return
		}
		w := word{Span: claims.Span{Start: start, End: end}, text: text[start:end]}
		if w.folded = claims.FoldWords(w.text); len(all) > 0 {
			w.folded = strings.TrimSpace(strings.TrimPrefix(claims.FoldWords("a "+w.text), "a")) // only the first letter of all may change its case
		}
		w.bare = bare(w.folded)
		all = append(all, w)
	}
	start := 0
	for at, r := range text {
		after := at + len(string(r))
		switch {
		case claims.FoldRune(r) == " ":
			add(start, at)
			start = after
		case r == '—' || r == '―':
			add(start, at)
			add(at, after)
			start = after
		}
	}
	add(start, len(text))
	return all
}

// bare returns what a folded word counts as where its case and the punctuation
// around it don't. The sign and the point before a figure belong to it.
func bare(folded string) string {
	right := strings.TrimRightFunc(strings.ToLower(folded), isOutside)
	left := strings.TrimLeftFunc(right, isOutside)
	before := right[:len(right)-len(left)]
	if left != "" && '0' <= left[0] && left[0] <= '9' && (strings.HasSuffix(before, ".") || strings.HasSuffix(before, "-")) {
		left = before[len(before)-1:] + left
	}
	return left
}

func isOutside(r rune) bool { return unicode.IsPunct(r) && !strings.ContainsRune("%#@&", r) }

// stretch is a range of the words of two texts: one word that they share, or a
// place at which they differ.
type stretch struct {
	same            bool
	old, oldEnd     int
	fresh, freshEnd int
}

// stretches tells two texts apart word by word.
func stretches(old, fresh []word) []stretch {
	var all []stretch
	i, j := 0, 0
	for _, p := range append(shared(old, fresh), pair{old: len(old), fresh: len(fresh)}) {
		if i < p.old || j < p.fresh {
			all = append(all, stretch{old: i, oldEnd: p.old, fresh: j, freshEnd: p.fresh})
		}
		if p.old < len(old) {
			all = append(all, stretch{same: true, old: p.old, oldEnd: p.old + 1, fresh: p.fresh, freshEnd: p.fresh + 1})
		}
		i, j = p.old+1, p.fresh+1
	}
	return all
}

// shared returns the words that two texts share, in order: those at their
// beginning and end, and between them the longest common subsequence.
func shared(old, fresh []word) []pair {
	var pairs []pair
	head, tail, most := 0, 0, min(len(old), len(fresh))
	for ; head < most && old[head].bare == fresh[head].bare; head++ {
		pairs = append(pairs, pair{old: head, fresh: head})
	}
	for tail < most-head && old[len(old)-1-tail].bare == fresh[len(fresh)-1-tail].bare {
		tail++
	}
	for _, p := range longestCommon(bares(old[head:len(old)-tail]), bares(fresh[head:len(fresh)-tail])) {
		pairs = append(pairs, pair{old: head + p.old, fresh: head + p.fresh})
	}
	for i := tail; i > 0; i-- {
		pairs = append(pairs, pair{old: len(old) - i, fresh: len(fresh) - i})
	}
	return pairs
}

func bares(words []word) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.bare
	}
	return all
}
