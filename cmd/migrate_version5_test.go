package cmd

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// version5 is where a ledger of version 5 lies, with what its program told of it.
const version5 = "../testdata/ledger/version5."

// TestLedgerOfVersion5 has the program open what an older one wrote and people
// worked with: every command tells all that it told then, sign-offs hold or are
// void as they were, and the history still tells the tables.
func TestLedgerOfVersion5(t *testing.T) {
	t.Parallel()
	ledger := filepath.Join(t.TempDir(), "stet.db")
	loadLedger(t, ledger, version5+"sql")
	run := func(args ...string) []byte {
		t.Helper()
		var out, complaint bytes.Buffer
		env := quietEnv()
		env.Stdout, env.Stderr = &out, &complaint
		if code := Run(t.Context(), env, append([]string{"--ledger", ledger}, args...)); code != 0 {
			t.Fatalf("stet %s exits %d: %s", strings.Join(args, " "), code, complaint.String())
		}
		return out.Bytes()
	}
	then, now := decoded(t, version5+"export.json"), parsed(t, run("export", "--format", "json"))
	if missing := untold(then, now, "$"); missing != "" {
		t.Errorf("the export no longer tells %s", missing)
	}
	if copies, _ := filepath.Glob(ledger + ".v5-*.bak"); len(copies) != 1 {
		t.Errorf("%d copies of the ledger as it was", len(copies))
	}
	for _, article := range []string{"bridge", "ferry"} {
		said := run("audit", article, "--stage", "closing", "--format", "json", "--fail-on", "never")
		checkAudit(t, decoded(t, version5+"audit."+article+".json"), parsed(t, said))
	}
	checkLedger(t, ledger)
	if hits := run("search", "sailed", "--in", "sources"); !bytes.Contains(hits, []byte("sailed at noon with 40 cars")) {
		t.Errorf("what an older program read is not searched: %s", hits)
	}
	run("verify", "bridge", "ferry", "--fail-on", "never")
	if missing := untold(verdictsOf(now), verdictsOf(parsed(t, run("export", "--format", "json"))), "$"); missing != "" {
		t.Errorf("once the checks have run anew the export no longer tells %s", missing)
	}
}

// loadLedger makes a database of a file of SQL.
func loadLedger(t *testing.T, path, file string) {
	t.Helper()
	statements, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), string(statements)); err != nil {
		t.Fatal(err)
	}
}

// checkAudit fails unless an audit finds all that it found then, and beyond that
// says that the checks are others now. Of a claim let stand the findings cost
// less since.
func checkAudit(t *testing.T, then, now any) {
	t.Helper()
	found, unverified := map[string]bool{}, false
	for _, f := range findingsOf(now) {
		found[outlined(f)] = true
		unverified = unverified || f["check"] == "unverified"
	}
	if !unverified {
		t.Error("nothing says that the checks have not run since")
	}
	for _, f := range findingsOf(then) {
		if !found[outlined(f)] && f["claim"] != "bridge#4" {
			t.Errorf("no longer found: %s", outlined(f))
		}
	}
}

func findingsOf(audit any) (found []map[string]any) {
	for _, f := range audit.(map[string]any)["findings"].([]any) {
		found = append(found, f.(map[string]any))
	}
	return found
}

// outlined is a finding without what newer programs say of it beside.
func outlined(f map[string]any) string {
	return fmt.Sprint(f["article"], f["line"], f["column"], f["severity"], f["check"], f["claim"], f["source"], f["message"])
}

// verdictsOf is what an export tells of verdicts.
func verdictsOf(export any) (told []any) {
	for _, c := range export.(map[string]any)["claims"].([]any) {
		claim := c.(map[string]any)
		told = append(told, map[string]any{"code": claim["code"], "verdict": claim["verdict"], "void": claim["void"], "checker": claim["checker"]})
	}
	return told
}

func decoded(t *testing.T, file string) any {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return parsed(t, text)
}

func parsed(t *testing.T, text []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// untold returns the first of what one JSON value tells that another does not,
// "" where that tells it all; what it tells beyond does not count.
func untold(want, got any, path string) string {
	switch want := want.(type) {
	case map[string]any:
		object, _ := got.(map[string]any)
		for key, value := range want {
			if missing := untold(value, object[key], path+"."+key); missing != "" {
				return missing
			}
		}
		return ""
	case []any:
		list, _ := got.([]any)
		if len(list) != len(want) {
			return fmt.Sprintf("%s: %d values, now %d", path, len(want), len(list))
		}
		for i := range want {
			if missing := untold(want[i], list[i], fmt.Sprintf("%s[%d]", path, i)); missing != "" {
				return missing
			}
		}
		return ""
	}
	if want != got {
		return fmt.Sprintf("%s: %v, now %v", path, want, got)
	}
	return ""
}
