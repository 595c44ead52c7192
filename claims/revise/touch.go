package revise

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stet/claims"
	"stet/claims/facts"
)

// side is one of two texts that are compared.
type side struct {
	text  string
	words []word
	facts []facts.Fact
	place claims.Span // of the difference in question
	inIt  []word      // the words there
}

func newSide(text string) side {
	return side{text: text, words: wordsOf(text), facts: slices.Concat(bareNumbers(text), facts.Names(text), facts.Quotations(text))}
}

// at returns the side with a range of its words in question. Where it is empty
// the place is that between two words.
func (s side) at(from, to int) side {
	s.inIt = s.words[from:to]
	switch {
	case from < to:
		s.place = claims.Span{Start: s.words[from].Start, End: s.words[to-1].End}
	case from < len(s.words):
		s.place = claims.Span{Start: s.words[from].Start, End: s.words[from].Start}
	default:
		s.place = claims.Span{Start: len(s.text), End: len(s.text)}
	}
	return s
}

// said returns the words in question, without the punctuation around them.
func (s side) said() string { return trim(s.place.In(s.text)) }

func trim(s string) string {
	if trimmed := strings.TrimFunc(s, isOutside); trimmed != "" {
		return trimmed
	}
	return s
}

// touching returns the facts of some kinds that the place is part of.
func (s side) touching(kinds ...facts.Kind) []facts.Fact {
	return slices.DeleteFunc(slices.Clone(s.facts), func(f facts.Fact) bool {
		overlaps := f.Start < s.place.End && s.place.Start < f.End || f.Start < s.place.Start && s.place.End < f.End
		return !overlaps || !slices.Contains(kinds, f.Kind)
	})
}

// bareNumbers returns the numbers and dates of a text, those without their units
// that have one.
func bareNumbers(text string) []facts.Fact {
	all := facts.Numbers(text)
	for i, f := range all {
		all[i] = f.Bare()
	}
	return all
}

func (s side) isQuoted() bool { return len(s.touching(facts.Quoted)) > 0 }

// quoted returns every quotation of the text.
func (s side) quoted() []string {
	var all []string
	for _, f := range s.facts {
		if f.Kind == facts.Quoted {
			all = append(all, f.Text)
		}
	}
	return all
}

// has reports whether the text has these words, in whatever case.
func (s side) has(words string) bool { return strings.Contains(foldCase(s.text), foldCase(words)) }

// touch is a kind of thing that an edit can touch.
type touch struct {
	kind ChangeKind
	find func(side) []facts.Fact // what of it stands in a text where the two differ
}

// touches lists what makes an edit more than one of words, the gravest first.
var touches = []touch{
	{NumberChange, func(s side) []facts.Fact { return s.touching(facts.Number, facts.Money, facts.Percent, facts.Ordinal) }},
	{DateChange, func(s side) []facts.Fact { return append(s.touching(facts.Date), s.listed(calendar, isCapital)...) }},
	{NameChange, func(s side) []facts.Fact { return s.touching(facts.Name) }},
	{NegationChange, func(s side) []facts.Fact { return s.listed(negations, anyWord) }},
	{ModalChange, func(s side) []facts.Fact {
		return s.listed(modals, func(s side, w word) bool { return !isCapital(s, w) })
	}},
	{AttributionChange, func(s side) []facts.Fact { return s.listed(attributions, anyWord) }},
}

// same reports whether two texts have the same where they differ. A figure
// written another way is the same figure, and so is a number in words.
func (t touch) same(was, is []facts.Fact) bool {
	return slices.EqualFunc(was, is, func(a, b facts.Fact) bool {
		return claims.FoldWords(a.Text) == claims.FoldWords(b.Text) || t.kind == NumberChange && facts.SameNumber(a, b)
	})
}

func said(found []facts.Fact) string {
	texts := make([]string, len(found))
	for i, f := range found {
		texts[i] = f.Text
	}
	return strings.Join(texts, ", ")
}

// listed returns the words in question that a list has and that fit, apart
// from those that a fact found otherwise holds.
func (s side) listed(list string, fits func(side, word) bool) []facts.Fact {
	var found []facts.Fact
	dates := s.touching(facts.Date)
	for _, w := range s.inIt {
		isIn := func(f facts.Fact) bool { return f.Start <= w.Start && w.Start < f.End }
		if isListed(list, w.bare) && fits(s, w) && !slices.ContainsFunc(dates, isIn) {
			found = append(found, facts.Fact{Text: trim(w.text), Span: w.Span})
		}
	}
	return found
}

func anyWord(side, word) bool { return true }

// isCapital reports whether a word begins with a capital letter that is not
// only that of the text's first word.
func isCapital(s side, w word) bool {
	first, _ := utf8.DecodeRuneInString(trim(w.text))
	return unicode.IsUpper(first) && w.Start != s.words[0].Start
}

// isMisspelt reports whether two words may be one name written two ways: a
// name that begins a sentence can't be told by its capital.
func isMisspelt(c Change) bool {
	old, _ := utf8.DecodeRuneInString(c.Old)
	now, _ := utf8.DecodeRuneInString(c.New)
	return unicode.IsUpper(old) && unicode.IsUpper(now) && facts.NearName(c.Old, c.New)
}

// The words by which an edit is known to touch what a checker signs for.
const (
	calendar = `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
		september october november december`
	negations = `not no never none nor neither nothing nobody nowhere without cannot hardly scarcely barely`
	modals    = `can could may might must shall should will would ought cannot`
	// attributions are verbs that give somebody's word, in every form, and the
	// words that hedge it.
	attributions = `say says said saying claim claims claimed claiming allege alleges alleged alleging state states stated stating
		assert asserts asserted argue argues argued admit admits admitted deny denies denied denying confirm confirms confirmed
		acknowledge acknowledges acknowledged insist insists insisted suggest suggests suggested warn warns warned tell tells told
		write writes wrote written testify testifies testified swear swears swore sworn estimate estimates estimated believe believes
		believed contend contends contended maintain maintains maintained concede concedes conceded announce announces announced
		report reports reported declare declares declared promise promises promised predict predicts predicted accuse accuses accused
		reveal reveals revealed explain explains explained note notes noted according reportedly allegedly purportedly supposedly
		apparently`
)

func isListed(list, word string) bool {
	return lists()[list][word] || list == negations && strings.HasSuffix(word, "n't")
}

// lists holds each list of words as a set, made when first asked for.
var lists = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, list := range []string{calendar, negations, modals, attributions} {
		all[list] = map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			all[list][w] = true
		}
	}
	return all
})
