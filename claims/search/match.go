package search

import (
	"slices"
	"strings"

	"stet/claims"
)

// read is a text with its words and their terms.
type read struct {
	text  string
	words []Word
	terms []string
}

func (s stemmer) read(text string) read {
	r := read{text: text, words: Words(text)}
	r.terms = make([]string, len(r.words))
	for i, w := range r.words {
		r.terms[i] = s.term(w.Form)
	}
	return r
}

// match returns where a query's words stand in a text, in order and without
// overlap, and false where one is missing.
func (q Query) match(r read, stems stemmer) ([]claims.Span, bool) {
	var marks []claims.Span
	for _, w := range q.wants {
		found := w.match(r, stems)
		if len(found) == 0 {
			return nil, false
		}
		marks = append(marks, found...)
	}
	return joined(marks), true
}

// match returns every place where a want is met.
func (w want) match(r read, stems stemmer) []claims.Span {
	var all []claims.Span
	terms := make([]string, len(w.forms))
	for i, form := range w.forms {
		terms[i] = stems.term(form)
	}
	for i := 0; i+len(w.forms) <= len(r.words); i++ {
		if w.stands(r, terms, i) {
			all = append(all, claims.Span{Start: r.words[i].Start, End: r.words[i+len(w.forms)-1].End})
		}
	}
	return all
}

// stands reports whether the want is met from the word at.
func (w want) stands(r read, terms []string, at int) bool {
	for i, form := range w.forms {
		word := r.words[at+i].Form
		switch {
		case w.prefix && i == len(w.forms)-1:
			if !strings.HasPrefix(word, form) {
				return false
			}
		case w.exact && word != form, !w.exact && r.terms[at+i] != terms[i]:
			return false
		}
	}
	return true
}

// joined sorts spans and joins those that overlap.
func joined(spans []claims.Span) []claims.Span {
	slices.SortFunc(spans, func(a, b claims.Span) int { return a.Start - b.Start })
	var all []claims.Span
	for _, s := range spans {
		if n := len(all); n > 0 && s.Start < all[n-1].End {
			all[n-1].End = max(all[n-1].End, s.End)
			continue
		}
		all = append(all, s)
	}
	return all
}

// Snippet returns the part of a text of some bytes, or all of it where that is
// shorter, in which the most marks stand, cut between words, with an ellipsis
// where something is left out, and the marks in it.
func Snippet(text string, marks []claims.Span, size int) (string, []claims.Span) {
	if len(text) <= size {
		return text, marks
	}
	start := snippetStart(marks, size)
	end := min(len(text), start+size)
	start = max(0, end-size)
	start, end = wordStart(text, start), wordEnd(text, end)
	if start >= end { // within one long word
		return Snippet(text, marks, 2*size+1)
	}
	head, tail := "", ""
	if start > 0 {
		head = "…"
	}
	if end < len(text) {
		tail = "…"
	}
	var within []claims.Span
	for _, m := range marks {
		if start <= m.Start && m.End <= end {
			within = append(within, claims.Span{Start: m.Start - start + len(head), End: m.End - start + len(head)})
		}
	}
	return head + text[start:end] + tail, within
}

// snippetStart returns where to begin so that the most marks are within size,
// with something before the first.
func snippetStart(marks []claims.Span, size int) int {
	best, most := 0, 0
	for i, first := range marks {
		n := 0
		for _, m := range marks[i:] {
			if m.End-first.Start > size*3/4 {
				break
			}
			n++
		}
		if n > most {
			best, most = first.Start, n
		}
	}
	return max(0, best-size/4)
}

// wordStart returns the start of the first word at or after an offset.
func wordStart(text string, at int) int {
	if at == 0 {
		return 0
	}
	if i := strings.IndexAny(text[at-1:], " \t\n"); i >= 0 && i < 40 {
		return at + i
	}
	for at < len(text) && text[at]&0xc0 == 0x80 {
		at++
	}
	return at
}

// wordEnd returns the end of the last word at or before an offset.
func wordEnd(text string, at int) int {
	if at == len(text) {
		return at
	}
	if i := strings.LastIndexAny(text[:at+1], " \t\n"); i > at-40 && i > 0 {
		return i
	}
	for at > 0 && text[at]&0xc0 == 0x80 {
		at--
	}
	return at
}
