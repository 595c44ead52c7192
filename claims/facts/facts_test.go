package facts

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It paid $3.2 billion.", "money $3.2 billion 3.2e+09 USD"},
		{"It paid US$1bn, then £40m and EUR 3.4m.", "money US$1bn 1e+09 USD; money £40m 4e+07 GBP; money EUR 3.4m 3.4e+06 EUR"},
		{"A$20 and 20 dollars", "money A$20 20 AUD; money 20 dollars 20 USD"},
		{"3,200 million dollars", "money 3,200 million dollars 3.2e+09 USD"},
		{"one billion dollars", "money one billion dollars 1e+09 USD"},
		{"a hundred and twelve people, forty-two dogs", "number a hundred and twelve 112 ; number forty-two 42 "},
		{"Sales rose 12.5 percent, or 3 percentage points, from 9%.", "percent 12.5 percent 12.5 %; percent 3 percentage points 3 points; percent 9% 9 %"},
		{"about 400 people and nearly a million birds", "number ~400 400 ; number ~a million 1e+06 "},
		{"billions, dozens, a multibillion-dollar deal", "number ~billions 0 ; number ~dozens 0 ; money ~multibillion-dollar 0 USD"},
		{"One of them has 2-3 cats, 10–12 dogs.", "number 2 2 ; number 3 3 ; number 10 10 ; number 12 12 "},
		{"It lasted 40 minutes.", "duration 40 minutes 40 minute"},
		{"a $10-million, 38-year-old ship", "money $10-million 1e+07 USD; age 38-year-old 38 year"},
		{"the 3rd and the first", "ordinal 3rd 3 ; ordinal first 1 "},
		{"No. 4:25-cv-01187, Section 230, GPT-4, at 12:40, 5 p.m., p. 3, ¶ 42, 555-0123, v1.2.3, so[2]", ""},
		{"in 2019 and the 1990s", "date 2019 0 ; date 1990s 0 "},
		{"On March 14, 2025, or 9 June, or September 8", "date March 14, 2025 0 ; date 9 June 0 ; date September 8 0 "},
		{"2019 people came", "number 2019 2019 "},
		{"$2019 was paid", "money $2019 2019 USD"},
		{"It measures 5m by 3 feet.", "dimension 5m 5 metre; dimension 3 feet 3 foot"},
		{"", ""},
	} {
		var got []string
		for _, f := range Numbers(c.text) {
			about := ""
			if f.Approximate {
				about = "~"
			}
			got = append(got, fmt.Sprintf("%s %s%s %v %s", f.Kind, about, f.Text, f.Value, f.Unit))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, strings.Join(got, "; "), c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"July 22, 2019": "2019-07-22 2019-07-22", "22 July 2019": "2019-07-22 2019-07-22", "2019-07-22": "2019-07-22 2019-07-22",
		"July 2019": "2019-07-01 2019-07-31", "2019": "2019-01-01 2019-12-31", "the 1990s": "1990-01-01 1999-12-31",
		"Feb. 2024": "2024-02-01 2024-02-29", "July 22": " ", "22/7/2019": "2019-07-22 2019-07-22",
	} {
		found := Numbers(text)
		if len(found) != 1 || found[0].Kind != Date || found[0].From+" "+found[0].To != want {
			t.Errorf("%q: %+v, want %s", text, found, want)
		}
	}
}

func TestSameNumberAndRounds(t *testing.T) {
	one := func(s string) Fact { return Numbers(s)[0] }
	for _, c := range []struct {
		a, b          string
		same, rounded bool
	}{
		{"$3.2 billion", "US$3,200 million", true, true},
		{"3.2 billion dollars", "3.2 billion", true, false},
		{"$3.2 billion", "$3.2 million", false, false},
		{"$3.24 billion", "$3.2 billion", false, true},
		{"$3.26 billion", "$3.2 billion", false, false},
		{"12.3%", "12 percent", false, true},
		{"12 percentage points", "12 percent", false, false},
		{"$2.6 billion", "$3 billion", false, false},
		{"412", "400", false, false},
		{"billions", "1 billion", false, false},
		{"32.5 percent", "32.5 people", false, false},
	} {
		if got := SameNumber(one(c.a), one(c.b)); got != c.same {
			t.Errorf("SameNumber(%s, %s) = %v", c.a, c.b, got)
		}
		if got := Rounds(one(c.a), one(c.b)); got != c.rounded {
			t.Errorf("Rounds(%s, %s) = %v", c.a, c.b, got)
		}
	}
}

