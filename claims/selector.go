package claims

import (
	"unicode/utf8"
)

// ContextLength is how many characters before and after a passage a Selector
// keeps, as the W3C's examples and most annotation tools do.
const ContextLength = 32

// Selector tells in several ways which passage of a text is meant, so that it
// is found again by one of them where the text is another by then: by its
// words, by the words around them, and by its position. It has the fields of
// TextQuoteSelector and TextPositionSelector in the Web Annotation Data Model
// (W3C Recommendation of 23 February 2017, sections 4.2.4 and 4.2.5).
type Selector struct {
	Exact  string `json:"exact"`  // the passage
	Prefix string `json:"prefix"` // up to ContextLength characters before it
	Suffix string `json:"suffix"` // up to as many after it
	// Start and End count characters, which are Unicode code points, from the
	// beginning of the text; spans elsewhere in stet count bytes.
	Start int `json:"start"`
	End   int `json:"end"`
}

// Cloned returns the selector with words of its own: one that is kept would keep
// the whole text that its words are part of.
func (s Selector) Cloned() Selector {
	all := s.Prefix + s.Exact + s.Suffix
	start, end := len(s.Prefix), len(s.Prefix)+len(s.Exact)
	s.Prefix, s.Exact, s.Suffix = all[:start], all[start:end], all[end:]
	return s
}

// Select returns the selector of a passage of the text. The span must lie in
// the text, on the boundaries of its characters. It counts the characters before
// the passage; for many passages of one text take a Ruler.
func Select(text string, s Span) Selector {
	return selectAt(text, s, utf8.RuneCountInString(text[:s.Start]))
}

// selectAt returns the selector of a passage that so many characters stand
// before.
func selectAt(text string, s Span, start int) Selector {
	exact := s.In(text)
	return Selector{
		Exact: exact, Prefix: text[before(text, s.Start):s.Start], Suffix: text[s.End:after(text, s.End)],
		Start: start, End: start + utf8.RuneCountInString(exact),
	}
}

// before returns where the context in front of an offset begins.
func before(text string, at int) int {
	for range ContextLength {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return at
}

// after returns where the context behind an offset ends.
func after(text string, at int) int {
	for range ContextLength {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// SpanOf returns the bytes of text from one character up to another, both
// counted from 0. Characters beyond the end count as the end.
func SpanOf(text string, start, end int) Span {
	s := Span{Start: len(text), End: len(text)}
	n := 0
	for at := range text {
		if n == start {
			s.Start = at
		}
		if n == end {
			s.End = at
			break
		}
		n++
	}
	return Span{Start: min(s.Start, s.End), End: s.End}
}

// Selectors returns a selector for each span of the claim in the text of the
// draft that carries it, by the ruler of that. A claim that was cut has one,
// without its position; a claim added by hand has none.
func (c Claim) Selectors(draft *Ruler) []Selector {
	if c.Cut || len(c.Spans) == 0 {
		if c.Prefix == "" && c.Suffix == "" {
			return []Selector{}
		}
		return []Selector{{Exact: c.Text, Prefix: c.Prefix, Suffix: c.Suffix}}
	}
	selectors := make([]Selector, len(c.Spans))
	for i, s := range c.Spans {
		selectors[i] = draft.Select(s)
	}
	return selectors
}

// Anchor sets what finds the claim again in another draft, from the text of
// the one that carries it.
func (c *Claim) Anchor(draft string) {
	if n := len(c.Spans); n > 0 {
		start, end := c.Spans[0].Start, c.Spans[n-1].End
		c.Prefix, c.Suffix = draft[before(draft, start):start], draft[end:after(draft, end)]
	}
}
