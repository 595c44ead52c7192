package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// CoversName reports whether a text has a name; see NameIndex.Covers.
func CoversName(text, name string) bool { return IndexNames(text).Covers(name) }

// NameIndex is a text prepared for looking names up in it. It may be used by
// several goroutines at once.
type NameIndex struct {
	folded string         // " word word … "
	tokens func() []token // found when a name is not there in full
}

// IndexNames prepares a text. It costs time and memory in proportion to its
// length.
func IndexNames(text string) *NameIndex {
	return &NameIndex{folded: foldNames(text), tokens: sync.OnceValue(func() []token { return tokens(text) })}
}

// HasWord reports whether the text has a word, which is given in lower case, in
// any case and with accents or without.
func (t *NameIndex) HasWord(word string) bool { return strings.Contains(t.folded, " "+word+" ") }

// Covers reports whether the text has a name, or a variant that means the same:
// other case, accents, punctuation; without "The" or a company's form ("Inc.");
// a family name alone where the text has the full one; an acronym for the words
// that it stands for, and the other way round. A full name is not covered by its
// family name with another first name.
func (t *NameIndex) Covers(name string) bool {
	words := withoutForms(nameWords(name))
	if len(words) == 0 || t.has(words) || t.hasOtherWord(words) {
		return true
	}
	if len(words) == 1 {
		return isAcronym(name) && t.spellsOut(name)
	}
	return t.hasFamilyName(words) && !t.missesCompound(name) || t.hasAcronym(words)
}

// missesCompound reports whether a name ends in a double one, such as
// Moss-Brandt, that the text has with one part spelt otherwise, and never as it
// is or by its last part alone.
func (t *NameIndex) missesCompound(name string) bool {
	fields := strings.Fields(name)
	double := nameWords(fields[len(fields)-1])
	if len(double) < 2 {
		return false
	}
	missed := false
	for _, w := range t.tokens() {
		if !w.capital || !endsInWord(w.text, double[len(double)-1]) {
			continue
		}
		if !nearWords(double, nameWords(w.text)) {
			return false
		}
		missed = true
	}
	return missed
}

func (t *NameIndex) has(words []string) bool {
	return strings.Contains(t.folded, " "+strings.Join(words, " ")+" ")
}

// hasFamilyName reports whether the text has the last word of a name, and
// never with another first name before it. A text that says "Ms. Scott" means
// Dana Scott; one that says "Dona Scott" does not say Dana.
func (t *NameIndex) hasFamilyName(words []string) bool {
	before, seen := t.beforeFamilyName(words)
	return seen && !slices.ContainsFunc(before, func(first []string) bool { return !anyFirstName(first, words) })
}

// HasGivenName reports whether the text has a name in full, or before the last
// word of it one of the others, an initial of it or a short form: "Bill J. Roe"
// for William Roe.
func (t *NameIndex) HasGivenName(name string) bool {
	words := withoutForms(nameWords(name))
	if len(words) < 2 || t.has(words) || t.HasWord(words[0]) && len(words[0]) > 1 {
		return true
	}
	before, _ := t.beforeFamilyName(words)
	return slices.ContainsFunc(before, func(first []string) bool { return anyFirstName(first, words) })
}

// beforeFamilyName returns the first names that stand before the last word of a
// name wherever the text has that with any, and whether it has it at all.
func (t *NameIndex) beforeFamilyName(words []string) (before [][]string, seen bool) {
	family := words[len(words)-1]
	if utf8.RuneCountInString(family) < 3 || !t.HasWord(family) {
		return nil, false
	}
	all := t.tokens()
	for i, w := range all {
		if !w.capital || !endsInWord(w.text, family) {
			continue
		}
		seen = true
		if first := firstNames(all[:i+1]); len(first) > 0 {
			before = append(before, first)
		}
	}
	return before, seen
}

// anyFirstName reports whether one of some folded words is one of a name's but
// the last, an initial of one, or a form of one.
func anyFirstName(first, words []string) bool {
	return slices.ContainsFunc(first, func(f string) bool {
		return slices.ContainsFunc(words[:len(words)-1], func(w string) bool { return sameGivenName(f, w) })
	})
}

// mostFirstNames is how many words before a family name are looked at.
const mostFirstNames = 3

