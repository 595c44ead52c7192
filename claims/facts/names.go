package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// token is a word of a text that may be part of a name.
type token struct {
	claims.Span
	text    string
	capital bool // begins with a capital letter
	opens   bool // begins a sentence, a line or a quotation
}

func tokens(text string) []token {
	var all []token
	end := 0
	for m := range nameSpans(text) {
		i := len(all)
		w := token{Span: m, text: m.In(text)}
		first, _ := utf8.DecodeRuneInString(w.text)
		w.capital = unicode.IsUpper(first)
		w.opens = i == 0 || strings.ContainsAny(text[end:m.Start], ".!?\n:•“\"‘")
		// "J. D. Vance" and "Mr. Scott" begin no sentence after their period.
		if w.opens && i > 0 && text[end:m.Start] == " " && strings.HasSuffix(all[i-1].text, ".") {
			w.opens = false
		}
		if w.opens && i > 0 && strings.TrimSpace(text[end:m.Start]) == "." && slices.Contains(titles, strings.ToLower(all[i-1].text)) {
			w.opens = false
		}
		end = m.End
		all = append(all, w)
	}
	return all
}

// Names finds the names of persons, organisations and places by their
// capitals, in reading order: runs of capitalised words, with "of" and the
// particles of family names between them. A word that only begins a sentence
// is taken for a name where the text has it with a capital elsewhere. Titles
// before a name, possessives, months, weekdays and pronouns are no part of
// one. In a line that sets every word with a capital nothing can be told, and
// no name is found.
func Names(text string) []Fact {
	words := tokens(text)
	if isTitleCase(text, words) {
		return nil
	}
	inside := map[string]bool{}
	for _, w := range words {
		if w.capital && !w.opens {
			inside[bare(w.text)] = true
		}
	}
	var found []Fact
	for i := 0; i < len(words); {
		n := runLength(text, words[i:])
		if n == 0 {
			i++
			continue
		}
		if f, ok := newName(text, words[i:i+n], inside); ok {
			found = append(found, f)
		}
		i += n
	}
	return found
}

// particles stand in lower case within names.
var particles = []string{"of", "de", "da", "di", "du", "del", "della", "van", "von", "der", "den", "la", "le", "bin", "al", "y", "e"}

// runLength returns how many words from the first on are one run of
// capitalised words, or 0.
func runLength(text string, words []token) int {
	if !words[0].capital {
		return 0
	}
	n := 1
	for next := 1; next < len(words); next++ {
		gap := text[words[next-1].End:words[next].Start]
		if gap != " " && gap != "\u00a0" && !(gap == ". " && isTitle(words[next-1])) {
			break
		}
		if isPossessive(words[next-1].text) {
			break
		}
		if words[next].capital {
			n = next + 1
			continue
		}
		if !slices.Contains(particles, words[next].text) {
			break
		}
	}
	return n
}

func newName(text string, run []token, inside map[string]bool) (Fact, bool) {
	run = withoutPost(run)
	for len(run) > 0 && (isStop(run[0]) || run[0].text == "US" && (len(run) > 1 || !strings.HasSuffix(text[:run[0].Start], "the ")) || isTitle(run[0]) && !isInstitution(run[len(run)-1].text)) {
		opened := run[0].opens
		run = run[1:]
		if len(run) > 0 && opened {
			run[0].opens = false // what follows an opener has its capital by right
		}
	}
	for len(run) > 0 && (isStop(run[len(run)-1]) || slices.Contains(particles, run[len(run)-1].text)) {
		run = run[:len(run)-1]
	}
	if len(run) == 0 {
		return Fact{}, false
	}
	first := run[0]
	if len(run) == 1 && (first.opens && !inside[bare(first.text)] && !isAcronym(bare(first.text)) || utf8.RuneCountInString(bare(first.text)) < 2) {
		return Fact{}, false
	}
	span := claims.Span{Start: first.Start, End: run[len(run)-1].End}
	span.End -= len(run[len(run)-1].text) - len(bare(run[len(run)-1].text))
	return Fact{Kind: Name, Text: span.In(text), Span: span}, true
}

// withoutPost returns a run of words without the post before a name: "Chief
// Executive Officer Jane Roe". The words of the post before its last are known
// too, for "Halden Officer Roe" is none.
func withoutPost(run []token) []token {
	end := 0
	for i, w := range run[:len(run)-1] {
		word := strings.ToLower(w.text)
		if strings.Contains(postHeads, " "+word+" ") {
			end = i + 1
		} else if !strings.Contains(postWords, " "+word+" ") && !isCountry(bare(word)) {
			break
		}
	}
	if end == 0 && len(run) > 2 && strings.Contains(ranks, " "+strings.ToLower(run[0].text)+" ") && IsGivenName(run[1].text) {
		end = 1
	}
	if end == 0 || isInstitution(run[len(run)-1].text) {
		return run
	}
	rest := run[end:]
	rest[0].opens = false
	return rest
}

