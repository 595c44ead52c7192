package quote

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"stet/claims"
)

// reports are sentences of ours, in the manner of news.
var reports = strings.Split(strings.TrimSpace(`
The council said on Monday that the bridge over the river would open to traffic in 14 weeks.
Dana Whitcombe, who ran the yard until 2019, could not say how many boats had been lost that night.
Under the agreement, the firm may withdraw published models if the board of Lumenfold does not object.
About 3,200 people in Harrow Sound will have to leave their homes before the first of May.
The judge, Katherine Renner, did not rule on whether the letters could be shown to the jury.
Brackwater paid $4.7 billion for the stake, which it must sell again within three years.
Nobody at the harbour would say why the ferry had never carried more than twelve lifeboats.
The charter forbids the sale of a controlling interest to any commercial provider of computing.
Officials in Port Ellery expect that unemployment will fall to 6.3 percent by the end of 2027.
The minister said the tunnel should cost no more than 900 million euros, a third of the first estimate.
Ms. Okafor told the inquiry that she had not seen the memo until Tom Reyes read it out in court.
The company will not appeal, but it might ask the court in Delwyn to reduce the fine of 40 million.
`), "\n")

// alterations make one change that no copy desk may make: of a figure, a name,
// a negation, a modal.
var alterations = []struct {
	kind ChangeKind
	make func(r *rand.Rand, s string) string
}{
	{NumberChange, swap("14", "41", "2019", "2018", "3,200", "3,300", "4.7 billion", "4.7 million", "twelve", "ten", "6.3 percent", "6.3 percentage points", "900", "90", "40", "48", "2027", "2072", "three", "two")},
	{NameChange, swap("Dana", "Diana", "Whitcombe", "Whitcomb", "Lumenfold", "Lumenfield", "Harrow", "Barrow", "Katherine", "Katharine", "Renner", "Rener", "Brackwater", "Blackwater", "Okafor", "Okafar", "Reyes", "Reeves", "Delwyn", "Delwin", "Ellery", "Elley")},
	{NegationChange, swap("could not", "could", "does not", "does", "did not", "did", "Nobody", "Somebody", "never", "ever", "no more", "more", "had not", "had", "will not", "will", "will have", "will not have", "must sell", "must not sell", "may withdraw", "may not withdraw", "would open", "would not open")},
	{ModalChange, swap("would open", "will open", "could not", "would not", "may withdraw", "will withdraw", "will have", "may have", "must sell", "may sell", "will fall", "could fall", "should cost", "could cost", "might ask", "will ask", "would say", "could say")},
}

// swap returns what puts one of the words, at random, in the place of its
// pair, or "" where a sentence has none.
func swap(pairs ...string) func(*rand.Rand, string) string {
	return func(r *rand.Rand, s string) string {
		for _, i := range r.Perm(len(pairs) / 2) {
			if out := strings.Replace(s, pairs[2*i], pairs[2*i+1], 1); out != s {
				return out
			}
		}
		return ""
	}
}

// TestNoAlterationIsTypography makes 500 quotes with one changed figure, name,
// negation or modal each, in texts set with every kind of typography, and wants
// none taken for the same words.
func TestNoAlterationIsTypography(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(17, 18))
	text := strings.Join(reports, "\n")
	set := strings.NewReplacer("fi", "ﬁ", "'", "’", " a ", " a ", "agreement", "agree-\nment", " - ", " — ").Replace(text)
	named := 0
	for n := 0; n < 500; {
		a := alterations[r.IntN(len(alterations))]
		quote := a.make(r, reports[r.IntN(len(reports))])
		if quote == "" {
			continue
		}
		n++
		for _, text := range []string{text, set} {
			got := Fold(text).Locate(Query{Quote: quote, Near: -1})
			if got.Class == claims.Exact || got.Class == claims.Typographic || got.Class == claims.OCR || got.Class == claims.Elided {
				t.Errorf("%q: %s, by %v", quote, got.Class, got.Difference)
			}
			for _, c := range Changes(got.Difference) {
				if c.Kind == a.kind {
					named++
				}
			}
		}
	}
	if named < 950 {
		t.Errorf("only %d of 1000 alterations were named for what they are", named)
	}
}

func TestChanges(t *testing.T) {
	for _, c := range []struct{ quote, source, want string }{
		{"paid 4 million dollars for it", "paid 4 billion dollars for it", "number: million for billion"},
		{"the rents of the houses along the harbour rose by 4 percentage points in all", "the rents of the houses along the harbour rose by 4 percent in all", "number: percentage points for percent"},
		{"so that no one at the harbour would say", "so that nobody at the harbour would say", "wording: no one for nobody"},
		{"it did sell the whole of it", "it did not sell the whole of it", "negation:  for not"},
		{"it will sell the whole of it", "it may sell the whole of it", "modal: will for may"},
		{"on the evening of the storm he took the boat to the island with his brothers and their dog", "on the evening of the storm he reportedly took the boat to the island with his brothers and their dog", "hedge:  for reportedly"},
		{"the boat that Dana Scott sold us", "the boat that Dana Moss sold us", "name: Scott for Moss"},
		{"the whole of the old red boat", "the whole of the red old boat", "order:  for red; order: red for "},
		{"the firm keeps the whole of it", "the firm kept the whole of it", "tense: keeps for kept"},
		{"the firms stopped making boats here", "the firms stop making boats here", "tense: stopped for stop"},
		{"the firm kept the whole stake in the yard for as long as it could pay for that", "the firm kept the whole contested stake in the yard for as long as it could pay for that", "omitted:  for contested"},
		{"the firm kept the whole contested stake in the yard for as long as it was able", "the firm kept the whole stake in the yard for as long as it was able", "inserted: contested for "},
		{"the firm kept the entire stake then", "the firm kept the whole stake then", "wording: entire for whole"},
	} {
		got := Fold("So " + c.source + ", he said.").Locate(Query{Quote: c.quote, Near: -1})
		var all []string
		for _, change := range Changes(got.Difference) {
			all = append(all, fmt.Sprintf("%s: %s for %s", change.Kind, change.Quote, change.Source))
		}
		if s := strings.Join(all, "; "); s != c.want {
			t.Errorf("%q of %q: %s %s, want %s", c.quote, c.source, got.Class, s, c.want)
		}
	}
}

// TestElidedQuotes cuts 200 quotes as editors do, over gaps of 5 to 300 words.
func TestElidedQuotes(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(19, 20))
	marks := []string{" … ", " ... ", " . . . ", " [...] ", " […] ", "… ", " [the firm] "}
	right := 0
	for i := range 200 {
		words := strings.Fields(prose(r, 40_000, 2000))
		from := r.IntN(len(words) - 500)
		var quote, want []string
		at := from
		for part := range 2 + r.IntN(2) {
			n := 4 + r.IntN(8)
			if part > 0 {
				gap := 5 + r.IntN(296/(1+part))
				want = append(want, words[at:at+gap]...)
				at += gap
			}
			quote = append(quote, strings.Join(words[at:at+n], " "))
			want = append(want, words[at:at+n]...)
			at += n
		}
		got := Fold(strings.Join(words, " ")).Locate(Query{Quote: strings.Join(quote, marks[i%len(marks)]), Near: -1})
		if got.Class == claims.Elided && got.In(strings.Join(words, " ")) == strings.Join(want, " ") {
			right++
		}
	}
	if right < 195 {
		t.Errorf("%d of 200 elided quotes were found in their right place", right)
	}
}
