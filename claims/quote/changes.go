package quote

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// ChangeKind names what is another in a quote than in its source.
type ChangeKind string

// The kinds of change, gravest first: a change that is of several is called
// by the first.
const (
	NumberChange   ChangeKind = "number"   // figures and number words, "million" and "percent" among them
	NegationChange ChangeKind = "negation" // one side has a "not" that the other lacks
	ModalChange    ChangeKind = "modal"    // "may" and "will" and the like
	HedgeChange    ChangeKind = "hedge"    // "reportedly", "about", "some"
	NameChange     ChangeKind = "name"     // a word with a capital letter
	OrderChange    ChangeKind = "order"    // the same words in another order
	TenseChange    ChangeKind = "tense"    // the same verb or noun in another form
	OmissionChange ChangeKind = "omitted"  // the source has words that the quote leaves out without saying so
	InsertedChange ChangeKind = "inserted" // the quote has words that the source lacks, without brackets
	WordingChange  ChangeKind = "wording"  // other words
)

// Change is one place at which a quote is not as its source has it.
type Change struct {
	Kind   ChangeKind `json:"kind"`
	Quote  string     `json:"quote"`  // what the quote has there; "" for nothing
	Source string     `json:"source"` // what its source has
}

// Changes names what differs between a quote and its source, in their order,
// from the difference that Locate gives.
func Changes(difference []claims.Edit) []Change {
	var changes []Change
	open := false
	for _, e := range difference {
		if e.Kind == claims.Same {
			open = false
			continue
		}
		if !open {
			changes, open = append(changes, Change{}), true
		}
		last := &changes[len(changes)-1]
		if e.Kind == claims.Inserted {
			last.Quote = strings.TrimSpace(last.Quote + " " + e.Text)
		} else {
			last.Source = strings.TrimSpace(last.Source + " " + e.Text)
		}
	}
	reordered := isReordered(changes)
	for i := range changes {
		changes[i].Kind = changes[i].kind(reordered)
	}
	return changes
}

// kind names a change by the first kind that it is of.
func (c Change) kind(reordered bool) ChangeKind {
	quoted, given := bareWords(c.Quote), bareWords(c.Source)
	for _, k := range []struct {
		kind ChangeKind
		is   func(string) bool
	}{{NumberChange, isNumeric}, {NegationChange, isNegation}, {ModalChange, wordSet(modals)}, {HedgeChange, wordSet(hedges)}} {
		if !slices.Equal(only(quoted, k.is), only(given, k.is)) && !reordered {
			return k.kind
		}
	}
	switch {
	case reordered:
		return OrderChange
	case isName(c.Quote) || isName(c.Source):
		return NameChange
	case len(given) == 0:
		return InsertedChange
	case len(quoted) == 0:
		return OmissionChange
	case !slices.Equal(quoted, given) && slices.EqualFunc(quoted, given, isOtherForm):
		return TenseChange
	}
	return WordingChange
}

// isReordered reports whether the changes together only move words about.
func isReordered(changes []Change) bool {
	var quoted, given []string
	for _, c := range changes {
		quoted, given = append(quoted, bareWords(c.Quote)...), append(given, bareWords(c.Source)...)
	}
	if len(changes) == 1 && slices.Equal(quoted, given) {
		return false // "no one" for "nobody"
	}
	slices.Sort(quoted)
	slices.Sort(given)
	return len(quoted) > 0 && slices.Equal(quoted, given)
}

// bareWords returns the words of s without what stands around them; "no one" is
// "nobody".
func bareWords(s string) []string {
	var all []string
	for w := range strings.FieldsSeq(string(Fold(s).folded)) {
		bare := bareWord(w)
		switch last := len(all) - 1; {
		case bare == "":
		case bare == "one" && last >= 0 && all[last] == "no":
			all[last] = "nobody" // no figure
		default:
			all = append(all, bare)
		}
	}
	return all
}

func only(words []string, is func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !is(w) })
}

