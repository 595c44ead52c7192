package search

import (
	"errors"
	"strings"
	"testing"

	"stet/claims"
)

// marked returns a text with what a query finds in it in brackets, "" where it
// does not match.
func marked(t *testing.T, query, text string) string {
	t.Helper()
	q, err := ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	marks, ok := q.match(stemmer{}.read(text), stemmer{})
	if !ok {
		return ""
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(text[at:m.Start] + "[" + m.In(text) + "]")
		at = m.End
	}
	return b.String() + text[at:]
}

func TestQueryMatches(t *testing.T) {
	const text = "The sellers’ long-term plan: settling “the Azure case” at café Ampère, 24/7."
	for query, want := range map[string]string{
		"settle":                 "[settling]",
		"SETTLED azure":          "[settling] [Azure]",
		"settle Amazon":          "",
		`"the azure case"`:       "[the Azure case]",
		`“the azure case”`:       "[the Azure case]",
		`«azure case»`:           "[Azure case]",
		`"azure the case"`:       "",
		`"settle"`:               "", // the very word
		`"settling"`:             "[settling]",
		"long-term":              "[long-term]",
		"longterm":               "",
		"set*":                   "[settling]",
		"settlin*":               "[settling]", // longer than its stem
		"settle*":                "",
		`"azure ca*"`:            "[Azure case]",
		"cafe ampere":            "[café] [Ampère]",
		"24/7":                   "[24/7]",
		`azure"the azure"`:       "[the Azure]",
		`seller "case" azu* ...`: "[sellers] [Azure] [case]",
	} {
		got := marked(t, query, text)
		if want == "" && got != "" {
			t.Errorf("%s matches: %s", query, got)
		}
		for _, part := range strings.SplitAfter(want, "]") {
			if !strings.Contains(got, strings.TrimSpace(part)) {
				t.Errorf("%s: %q lacks %s", query, got, part)
			}
		}
	}
}

func TestQueryRefused(t *testing.T) {
	for query, want := range map[string]string{
		"":                           "there is no word",
		" … ":                        "there is no word",
		`""`:                         "there is no word",
		`the "azure case`:            "a quotation mark is not closed",
		"*":                          "no beginning of a word",
		"*able":                      "behind the beginning",
		"im*able":                    "behind the beginning",
		"a.*":                        "no beginning of a word",
		strings.Repeat("ship ", 300): "300 words",
	} {
		_, err := ParseQuery(query)
		var input *claims.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v, want %q", query, err, want)
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{`ship`, `"the azure case" imperv*`, `“a” «b»`, `*`, `"`, `a"b"c`, `24/7`, "\xff\"*"} {
		f.Add(s, "The azure case, imperviously shipped.")
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		q, err := ParseQuery(query)
		if err != nil {
			return
		}
		if len(q.wants) == 0 {
			t.Fatalf("%q asks for nothing", query)
		}
		marks, _ := q.match(stemmer{}.read(text), stemmer{})
		snippet, within := Snippet(text, marks, 20)
		for _, m := range within {
			if m.Start < 0 || m.End > len(snippet) || m.Start >= m.End {
				t.Fatalf("%q in %q: mark %v beyond %q", query, text, m, snippet)
			}
		}
	})
}

func TestSnippet(t *testing.T) {
	text := strings.Repeat("word ", 30) + "needle in hay " + strings.Repeat("word ", 30)
	at := strings.Index(text, "needle")
	snippet, marks := Snippet(text, []claims.Span{{Start: at, End: at + 6}}, 60)
	if len(snippet) > 66 || len(marks) != 1 || marks[0].In(snippet) != "needle" {
		t.Errorf("%q, marks %v", snippet, marks)
	}
	if !strings.HasPrefix(snippet, "…word") || !strings.HasSuffix(snippet, "word…") {
		t.Errorf("%q is not cut between words", snippet)
	}
}
