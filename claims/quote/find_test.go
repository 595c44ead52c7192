package quote

import (
	"strings"
	"testing"
	"unicode/utf8"

	"stet/claims"
)

const harbour = "The harbour was dredged in May. “The bridge is open to all,” the warden wrote on Monday. Nobody had asked her. " +
	"The ferry sails at nine, and the last one home is at six."

// selectorOf returns the selector of words in a text.
func selectorOf(t *testing.T, text, words string) claims.Selector {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("the text lacks %q", words)
	}
	return claims.Select(text, claims.Span{Start: i, End: i + len(words)})
}

func TestFind(t *testing.T) {
	whole := selectorOf(t, harbour, "The bridge is open to all")
	without := func(change func(*claims.Selector)) claims.Selector {
		s := whole
		change(&s)
		return s
	}
	tests := []struct {
		name     string
		text     string
		selector claims.Selector
		by       By
		words    string
	}{
		{"everything", harbour, whole, ByWords, "The bridge is open to all"},
		{"moved", "Much was added above. " + harbour, whole, ByWords, "The bridge is open to all"},
		{"the words alone", harbour, claims.Selector{Exact: whole.Exact}, ByWords, "The bridge is open to all"},
		{"both contexts alone", harbour, claims.Selector{Prefix: whole.Prefix, Suffix: whole.Suffix}, ByContext, "The bridge is open to all"},
		{"other words in their place", strings.Replace(harbour, "bridge is open to all", "tunnel has been shut for good", 1), whole, ByContext, "The tunnel has been shut for good"},
		{"the prefix alone, and how much", harbour, without(func(s *claims.Selector) { s.Exact, s.Suffix = "", "" }), ByPrefix, "The bridge is open to all"},
		{"the suffix alone, and how much", harbour, without(func(s *claims.Selector) { s.Exact, s.Prefix = "", "" }), BySuffix, "The bridge is open to all"},
		{"the position alone", harbour, claims.Selector{Start: whole.Start, End: whole.End}, ByPosition, "The bridge is open to all"},
		{"typography", strings.ReplaceAll(harbour, "“", "\""), whole, ByWords, "The bridge is open to all"},
		{"nothing left of it", "Other words.", whole, "", ""},
		{"nothing to look for", harbour, claims.Selector{}, "", ""},
		{"a context of a letter or two", harbour, claims.Selector{Prefix: "e ", Suffix: " i"}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, found := Fold(tt.text).Find(tt.selector)
			if found != (tt.by != "") || p.By != tt.by || p.In(tt.text) != tt.words {
				t.Errorf("%q by %q, want %q by %q", p.In(tt.text), p.By, tt.words, tt.by)
			}
		})
	}
}

// TestFindAmongTwins has the same words in three places, which each part of a
// selector tells apart.
func TestFindAmongTwins(t *testing.T) {
	text := "In spring they agreed: the toll is four pounds a head. In autumn they met again, and still the toll is four pounds a head. " +
		"By winter the toll is four pounds a head, said nobody."
	last := strings.LastIndex(text, "the toll is")
	s := claims.Select(text, claims.Span{Start: last, End: last + len("the toll is four pounds a head")})
	for name, one := range map[string]claims.Selector{
		"prefix":   {Exact: s.Exact, Prefix: s.Prefix},
		"suffix":   {Exact: s.Exact, Suffix: s.Suffix},
		"position": {Exact: s.Exact, Start: s.Start, End: s.End},
	} {
		if p, ok := Fold(text).Find(one); !ok || p.Start != last || len(p.Others) != 2 {
			t.Errorf("%s: found %v, at %d, want %d", name, ok, p.Start, last)
		}
	}
}

// TestFindIsLinear has a context that stands in a text ten thousand times.
func TestFindIsLinear(t *testing.T) {
	text := strings.Repeat("again and again and ", 10_000)
	if _, ok := Fold(text).Find(claims.Selector{Exact: "never before", Prefix: "again and again", Suffix: "and again and"}); ok {
		t.Error("found, though several places fit and no position is known")
	}
}

func FuzzFind(f *testing.F) {
	f.Add(harbour, 34, 25)
	f.Add("ﬁrst co-\noperate “x” ½ İstanbul e\u0301", 3, 9)
	f.Add("", 0, 0)
	f.Fuzz(func(t *testing.T, text string, start, length int) {
		if !utf8.ValidString(text) || start < 0 || length < 0 || start > len(text) || length > len(text)-start {
			return
		}
		for start < len(text) && !utf8.RuneStart(text[start]) {
			start++
		}
		end := max(start, start+length)
		for end = min(end, len(text)); end < len(text) && !utf8.RuneStart(text[end]); end++ {
		}
		span := claims.Span{Start: start, End: end}
		s := claims.Select(text, span)
		if s.Exact != span.In(text) || claims.SpanOf(text, s.Start, s.End) != span ||
			!strings.HasSuffix(text[:start], s.Prefix) || !strings.HasPrefix(text[end:], s.Suffix) ||
			utf8.RuneCountInString(s.Prefix) > claims.ContextLength || utf8.RuneCountInString(s.Suffix) > claims.ContextLength {
			t.Fatalf("selector %+v of %q", s, text)
		}
		folded := Fold(text)
		for _, one := range []claims.Selector{s, {Exact: s.Exact}, {Prefix: s.Prefix, Suffix: s.Suffix}, {Prefix: s.Prefix, Start: s.Start, End: s.End}, {Suffix: s.Suffix, Start: s.Start, End: s.End}, {Start: s.Start, End: s.End}} {
			p, ok := folded.Find(one)
			if !ok {
				continue
			}
			if p.Start < 0 || p.Start > p.End || p.End > len(text) || !utf8.ValidString(p.In(text)) {
				t.Fatalf("%+v of %q leads to %+v", one, text, p)
			}
		}
		if p, ok := folded.Find(s); span.End > span.Start && (!ok || p.By == ByPosition && p.Span != span) {
			t.Fatalf("%+v of %q is found at %+v, %v", s, text, p, ok)
		}
	})
}
