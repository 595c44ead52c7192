package claims

import (
	"errors"
	"testing"
)

func TestParseRating(t *testing.T) {
	for s, want := range map[string]Rating{
		"2/5 mostly false": {2, 5, "mostly false"},
		"2/5":              {2, 5, ""},
		" 3 ":              {3, DefaultBestRating, ""},
		"mostly false":     {0, 0, "mostly false"},
		"4 Pinocchios":     {0, 0, "4 Pinocchios"},
		"half/true":        {0, 0, "half/true"},
		"7/10 so so":       {7, 10, "so so"},
		"":                 {},
	} {
		got, err := ParseRating(s)
		if err != nil || got != want {
			t.Errorf("ParseRating(%q) = %+v, %v; want %+v", s, got, err, want)
		}
		if again, err := ParseRating(got.String()); err != nil || again != want {
			t.Errorf("%q does not read back: %+v, %v", got, again, err)
		}
	}
	for _, s := range []string{"6/5", "0/5", "0", "1/1", "9 ", "6"} {
		var input *InputError
		if got, err := ParseRating(s); !errors.As(err, &input) {
			t.Errorf("ParseRating(%q) = %+v, %v; want it refused", s, got, err)
		}
	}
}

func TestRatingInWords(t *testing.T) {
	for rating, want := range map[Rating]string{{2, 5, ""}: "2 of 5", {2, 5, "False"}: "False", {}: ""} {
		if got := rating.Words(); got != want {
			t.Errorf("%+v reads %q, want %q", rating, got, want)
		}
	}
}

func TestReviewIsChecked(t *testing.T) {
	good := Review{ClaimantURL: "https://example.org/", Appearance: "http://example.org/a", URL: "https://example.org/b", ClaimDate: "2026-02-28", Date: "2026-03-01"}
	if err := good.Check(); err != nil {
		t.Error(err)
	}
	for _, bad := range []Review{{URL: "example.org"}, {URL: "javascript:alert(1)"}, {Appearance: "https:///x"}, {ClaimantURL: "file:///etc/passwd"}, {Date: "1 March"}, {ClaimDate: "2026-02-30"}} {
		var input *InputError
		if err := bad.Check(); !errors.As(err, &input) {
			t.Errorf("%+v: %v, want it refused", bad, err)
		}
	}
}

func TestRatesWords(t *testing.T) {
	r := Review{Rated: "He said “no”."}
	if !r.RatesWords(`He said "no".`) || r.RatesWords("He said yes.") {
		t.Error("a rating holds for the words it was given on, and no others")
	}
}
