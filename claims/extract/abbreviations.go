package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// abbreviationRule says when the full stop of an abbreviation ends a sentence.
type abbreviationRule int

const (
	never      abbreviationRule = iota + 1 // Mr. Smith
	notNumbers                             // No. 4, Jan. 3: not before a figure
	starters                               // Inc., U.S.: only before a word that opens sentences
)

// abbreviationTable holds the abbreviations whose full stop need not end a
// sentence. Initials and abbreviations of single letters (J. D., U.S., p.m.)
// are recognised by their form and follow the rule of starters.
var abbreviationTable = []struct {
	rule  abbreviationRule
	words string
}{
	{never, `mr mrs ms mx messrs dr prof sen sens rep reps gov govs gen lt col sgt cpl maj capt cmdr adm
		rev hon pres fr del mme mlle supt det insp v vs cf eg ie viz e.g i.e ft mt`},
	{notNumbers, `no nos art arts sec fig figs p pp vol vols ch par para paras cl ed eds
		jan feb mar apr jun jul aug sept sep oct nov dec
		dkt ex exh app cir stat`},
	{starters, `inc corp co cos ltd llc llp bros plc assn intl dept univ est
		jr sr esq al etc approx st ave blvd rd ste
		ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla
		ore pa penn tenn tex va vt wash wis wyo
		mon tue tues wed thu thur thurs fri sat sun supp civ crim ct dist`},
}

// openingWords are words that, with a capital after an abbreviation, open a
// sentence rather than go on with a name.
const openingWords = `the a an this that these those it he she they we i you his her its their our my
	but and or so yet in on at by for from to after before when while as if since although though because
	there here what who why how where which some many most all both several few no not now then
	however meanwhile still also even instead according asked despite during under with among between
	one two another each every only once until unless last earlier later`

var abbreviations = sync.OnceValue(func() map[string]abbreviationRule {
	rules := map[string]abbreviationRule{}
	for _, row := range abbreviationTable {
		for _, w := range strings.Fields(row.words) {
			rules[w] = row.rule
		}
	}
	return rules
})

var opening = sync.OnceValue(func() map[string]bool { return set(openingWords) })

// abbreviates reports whether the full stop that ends bare belongs to an
// abbreviation and ends no sentence before rest.
func abbreviates(bare, rest string) bool {
	w := strings.TrimSuffix(bare, ".")
	if strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s") {
		return false // "at Marsh's. He"
	}
	w = lastWord(w)
	rule, known := abbreviations()[strings.ToLower(w)]
	if known && rule != never && isPlainWord(w) && !startsNumber(rest) || w == "P" {
		known = false // "He said no. The", "Gonzalo P. Marsh"
	}
	if !known {
		if !isInitials(w) || w == "I" && strings.TrimSpace(bare) != "I." {
			return false // "A, G and I. They"
		}
		rule = starters
	}
	switch rule {
	case never:
		return true
	case notNumbers:
		return startsNumber(rest) || !startsSentence(rest) && len(w) > 2
	}
	return !startsSentence(rest)
}

func startsNumber(rest string) bool {
	first, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsDigit(first)
}

// lastWord returns what stands in s after its last white space, dash, bracket
// or quotation mark.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, isBeforeWord)
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

// isPlainWord reports whether w, as it is written, is a word as much as an
// abbreviation: without its capital, "ill" is no state and "no" no number.
func isPlainWord(w string) bool {
	return plainWords()[w]
}

var plainWords = sync.OnceValue(func() map[string]bool {
	return set("no art app mar ill ore mass miss wash la sun sat wed fig par ed dec ga pa del ind mo mon")
})

func isBeforeWord(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{“‘”’\"'—–/->", r)
}

// isInitials reports whether w, which stands before a full stop, is one letter
// or letters with full stops between: J, U.S, S.&P, p.m, Ph.D.
func isInitials(w string) bool {
	if w == "" {
		return false
	}
	for part := range strings.SplitSeq(strings.ReplaceAll(w, "&", ""), ".") {
		n := 0
		for _, r := range part {
			if !unicode.IsLetter(r) {
				return false
			}
			n++
		}
		if n == 0 || n > 2 || n == 2 && part != "Ph" {
			return false
		}
	}
	return true
}

// startsSentence reports whether rest begins with a word that opens a sentence
// rather than one that goes on with a name, or with a quotation.
func startsSentence(rest string) bool {
	if r, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("“\"‘«'", r) {
		return !isNickname(rest)
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(rest)
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) && opening()[strings.ToLower(rest[:end])]
}

// isNickname reports whether rest begins with one word in quotation marks before
// a name: “Bobby” Marsh.
func isNickname(rest string) bool {
	rest = strings.TrimLeft(rest, "“\"‘«'")
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 {
		return false
	}
	name := strings.TrimLeft(rest[end:], "”\"’»'")
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(name, " "))
	return len(name) < len(rest[end:]) && strings.HasPrefix(name, " ") && unicode.IsUpper(first)
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
