package quote

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"stet/claims"
)

// TestOmissionsInPDFText leaves words out of passages of what pdftotext makes of
// documents, columns, tables and formulas among them: no such passage may pass
// for what the document says.
func TestOmissionsInPDFText(t *testing.T) {
	t.Parallel()
	_, texts := pdfText(t)
	r := rand.New(rand.NewPCG(4, 2026))
	for _, document := range slices.Sorted(maps.Keys(texts)) {
		leaveOut(t, r, texts[document], 400)
	}
}

// TestOmissionsInLines does so in prose that is set in lines of one width, where
// what is left out often begins or ends with a line.
func TestOmissionsInLines(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 2026))
	leaveOut(t, r, lines(prose(r, 60_000, 2000), 60), 1500)
}

// lines sets a text in lines of so many bytes at most.
func lines(text string, width int) string {
	var b strings.Builder
	length := 0
	for word := range strings.FieldsSeq(text) {
		if length += len(word) + 1; length > width {
			b.WriteByte('\n')
			length = len(word) + 1
		} else if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}

// leaveOut takes passages of a text, leaves one to three runs of words out of
// each, most of which begin or end with a line, and looks for what is left.
func leaveOut(t *testing.T, r *rand.Rand, text string, times int) {
	t.Helper()
	f, all := Fold(text), wordsInLines(text)
	for range times {
		size := 25 + r.IntN(45)
		at := r.IntN(len(all) - size)
		if slices.ContainsFunc(all[at:at+size], func(w lineWord) bool { return w.joined || w.page != all[at].page || strings.ContainsAny(w.text, "[]") }) {
			continue // from one column into the other, over a page's head, or with what a quote's editor would put in
		}
		left := slices.Clone(all[at : at+size])
		for range 1 + r.IntN(3) {
			from, to := omission(r, left)
			if left = slices.Delete(left, from, to); len(left) < 15 {
				break
			}
		}
		var b strings.Builder
		for _, w := range left {
			b.WriteString(w.text + " ")
		}
		got := f.Locate(Query{Quote: b.String(), Near: -1})
		if passes := []claims.Class{claims.Exact, claims.Typographic, claims.OCR}; slices.Contains(passes, got.Class) && lacks(Fold(b.String()), f, got) {
			t.Errorf("%s: %q\nfor %q", got.Class, b.String(), got.In(text))
		}
	}
}

// lineWord is a word of a text.
type lineWord struct {
	text   string
	begins bool // a line
	joined bool // stands on a line of two columns
	page   int
}

func wordsInLines(text string) []lineWord {
	var all []lineWord
	f, joined, page := Fold(text), false, 0
	for i, w := range words(f, 0, len(f.folded)) {
		begins := f.beginsLine(w.at.Start)
		if begins {
			joined = f.lineLength(w.at.Start) >= joinedLine
		}
		if i > 0 {
			page += strings.Count(text[f.starts[w.at.Start-1]:f.starts[w.at.Start]], "\f")
		}
		all = append(all, lineWord{w.text, begins, joined, page})
	}
	return all
}

// omission returns the run of words to leave out. Of three, one begins with a
// line, one ends with one, and one stands anywhere.
func omission(r *rand.Rand, words []lineWord) (from, to int) {
	n := 1 + r.IntN(8)
	from = 1 + r.IntN(len(words)-n-1)
	where := r.IntN(3)
	for at := from; where < 2 && at+n < len(words) && at > n; at++ {
		switch {
		case words[at].begins && where == 0:
			return at, at + n
		case words[at].begins:
			return at - n, at
		}
	}
	return from, from + n
}

// lacks reports whether a quote lacks a word of its place in the source, which is
// more than signs and of the sentence.
func lacks(quote, text *Folded, place Result) bool {
	steps := compareWords(words(quote, 0, len(quote.folded)), words(text, place.from, place.to))
	return slices.ContainsFunc(steps, func(s step) bool {
		return s.kind == claims.Omitted && !s.stray && strings.ContainsFunc(s.bare, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	})
}
