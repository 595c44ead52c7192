package facts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"stet/claims"
	"stet/sources/corpus"
)

// specified is one case of Recognizers-Text: what a model of it finds in an
// input.
type specified struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []struct {
		Text       string
		TypeName   string
		Start      int  // in UTF-16 code units
		End        *int // inclusive
		Resolution map[string]any
		Value      struct{ FutureResolution, PastResolution struct{ Date string } } // of dates
	}
}

// specifications reads the cases of one file, and skips the test where they are
// not at hand: they are not ours to ship.
func specifications(t *testing.T, file string) []specified {
	t.Helper()
	b, err := os.ReadFile(corpus.Path(t, "numbers-dates/"+file))
	if err != nil {
		t.Fatal(err)
	}
	var all []specified
	if err := json.Unmarshal(bytes.TrimPrefix(b, []byte("\ufeff")), &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// spanValue is what a case is compared by: where, and how much.
type spanValue struct {
	claims.Span
	value string
}

// TestEvalFigures measures spans and values against the specifications. What a
// model gives is part of a larger fact of ours where there is one: of "$10000"
// its numbers are the digits.
func TestEvalFigures(t *testing.T) {
	for _, test := range []struct {
		file  string
		floor float64 // share of cases that agree in every span and value
		ours  func(Fact) (spanValue, bool)
	}{
		{"Number/NumberModel.json", 0.95, numberOf},
		{"Number/PercentModel.json", 1, percentOfFact},
		{"Number/OrdinalModel.json", 0.95, ordinalOf},
		{"NumberWithUnit/CurrencyModel.json", 0.92, moneyOf},
		{"NumberWithUnit/DimensionModel.json", 0.70, dimensionOf},
		{"NumberWithUnit/AgeModel.json", 0.90, ageOf},
	} {
		t.Run(test.file, func(t *testing.T) {
			cases := specifications(t, test.file)
			right := 0
			for _, c := range cases {
				got, want := agreed(c, test.ours)
				if slices.Equal(got, want) {
					right++
				} else if os.Getenv("STET_DEBUG") != "" {
					t.Logf("%q\n got %v\nwant %v", c.Input, got, want)
				}
			}
			share := float64(right) / float64(len(cases))
			t.Logf("| %s | span and value of %d cases | %.3f | %.2f |", test.file, len(cases), share, test.floor)
			if share < test.floor {
				t.Errorf("below %.2f", test.floor)
			}
		})
	}
}

func agreed(c specified, ours func(Fact) (spanValue, bool)) (got, want []spanValue) {
	for _, f := range Figures(c.Input) {
		if v, ok := ours(f); ok {
			got = append(got, v)
		}
	}
	for _, r := range c.Results {
		value := r.Resolution["value"]
		if value == nil || value == "null" {
			value = ""
		}
		start := byteOffset(c.Input, r.Start)
		end := start + len(r.Text)
		if r.End != nil {
			end = byteOffset(c.Input, *r.End+1)
		}
		want = append(want, spanValue{claims.Span{Start: start, End: end}, shownValue(fmt.Sprint(value))})
	}
	slices.SortFunc(want, func(a, b spanValue) int { return a.Start - b.Start })
	return got, want
}

// byteOffset turns an offset in UTF-16 code units into one in bytes.
func byteOffset(text string, units int) int {
	for i, r := range text {
		if units <= 0 {
			return i
		}
		units -= utf16.RuneLen(r)
	}
	return len(text)
}

// shownValue writes a number with twelve digits, which is what the
// specifications agree on.
func shownValue(s string) string {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	return strconv.FormatFloat(v, 'g', 12, 64)
}

func valueOf(f Fact) string {
	if f.Approximate && f.Value == 0 {
		return ""
	}
	return shownValue(fmt.Sprint(f.Value))
}

func numberOf(f Fact) (spanValue, bool) {
	switch f.Kind {
	case Number, Money, Percent, Dimension, Temperature, Duration, Age, Multiple:
		// "29km" is no number of its model.
		if after := f.figure.End - f.Start; f.Kind == Dimension && after >= 0 && after < len(f.Text) && isLetter(f.Text[after]) {
			return spanValue{}, false
		}
		return spanValue{f.figure, valueOf(f)}, valueOf(f) != "" && !math.IsNaN(f.Value)
	}
	return spanValue{}, false
}

func percentOfFact(f Fact) (spanValue, bool) {
	value := valueOf(f)
	if value != "" {
		value += "%"
	}
	return spanValue{f.Span, value}, f.Kind == Percent
}

func ordinalOf(f Fact) (spanValue, bool) {
	value := valueOf(f)
	if f.Unit != "" {
		value = f.Unit + strings.TrimPrefix(fmt.Sprintf("%+d", int(f.Value)), "")
	}
	return spanValue{f.Span, value}, f.Kind == Ordinal
}

func moneyOf(f Fact) (spanValue, bool)     { return spanValue{f.Span, valueOf(f)}, f.Kind == Money }
func dimensionOf(f Fact) (spanValue, bool) { return spanValue{f.Span, valueOf(f)}, f.Kind == Dimension }
func ageOf(f Fact) (spanValue, bool)       { return spanValue{f.Span, valueOf(f)}, f.Kind == Age }

// TestEvalDates measures the days of dates. Of one that lacks its year the
// specifications give the one before and the one behind; either is right.
func TestEvalDates(t *testing.T) {
	cases := specifications(t, "DateTime/DateParser.json")
	right := 0
	for _, c := range cases {
		on, err := time.Parse("2006-01-02T15:04:05", c.Context.ReferenceDateTime)
		if err != nil {
			t.Fatal(err)
		}
		var got []Fact
		for _, f := range Find(c.Input, on.Truncate(24*time.Hour)) {
			if f.Kind == Date {
				got = append(got, f)
			}
		}
		ok := len(got) == len(c.Results)
		for i := 0; ok && i < len(got); i++ {
			want := c.Results[i]
			start := byteOffset(c.Input, want.Start)
			none := want.Value.PastResolution.Date == "0001-01-01" && got[i].From == ""
			ok = got[i].Span == claims.Span{Start: start, End: start + len(want.Text)} && got[i].From == got[i].To &&
				(none || got[i].From == want.Value.PastResolution.Date || got[i].From == want.Value.FutureResolution.Date)
		}
		if ok {
			right++
		} else if os.Getenv("STET_DEBUG") != "" {
			t.Logf("%q on %s\n got %+v\nwant %+v", c.Input, on.Format(time.DateOnly), got, c.Results)
		}
	}
	share := float64(right) / float64(len(cases))
	t.Logf("| DateTime/DateParser.json | span and day of %d cases | %.3f | 0.85 |", len(cases), share)
	if share < 0.85 {
		t.Errorf("below 0.85")
	}
}
