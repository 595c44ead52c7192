package quote

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"stet/claims"
	"stet/sources/corpus"
)

// classes are a quote and a text, with the class, and the words of the text
// that must be found, of every sort.
var classes = []struct {
	quote, text string
	class       claims.Class
	words       string
}{
	{"may keep its stake", "The company may keep its stake.", claims.Exact, "may keep its stake"},
	{"may keep\n its stake", "The company may  keep its stake.", claims.Exact, "may  keep its stake"},
	{"keep its stake.", "It may keep its stake, it said.", claims.Exact, "keep its stake"},
	{`the company's "stake" - it's kept`, "Here the company’s “stake” — it’s kept.", claims.Typographic, "the company’s “stake” — it’s kept"},
	{"word -- word and more", "A word—word and more.", claims.Typographic, "word—word and more"},
	{"The firm’s ‘grand’ plan", "the firm's “grand” plan", claims.Typographic, "the firm's “grand” plan"},
	{"office of first finance", "The oﬃce of ﬁrst ﬁnance.", claims.Typographic, "oﬃce of ﬁrst ﬁnance"},
	{"long-term reorganisation", "A long-\nterm reorgani-\r\nsation.", claims.Typographic, "long-\nterm reorgani-\r\nsation"},
	{"reorganisation of it", "A reorgani\u00ad\nsation of it.", claims.Typographic, "reorgani\u00ad\nsation of it"},
	{"Café in the old town", "A cafe\u0301 in the old town", claims.Typographic, "cafe\u0301 in the old town"},
	{"[T]he company kept it", "It said the company kept it.", claims.Typographic, "the company kept it"},
	{"from 3-4 to 2019–20", "from 3–4 to 2019-20", claims.Typographic, "from 3–4 to 2019-20"},
	{"zero\u200bwidth space", "zerowidth space", claims.Typographic, "zerowidth space"},
	{"we kept … the keys", "Then we kept all of our old keys and the keys of others.", claims.Elided, "we kept all of our old keys and the keys"},
	{"we kept ... the keys", "we kept all the keys", claims.Elided, "we kept all the keys"},
	{"we kept . . . the keys", "we kept all the keys", claims.Elided, "we kept all the keys"},
	{"[the firm] kept the keys", "it kept the keys", claims.Exact, "kept the keys"},
	{"he said [the firm] kept the keys", "he said it kept the keys", claims.Elided, "he said it kept the keys"},
	{"it is there [sic] house now", "it is there house now", claims.Elided, "it is there house now"},
	{"it will keep its stake in the firm", "It may keep its stake in the firm.", claims.Altered, "It may keep its stake in the firm"},
	{"the firm did not keep its stake", "the firm did keep its stake", claims.Altered, "the firm did keep its stake"},
	{"paid $3.2 million for the whole stake", "paid $3.2 billion for the whole stake", claims.Altered, "paid $3.2 billion for the whole stake"},
	{"paid 4 dollars for the whole stake", "paid 5 dollars for the whole stake", claims.Altered, "paid 5 dollars for the whole stake"},
	{"the modern furnace was closed down", "the modem fumace was closed down", claims.OCR, "modem fumace was closed down"},
	{"about 10 men were on the old boat", "about l0 men were on the old boat", claims.Altered, "about l0 men were on the old boat"},
	{"It sold all of its stake to us [then]", "[It sold all of its stake to us [then]]", claims.Exact, "It sold all of its stake to us [then]"},
	{"water of type H2O was found there", "water of type H2 O was found there", claims.Typographic, "water of type H2 O was found there"},
	{"INTRODUCTION to the matter at hand", "I NTRODUCTION to the matter at hand", claims.OCR, "I NTRODUCTION to the matter at hand"},
	{"a mass of two kM⊙ was seen there", "a mass of two kM was seen there", claims.OCR, "a mass of two kM was seen there"},
	{"* the terms of the licence", "• the terms of the licence", claims.Exact, "the terms of the licence"},
	{"they were not able to pay for it", "they were notable to pay for it", claims.Altered, "they were notable to pay for it"},
	{"sold 1 000 of the shares then", "sold 1000 of the shares then", claims.Altered, "sold 1000 of the shares then"},
	{"the firm may withdraw models that it has published already", "the firm may withdraw\n\n12\n\nmodels that it has published already", claims.Typographic, "the firm may withdraw\n\n12\n\nmodels that it has published already"},
	{"the firm may withdraw models that it has published already", "the firm may withdraw\n  xii\n\fmodels that it has published already", claims.Typographic, "the firm may withdraw\n  xii\n\fmodels that it has published already"},
	{"the firm may withdraw models that it has published already", "the firm may withdraw\n12\nmodels that it has published already", claims.Altered, "the firm may withdraw\n12\nmodels that it has published already"},
	{"the shares of each were 200 400 1000 of the boats in all", "the shares of each were\n\n200\n\n400\n\n600\n\n1000\n\nof the boats in all", claims.Altered, "the shares of each were\n\n200\n\n400\n\n600\n\n1000\n\nof the boats in all"},
	{"it took all of 300 metres of the old wall away", "it took all of ≈ 300 metres of the old wall away", claims.Altered, "it took all of ≈ 300 metres of the old wall away"},
	{"it can pay for all of that", "it can't pay for all of that", claims.Altered, "it can't pay for all of that"},
	{"the council will open the new bridge across the river in the spring of next year",
		"the council will open the    Meanwhile in town, all\nnew bridge across the     the old boats are to be\nriver in the spring of    sold to whoever has\nnext year.                a use for them.",
		claims.Typographic, "the council will open the    Meanwhile in town, all\nnew bridge across the     the old boats are to be\nriver in the spring of    sold to whoever has\nnext year"},
	{"Meanwhile in town, all the old boats are to be sold to whoever has a use for them",
		"the council will open the    Meanwhile in town, all\nnew bridge across the     the old boats are to be\nriver in the spring of    sold to whoever has\nnext year.                a use for them.",
		claims.Typographic, "Meanwhile in town, all\nnew bridge across the     the old boats are to be\nriver in the spring of    sold to whoever has\nnext year.                a use for them"},
	{"the council will open the old bridge once more", "the council will open the\nnew one and close the\nold bridge once more", claims.Altered, "the council will open the\nnew one and close the\nold bridge once more"},
	{"the oscillations of the loops are in Table2", "It says the oscill ations of the loops are in Table 2 below.", claims.OCR, "the oscill ations of the loops are in Table 2"},
	{"Results The spectra of all of the months are shown here", "It has two parts.\nThe spectra of all of the months are shown here.", claims.Altered, "The spectra of all of the months are shown here"},
	{"The spectra of all of the months are shown here see", "The spectra of all of the months are shown here. It has parts.", claims.Altered, "The spectra of all of the months are shown here"},
	{"art", "The party began.", claims.Absent, ""},
	{"the art", "He saw the arts.", claims.Absent, ""},
	{"may sell", "It may buy.", claims.Absent, ""},
	{"10", "10² metres", claims.Absent, ""},
	{"no such words are in this text", "The company may keep its stake in the laboratory.", claims.Absent, ""},
	{"the dog … the cat ran", "The dog ran." + strings.Repeat(" word", 400) + " The cat ran.", claims.Absent, ""},
	{"…", "Anything … at all.", claims.Absent, ""},
	{"", "Anything at all.", claims.Absent, ""},
	{"words", "", claims.Absent, ""},
}