// postHeads are the last words of posts that are written with capitals before a
// name, postWords those before them, and ranks those that are other words too.
const (
	postHeads = " officer executive secretary minister president chairman chairwoman director attorney general coach captain commissioner spokesman spokeswoman manager editor leader speaker chancellor judge justice mayor governor "
	ranks     = " colonel major maj lieutenant sergeant corporal admiral commander congressman congresswoman private "
	postWords = " chief deputy assistant vice prime foreign home finance defence defense interior health press managing executive senior operating financial technology legal medical marketing information attorney solicitor head district circuit magistrate former acting police "
)

// bare takes the possessive off a word.
func bare(word string) string {
	if word == "" || strings.IndexByte(possessiveEnds, word[len(word)-1]) < 0 {
		return word // nearly all words
	}
	for _, s := range []string{"'s", "’s", "'S", "’S", "'", "’"} {
		if trimmed, ok := strings.CutSuffix(word, s); ok {
			return trimmed
		}
	}
	return word
}

// possessiveEnds are the last bytes that a possessive can have.
const possessiveEnds = "sS'\x99" // the last of ’

func isPossessive(word string) bool { return bare(word) != word }

func isAcronym(word string) bool {
	return len(word) >= 2 && word == strings.ToUpper(word) && word != strings.ToLower(word)
}

// isStop reports whether a word is part of no name. "US" is no pronoun,
// but an adjective where no article stands before it.
func isStop(w token) bool {
	word := bare(w.text)
	return word != "US" && stopWords()[strings.ToLower(word)]
}

func isTitle(w token) bool {
	return slices.Contains(titles, strings.ToLower(strings.TrimSuffix(w.text, ".")))
}

// titles stand before names and are no part of them.
var titles = []string{
	"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "judge", "justice", "sen", "senator", "rep", "representative",
	"president", "gov", "governor", "mayor", "hon", "sir", "lord", "lady", "dame", "rev", "capt", "captain", "col", "gen",
	"general", "lt", "sgt", "officer", "councillor", "councilor", "councilman", "councilwoman", "alderman", "chancellor", "secretary", "minister", "plaintiff", "defendant", "magistrate", "chief",
}

// stopWords are words that a capital makes no name: function words and common
// openers, months, weekdays, nationalities and headings.
var stopWords = sync.OnceValue(func() map[string]bool {
	stops := map[string]bool{}
	for _, w := range strings.Fields(`a an the this that these those it its he she they we you i his her their our my your
		him them us me who whom whose which what when where why how if though although while because since until unless
		as at by for from in into of on onto off out over under up upon to toward towards with within without about above
		across after against along amid among around before behind below beneath beside between beyond despite down during
		except inside like near outside past per plus through throughout via and or but nor so yet not no yes all any both
		each every few many more most much neither none one only other others several some such than then there here now
		also again already always even ever however instead just meanwhile moreover nevertheless never often once perhaps
		rather still thus too two three four five six seven eight nine ten according still earlier later last next first
		second third recently today tomorrow yesterday tonight eventually finally ironically inevitably
		january february march april may june july august september october november december jan feb mar apr jun jul aug
		sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas easter
		american british english french german chinese russian european asian african indian japanese canadian australian
		irish italian spanish mexican western eastern northern southern democratic republican federal congressional
		analysts reports documents critics investors executives lawyers officials people sources researchers directors
		ceo cfo coo cto ai a.i u.s u.k u.s. u.k. a.i. ok exhibit section chapter page paragraph figure table
		is was were are be been being has have had do does did will would can could should shall might must let
		no. inside despite asked former under everyone nobody nothing something anyone someone another`) {
		stops[w] = true
	}
	return stops
})

// isTitleCase reports whether nearly every longer word has a capital and
// nothing ends the sentence, as in a headline.
func isTitleCase(text string, words []token) bool {
	if strings.HasSuffix(strings.TrimRight(text, " \n”\"’'"), ".") {
		return false
	}
	long, capital := 0, 0
	for _, w := range words {
		if utf8.RuneCountInString(w.text) >= 4 {
			long++
			if w.capital {
				capital++
			}
		}
	}
	return long >= 4 && capital*10 >= long*8
}
