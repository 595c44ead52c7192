package facts

// number reads one number from the beginning of words: a cardinal with decimals
// or a fraction behind it, a fraction, or an ordinal. It returns how many words
// it took, 0 where they begin with none. A singular ordinal behind "a" or "one"
// is a fraction where nothing follows that it could number: see ends.
func number(all []word, ends func(last word) bool) (value float64, n int, ordinal bool) {
	if len(all) > 1 && all[0].role == minus {
		value, n, ordinal = number(all[1:], ends)
		if n == 0 || ordinal {
			return 0, 0, false
		}
		return -value, n + 1, false
	}
	if at := firstDivider(all); at >= 0 {
		if value, n := mixed(all, at, ends); n > 0 {
			return value, n, false
		}
		if value, ok := ordinalValue(all[:at+1]); ok {
			return value, at + 1, true
		}
	}
	value, n, _ = cardinal(all)
	if n > 0 && n < len(all) && all[n].role == point {
		if more, took := decimals(all[n+1:]); took > 0 {
			return value + more, n + 1 + took, false
		}
	}
	return value, n, false
}

// firstDivider returns the index of the first word that may divide, or -1.
func firstDivider(all []word) int {
	for i, w := range all {
		if w.isOrdinal() || w.role == part {
			return i
		}
	}
	return -1
}

// mixed reads a fraction whose divider is at an index, with the whole number
// before it: "one hundred and three and two thirds". The fraction of a whole
// number with a scale is one of that scale: "three million and a half".
func mixed(all []word, at int, ends func(word) bool) (value float64, n int) {
	for i := at - 1; i > 0; i-- {
		if all[i].role != and {
			continue
		}
		whole, took, last := cardinal(all[:i])
		part, m, times := fraction(all[i+1:], at-i-1, ends)
		if took != i || m == 0 {
			break
		}
		switch {
		case last == 1: // two and a half million
			whole *= times
		case times == 1: // two million and a half
			part *= last
		}
		return whole + part, i + 1 + m
	}
	value, n, _ = fraction(all, at, ends)
	return value, n
}

// fraction reads a fraction whose divider is at an index: "two thirds", "half a
// dozen", "three quarters million". It returns the scale of the fraction too, 1
// where it has none.
func fraction(all []word, at int, ends func(word) bool) (value float64, n int, times float64) {
	times, after := multiplier(all[at+1:])
	n = at + 1 + after
	if all[at].role == part {
		above, ok := 1., at == 0 && after > 0 // half a million, quarter million
		if at > 0 {
			above, ok = numerator(all[:at])
		}
		if !ok {
			return 0, 0, 1
		}
		return above / all[at].value * times, n, times
	}
	for split := 1; split <= at; split++ {
		if all[split].before == hyphened && all[split-1].role == ten || all[split].role == hundred || all[split].role == scale {
			continue
		}
		below, ok := ordinalValue(all[split : at+1])
		above, okAbove := numerator(all[:split])
		if !ok || !okAbove || below < 3 || !all[at].plural && (above != 1 || !ends(all[at])) {
			continue
		}
		return above / below * times, n, times
	}
	return 0, 0, 1
}

// numerator reads words that are one cardinal as a whole; "a" is one. Digits
// are none: "100 millionths" are so many of a thing.
func numerator(all []word) (float64, bool) {
	if all[0].role == digit {
		return 0, false
	}
	if len(all) == 1 && all[0].role == article {
		return 1, true
	}
	value, n, _ := cardinal(all)
	return value, n > 0 && n == len(all)
}

// multiplier reads the scale or the dozen behind a fraction, with "a" before it
// or without, and returns how many words it took.
func multiplier(all []word) (times float64, n int) {
	if len(all) > 0 && all[0].role == article {
		n = 1
	}
	if n < len(all) && (all[n].role == scale || all[n].role == dozen) {
		return all[n].value, n + 1
	}
	return 1, 0
}
