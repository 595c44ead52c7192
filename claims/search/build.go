package search

import (
	"maps"
	"slices"

	"stet/claims"
)

// builder makes a segment, in memory.
type builder struct {
	stems   stemmer
	terms   map[string]*places
	numbers []int64
	lengths []byte
	words   int64
	// title is the last title met, and titled its terms: most claims have that
	// of the claim before.
	title  string
	titled []string
}

func newBuilder(stems stemmer) *builder { return &builder{stems: stems, terms: map[string]*places{}} }

// add adds a document.
func (b *builder) add(d claims.IndexedText) {
	place, n := len(b.numbers), 0
	for _, w := range Words(d.Text) {
		b.list(b.stems.term(w.Form)).add(place, 1)
		n++
	}
	if d.Title != b.title {
		b.title, b.titled = d.Title, b.titled[:0]
		for _, w := range Words(d.Title) {
			b.titled = append(b.titled, inTitle+b.stems.term(w.Form))
		}
	}
	for _, t := range b.titled {
		b.list(t).add(place, 1)
	}
	n += len(b.titled)
	b.numbers = append(b.numbers, d.Number)
	b.lengths = append(b.lengths, codeLength(n))
	b.words += int64(n)
}

func (b *builder) list(term string) *places {
	l := b.terms[term]
	if l == nil {
		l = &places{}
		b.terms[term] = l
	}
	return l
}

// absorb adds the documents of a segment that this one takes the place of. It
// returns false where that is damaged.
func (b *builder) absorb(s claims.Segment, numbers []int64, postings []claims.Posting) bool {
	first := len(b.numbers)
	for _, p := range postings {
		l := b.list(p.Term)
		if !eachPlace(p.Places, s.Documents, func(place, count int) { l.add(first+place, count) }) {
			return false
		}
	}
	b.numbers = append(b.numbers, numbers...)
	b.lengths = append(b.lengths, s.Lengths...)
	b.words += s.Words
	return len(numbers) == s.Documents && len(s.Lengths) == s.Documents
}

// segment returns what was built, with its postings in the order of their
// terms.
func (b *builder) segment() (claims.Segment, []claims.Posting) {
	terms := slices.Sorted(maps.Keys(b.terms))
	postings := make([]claims.Posting, len(terms))
	for i, t := range terms {
		l := b.terms[t]
		l.flush()
		postings[i] = claims.Posting{Term: t, Documents: l.documents, Places: l.coded}
	}
	return claims.Segment{Documents: len(b.numbers), Words: b.words, Lengths: b.lengths}, postings
}
