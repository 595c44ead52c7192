package search

import (
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
)

// Version numbers the way in which texts are split into words and words into
// terms. An index of another version is made anew.
const Version = 1

// inTitle stands before a term that is in the title of a claim's article. No
// word begins with it.
const inTitle = "^"

const (
	longestTerm = 64      // in bytes; of a longer word the beginning counts
	mostStems   = 1 << 17 // how many stems are remembered at a time
)

// stemmer finds the terms of words, and remembers them: stemming a word takes
// longer than finding it.
type stemmer map[string]string

// term returns what a word is indexed by: its stem (Porter2), so that "settled"
// finds "settles".
func (s stemmer) term(form string) string {
	if t, ok := s[form]; ok {
		return t
	}
	t := form
	if len(t) > longestTerm {
		t = t[:longestTerm]
		for !utf8.ValidString(t) {
			t = t[:len(t)-1]
		}
	}
	t = english.Stem(t, true)
	if len(s) >= mostStems {
		clear(s)
	}
	s[form] = t
	return t
}