func TestClasses(t *testing.T) {
	for _, c := range classes {
		got := Fold(c.text).Locate(Query{Quote: c.quote, Near: -1})
		if got.Class != c.class || got.In(c.text) != c.words && !strings.HasSuffix(got.In(c.text), c.words) {
			t.Errorf("%q in %q: %s %q, want %s %q", c.quote, c.text, got.Class, got.In(c.text), c.class, c.words)
		}
	}
}

func TestDifferenceNamesWhatChanged(t *testing.T) {
	text := "In the end, it may keep its stake in the firm."
	got := Fold(text).Locate(Query{Quote: "it will keep its stake in the firm", Near: -1})
	want := []claims.Edit{
		{Kind: claims.Same, Text: "it"}, {Kind: claims.Omitted, Text: "may"}, {Kind: claims.Inserted, Text: "will"},
		{Kind: claims.Same, Text: "keep its stake in the firm"},
	}
	if fmt.Sprint(got.Difference) != fmt.Sprint(want) {
		t.Errorf("difference %v, want %v", got.Difference, want)
	}
}

func TestWithinAndNear(t *testing.T) {
	text := "one cost here. two cost there. three cost more."
	f := Fold(text)
	all := f.Locate(Query{Quote: "cost", Near: -1})
	if all.Start != 4 || len(all.Others) != 2 {
		t.Fatalf("found %+v", all)
	}
	if got := f.Locate(Query{Quote: "cost", Near: 20}); got.Start != all.Others[0].Start {
		t.Errorf("near 20: %d", got.Start)
	}
	if got := f.Locate(Query{Quote: "cost", Near: -1, Within: []claims.Span{{Start: 31, End: len(text)}}}); got.Start != all.Others[1].Start || len(got.Others) != 0 {
		t.Errorf("within the third: %+v", got)
	}
	if got := f.Locate(Query{Quote: "one cost here, twice", Near: -1, Within: []claims.Span{{Start: 31, End: len(text)}}}); got.Class != claims.Absent {
		t.Errorf("altered outside the window: %+v", got)
	}
}

