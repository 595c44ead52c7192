package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources/corpus"
)

// TestEvalPriority measures how far a high or normal priority agrees with what
// people held to be worth checking in spoken politics (CheckThat! 2024).
func TestEvalPriority(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(corpus.Path(t, "check-worthiness"), "dev.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var s score
	for i, row := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		fields := strings.Split(row, "\t")
		if i == 0 || len(fields) != 3 {
			continue
		}
		found := false
		for _, c := range Claims(lines(strings.Trim(fields[1], `"`))).Claims {
			found = found || c.Priority != claims.Low
		}
		s.count(found, strings.TrimSpace(fields[2]) == "Yes")
	}
	report(t, "priority high or normal on check-worthiness", "F1 of Yes on dev", s.String(), "0.60 (number rule 0.43)")
	if s.right+s.missed == 0 || s.f1() < 0.60 {
		t.Errorf("F1 %.3f of %d sentences", s.f1(), s.right+s.missed)
	}
}
