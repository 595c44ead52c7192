package cmd

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"stet/store"
)

// kills returns how many imports a test kills, and of how many claims:
// STET_KILLS=50 is what .ci/run asks for.
func kills(t *testing.T) (times, claims int) {
	t.Helper()
	if asked, err := strconv.Atoi(os.Getenv("STET_KILLS")); err == nil {
		return asked, 100_000
	}
	return 4, 3_000
}

// TestKilledImportOfATable kills the import of a table at random moments, in
// turn into a new ledger and into one that is there: the ledger is whole each
// time, and has all of the table or nothing.
func TestKilledImportOfATable(t *testing.T) {
	times, n := kills(t)
	dir := t.TempDir()
	table, story := filepath.Join(dir, "claims.csv"), filepath.Join(dir, "story.md")
	writeFile(t, table, claimRows(n), 0o644)
	writeFile(t, story, "The bridge opened on Monday.\n", 0o644)
	begin := time.Now()
	stet(t, dir, "--ledger", "whole.db", "import", table).Run()
	took := time.Since(begin)
	if got := claimsIn(t, filepath.Join(dir, "whole.db")); got != n {
		t.Fatalf("%d claims of %d", got, n)
	}
	all := 0
	for i := range times {
		name := fmt.Sprintf("ledger-%d.db", i)
		ledger, had := filepath.Join(dir, name), 0
		if i%2 == 1 {
			if out, err := stet(t, dir, "--ledger", name, "import", story).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			had = 1
		}
		after := rand.N(took + took/5)
		kill(t, stet(t, dir, "--ledger", name, "import", table), after)
		switch got := claimsIn(t, ledger); got {
		case had:
		case had + n:
			all++
		default:
			t.Errorf("killed after %v: the ledger has %d claims, want %d or %d", after, got, had, had+n)
		}
		checkLedger(t, ledger)
		for _, file := range []string{ledger, ledger + "-wal", ledger + "-shm"} {
			os.Remove(file)
		}
	}
	t.Logf("%d of %d imports of %d claims were whole when they were killed, in up to %v", all, times, n, took)
}

// stet returns the program as a process of its own.
func stet(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.CommandContext(t.Context(), "stet", args...)
	c.Dir, c.Env = dir, append(os.Environ(), "STET_BY=Kit Moss", "HOME="+dir, "GORACE="+noSleep)
	return c
}

func kill(t *testing.T, c *exec.Cmd, after time.Duration) {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	c.Process.Kill() // it may have ended by itself
	c.Wait()
}

// claimsIn returns how many claims a ledger has; one that is not there has
// none.
func claimsIn(t *testing.T, ledger string) (n int) {
	t.Helper()
	if _, err := os.Stat(ledger); err != nil {
		return 0
	}
	n, err := strconv.Atoi(rowsIn(t, ledger, `select count(*) from claim`)[0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// rowsIn returns what a query says of a ledger, a row a text.
func rowsIn(t *testing.T, ledger, query string) (rows []string) {
	t.Helper()
	l, err := store.Open(t.Context(), ledger, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	err = l.Query(t.Context(), query, nil, func(_ []string, values []any) error {
		rows = append(rows, strings.TrimSpace(fmt.Sprintln(values...)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// checkLedger fails unless a ledger, where there is one, passes SQLite's checks
// and its history tells its tables.
func checkLedger(t *testing.T, ledger string) {
	t.Helper()
	if _, err := os.Stat(ledger); err != nil {
		return
	}
	if got := rowsIn(t, ledger, `select integrity_check from pragma_integrity_check`); len(got) != 1 || got[0] != "ok" {
		t.Errorf("integrity_check: %v", got)
	}
	if got := rowsIn(t, ledger, `select "table", rowid from pragma_foreign_key_check`); len(got) > 0 {
		t.Errorf("foreign_key_check: %v", got)
	}
	l, err := store.Open(t.Context(), ledger, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	again := ledger + ".again"
	defer os.Remove(again)
	if err := l.Rebuild(t.Context(), again); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"source", "article", "draft", "claim", "citation", "signoff", "pin", "history"} {
		if tableSum(t, ledger, table) != tableSum(t, again, table) {
			t.Errorf("the history tells another table %s", table)
		}
	}
}

// tableSum returns a digest of all that a table holds.
func tableSum(t *testing.T, ledger, table string) string {
	t.Helper()
	l, err := store.Open(t.Context(), ledger, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var sum hash.Hash = sha256.New()
	err = l.Query(t.Context(), `select * from `+table+` order by 1, 2`, nil, func(_ []string, values []any) error {
		_, err := fmt.Fprintf(sum, "%q\n", values)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// TestImportOnAFullDisk imports more than the disk holds, into a new ledger and
// into one that is there.
func TestImportOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	disk, table := filepath.Join(dir, "disk"), filepath.Join(dir, "claims.csv")
	writeFile(t, table, claimRows(5_000), 0o644)
	writeFile(t, filepath.Join(dir, "story.md"), "The bridge opened on Monday.\n", 0o644)
	if err := os.Mkdir(disk, 0o755); err != nil {
		t.Fatal(err)
	}
	// A small disk of its own, in a namespace where anybody may mount one.
	mount := exec.Command("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=3m tmpfs "+disk)
	if out, err := mount.CombinedOutput(); err != nil {
		t.Skipf("no disk can be mounted here: %v: %s", err, out)
	}
	script := "mount -t tmpfs -o size=3m tmpfs " + disk + `
cd ` + disk + `
stet import ` + table + `
echo new: $?; ls -A
stet --ledger there.db import ` + filepath.Join(dir, "story.md") + ` --article bridge
stet --ledger there.db import ` + table + `
echo there: $?; ls -A
stet --ledger there.db list
`
	c := exec.CommandContext(t.Context(), "unshare", "-rm", "sh", "-c", script)
	c.Env = append(os.Environ(), "STET_BY=Kit Moss", "HOME="+dir, "GORACE="+noSleep)
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Run(); err != nil {
		t.Fatalf("%v: %s", err, out.String())
	}
	const want = `stet: FULL
new: 3
bridge: 1 claim (1 new, 0 unchanged, 0 moved, 0 edited), 0 cut
stet: FULL
there: 3
there.db
bridge#1	own voice	open		The bridge opened on Monday.
`
	var got strings.Builder
	for line := range strings.Lines(out.String()) {
		if strings.Contains(line, "disk is full") {
			line = "stet: FULL\n"
		}
		got.WriteString(line)
	}
	if got.String() != want {
		t.Errorf("got %s\nwant %s\nin full %s", got.String(), want, out.String())
	}
}
