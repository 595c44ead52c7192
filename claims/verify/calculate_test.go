package verify

import (
	"errors"
	"math"
	"testing"
)

func TestCalculate(t *testing.T) {
	for text, want := range map[string]float64{
		"38/450": 38. / 450, "1 + 2 * 3": 7, "(1+2)*3": 9, "1,200 ÷ 4": 300, "−5 + 2": -3, "--4": 4, "50%*8": 4, "2.5×4": 10, "10-4-3": 3, "8/4/2": 1,
	} {
		if got, err := calculate(text); err != nil || math.Abs(got-want) > 1e-12 {
			t.Errorf("%s = %v, %v, want %v", text, got, err, want)
		}
	}
	for text, want := range map[string]error{
		"": errFormula, "1+": errFormula, "(1": errFormula, "1)": errFormula, "1/0": errDivision, "1/(2-2)": errDivision, "x": errFormula, "1.2.3": errFormula,
	} {
		if _, err := calculate(text); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
}

// FuzzCalculate looks for a formula that ends in anything but a number or an
// error.
func FuzzCalculate(f *testing.F) {
	for _, seed := range []string{"38/450", "((((1))))", "1e9", "----1", "5%%", "1/0*0", "9999999999999999999*9"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if v, err := calculate(text); err == nil && (math.IsInf(v, 0) || math.IsNaN(v)) {
			t.Errorf("%q = %v", text, v)
		}
	})
}