func TestNames(t *testing.T) {
	for text, want := range map[string]string{
		"On Monday, Dana Scott of Halden Systems met Judge Renner.":     "Dana Scott of Halden Systems|Renner",
		"Brackwater’s chief competitor was Tallis Networks.":            "Tallis Networks",
		"In May the company met the University of Leeds.":               "University of Leeds",
		"Dogs bark. The council met.":                                   "",
		"Halden sued. Then Halden lost.":                                "Halden|Halden",
		"NASA said so.":                                                 "NASA",
		"J. D. Vance met Mr. Scott and Ms. O’Neil.":                     "J. D. Vance|Scott|O’Neil",
		"He wrote to Vincent van der Berg in The Hague.":                "Vincent van der Berg|Hague",
		"A Founder Sues Over a Cloud Company’s Stake in Her Laboratory": "",
		"José Peña told The Port Ellery Courier that it was over.":      "José Peña|Port Ellery Courier",
		"“We sold it,” Osei said.":                                      "Osei",
		"Under the agreement, Brackwater may close off models.":         "Brackwater",
		"": "",
	} {
		var got []string
		for _, f := range Names(text) {
			got = append(got, f.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func TestCoversName(t *testing.T) {
	for _, c := range []struct {
		text, name string
		want       bool
	}{
		{"Dana Scott sued in March.", "Dana Scott", true},
		{"Dana Scott sued in March.", "Scott", true},
		{"Ms. Scott sued in March.", "Dana Scott", true},
		{"Then Scott sued.", "Dana Scott", true},
		{"Dona Scott sued.", "Dana Scott", false},
		{"Lawyers for Scott’s firm", "Scott", true},
		{"José Peña left", "Jose Pena", true},
		{"Halden Systems, Inc. agreed", "Halden Systems", true},
		{"Halden Systems agreed", "Halden Systems Corp.", true},
		{"the Securities and Exchange Commission", "SEC", true},
		{"the SEC said", "Securities and Exchange Commission", true},
		{"the Port Ellery Courier", "The Port Ellery Courier", true},
		{"D. Scott sued", "Dana Scott", true},
		{"The scottish dog", "Scott", false},
		{"nothing here", "Scott", false},
	} {
		if got := CoversName(c.text, c.name); got != c.want {
			t.Errorf("CoversName(%q, %q) = %v", c.text, c.name, got)
		}
	}
}

func TestNearName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Katharine Renner", "Katherine Renner", true},
		{"Dana Whitlock", "Dana Whitlok", true},
		{"Whitlock", "Whiltock", true},
		{"Dana Scott", "Dana Scott", false},
		{"José Peña", "Jose Pena", false},
		{"Tallis Network", "Tallis Networks", false},
		{"America", "American", false},
		{"Dana Scott", "Anna Scott", false},
		{"Smith", "Smyth", true},
		{"Iran", "Iraq", false},
		{"Renner", "Katherine Renner", false},
		{"Austria", "Australia", false},
	} {
		if got := NearName(c.a, c.b); got != c.want {
			t.Errorf("NearName(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestQuotations(t *testing.T) {
	for text, want := range map[string]string{
		"He called it “foundational,” she “staggering.”": "foundational|staggering",
		`"It is over," he said. "All of it."`:            "It is over|All of it",
		"It isn’t the firm's way, or the workers’ way.":  "",
		"“He said ‘no’ to me,” she said.":                "He said ‘no’ to me",
		"They called it ‘a disgrace’.":                   "a disgrace",
		"‘the workers' rights’":                          "the workers' rights",
		"“never closed":                                  "",
		"“”":                                             "",
	} {
		var got []string
		for _, f := range Quotations(text) {
			got = append(got, f.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func FuzzFacts(f *testing.F) {
	f.Add("On March 14, 2025, Dana Scott paid “$3.2 billion,” about 12 percent.")
	f.Add("No. 4:25-cv-01187 … ‘nested “quotes”’ 1,000,000 \u00bd")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		for _, list := range [][]Fact{Numbers(text), Names(text), Quotations(text)} {
			end := 0
			for _, fact := range list {
				if fact.Start < end || fact.End <= fact.Start || fact.End > len(text) || fact.Text != text[fact.Start:fact.End] || !utf8.ValidString(fact.Text) {
					t.Fatalf("%+v in %q", fact, text)
				}
				end = fact.End
			}
		}
	})
}
