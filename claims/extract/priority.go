package extract

import (
	"slices"
	"strings"

	"stet/claims"
)

// riskTable says what makes a claim want checking soon. A reason that is grave
// makes its priority high, any other at least normal.
var riskTable = []struct {
	reason string
	grave  bool
	found  func(*draft, *sentence, []claims.Attribution) bool
}{
	{"alleges a crime or wrongdoing", true, func(_ *draft, s *sentence, _ []claims.Attribution) bool { return s.has(crimeWords()) }},
	{"criticises a named person", true, criticises},
	{"rests on nobody named", true, isUnnamed},
	{"is about health", true, func(_ *draft, s *sentence, _ []claims.Attribution) bool { return s.has(healthWords()) }},
	{"is about money", true, isMoney},
	{"quotes somebody", false, func(_ *draft, s *sentence, _ []claims.Attribution) bool {
		return slices.ContainsFunc(s.words, func(w word) bool { return w.quoted })
	}},
	{"has a superlative", false, isSuperlative},
	{"gives a number", false, func(_ *draft, s *sentence, _ []claims.Attribution) bool {
		return slices.ContainsFunc(s.words, func(w word) bool { return w.is(number) })
	}},
	{"rests on one source", false, func(_ *draft, _ *sentence, as []claims.Attribution) bool {
		return len(as) == 1 && as[0].Label != claims.OwnVoice
	}},
	{"nobody has decided on whose word it rests", false, func(_ *draft, _ *sentence, as []claims.Attribution) bool {
		return labelOf(as) == claims.Undecided
	}},
}

// priority says how soon a claim wants checking, and why.
func (d *draft) priority(s *sentence, as []claims.Attribution) (claims.Priority, []string) {
	p := claims.Low
	var reasons []string
	for _, row := range riskTable {
		if !row.found(d, s, as) {
			continue
		}
		reasons = append(reasons, row.reason)
		switch {
		case row.grave:
			p = claims.High
		case p == claims.Low:
			p = claims.Normal
		}
	}
	return p, reasons
}

func (s *sentence) has(words map[string]bool) bool {
	return slices.ContainsFunc(s.words, func(w word) bool { return words[w.lower] })
}

// criticises reports whether a word of blame stands with a person's name.
func criticises(d *draft, s *sentence, _ []claims.Attribution) bool {
	return s.has(blameWords()) && slices.ContainsFunc(s.words, func(w word) bool { return w.capital && d.people[w.lower] })
}

func isUnnamed(_ *draft, _ *sentence, as []claims.Attribution) bool {
	return slices.ContainsFunc(as, func(a claims.Attribution) bool { return a.Anonymous && a.Label != claims.OwnVoice })
}

func isMoney(_ *draft, s *sentence, _ []claims.Attribution) bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		return strings.ContainsAny(w.text, "$€£") || moneyWords()[w.lower]
	})
}

func isSuperlative(_ *draft, s *sentence, _ []claims.Attribution) bool {
	for i, w := range s.words {
		l := w.lower
		if superlativeWords()[l] || strings.HasSuffix(l, "est") && len(l) > 5 && i > 0 && s.words[i-1].is(determiner) {
			return true
		}
	}
	return false
}
