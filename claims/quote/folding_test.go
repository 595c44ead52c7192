package quote

import (
	"math/rand/v2"
	"strings"
	"testing"

	"stet/claims"
)

// settings are ways to set a word, or the space behind it, that folding undoes.
var settings = []struct{ word, space func(string) string }{
	{word: strings.ToUpper},
	{word: func(w string) string { return "“" + w + "”" }},
	{word: func(w string) string { return "‘" + w + "’" }},
	{word: func(w string) string { return "«" + w + "»" }},
	{word: func(w string) string { return strings.NewReplacer("ffi", "ﬃ", "fi", "ﬁ", "fl", "ﬂ").Replace(w) }},
	{word: func(w string) string { return w[:1] + "\u00ad" + w[1:] }},
	{word: func(w string) string { return w[:1] + "-\n" + w[1:] }},
	{word: func(w string) string { return w[:1] + "\u200b" + w[1:] }},
	{word: func(w string) string { return w[:1] + "\u00ad\r\n" + w[1:] }},
	{word: func(w string) string { return strings.Replace(w, "e", "\uff45", 1) }},
	{space: func(string) string { return "\n" }},
	{space: func(string) string { return "  \t" }},
	{space: func(string) string { return "\u00a0" }},
	{space: func(string) string { return "\u2009\u2003" }},
	{space: func(string) string { return "\r\n\r\n" }},
	{space: func(string) string { return "\f" }},
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// typeset joins words with a mix of the settings and returns where each begins
// and ends.
func typeset(r *rand.Rand, words []string) (text string, starts, ends []int) {
	var b strings.Builder
	for _, w := range words {
		space := " "
		starts = append(starts, b.Len())
		for range r.IntN(3) {
			s := settings[r.IntN(len(settings))]
			switch {
			case s.space != nil:
				space = s.space(space)
			case len(w) > 1 && isLetter(w[0]) && isLetter(w[1]): // a hyphen between digits makes a range
				w = s.word(w)
			}
		}
		b.WriteString(w)
		ends = append(ends, b.Len())
		b.WriteString(space)
	}
	return b.String(), starts, ends
}

// FuzzFolding wants a part of a text found at its own place, under any mix of
// foldings on either side.
func FuzzFolding(f *testing.F) {
	f.Add(uint64(1), "the first office of the fluffy ferry will not be efficient", 2, 5)
	f.Add(uint64(2), "a a b a a b a a", 3, 2)
	f.Add(uint64(3), "3.2 million of them, or 40 per cent", 0, 3)
	f.Fuzz(func(t *testing.T, seed uint64, plain string, from, n int) {
		words := strings.FieldsFunc(plain, func(r rune) bool { return r < '0' || r > 'z' || r > '9' && r < 'a' })
		if len(words) == 0 || len(plain) > 2000 {
			return
		}
		r := rand.New(rand.NewPCG(seed, 0))
		text, starts, ends := typeset(r, words)
		from = max(from, -(from+1)) % len(words)
		to := from + 1 + max(n, -(n+1))%(len(words)-from)
		quote, _, _ := typeset(r, words[from:to])
		got := Fold(text).Locate(Query{Quote: quote, Near: starts[from]})
		if got.Class != claims.Exact && got.Class != claims.Typographic {
			t.Fatalf("%q of %q: %s %v", quote, text, got.Class, got.Difference)
		}
		places := append([]Occurrence{got.Occurrence}, got.Others...)
		for _, p := range places {
			if p.Start <= starts[from]+len("“") && p.Start >= starts[from] && p.End <= ends[to-1] && p.End >= ends[to-1]-len("”") {
				return
			}
		}
		t.Fatalf("%q of %q: at %v, not %d to %d", quote, text, got.Span, starts[from], ends[to-1])
	})
}
