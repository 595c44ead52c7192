package facts

import (
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// scanner finds the figures of one text.
type scanner struct {
	text    string
	lexicon *wordlist
	dates   *dates // nil where none are looked for
	found   []Fact
}

// scratch is room for the facts of a text until it is known how many it has.
var scratch = sync.Pool{New: func() any { return new([]Fact) }}

// scan looks at every place of the text where a figure can begin, and takes the
// first fact that does, so that none overlap.
func (s *scanner) scan() {
	room := scratch.Get().(*[]Fact)
	s.found = (*room)[:0]
	s.read()
	*room, s.found = s.found, append([]Fact(nil), s.found...)
	clear(*room) // the facts would keep their text
	scratch.Put(room)
}

func (s *scanner) read() {
	for at := 0; at < len(s.text); {
		end := s.step(at)
		if end <= at {
			_, size := utf8.DecodeRuneInString(s.text[at:])
			end = at + size
		}
		at = end
	}
	shareUnits(s.text, s.found)
}

// step reads the fact that begins at an offset, or what stands there instead,
// and returns where that ends.
func (s *scanner) step(at int) int {
	b := s.text[at]
	switch {
	case isLetter(b):
		return s.letters(at)
	case isDigit(b), b == '.' && at+1 < len(s.text) && isDigit(s.text[at+1]):
		return s.digits(at)
	case b == ' ' || b == '\n' || b == ',' || b == '.':
		return at + 1
	case b == '-' || b == 0xE2 && strings.HasPrefix(s.text[at:], "−"):
		return s.signed(at)
	case b == '%':
		return s.take(percentOf(s.text, at))
	case b == '$' || b >= utf8.RuneSelf:
		return s.signs(at)
	}
	return at + 1
}

// letters reads what begins with a word.
func (s *scanner) letters(at int) int {
	word, end := wordAt(s.text, at)
	if isAddress(s.text, at, word) {
		return addressEnd(s.text, at)
	}
	if word == "" {
		return pastDigits(s.text, end)
	}
	w := s.lexicon.entry(word)
	opens, begins := w.opening, w.beginning
	if opens == 0 && begins == 0 || !startsWord(s.text, at) {
		return pastDigits(s.text, end)
	}
	if s.dates != nil && begins != 0 {
		if f, ok := s.dates.at(s.text, at, begins); ok {
			return s.take(f, true)
		}
	}
	for _, r := range []struct {
		opening
		read func(string, int) (Fact, bool)
	}{{opensMoney, moneyAt}, {opensRelative, relativeAt}, {opensFigure, s.figure}, {opensVague, vagueAt}, {opensMultiple, multipleAt}, {opensAge, ageAt}, {opensPercent, percentOf}} {
		if opens&r.opening == 0 {
			continue
		}
		if f, ok := r.read(s.text, at); ok {
			return s.take(f, true)
		}
	}
	if opens == 0 {
		return end // October2
	}
	return pastDigits(s.text, end)
}

// pastDigits goes on past digits that are part of a word, as in "Q3" or "B12".
func pastDigits(text string, at int) int {
	for at < len(text) && (isDigit(text[at]) || isLetter(text[at])) {
		at++
	}
	return at
}

func (s *scanner) digits(at int) int {
	if !startsWord(s.text, at) {
		return pastDigits(s.text, at+1)
	}
	if s.dates != nil && s.mayBeDate(at) {
		if f, ok := s.dates.at(s.text, at, withDigit); ok {
			return s.take(f, true)
		}
	}
	if f, ok := s.figure(s.text, at); ok {
		return s.take(f, true)
	}
	return pastDigits(s.text, at+1)
}

// mayBeDate reports whether the digits at an offset can begin a date: most count
// something, and the word behind them tells.
func (s *scanner) mayBeDate(at int) bool {
	end := run(s.text, at)
	if end == at || s.dates.loose || end-at == len("2006") {
		return end > at
	}
	if end < len(s.text) && strings.IndexByte("-/.", s.text[end]) >= 0 || strings.HasPrefix(s.text[end:], "–") {
		return true
	}
	word, _ := wordAt(s.text, spaces(s.text, end))
	return isOrdinalEnding(word) || word == "to" || word == "through" || word == "of" ||
		s.lexicon.entry(word).beginning&(withMonth|withWeekday) != 0 || isCalendarUnit(word)
}

// signed reads a negative figure: a hyphen right behind a word or a figure
// joins, and is no sign.
func (s *scanner) signed(at int) int {
	if at > 0 && (!startsWord(s.text, at) || strings.IndexByte("-/.)]", s.text[at-1]) >= 0) {
		return at + 1
	}
	_, from := signAt(s.text, at)
	if from >= len(s.text) || !isDigit(s.text[from]) {
		return at + 1
	}
	f, ok := s.figure(s.text, at)
	return s.take(f, ok)
}

// signs reads the sign of a currency, or one of Unicode's fractions.
func (s *scanner) signs(at int) int {
	if f, ok := moneyAt(s.text, at); ok {
		return s.take(f, true)
	}
	if _, _, ok := vulgar(s.text, at); ok {
		f, ok := s.figure(s.text, at)
		return s.take(f, ok)
	}
	return at
}

// take keeps a fact and returns where it ends, or an end before any where there
// is none.
func (s *scanner) take(f Fact, ok bool) int {
	if !ok {
		return -1
	}
	if side, ok := hedgeBefore(s.text, f.Start); ok {
		f.Approximate, f.bound = true, side
	}
	s.found = append(s.found, f)
	return f.End
}

// figure reads a figure with its unit.
func (s *scanner) figure(text string, at int) (Fact, bool) {
	f, ok := figureAt(text, at, false)
	if !ok {
		return Fact{}, false
	}
	if f.ordinal {
		return Fact{Kind: Ordinal, Text: f.In(text), Span: f.Span, Value: f.value, figure: f.Span}, true
	}
	for _, read := range []func(string, figure) (Fact, bool){share, s.scaledMoney, measured, fold} {
		if fact, ok := read(text, f); ok {
			return fact, true
		}
	}
	if f.glued || isPronoun(text, f) {
		return Fact{}, false
	}
	return Fact{Kind: Number, Text: f.In(text), Span: f.Span, Value: f.value, figure: f.Span}, true
}

// isPronoun reports whether "one" stands for a thing: this one, the one.
func isPronoun(text string, f figure) bool {
	if f.value != 1 || !strings.EqualFold(f.In(text), "one") {
		return false
	}
	before, _ := wordBefore(text, len(strings.TrimRight(text[:f.Start], " ")))
	return before != "" && strings.Contains(" this that the which each every no any another first last next current only ", " "+before+" ")
}

// scaledMoney reads money whose currency stands behind the figure, where one
// letter is a scale too: 3.4m euros.
func (s *scanner) scaledMoney(text string, f figure) (Fact, bool) {
	if fact, ok := paid(text, f); ok {
		return fact, true
	}
	if !f.glued {
		return Fact{}, false
	}
	scaled, ok := figureAt(text, f.Start, true)
	if !ok || scaled.End == f.End {
		return Fact{}, false
	}
	return paid(text, scaled)
}

// isAddress reports whether an address of the web begins here, whose digits
// count nothing.
func isAddress(text string, at int, word string) bool {
	return (word == "http" || word == "https") && strings.HasPrefix(text[at+len(word):], "://") || word == "www" && strings.HasPrefix(text[at+3:], ".")
}

func addressEnd(text string, at int) int {
	for at < len(text) && text[at] > ' ' {
		at++
	}
	return at
}

// Figures finds every number of a text with its unit, in reading order and
// without overlaps: cardinals and ordinals in digits and words, fractions,
// percentages, money, measures, ages and multiples. It knows nothing of dates,
// nor whether a number counts something; see Numbers.
func Figures(text string) []Fact {
	s := scanner{text: text, lexicon: lexicon()}
	s.scan()
	return s.found
}

// Find finds every fact of a text, in reading order: numbers and dates, which
// don't overlap, quotations, names, acronyms and emphases. On is the day that the
// text was written on, or zero; what is told relative to it ("tomorrow") has no
// days then. It takes for a date what is one only where a date is meant ("on 15",
// "4/22"); for what a checker would look up see Numbers.
func Find(text string, on time.Time) []Fact {
	s := scanner{text: text, lexicon: lexicon(), dates: &dates{on: on, loose: true}}
	s.scan()
	dated := func(f Fact) bool { // "Q3" is no name
		return slices.ContainsFunc(s.found, func(d Fact) bool { return d.Kind == Date && d.Start <= f.Start && f.End <= d.End })
	}
	named := slices.DeleteFunc(slices.Concat(Names(text), Acronyms(text)), dated)
	found := slices.Concat(s.found, Quotations(text), named, Emphases(text))
	slices.SortStableFunc(found, func(a, b Fact) int { return a.Start - b.Start })
	return found
}
