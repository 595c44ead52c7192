package verify

import (
	"testing"

	"stet/claims"
)

func TestWorst(t *testing.T) {
	for _, test := range []struct {
		check Check
		want  claims.Severity
	}{{number, claims.Error}, {label, claims.Warning}, {superlative, claims.Info}} {
		if got, err := test.check.Worst(t.Context()); got != test.want || err != nil {
			t.Errorf("%s: %s, %v; want %s", test.check.ID, got, err, test.want)
		}
	}
}
