package verify

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
)

// TestEvalFalseErrors lays summaries that people found correct beside the
// articles that they sum up: an error is a false alarm. It runs on data that is
// not ours to ship.
func TestEvalFalseErrors(t *testing.T) {
	root := os.Getenv("STET_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(root, "data", "claim-evidence", "cliff.jsonl"))
	if err != nil {
		t.Skip("needs claim-evidence/cliff.jsonl: set STET_SHARED")
	}
	defer f.Close()
	correct, falseErrors := 0, 0
	rows := bufio.NewScanner(f)
	rows.Buffer(nil, 1<<24)
	for rows.Scan() {
		var row struct {
			Doc, Summ string
			ErrorType any `json:"error_type"`
		}
		if err := json.Unmarshal(rows.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		kind, err := json.Marshal(row.ErrorType)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(kind), "correct") {
			continue
		}
		correct++
		falseErrors += countErrors(t, row.Summ, row.Doc)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d correct summaries, %d false errors", correct, falseErrors)
	if correct < 100 || falseErrors*100 > 2*correct {
		t.Errorf("%d errors on %d correct summaries: more than 2 in a hundred", falseErrors, correct)
	}
}

func countErrors(t *testing.T, claim, source string) int {
	t.Helper()
	d, texts := Example{Claim: claim, Label: claims.OwnVoice, Cites: []Exhibit{{Text: source}}}.dossier()
	result, err := Run(t.Context(), d, func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }, Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range result.Findings {
		if f.Severity == claims.Error {
			n++
		}
	}
	return n
}
