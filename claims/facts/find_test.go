package facts

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// written is Tuesday 3 March 2026.
var written = time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)

// shownFacts lists facts as "kind text value unit from..to".
func shownFacts(found []Fact) string {
	var all []string
	for _, f := range found {
		s := string(f.Kind) + " " + f.Text
		switch {
		case f.Kind == Date && f.From != "":
			s += " = " + f.From
			if f.To != f.From {
				s += ".." + f.To
			}
		case f.Approximate && f.Value == 0:
			s += fmt.Sprintf(" >= %v %s", f.Least, f.Unit)
		case f.Kind != Date:
			s += strings.TrimRight(fmt.Sprintf(" = %v %s", f.Value, f.Unit), " ")
		}
		all = append(all, strings.TrimRight(s, " "))
	}
	return strings.Join(all, "; ")
}

func TestFigures(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"two thirds of it, a fifth of them, three and a half", "number two thirds = 0.6666666666666666; number a fifth = 0.2; number three and a half = 3.5"},
		{"2½ litres, 10 1/2 miles and 3 ft 6 in", "dimension 2½ litres = 2.5 litre; dimension 10 1/2 miles = 10.5 mile; dimension 3 ft 6 in = 3.5 foot"},
		{"nine out of ten; 30 out of 450", "number nine out of ten = 0.9; number 30 = 30; number 450 = 450"},
		{"half a million euros, a quarter of a million", "money half a million euros = 500000 EUR; number a quarter of a million = 250000"},
		{"two and a half billion dollars", "money two and a half billion dollars = 2.5e+09 USD"},
		{"a 3.4m-euro loan, €5bn, 12 cents, 40 pence", "money 3.4m-euro = 3.4e+06 EUR; money €5bn = 5e+09 EUR; money 12 cents = 12 cent; money 40 pence = 40 penny"},
		{"tens of thousands, hundreds of millions of dollars, multi-billion-pound", "number tens of thousands >= 20000; money hundreds of millions of dollars >= 2e+08 USD; number multi-billion >= 2e+09"},
		{"sales doubled, a tenfold rise, three times as many, three times that week", "multiple doubled = 2; multiple tenfold = 10; multiple three times = 3; number three = 3"},
		{"She is 87 years old; Bo, aged 12, and a 9-year-old", "age 87 years old = 87 year; age aged 12 = 12 year; age 9-year-old = 9 year"},
		{"2.5 percentage points, 50 basis points, 7 per cent", "percent 2.5 percentage points = 2.5 points; percent 50 basis points = 50 basis points; percent 7 per cent = 7 %"},
		{"minus 3 degrees Celsius, -5 °C", "number minus 3 degrees Celsius = -3 degree Celsius; temperature -5 °C = -5 degree Celsius"},
		{"the twenty-first, the 3rd, last, next to last", "ordinal twenty-first = 21; ordinal 3rd = 3; ordinal last = 0 end; ordinal next to last = -1 end"},
		{"1,234,567.5 and 40 000 and 12.3e+4", "number 1,234,567.5 = 1.2345675e+06; number 40 000 = 40000; number 12.3e+4 = 123000"},
		{"5 to 10 percent, $3–5 million, between 3 and 5 miles", "percent 5 = 5 %; percent 10 percent = 10 %; money $3 = 3e+06 USD; money 5 million = 5e+06 USD; dimension 3 = 3 mile; dimension 5 miles = 5 mile"},
		{"from 900 to 1,000; he and 5 to 4; 7-3; 3 and 5 miles", "number 900 = 900; number 1,000 = 1000; number 5 = 5; number 4 = 4; number 7 = 7; number 3 = 3; number 3 = 3; dimension 5 miles = 5 mile"},
		{"Moss 74 100%, 40 000 men", "number 74 = 74; percent 100% = 100 %; number 40 000 = 40000"},
		{"see https://example.com/2019/07/22?q=30%25 now", ""},
		{"naïve2 and ünder 5", "number 5 = 5"},
	} {
		got := shownFacts(Figures(c.text))
		if want := strings.Replace(c.want, "number minus 3", "temperature minus 3", 1); got != want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, want)
		}
	}
}

