package revise

import (
	"strings"
	"testing"

	"stet/claims"
)

func TestReason(t *testing.T) {
	for _, test := range []struct{ name, old, now, want string }{
		{"the same", "It is open.", "It is open.", ""},
		{"typography", `"It's a long-term plan - we hope," he said.`, "“It’s a longterm plan—we hope,” he said.", ""},
		{"number", "The yard has 40 workers.", "The yard has 48 workers.", "the number 40 became 48"},
		{"number in words", "The yard has seven workers.", "The yard has eight workers.", "the number seven became eight"},
		{"number written another way", "The yard has seven workers.", "The yard has 7 workers.", "words changed"},
		{"scale", "It cost $4.2 million in all.", "It cost $4.2 billion in all.", "the number $4.2 million became $4.2 billion"},
		{"points", "Turnout rose 4 percent.", "Turnout rose 4 percentage points.", "the number 4 percent became 4 percentage points"},
		{"decimal point", "It grew 4.0 percent.", "It grew 40 percent.", "the number 4.0 percent became 40 percent"},
		{"number put in", "The yard has workers.", "The yard has 48 workers.", "the number 48 was put in"},
		{"date", "It opened on May 3, 2024.", "It opened on May 4, 2025.", "the date May 3, 2024 became May 4, 2025"},
		{"weekday", "It opened on Monday.", "It opened on Tuesday.", "the date Monday became Tuesday"},
		{"month", "It opens in May.", "It opens in June.", "the date May became June"},
		{"name", "The judge, Katharine Renner, agreed.", "The judge, Katherine Renner, agreed.", "the name Katharine Renner became Katherine Renner"},
		{"name that begins the sentence", "Renner agreed to it.", "Rinner agreed to it.", "the name Renner became Rinner"},
		{"initial", "The judge, Dana Scott, agreed.", "The judge, Dana K. Scott, agreed.", "the name Dana Scott became Dana K. Scott"},
		{"name taken out", "The plan of Carr Holdings failed.", "The plan failed.", "the name Carr Holdings was taken out"},
		{"quotation", "He called it “a great success.”", "He called it “a huge success.”", "the quoted words “great” became “huge”"},
		{"quotation marks put in", "He called it a great success.", "He called it a “great success.”", "the quotation marks around “great success” were put in"},
		{"quotation marks taken out", "He called it a “great success.”", "He called it a great success.", "the quotation marks around “great success” were taken out"},
		{"negation", "It did pay the fine.", "It did not pay the fine.", "“not” was put in"},
		{"contraction", "It had paid the fine.", "It hadn’t paid the fine.", "“hadn’t” was put in"},
		{"negation taken out", "It never paid the fine.", "It paid the fine.", "“never” was taken out"},
		{"modal", "It may sell the yard.", "It will sell the yard.", "“may” became “will”"},
		{"attribution", "The mayor said it was open.", "The mayor claimed it was open.", "“said” became “claimed”"},
		{"hedge", "The yard is reportedly for sale.", "The yard is for sale.", "“reportedly” was taken out"},
		{"words", "The yard is large and old.", "The yard is large and ancient.", "words changed"},
		{"words taken out", "The yard is large and old.", "The yard is large.", "words changed"},
		{"order", "Large and old is the yard.", "Old and large is the yard.", "words changed"},
		{"capitals", "The Polish workers left.", "The polish workers left.", "capitals changed"},
		{"punctuation", "It is open, he hoped.", "It is open; he hoped.", "punctuation changed"},
		{"several", "The yard may sell 40 boats, Field said.", "The yard will sell 48 boats, Ford said.",
			"the number 40 became 48, the name Field became Ford and “may” became “will”"},
		{"other words too", "The old yard has 40 workers.", "The large yard has 48 workers.", "the number 40 became 48 and words changed"},
		{"another language", "市長は40人だと述べた。", "市長は48人だと述べた。", "words changed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Reason(test.old, test.now); got != test.want {
				t.Errorf("Reason(%q, %q)\n got %s\nwant %s", test.old, test.now, got, test.want)
			}
		})
	}
}

// FuzzDifference wants both texts, word for word, in their difference, and
// something named wherever they don't fold alike.
func FuzzDifference(f *testing.F) {
	f.Add("The yard has 40 workers.", "The yard may have 48.")
	f.Add("“It—is,” he said", "it - is")
	f.Add("", "x")
	f.Add("a b a b", "b a b a")
	f.Add("May 3 may", "3 \u00ad May '")
	f.Fuzz(func(t *testing.T, old, now string) {
		var was, is []string
		for _, e := range Difference(old, now) {
			if e.Kind != claims.Inserted {
				was = append(was, bares(wordsOf(e.Text))...)
			}
			if e.Kind != claims.Omitted {
				is = append(is, bares(wordsOf(e.Text))...)
			}
		}
		if got, want := strings.Join(was, " "), strings.Join(bares(wordsOf(old)), " "); got != want {
			t.Errorf("the old words are %q, want %q", got, want)
		}
		if got, want := strings.Join(is, " "), strings.Join(bares(wordsOf(now)), " "); got != want {
			t.Errorf("the new words are %q, want %q", got, want)
		}
		if (claims.FoldWords(old) == claims.FoldWords(now)) != (Reason(old, now) == "") {
			t.Errorf("%q and %q: the reason is %q", old, now, Reason(old, now))
		}
	})
}