// firstNames returns the words with a capital, folded, that stand directly
// before the last of some words, titles and the like aside.
func firstNames(all []token) []string {
	var before []string
	for i := len(all) - 2; i >= 0 && len(before) < mostFirstNames; i-- {
		w := all[i]
		if all[i+1].opens || !w.capital || isStop(w) || isTitle(w) || isPossessive(w.text) {
			break
		}
		before = append(before, strings.Join(nameWords(w.text), " "))
	}
	return before
}

// endsInWord reports whether a word of a text is, or ends in, a folded one.
func endsInWord(word, folded string) bool {
	if len(word) < len(folded) {
		return false
	}
	parts := nameWords(word)
	return len(parts) > 0 && parts[len(parts)-1] == folded
}

// spellsOut reports whether the text has capitalised words whose first letters
// are the acronym.
func (t *NameIndex) spellsOut(acronym string) bool {
	letters := []rune(strings.ToLower(strings.ReplaceAll(acronym, ".", "")))
	var run []rune
	for _, w := range t.tokens() {
		first, _ := utf8.DecodeRuneInString(w.text)
		switch {
		case w.capital:
			run = append(run, unicode.ToLower(first))
		case w.text == "of" || w.text == "and" || w.text == "for" || w.text == "the":
		default:
			run = nil
		}
		if len(run) >= len(letters) && slices.Equal(run[len(run)-len(letters):], letters) {
			return true
		}
	}
	return false
}

// hasAcronym reports whether the text has the first letters of a name of three
// or more words, as an acronym.
func (t *NameIndex) hasAcronym(words []string) bool {
	var letters strings.Builder
	for _, w := range words {
		if slices.Contains([]string{"of", "and", "for", "the"}, w) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(w)
		letters.WriteRune(unicode.ToUpper(first))
	}
	acronym := letters.String()
	return utf8.RuneCountInString(acronym) >= 3 && slices.ContainsFunc(t.tokens(), func(w token) bool { return bare(w.text) == acronym })
}

// NearName reports whether one name is a near miss of the other: as many
// words, all alike but one, and that one of five letters or more and off by
// one edit, or two in a word of eight; swapped neighbours are one edit (R.
// Damerau, 1964). A word that only goes on, as a plural does, is another word.
func NearName(a, b string) bool {
	return nearWords(withoutForms(nameWords(a)), withoutForms(nameWords(b)))
}

func nearWords(x, y []string) bool {
	if len(x) != len(y) {
		return false
	}
	off := -1
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if off >= 0 {
			return false
		}
		off = i
	}
	return off >= 0 && nearWord([]rune(x[off]), []rune(y[off]))
}

// NearFirstName reports whether two names are of two words or more, all alike but
// the first, and that one edit off: "Dona" for "Dana", "Jon" for "John". Initials
// and short forms of one another are no misses.
func NearFirstName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) < 2 || len(x) != len(y) || !slices.Equal(x[1:], y[1:]) || sameGivenName(x[0], y[0]) {
		return false
	}
	const shortest = 3
	first, second := []rune(x[0]), []rune(y[0])
	return min(len(first), len(second)) >= shortest && (IsGivenName(x[0]) || IsGivenName(y[0])) && first[0] == second[0] && spellingDistance(first, second) == 1
}

func nearWord(a, b []rune) bool {
	shorter := min(len(a), len(b))
	if shorter < 5 || slices.Equal(a[:shorter], b[:shorter]) {
		return false
	}
	limit := 1
	if shorter >= 8 {
		limit = 2
	}
	return spellingDistance(a, b) <= limit
}

// spellingDistance is the edit distance in which swapped neighbours count one.
func spellingDistance(a, b []rune) int {
	width := len(b) + 1
	var room [3 * 32]int // for words up to 31 letters
	rows := room[:]
	if 3*width > len(rows) {
		rows = make([]int, 3*width)
	}
	before, last, row := rows[:width], rows[width:2*width], rows[2*width:3*width]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := last[j-1]
			if a[i-1] != b[j-1] {
				cost++
			}
			row[j] = min(cost, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// forms are words of a company's name that copy leaves out, and the article.
var forms = []string{"the", "inc", "incorporated", "corp", "corporation", "ltd", "limited", "llc", "llp", "plc", "co", "company", "gmbh", "ag", "sa"}

// withoutForms drops those words where something is left.
func withoutForms(words []string) []string {
	if !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(forms, w) }) {
		return words
	}
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(forms, w) })
	if len(kept) == 0 {
		return words
	}
	return kept
}