const (
	numberWords = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
		billion billions trillion trillions dozen dozens half halves third thirds quarter quarters percent percentage point points
		first second once twice double doubled triple tripled tenfold bn m`
	negations = `not no never none nor neither nothing nobody nowhere without cannot hardly scarcely barely`
	modals    = `can could may might must shall should will would ought`
	hedges    = `reportedly allegedly alleged purportedly supposedly apparently perhaps possibly probably likely maybe seems seemed
		appears appeared suggests suggested about around nearly almost roughly approximately some several up least most more than
		often sometimes usually generally partly largely mostly mainly`
	irregular = `am is are was were be been being|have has had having|do does did done doing|say says said saying|go goes went gone going|
		get gets got gotten getting|make makes made making|take takes took taken taking|come comes came coming|see sees saw seen seeing|
		know knows knew known knowing|give gives gave given giving|find finds found finding|think thinks thought thinking|
		tell tells told telling|become becomes became becoming|leave leaves left leaving|keep keeps kept keeping|begin begins began begun|
		bring brings brought bringing|write writes wrote written writing|pay pays paid paying|meet meets met meeting|sell sells sold selling|
		buy buys bought buying|lose loses lost losing|hold holds held holding|stand stands stood standing|run runs ran running|
		rise rises rose risen rising|fall falls fell fallen falling|grow grows grew grown growing|speak speaks spoke spoken speaking|
		send sends sent sending|build builds built building|spend spends spent spending|win wins won winning|sink sinks sank sunk sinking|
		man men|woman women|child children|person people`
)

// sets holds each list of words as a set, made when first asked for.
var sets = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, list := range []string{numberWords, negations, modals, hedges} {
		all[list] = map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			all[list][w] = true
		}
	}
	return all
})

func wordSet(list string) func(string) bool {
	set := sets()[list]
	return func(w string) bool { return set[w] }
}

func isNumeric(w string) bool {
	return strings.ContainsFunc(w, unicode.IsDigit) || strings.ContainsAny(w, "%$£€") || wordSet(numberWords)(w)
}

func isNegation(w string) bool { return wordSet(negations)(w) || strings.HasSuffix(w, "n't") }

// isName reports whether words hold one with a capital letter, which in the
// midst of a quote is a name more often than not.
func isName(words string) bool {
	for w := range strings.FieldsSeq(words) {
		first, _ := utf8.DecodeRuneInString(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
		if unicode.IsUpper(first) {
			return true
		}
	}
	return false
}

// forms gives each irregular word a number that its other forms share.
var forms = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for i, group := range strings.Split(irregular, "|") {
		for w := range strings.FieldsSeq(group) {
			all[w] = i + 1
		}
	}
	return all
})

// isOtherForm reports whether two words are forms of one: by the table of
// irregular ones, or the same but for a common ending.
func isOtherForm(a, b string) bool {
	if f := forms(); f[a] != 0 && f[a] == f[b] {
		return true
	}
	stemA, stemB := stem(a), stem(b)
	return len(stemA) > 2 && stemA == stemB
}

func stem(w string) string {
	for _, ending := range []string{"ing", "ied", "ies", "ed", "es", "s", "d", "e", "y"} {
		if short, ok := strings.CutSuffix(w, ending); ok && len(short) > 2 {
			if n := len(short); short[n-1] == short[n-2] && (ending == "ing" || ending == "ed") {
				short = short[:n-1] // stopped, stopping
			}
			return strings.TrimRight(short, "e")
		}
	}
	return w
}

// Kinds returns the kinds of several changes, each once, gravest first.
func Kinds(changes []Change) []ChangeKind {
	order := []ChangeKind{NumberChange, NegationChange, ModalChange, HedgeChange, NameChange, OrderChange, TenseChange, OmissionChange, InsertedChange, WordingChange}
	has := map[ChangeKind]bool{}
	for _, c := range changes {
		has[c.Kind] = true
	}
	return slices.SortedFunc(maps.Keys(has), func(a, b ChangeKind) int { return slices.Index(order, a) - slices.Index(order, b) })
}
