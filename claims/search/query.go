package search

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// Query is what somebody searches for: each of its wants must be met.
type Query struct {
	wants []want
}

// want is a word, or a phrase: words in a row.
type want struct {
	forms  []string
	exact  bool // the very words, rather than any with their stems
	prefix bool // the last one is the beginning of a word
}

// queryHint says how a query is written.
const queryHint = `write words, "a phrase" in quotation marks, or the beginning of a word and a star: imperv*`

// ParseQuery reads a query: words, all of which must occur; phrases in
// quotation marks of any kind, whose words must follow one another as they are
// written, but for capitals, accents and punctuation; and a word's beginning
// with a star behind it. A word stands for all with its stem. What is written
// together, such as "24/7" or "follow-up", is a phrase. The error is a
// claims.InputError that says what to write.
func ParseQuery(s string) (Query, error) {
	var q Query
	words := 0
	for rest := skipSpace(s); rest != ""; rest = skipSpace(rest) {
		text, after, quoted, ok := cutWant(rest)
		if !ok {
			return Query{}, invalidQuery("a quotation mark is not closed: %s", rest)
		}
		w, err := parseWant(text, quoted)
		if err != nil {
			return Query{}, err
		}
		if len(w.forms) > 0 {
			q.wants = append(q.wants, w)
		}
		words += len(w.forms)
		rest = after
	}
	if len(q.wants) == 0 {
		return Query{}, invalidQuery("there is no word in %q", s)
	}
	if words > MostWords {
		return Query{}, claims.Invalidf("that is %d words, and %d can be searched for", words, MostWords)
	}
	return q, nil
}

func invalidQuery(format string, args ...any) error {
	return &claims.InputError{Err: fmt.Errorf(format, args...), Hint: queryHint}
}

func skipSpace(s string) string { return strings.TrimLeftFunc(s, unicode.IsSpace) }

// cutWant cuts off what is in quotation marks, or else what is written
// together. It returns false where a quotation mark is not closed.
func cutWant(s string) (text, after string, quoted, ok bool) {
	if !isQuotationMark(s) {
		end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || isQuotation(r) })
		if end < 0 {
			end = len(s)
		}
		return s[:end], s[end:], false, true
	}
	_, size := utf8.DecodeRuneInString(s)
	text = s[size:]
	end := strings.IndexFunc(text, isQuotation)
	if end < 0 {
		return "", "", true, false
	}
	_, size = utf8.DecodeRuneInString(text[end:])
	return text[:end], text[end+size:], true, true
}

func isQuotationMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isQuotation(r)
}

// isQuotation tells quotation marks from what may be an apostrophe.
func isQuotation(r rune) bool { return claims.FoldRune(r) == `"` && r != '″' }

// parseWant reads what stands in quotation marks, or is written together.
func parseWant(text string, quoted bool) (want, error) {
	bare, prefix := strings.CutSuffix(text, "*")
	w := want{prefix: prefix}
	if strings.Contains(bare, "*") {
		return w, invalidQuery("a star stands only behind the beginning of a word, not as in %q", text)
	}
	words := Words(bare)
	for _, word := range words {
		w.forms = append(w.forms, word.Form)
	}
	if prefix && (len(words) == 0 || words[len(words)-1].End != len(bare)) {
		return w, invalidQuery("there is no beginning of a word before the star of %q", text)
	}
	w.exact = quoted || len(w.forms) > 1
	return w, nil
}

// HasQuotation reports whether there is a quotation mark in s, as ParseQuery
// knows them.
func HasQuotation(s string) bool { return strings.ContainsFunc(s, isQuotation) }