func TestDatesOn(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"on July 22, 2019, and on 22 July", "date July 22, 2019 = 2019-07-22; date 22 July = 2026-07-22"},
		{"last Tuesday, yesterday, two weeks ago", "date last Tuesday = 2026-02-24; date yesterday = 2026-03-02; date two weeks ago = 2026-02-17"},
		{"earlier this year, in the third quarter of 2019, in Q3 2020, in fiscal 2024", "date earlier this year = 2026-01-01..2026-12-31; date third quarter of 2019 = 2019-07-01..2019-09-30; date Q3 2020 = 2020-07-01..2020-09-30; date fiscal 2024"},
		{"last summer, this winter, on 5 July. It", "date last summer = 2025-06-01..2025-08-31; date this winter = 2026-12-01..2027-02-28; date 5 July = 2026-07-05"},
		{"the 1990s, mid-2019, summer 2020, May 2–4, 2021", "date 1990s = 1990-01-01..1999-12-31; date mid-2019 = 2019-01-01..2019-12-31; date summer 2020 = 2020-06-01..2020-08-31; date May 2–4, 2021 = 2021-05-02..2021-05-04"},
		{"It may march on. She may, in may.", ""},
		{"in 2019 people came; 2019 people came; $2019", "date 2019 = 2019-01-01..2019-12-31; number 2019 = 2019; money $2019 = 2019 USD"},
		{"on 15, the second", "number 15 = 15; ordinal second = 2"},
		{"30 February 2020", "number 30 = 30; date February 2020 = 2020-02-01..2020-02-29"},
		{"two years ago on 31 January, a month ago", "date two years ago = 2024-03-03; date 31 January = 2026-01-31; date a month ago = 2026-02-03"},
	} {
		if got := shownFacts(NumbersOn(c.text, written)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestAmbiguousDate(t *testing.T) {
	for text, want := range map[string]bool{"3/7/2017": true, "22/7/2019": false, "7/7/2019": false, "2019-07-03": false} {
		if found := Numbers(text); len(found) != 1 || found[0].Kind != Date || found[0].Ambiguous != want {
			t.Errorf("%q: %+v, want ambiguous %t", text, found, want)
		}
	}
}

func TestComparable(t *testing.T) {
	factor, ok := Comparable(Fact{Unit: "kilometre"}, Fact{Unit: "mile"})
	if !ok || !near(factor, 1.609344, 1e-12) {
		t.Errorf("a mile is %v km, %t", factor, ok)
	}
	if _, ok := Comparable(Fact{Unit: "kilometre"}, Fact{Unit: "hour"}); ok {
		t.Error("kilometres compare with hours")
	}
	if _, ok := Comparable(Fact{Unit: "kilometre"}, Fact{Unit: ""}); ok {
		t.Error("kilometres compare with nothing")
	}
}

// FuzzFind looks for what must hold of every text: facts lie in it, in order,
// those of one reading don't overlap, and a date's days are in order.
func FuzzFind(f *testing.F) {
	f.Add(paragraph)
	for _, seed := range []string{"$ 1 4/5", "c $ -1.1^--23", "two hundred and fifty-four hundredths", "the 31st of next month", "Feb 30", "5 ft 2 in",
		"12.32e+14 75 USD million", "nineteen zero one", "31/12/99", "½ a dozen", "−3", "1,2,3", "0.9 trillion cubic feet", "a few months ago", "\u202f40\u202f000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Find(text, written)
		end := 0
		for _, fact := range NumbersOn(text, written) {
			if fact.Start < end || fact.End <= fact.Start || fact.End > len(text) || fact.Text != text[fact.Start:fact.End] {
				t.Fatalf("%q: %+v after %d", text, fact, end)
			}
			if end = fact.End; fact.From > fact.To {
				t.Fatalf("%q: %+v ends before it begins", text, fact)
			}
		}
	})
}