// TestContextCases runs the cases in which only the words around a quote, or a
// position, tell which of several places is meant.
func TestContextCases(t *testing.T) {
	b, err := os.ReadFile(corpus.Path(t, "quote-anchor/context-cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Text  string
		Cases []struct {
			Quote, Prefix, Suffix string
			Near                  *int
			Start                 int
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Cases) == 0 {
		t.Fatal("no cases")
	}
	for i, c := range file.Cases {
		q := Query{Quote: c.Quote, Prefix: c.Prefix, Suffix: c.Suffix, Near: -1}
		if c.Near != nil {
			q.Near = *c.Near
		}
		if got := Fold(file.Text).Locate(q); got.Start != c.Start || got.Class == claims.Absent {
			t.Errorf("case %d: %s at %d, want %d", i, got.Class, got.Start, c.Start)
		}
	}
}

// TestNearestEnd compares the bit-parallel distance with the plain recurrence.
func TestNearestEnd(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	random := func(n int) []byte {
		b := make([]byte, n)
		for i := range b {
			b[i] = "abc"[r.IntN(3)]
		}
		return b
	}
	for round := range 100_000 {
		pattern, text := random(1+r.IntN(12)), random(r.IntN(24))
		if round%40 == 0 { // longer than a block
			pattern, text = random(1+r.IntN(150)), random(r.IntN(200))
		}
		end, distance := newBlocks(pattern).nearestEnd(text, len(pattern))
		wantEnd, want := -1, len(pattern)+1
		row := make([]int, len(pattern)+1)
		for i := range row {
			row[i] = i
		}
		for j, c := range text {
			diagonal := row[0]
			for i := range pattern {
				cost := diagonal
				if pattern[i] != c {
					cost++
				}
				diagonal = row[i+1]
				row[i+1] = min(cost, row[i]+1, row[i+1]+1)
			}
			if row[len(pattern)] < want {
				wantEnd, want = j+1, row[len(pattern)]
			}
		}
		if end != wantEnd || distance != want && wantEnd >= 0 {
			t.Fatalf("%s in %s: %d at %d, want %d at %d", pattern, text, distance, end, want, wantEnd)
		}
	}
}

// FuzzLocate wants a part of a text that is cut at the ends of words found at
// its own place, and every place to lie on rune boundaries.
func FuzzLocate(f *testing.F) {
	for _, c := range classes {
		f.Add(c.text, c.quote, 0, 3)
	}
	f.Fuzz(func(t *testing.T, text, quote string, from, n int) {
		if !utf8.ValidString(text) || !utf8.ValidString(quote) || len(text) > 2000 || len(quote) > 500 {
			return
		}
		folded := Fold(text)
		for _, o := range append([]Occurrence{folded.Locate(Query{Quote: quote, Near: -1}).Occurrence}, folded.Locate(Query{Quote: quote, Near: 3}).Others...) {
			if o.Start < 0 || o.End < o.Start || o.End > len(text) || !utf8.ValidString(text[o.Start:o.End]) {
				t.Fatalf("place %+v in %q", o, text)
			}
			if (o.Class == claims.Absent) != (o.Start == o.End) {
				t.Fatalf("%s with place %+v", o.Class, o.Span)
			}
		}
		words := strings.Fields(text)
		if len(words) == 0 {
			return
		}
		from = abs(from) % len(words)
		to := from + 1 + abs(n)%(len(words)-from)
		part := strings.Join(words[from:to], " ")
		if len(editorial().FindStringIndex(part)) > 0 || len(partsOf(part)) != 1 {
			return
		}
		if !isPlain(strings.Join(words, " ")) {
			return
		}
		if got := folded.Locate(Query{Quote: part, Near: -1}); got.Class != claims.Exact && got.Class != claims.Typographic {
			t.Fatalf("%q of %q: %s", part, text, got.Class)
		}
	})
}

// isPlain leaves out texts in which folding joins words or depends on what
// stands around them: a hyphen at the end of a line, an apostrophe at the edge
// of a word, a combining mark.
func isPlain(s string) bool {
	for _, r := range s {
		if r > 0x7e || r < ' ' || strings.ContainsRune("-'\"`", r) {
			return false
		}
	}
	return true
}

func abs(n int) int { return max(n, -(n + 1)) }
