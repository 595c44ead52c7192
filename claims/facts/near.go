package facts

import (
	"strings"

	"stet/claims"
)

// tailLength is how much of what follows a figure can say what it is. Patterns
// are never given more: they would look at all of a book for each.
const tailLength = 32

// tail returns the beginning of what follows an offset.
func tail(text string, at int) string { return text[at:min(len(text), at+tailLength)] }

// reach is how far from a digit the words of one figure or date may stand.
const reach = 48

// aroundDigits returns the stretches of a text in which figures and dates with
// digits can stand, in order and apart, each from white space to white space:
// most of a text has none, and patterns are slow.
func aroundDigits(text string) []claims.Span {
	var all []claims.Span
	for at := 0; at < len(text); at++ {
		if !isDigit(text[at]) {
			continue
		}
		s := claims.Span{Start: spaceBefore(text, at-reach), End: spaceAfter(text, at+reach)}
		if n := len(all); n > 0 && s.Start <= all[n-1].End {
			all[n-1].End = max(all[n-1].End, s.End)
		} else {
			all = append(all, s)
		}
		at = max(at, s.End-reach)
	}
	return all
}

func spaceBefore(text string, at int) int {
	for ; at > 0; at-- {
		if strings.IndexByte(" \n\t", text[at]) >= 0 {
			return at
		}
	}
	return 0
}

func spaceAfter(text string, at int) int {
	for ; at < len(text); at++ {
		if strings.IndexByte(" \n\t", text[at]) >= 0 {
			return at
		}
	}
	return len(text)
}

// submatches finds a pattern in the stretches of a text, and returns where it
// and its groups stand in all of it.
func submatches(p pattern, text string, in []claims.Span) [][]int {
	var all [][]int
	for _, s := range in {
		for _, m := range p.FindAllStringSubmatchIndex(s.In(text), -1) {
			for i := range m {
				if m[i] >= 0 {
					m[i] += s.Start
				}
			}
			all = append(all, m)
		}
	}
	return all
}

// pattern is a compiled regular expression.
type pattern interface {
	FindAllStringSubmatchIndex(s string, n int) [][]int
}
