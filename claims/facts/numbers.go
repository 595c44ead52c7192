package facts

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// Numbers finds the figures and dates of a text that a checker would look up,
// in reading order and without overlaps. What has digits but counts nothing is
// left out: docket and section numbers, times of day, telephone numbers, names
// such as GPT-4; and "one", which is a pronoun as often.
func Numbers(text string) []Fact { return NumbersOn(text, time.Time{}) }

// NumbersOn is Numbers of a text that was written on a day, from which it
// counts when it says "last Tuesday" or leaves the year out.
func NumbersOn(text string, on time.Time) []Fact {
	return slices.DeleteFunc(AllNumbers(text, on), func(f Fact) bool { return f.Kind != Date && !counts(text, f) })
}

// AllNumbers is NumbersOn with what may count nothing: the 3 and the 1 of a
// score, the number of a rule. A source has a figure where it stands so, too.
func AllNumbers(text string, on time.Time) []Fact {
	s := scanner{text: text, lexicon: lexicon(), dates: &dates{on: on}}
	s.scan()
	return s.found
}

// Counts reports whether one of AllNumbers is one of Numbers.
func Counts(text string, f Fact) bool { return f.Kind == Date || counts(text, f) }

// labels are the words before a number that names a thing rather than counts.
var labels = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(`no no. nos. number section sections § sec. rule rules chapter article page pages p. pp. paragraph para ¶ ¶¶
	exhibit document doc doc. count figure fig. table footnote volume vol. act title part phase version flight route room
	channel case ecf dkt. docket highway interstate apartment suite model`) {
		all[w] = true
	}
	return all
})

// counts reports whether a figure counts something, so that a source can give
// it: what has a unit does. A bare figure must not be part of a word, a time, a
// docket number or a list of decimals, nor the number of a thing.
func counts(text string, f Fact) bool {
	switch {
	case f.Kind == Ordinal:
		return f.Value > 0 && f.Unit == ""
	case f.Kind != Number || f.Approximate && f.Value == 0:
		return !isVagueUnit(f)
	case isLetter(f.Text[0]):
		return !(f.Value == 1 && !strings.Contains(f.Text, " ")) && f.Value != 0 && !strings.HasPrefix(text[f.End:], "-")
	case len(f.Text) > 1 && f.Text[0] == '0' && f.Text[1] != '.':
		return false // a telephone number, a postcode
	}
	return countsBefore(text[:f.Start]) && countsAfter(text[f.End:]) && !labels()[lastWord(text[:f.Start])]
}

// isVagueUnit reports whether a fact is a unit alone, as the word "dollars" is.
func isVagueUnit(f Fact) bool { return f.Approximate && f.Value == 0 && f.Least == 0 }

// countsBefore reports whether a bare figure can count with this before it.
func countsBefore(before string) bool {
	if before == "" {
		return true
	}
	last := before[len(before)-1]
	isRange := last == '-' && len(before) > 1 && isDigit(before[len(before)-2])
	if last >= 0x80 && !strings.HasSuffix(before, "—") && !strings.HasSuffix(before, "–") && !endsInQuote(before) {
		return false
	}
	return strings.IndexByte("#:/_@.[", last) < 0 &&
		(last != '-' || isRange || len(before) == 1 || before[len(before)-2] == ' ' || before[len(before)-2] == '-')
}

// countsAfter reports whether a bare figure can count with this behind it.
func countsAfter(after string) bool {
	if len(after) > 1 && strings.IndexByte(":/_@.", after[0]) >= 0 && isDigit(after[1]) {
		return false
	}
	if after != "" && (after[0] == '-' || after[0] == ' ' || isLetter(after[0])) {
		return !docketTail().MatchString(tail(after, 0)) && !clockTail().MatchString(tail(after, 0))
	}
	return true
}

var docketTail = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^-[a-z]{2}-\d|^-\d{3,}`) })
var clockTail = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^ ?(?:[ap]\.m\.|[ap]m\b|o.clock)`) })

func endsInQuote(s string) bool {
	for _, q := range []string{"“", "”", "‘", "’", "\u00a0", "…"} {
		if strings.HasSuffix(s, q) {
			return true
		}
	}
	return false
}

// tailLength is how much of what is around a figure can say what it is.
const tailLength = 32

// tail returns the beginning of what follows an offset.
func tail(text string, at int) string { return text[at:min(len(text), at+tailLength)] }

// lastWord returns the word that ends a text, in lower case.
func lastWord(s string) string {
	s = strings.TrimRight(s[max(0, len(s)-tailLength):], " \t\n\u00a0")
	if i := strings.LastIndexAny(s, " \t\n\u00a0("); i >= 0 {
		s = s[i+1:]
	}
	return strings.ToLower(strings.Trim(s, "“\"‘'("))
}
