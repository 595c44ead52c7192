package cmd

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// atOnce runs processes side by side, and returns what each complains of that
// fails.
func atOnce(t *testing.T, all ...*exec.Cmd) (complaints []string) {
	t.Helper()
	said := make([]bytes.Buffer, len(all))
	for i, c := range all {
		c.Stderr = &said[i]
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for i, c := range all {
		if c.Wait() != nil {
			complaints = append(complaints, said[i].String())
		}
	}
	return complaints
}

// TestImportsAtOnce has two processes import tables, first where there is no
// ledger and then into the one that there is, while others search it. A process
// that is told that it failed left nothing, and one that was not all of its table.
func TestImportsAtOnce(t *testing.T) {
	const n = 3_000
	dir := t.TempDir()
	ledger := filepath.Join(dir, "stet.db")
	table := func(name string) string {
		path := filepath.Join(dir, name+".csv")
		writeFile(t, path, strings.ReplaceAll(claimRows(n), "story-", name+"-"), 0o644)
		return path
	}
	importing := func(name string) *exec.Cmd { return stet(t, dir, "import", table(name)) }
	failed := atOnce(t, importing("one"), importing("two"))
	for _, complaint := range failed {
		if !strings.Contains(complaint, "another program made stet.db meanwhile, so that nothing was imported") {
			t.Errorf("one fails: %s", complaint)
		}
	}
	had := (2 - len(failed)) * n
	if got := claimsIn(t, ledger); got != had || had == 0 {
		t.Fatalf("%d claims, want %d", got, had)
	}
	checkLedger(t, ledger)

	searching := func() *exec.Cmd { return stet(t, dir, "search", "council", "--limit", "1") }
	for _, complaint := range atOnce(t, importing("three"), searching(), importing("four"), searching(), searching()) {
		t.Errorf("one fails: %s", complaint)
	}
	if got := claimsIn(t, ledger); got != had+2*n {
		t.Errorf("%d claims, want %d", got, had+2*n)
	}
	checkLedger(t, ledger)
	for _, complaint := range atOnce(t, searching()) {
		t.Errorf("the last search fails: %s", complaint)
	}
	if got := rowsIn(t, ledger, `select sum(documents) from search_segment where kind = 'claims'`)[0]; got != strconv.Itoa(had+2*n) {
		t.Errorf("%s claims are indexed, want each of %d once", got, had+2*n)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".stet*")); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
	if _, err := os.Stat(ledger + "-wal"); err == nil {
		t.Error("the last program left a log")
	}
}
