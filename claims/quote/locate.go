package quote

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"stet/claims"
)

// Query says what to look for, and which of several places is meant.
type Query struct {
	Quote string
	// Prefix and Suffix are words around the quote. They need not stand there
	// exactly; the place where they fit best is taken.
	Prefix, Suffix string
	Near           int           // a byte offset near which the quote stands; -1 where nothing is known
	Within         []claims.Span // look only here, such as on a page; everywhere where empty
}

// Occurrence is one place where a quote stands.
type Occurrence struct {
	claims.Span // bytes of the text; exactly the words, on rune boundaries
	Class       claims.Class
	Distance    int           // edits between the folded quote and the folded words, in bytes; 0 unless Altered or OCR
	Difference  []claims.Edit // word by word, of Altered and OCR
	from, to    int           // the same place in the folded text
}

// Result is the best place, of class Absent and with a zero span where there is
// none, and the further places of the same class in the order of the text.
type Result struct {
	Occurrence
	Others []Occurrence
}

// mostOthers bounds how many further places are reported: a word of two
// letters may stand in a book ten thousand times.
const mostOthers = 100

// Locate finds where a quote stands. It looks for all of it first, brackets and
// all; then, where the quote leaves words out by an ellipsis or puts some in by
// brackets, for its parts in order; then for words that are nearly the same;
// then for its lines with those of another column between. A quote of fewer
// than three words or eight characters must stand as it is.
func (f *Folded) Locate(q Query) Result { return f.LocateAll([]Query{q})[0] }

// LocateAll finds where each of several quotes stands, as Locate does, in fewer
// passes over the text.
func (f *Folded) LocateAll(queries []Query) []Result {
	searches := make([]*search, len(queries))
	for i, q := range queries {
		searches[i] = newSearch(q)
	}
	f.verbatim(searches)
	open := unfound(searches)
	// Few edits first: the pieces that must stand as they are are longer then,
	// and rarer.
	f.look(open, mostAltered*2/3)
	for _, s := range open {
		f.inParts(s)
		f.nearly(s)
	}
	open = unfound(open)
	f.look(open, mostAltered)
	for _, s := range open {
		f.nearly(s)
		if len(s.found) == 0 {
			s.found = f.pieces(s.quote, 0, len(f.folded), s.query)
		}
	}
	f.inRuns(unfound(open))
	for _, s := range searches {
		f.mend(s)
	}
	results := make([]Result, len(queries))
	for i, s := range searches {
		results[i] = f.choose(s.found, s.query)
	}
	return results
}

// mend looks about places where a quote does not stand word for word for one
// where it does, but for what a reader has put between or made of its brackets.
func (f *Folded) mend(s *search) {
	for i, o := range s.found {
		if o.Class != claims.Altered && o.Class != claims.Elided {
			continue
		}
		if class := f.bracketed(s.quote, o); class != claims.Altered {
			s.found[i].Class = class
			continue
		}
		for _, p := range f.pieces(s.quote, max(0, o.from-mostBetween), o.to, s.query) {
			if p.Class == claims.Typographic {
				s.found[i] = p
			}
		}
	}
}

// bracketed returns the class of an elided place whose brackets are the
// source's own, and Altered where they are an editor's.
func (f *Folded) bracketed(quote *Folded, o Occurrence) claims.Class {
	if o.Class != claims.Elided || o.to-o.from > 2*len(quote.folded) {
		return claims.Altered
	}
	return grade(compareWords(words(quote, 0, len(quote.folded)), words(f, o.from, o.to)))
}

// inParts finds the places where a quote stands word for word as an editor may
// cut it.
func (f *Folded) inParts(s *search) {
	switch parts := partsOf(s.query.Quote); {
	case len(parts) == 1 && !bytes.Equal(parts[0].folded, s.quote.folded):
		s.found = f.whole(parts[0], f.windows(nil), s.query)
	case len(parts) > 1:
		s.found = f.elided(parts, s.query)
	}
}

// whole finds every place in some ranges of the folded text where a quote
// stands as whole words.
func (f *Folded) whole(quote *Folded, windows []claims.Span, q Query) []Occurrence {
	if len(quote.folded) == 0 {
		return nil
	}
	var found []Occurrence
	for _, w := range windows {
		for _, from := range f.places(quote.folded, w.Start, w.End) {
			o := Occurrence{Span: f.span(from, from+len(quote.folded)), Class: claims.Typographic, from: from, to: from + len(quote.folded)}
			if !within(o.Span, q.Within) {
				continue
			}
			if sameSpaced(o.In(f.text), quote.words()) {
				o.Class = claims.Exact
			}
			found = append(found, o)
		}
	}
	return found
}

// places returns where needle stands as whole words in folded[from:to].
func (f *Folded) places(needle []byte, from, to int) []int {
	var all []int
	for from < to {
		i := bytes.Index(f.folded[from:to], needle)
		if i < 0 {
			return all
		}
		if from += i; f.isWhole(from, from+len(needle)) {
			all = append(all, from)
		}
		from++
	}
	return all
}

// words returns the text without what folding left out at its ends.
func (f *Folded) words() string {
	return f.span(0, len(f.folded)).In(f.text)
}

// sameSpaced reports whether two texts are the same but for how much white space
// parts their words.
func sameSpaced(a, b string) bool {
	return a == b || slices.Equal(strings.Fields(a), strings.Fields(b))
}

func within(s claims.Span, spans []claims.Span) bool {
	return len(spans) == 0 || slices.ContainsFunc(spans, func(w claims.Span) bool {
		return w.Start <= s.Start && s.End <= w.End
	})
}

// choose takes the best place: by class, then by how well the context fits,
// then by nearness, then the first.
func (f *Folded) choose(found []Occurrence, q Query) Result {
	if len(found) == 0 {
		return Result{Occurrence: Occurrence{Class: claims.Absent}}
	}
	fit := f.contextFit(q)
	best := slices.MinFunc(found, func(a, b Occurrence) int {
		return cmp.Or(
			slices.Index(claims.Classes, a.Class)-slices.Index(claims.Classes, b.Class),
			cmp.Compare(fit(b), fit(a)),
			apart(a, q.Near)-apart(b, q.Near),
			a.Start-b.Start,
		)
	})
	r := Result{Occurrence: best}
	for _, o := range found {
		if o.Span != best.Span && len(r.Others) < mostOthers {
			r.Others = append(r.Others, o)
		}
	}
	return r
}

func apart(o Occurrence, near int) int {
	if near < 0 {
		return 0
	}
	return max(o.Start-near, near-o.Start)
}
