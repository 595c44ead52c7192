package cmd

import (
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"stet/sources/corpus"
)

// realArticle returns a real news article, which is not ours to ship.
func realArticle(t *testing.T) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(corpus.Path(t, "articles"), "*_*.txt"))
	if err != nil || len(found) == 0 {
		t.Fatalf("no article is at hand: %v", err)
	}
	return found[0]
}

// TestRealArticle checks a real article that cites nothing: one finding says
// so, every claim is listed, and its words come out byte for byte.
func TestRealArticle(t *testing.T) {
	article := realArticle(t)
	raw := string(readBack(t, article))
	ledger := filepath.Join(t.TempDir(), "stet.db")
	run := func(args ...string) string {
		t.Helper()
		env, stdout, stderr := testEnv()
		if code := Run(t.Context(), env, append(args, "--ledger", ledger)); code != exitOK {
			t.Fatalf("%v exits %d: %s", args, code, stderr)
		}
		return stdout.String()
	}
	if out := run("check", article, "--article", "real", "--format", "ndjson"); strings.Count(out, "\n") != 1 || !strings.Contains(out, `"no-citation"`) {
		t.Errorf("findings, want one:\n%s", out)
	}
	var list struct {
		Claims []struct {
			Text  string
			Label string
		}
	}
	if err := json.Unmarshal([]byte(run("list", "--json")), &list); err != nil {
		t.Fatal(err)
	}
	labels := map[string]int{}
	for _, c := range list.Claims {
		labels[c.Label]++
		if !strings.Contains(raw, c.Text) {
			t.Errorf("a claim is not in the article byte for byte: %q", c.Text)
		}
	}
	if labels["court filing"] == 0 || labels["announced"] == 0 || labels["reported"] == 0 || labels["own voice"] == 0 || labels[""] > 0 {
		t.Errorf("labels: %v", labels)
	}
	rows, err := csv.NewReader(strings.NewReader(run("export", "--format", "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(list.Claims)+1 {
		t.Fatalf("%d rows for %d claims", len(rows), len(list.Claims))
	}
	for i, row := range rows[1:] {
		if row[3] != list.Claims[i].Text {
			t.Errorf("row %d: %q, want %q", i+1, row[3], list.Claims[i].Text)
		}
	}
}
