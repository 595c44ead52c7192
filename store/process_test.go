package store

import (
	"bufio"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"stet/claims"
)

const (
	articlesEach = 20
	relabelsEach = 20
	claimsEach   = 400
)

// changeOf returns a change of claims, built on a dossier.
func changeOf(d *claims.Dossier, all ...claims.Claim) *claims.Change {
	return &claims.Change{By: "Dana Scott", What: "claim label", At: noon, Article: d.Article.ID, After: d.Version, Claims: all}
}

func TestProcessesWriteAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	// Neither finds a ledger, so that they also make it at once.
	runAll(t, child(t, "write", path, "a", "1"), child(t, "write", path, "b", "1001"), child(t, "write", path, "c", "2001"))
	l := openLedger(t, path, Options{})
	articles, err := l.Articles(t.Context())
	if err != nil || len(articles) != 3*articlesEach {
		t.Errorf("%d articles, %v; want %d", len(articles), err, 3*articlesEach)
	}
	checkWhole(t, l, 5)
}

func TestNoChangeIsLostBetweenProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	l := openLedger(t, path, Options{Create: true})
	apply(t, l, story("ship", 1, 1))
	runAll(t, child(t, "relabel", path), child(t, "relabel", path))
	if got := dossier(t, l, "ship").Entries[0].Claim.LabelBy; got != strconv.Itoa(2*relabelsEach) {
		t.Errorf("%s of %d changes stand", got, 2*relabelsEach)
	}
}

func runAll(t *testing.T, all ...*exec.Cmd) {
	t.Helper()
	for _, cmd := range all {
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for _, cmd := range all {
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v: %s", err, cmd.Stderr)
		}
	}
}

// TestKilledImportLeavesAllOrNothing kills a process that imports, 20 times,
// each a little later after it said that an import began.
func TestKilledImportLeavesAllOrNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	closed(t, path)
	for i := range 20 {
		killAfter(t, time.Duration(i)*time.Millisecond, child(t, "import", path, fmt.Sprint("run-", i)))
		l, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkWhole(t, l, claimsEach)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killAfter starts a process, and kills it so long after it said that it began.
func killAfter(t *testing.T, after time.Duration, cmd *exec.Cmd) {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	begun := bufio.NewScanner(out).Scan()
	time.Sleep(after) // so that it is killed in another place each time
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait() // killed, as it should be
	if !begun {
		t.Fatalf("it did not begin: %s", cmd.Stderr)
	}
}

// checkWhole fails unless every article has the n claims that its import
// gives it, the history has no gap, and SQLite finds nothing wrong.
func checkWhole(t *testing.T, l *Ledger, n int) {
	t.Helper()
	if got := queryText(t, l, `select count(*) from article where (select count(*) from claim c where c.article = article.id) <> `+strconv.Itoa(n)); got != "0" {
		t.Errorf("%s articles have not all of their claims", got)
	}
	if got := queryText(t, l, `select count(*) - coalesce(max(seq), 0) from history`); got != "0" {
		t.Errorf("the history has gaps: %s", got)
	}
	want := queryText(t, l, `select 6 * count(*) + 2 * (select count(*) from claim) from article`)
	if got := queryText(t, l, `select count(*) from history`); got != want {
		t.Errorf("%s events, want %s", got, want)
	}
	if got := queryText(t, l, `pragma integrity_check`); got != "ok" {
		t.Errorf("integrity_check: %s", got)
	}
}

// queryText returns the first column of a query's first row.
func queryText(t *testing.T, l *Ledger, query string) string {
	t.Helper()
	text, ok, err := one(t.Context(), l.reader, scanOne[string], query)
	if err != nil || !ok {
		t.Fatalf("%s: %v", query, err)
	}
	return text
}
