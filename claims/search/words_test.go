package search

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func forms(text string) string {
	var all []string
	for _, w := range Words(text) {
		all = append(all, w.Form)
	}
	return strings.Join(all, " ")
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "",
		" — ":                             "",
		"The sale CLOSED.":                "the sale closed",
		"Trump’s, Trump's, the Joneses'":  "trump trump the joneses",
		"don’t; rock 'n' roll":            "dont rock n roll",
		"1,200 ships, 3.5 percent, 1, 2.": "1200 ships 3.5 percent 1 2",
		"long-term, 24/7, U.S.":           "long term 24 7 u s",
		"co\u00adoperate re\u200bopen":    "cooperate reopen",
		"Århus, café, naïve, Straße, Øre": "arhus cafe naive strasse ore",
		"cafe\u0301 ﬁling":                "cafe filing",
		"#TrumpTaxReturns2016 @realKit":   "trump tax returns 2016 real kit",
		"McDonald iPhone":                 "mcdonald iphone",
		"東京都 2020":                        "東 京 都 2020",
		"Ελλάδα Україна":                  "ελλαδα украіна",
		"\xff\xfeword":                    "word",
		"🚢ship":                           "ship",
	} {
		if diff := cmp.Diff(want, forms(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"Trump’s #TaxReturns2016 1,200", "co\u00adop", "東京", "a'b'c's", "\xff'x", "é\u0301\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, w := range Words(text) {
			if w.Start < end || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%q: word %+v after %d", text, w, end)
			}
			if w.Form == "" || strings.ContainsAny(w.Form, " \n*^\"") {
				t.Fatalf("%q: form %q", text, w.Form)
			}
			if utf8.ValidString(text) && !utf8.ValidString(w.In(text)) {
				t.Fatalf("%q: %+v cuts a rune", text, w)
			}
			end = w.End
		}
		// What is found is found by its own words.
		if q, err := ParseQuery(`"` + strings.Map(unquoted, text) + `"`); err == nil {
			if _, ok := q.match(stemmer{}.read(text), stemmer{}); !ok {
				t.Fatalf("%q does not find itself", text)
			}
		}
	})
}

func unquoted(r rune) rune {
	if isQuotation(r) || r == '*' {
		return ' '
	}
	return r
}
