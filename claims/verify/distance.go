package verify

import (
	"stet/claims"
)

// distance is how far from the words relied on something stands in a source.
type distance int

// The distances.
const (
	inQuote   distance = iota // in the words that the citation quotes
	besideIt                  // near them
	onThePage                 // in the passage or on the page that it names, or where it names nothing at all
	elsewhere                 // in the document
)

// beside is how far around the words relied on is near them, in bytes: a
// paragraph, say.
const beside = 600

// distance returns how far from the words relied on a stretch of the source
// stands. A citation that neither quotes nor names a place relies on all of it.
func (e *evidence) distance(s claims.Span) distance {
	quoted := e.quoted()
	switch {
	case quoted == nil && !e.passage.found:
		return onThePage
	case quoted != nil && quoted.Start <= s.Start && s.End <= quoted.End:
		return inQuote
	case quoted != nil && quoted.Start-beside <= s.Start && s.End <= quoted.End+beside:
		return besideIt
	case e.passage.found && e.passage.contains(s.Start):
		return onThePage
	case !e.passage.found && e.onPageOf(quoted, s):
		return onThePage
	}
	return elsewhere
}

// howFar says how far from the words relied on a stretch stands, "" where it
// stands in them, or nothing says which they are.
func (e *evidence) howFar(s claims.Span) string {
	if e.quoted() == nil && !e.passage.found {
		return ""
	}
	switch e.distance(s) {
	case besideIt:
		return ", near the words relied on,"
	case onThePage:
		if e.quoted() == nil {
			return ""
		}
		return ", on the page of the words relied on but not near them,"
	case elsewhere:
		return ", far from the words relied on,"
	}
	return ""
}

// onPageOf reports whether a stretch stands on the page on which the words
// relied on begin.
func (e *evidence) onPageOf(quoted *claims.Span, s claims.Span) bool {
	page, ok := e.reading.text.PageAt(quoted.Start)
	return ok && page.Start <= s.Start && s.Start < page.End
}

// quoted returns where the words that the citation relies on stand in the
// source, or nil.
func (e *evidence) quoted() *claims.Span {
	if e.match == nil || !stands(e.match.Class) {
		return nil
	}
	return &e.match.Span
}

// around returns the sentence that holds the words relied on; nil where none
// were found, and where they are of several sentences.
func (e *evidence) around() *claims.Span {
	words := e.quoted()
	if words == nil {
		return nil
	}
	for _, s := range e.reading.sentences() {
		if s.Start <= words.Start && words.End <= s.End {
			return &s.Span
		}
	}
	return nil
}

// alike returns the sentence of the source that says what the claim says: it
// has most of its words, and no other has as many. Nil where there is none.
func (e *evidence) alike(q *inquiry) *claims.Span {
	words := contentWords(q.claim.Text)
	const (
		least = 4   // words: fewer are shared by chance
		share = 0.7 // of the claim's
	)
	best, count, tied := -1, 0, false
	all := e.reading.sentences()
	for i, s := range all {
		switch n := shared(words, s.words); {
		case n > count:
			best, count, tied = i, n, false
		case n == count:
			tied = true
		}
	}
	if best < 0 || tied || count < least || float64(count) < share*float64(len(words)) {
		return nil
	}
	return &all[best].Span
}
