package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// word is a word of a sentence or one of its punctuation marks.
type word struct {
	claims.Span
	text    string // as written
	lower   string
	class   class // of the word, whatever its meaning here
	verb    *form // where the lexicon of cues has it as a verb
	quoted  bool  // stands in quotation marks; the marks themselves do too
	capital bool  // begins with a capital
}

func (w *word) is(c class) bool { return w.class&c != 0 }

// isMark reports whether the word is punctuation.
func (w *word) isMark() bool { return w.is(mark) }

// words returns the words within span. A possessive 's is a word of its own,
// and so is each punctuation mark but hyphens, apostrophes and full stops
// inside words and after abbreviations.
func words(body string, span claims.Span, quotes []claims.Span) []word {
	found := make([]word, 0, (span.End-span.Start)/5+1)
	quotes = quotes[firstAfter(quotes, span.Start):]
	for at := span.Start; at < span.End; {
		r, size := utf8.DecodeRuneInString(body[at:])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		if r == '\'' || r == '`' {
			_, size = quoteAt(body[at:span.End])
		}
		end := at + size
		if isPossessive(body[at:span.End], at > span.Start && !unicode.IsSpace(rune(body[at-1]))) {
			end++
		}
		if isWord(r) || r == '$' || r == '€' || r == '£' {
			end = wordEnd(body, at, span.End)
		}
		for len(quotes) > 0 && quotes[0].End <= at {
			quotes = quotes[1:]
		}
		w := newWord(body, claims.Span{Start: at, End: end})
		w.quoted = len(quotes) > 0 && quotes[0].Contains(at)
		if w.capital && len(found) > 0 && strings.HasSuffix(w.lower, "ly") && (!found[len(found)-1].capital || found[len(found)-1].is(given|title)) {
			w.class &^= adverb // a name, such as Kelly
		}
		found = append(found, w)
		at = end
	}
	return found
}

// firstAfter returns the index of the first of the spans, which are ascending,
// that ends after offset.
func firstAfter(spans []claims.Span, offset int) int {
	i, _ := slices.BinarySearchFunc(spans, offset+1, func(s claims.Span, at int) int { return cmp.Compare(s.End, at) })
	return i
}

// isPossessive reports whether s begins with an 's that ends a word.
func isPossessive(s string, inWord bool) bool {
	rest, ok := strings.CutPrefix(strings.Replace(s[:min(len(s), 8)], "’", "'", 1), "'s")
	next, _ := utf8.DecodeRuneInString(rest)
	return inWord && ok && !isWord(next)
}

func newWord(body string, s claims.Span) word {
	w := word{Span: s, text: s.In(body)}
	first, _ := utf8.DecodeRuneInString(w.text)
	w.capital = unicode.IsUpper(first)
	w.lower = strings.ToLower(w.text)
	if !isWord(first) && first != '$' && first != '€' && first != '£' && first != '’' && first != '\'' {
		w.class = mark
		return w
	}
	if !isWord(first) && len(strings.TrimLeft(w.text, "'’$€£")) == 0 {
		w.class = mark
		return w
	}
	w.class = classOf(w.lower, first)
	w.verb = verbForms()[w.lower]
	return w
}

// wordEnd returns where the word that begins at start ends, before limit.
func wordEnd(body string, start, limit int) int {
	at := start
	for at < limit {
		r, size := utf8.DecodeRuneInString(body[at:])
		if !isWord(r) && (at > start || r != '$' && r != '€' && r != '£') && !joins(body, start, at, limit, r) {
			break
		}
		at += size
	}
	return at
}

// joins reports whether the mark r at offset at goes on with the word that
// began at start.
func joins(body string, start, at, limit int, r rune) bool {
	next, size := rune(0), 0
	if rest := at + utf8.RuneLen(r); rest < limit {
		next, size = utf8.DecodeRuneInString(body[rest:])
	}
	switch r {
	case '-', '‑', '/', '&':
		return isWord(next)
	case '.', ',':
		return unicode.IsDigit(next) || r == '.' && (isWord(next) || endsAbbreviation(body[start:at], next))
	case '\'', '’':
		if next == 's' || next == 'S' { // a possessive is a word of its own
			after, _ := utf8.DecodeRuneInString(body[min(at+utf8.RuneLen(r)+size, limit):limit])
			return isWord(after) || isContracted(body[start:at])
		}
		return isWord(next)
	}
	return false
}

// isContracted reports whether an 's after the word is short for "is" or "has"
// rather than a possessive.
func isContracted(w string) bool {
	return len(w) < 6 && slices.Contains([]string{"he", "she", "it", "that", "who", "there", "what", "here"}, strings.ToLower(w))
}

// endsAbbreviation reports whether the full stop after w belongs to w: after
// titles and initials.
func endsAbbreviation(w string, next rune) bool {
	return unicode.IsSpace(next) && (isInitials(w) || abbreviations()[strings.ToLower(w)] == never)
}

// lowerIs reports whether the words from i on are those given, in lower case.
func lowerIs(ws []word, i int, want ...string) bool {
	if i < 0 || i+len(want) > len(ws) {
		return false
	}
	for k, w := range want {
		if ws[i+k].lower != w {
			return false
		}
	}
	return true
}
