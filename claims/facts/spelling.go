package facts

import (
	"math"
	"strconv"
)

// word is a word of a number as it stands in a text, or a figure in digits.
type word struct {
	numeral
	start, end int
	before     joint // what stands between it and the word before
	decimals   bool  // digits with a point: nothing is added to them
}

// mostWords is how many words a number may have, and usualWords how many one has
// at most as a rule.
const (
	mostWords  = 24
	usualWords = 6
)

// wordsAt returns the number words that stand one behind the other from an
// offset on. "And", "a" and "point" are among them only where others follow. It
// writes them to the room that it is given, while that lasts: nearly all that it
// reads is thrown away at once.
func wordsAt(text string, at int, room *[usualWords]word) []word {
	all := room[:0]
	lexicon := numerals()
	between := apart
	for at < len(text) && len(all) < mostWords {
		w, ok := oneWord(text, at, lexicon)
		if !ok {
			break
		}
		w.before = between
		all = append(all, w)
		if between, at = jointAt(text, w.end); between == apart || between == touching {
			break
		}
	}
	return trimmed(all)
}

func oneWord(text string, at int, lexicon map[string]numeral) (word, bool) {
	if !isLetter(text[at]) {
		value, end := digitsAt(text, at)
		if end == at {
			return word{}, false
		}
		return word{numeral: numeral{role: digit, value: value}, start: at, end: end, decimals: value != math.Trunc(value)}, true
	}
	spelt, end := wordAt(text, at)
	n, ok := lexicon[spelt]
	if !ok || end < len(text) && isDigit(text[end]) {
		return word{}, false
	}
	return word{numeral: n, start: at, end: end}, true
}

// trimmed takes off the words at the end that only join others.
func trimmed(all []word) []word {
	for len(all) > 0 {
		switch all[len(all)-1].role {
		case article, and, point, minus:
			all = all[:len(all)-1]
		default:
			return all
		}
	}
	return all
}

// cardinal reads a cardinal number from the beginning of words: groups with
// descending scales. It returns how many words it took, 0 where they begin with
// none, and the scale of the last group, 1 where it has none.
func cardinal(all []word) (value float64, n int, last float64) {
	limit := math.Inf(1)
	for at := 0; at < len(all); {
		from := at
		if at > 0 && all[at].role == and {
			from++
		}
		v, took := group(all[from:])
		if took == 0 {
			break
		}
		to, times := from+took, 1.
		for to < len(all) && all[to].role == scale {
			times *= all[to].value
			to++
		}
		if to < len(all) && all[to].role == dozen {
			v *= all[to].value
			to++
		}
		if v *= times; v >= limit {
			break
		}
		value, n, last, limit = value+v, to, times, times
		if at = to; times == 1 {
			break
		}
	}
	return value, n, max(last, 1)
}

// group reads a number below a thousand, or digits, and returns how many words
// it took.
func group(all []word) (value float64, n int) {
	value, n = belowHundred(all)
	if n == 0 && len(all) > 0 && all[0].role == hundred {
		value = 1
	} else if n == 0 && len(all) > 1 && all[0].role == article && (all[1].role == hundred || all[1].role == scale || all[1].role == dozen) {
		value, n = 1, 1
	} else if n == 0 {
		return 0, 0
	}
	if n >= len(all) || all[n].role != hundred {
		return value, n
	}
	value *= all[n].value
	n++
	from := n
	if from < len(all) && all[from].role == and {
		from++
	}
	more, took := belowHundred(all[from:])
	if took == 0 || more >= 100 || all[from].decimals || from+took < len(all) && all[from+took].role == hundred {
		return value, n
	}
	return value + more, from + took
}

// belowHundred reads a number below a hundred in words, or digits.
func belowHundred(all []word) (value float64, n int) {
	if len(all) == 0 {
		return 0, 0
	}
	switch all[0].role {
	case digit, unit, teen, zero:
		return all[0].value, 1
	case ten:
		if len(all) > 1 && all[1].role == unit {
			return all[0].value + all[1].value, 2
		}
		return all[0].value, 1
	}
	return 0, 0
}

// decimals reads the words behind "point", and returns how many it took: digits
// one by one ("nought four"), or one number ("seventy-one").
func decimals(all []word) (value float64, n int) {
	shown := ""
	for n < len(all) && (all[n].role == zero || all[n].role == unit) {
		shown += strconv.Itoa(int(all[n].value))
		n++
	}
	if n == 0 {
		v, took := belowHundred(all)
		if took == 0 || v != math.Trunc(v) {
			return 0, 0
		}
		shown, n = strconv.Itoa(int(v)), took
	}
	value, err := strconv.ParseFloat("0."+shown, 64)
	if err != nil {
		return 0, 0
	}
	return value, n
}

// ordinalValue returns the value of words that are one ordinal as a whole:
// "one hundred twenty-fifth".
func ordinalValue(all []word) (float64, bool) {
	last := len(all) - 1
	if last < 0 || !all[last].isOrdinal() {
		return 0, false
	}
	end := all[last]
	end.role = map[role]role{ordUnit: unit, ordTeen: teen, ordTen: ten, ordHundred: hundred, ordScale: scale}[end.role]
	words := append(append([]word{}, all[:last]...), end)
	if last == 0 && (end.role == hundred || end.role == scale) {
		return end.value, true
	}
	if last > 0 && words[0].role == and {
		return 0, false
	}
	value, n, _ := cardinal(words)
	return value, n == len(words)
}
