package verify

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"stet/claims"
)

// sentence is one sentence of a source, roughly: an abbreviation may end it too
// early, which only narrows what is compared with it.
type sentence struct {
	claims.Span
	words []string // its content words, sorted, each once
}

// sentences splits a text into its sentences, with their words.
func sentences(text string) []sentence {
	spans := sentenceSpans(text)
	all := make([]sentence, len(spans))
	for i, s := range spans {
		all[i] = sentence{s, contentWords(s.In(text))}
	}
	return all
}

// sentenceSpans splits a text, roughly, at the marks that end sentences and at
// empty lines.
func sentenceSpans(text string) []claims.Span {
	var all []claims.Span
	start := 0
	cut := func(end int) {
		if strings.TrimSpace(text[start:end]) != "" {
			all = append(all, claims.Span{Start: start, End: end})
		}
		start = end
	}
	for i := 0; i < len(text); i++ {
		if end := sentenceEnd(text, i); end > 0 {
			cut(end)
			i = end - 1
		}
	}
	cut(len(text))
	return all
}

// sentenceEnd returns where the sentence ends whose last mark stands at an
// offset, 0 where none ends there.
func sentenceEnd(text string, at int) int {
	switch text[at] {
	case '\n':
		if at+1 < len(text) && text[at+1] == '\n' {
			return at + 1
		}
		return 0
	case '.', '!', '?':
	default:
		return 0
	}
	end := at + 1
	for end < len(text) && strings.ContainsRune("\"”’')]", rune(text[end])) || strings.HasPrefix(text[end:], "”") || strings.HasPrefix(text[end:], "’") {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	rest := strings.TrimLeft(text[end:], " \t\n\u00a0")
	first, _ := utf8.DecodeRuneInString(rest)
	if end < len(text) && len(rest) == len(text)-end || unicode.IsLower(first) {
		return 0
	}
	// "U.S. Attorney", "J. Doe", "Mr. Doe"
	word := text[strings.LastIndexAny(text[:at], " \n\u00a0.(“\"")+1 : at]
	if text[at] == '.' && rest != "" && (utf8.RuneCountInString(word) <= 1 || strings.Contains(abbreviations, " "+word+" ") ||
		'0' <= first && first <= '9' && strings.Contains(beforeFigures, " "+word+" ")) {
		return 0
	}
	return end
}

// abbreviations end in a period that ends no sentence, and beforeFigures those
// that end none before a figure.
const (
	abbreviations = " Mr Mrs Ms Dr Prof Gen Sen Rep Gov St No Inc Corp Co Ltd Jr Sr vs Lt Col Maj Capt Sgt Cmdr Adm Rev Hon Msgr Atty Supt "
	beforeFigures = " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No Nos p pp Art Sec Fig Vol Ch approx ca "
)

// commonWords carry no content of their own.
const commonWords = ` she him you himself herself itself themselves the and for that this with from have has had was were are been being not but its it's his her their our your they them
	who whom whose which what when where why how than then there here into onto upon over under about after before between
	through during until while because since also more most much many some such only other another each every both all any
	will would can could should may might must shall does did done said says say one two new first last year years
	according including among against without within still just very even however though although `

// stemmer finds the stems of words, each once for as long as it knows no more
// than mostStems. It may be used by several goroutines at once.
type stemmer struct {
	known sync.Map
	count atomic.Int32
}

// mostStems is a few times the words of a library of sources; more are those of
// a program that runs for days.
const mostStems = 1 << 17

// stems is shared by all: copy and sources have most of their words in common.
var stems stemmer

// contentWords returns the words of a text that carry content, as stems, sorted
// and each once. Figures are no words.
func contentWords(text string) []string { return stems.contentWords(text) }

func (t *stemmer) contentWords(text string) []string {
	var all []string
	for _, w := range strings.FieldsFunc(text, isOutsideWord) {
		if s, ok := t.content(w); ok {
			all = append(all, s)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func isOutsideWord(r rune) bool {
	if r < utf8.RuneSelf {
		return (r|0x20 < 'a' || r|0x20 > 'z') && r != '\''
	}
	return !unicode.IsLetter(r) && r != '’'
}

// content returns the stem of a word that carries content.
func (t *stemmer) content(word string) (stem string, ok bool) {
	if known, ok := t.known.Load(word); ok {
		return known.(string), known != ""
	}
	w := bareWord(word)
	if utf8.RuneCountInString(w) >= 3 && !strings.Contains(commonWords, " "+w+" ") {
		stem = english.Stem(present(w), false)
	}
	if t.count.Add(1) > mostStems {
		t.known.Clear()
		t.count.Store(0)
	}
	t.known.Store(strings.Clone(word), stem) // the word would keep its whole text
	return stem, stem != ""
}

// bareWord returns a word in lower case, without apostrophes and possessives.
func bareWord(word string) string {
	w := strings.ToLower(strings.Trim(word, "'’"))
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
}

// shared returns how many of some sorted words others have.
func shared(words, others []string) int {
	n := 0
	for i, j := 0, 0; i < len(words) && j < len(others); {
		switch strings.Compare(words[i], others[j]) {
		case 0:
			n, i, j = n+1, i+1, j+1
		case -1:
			i++
		default:
			j++
		}
	}
	return n
}
