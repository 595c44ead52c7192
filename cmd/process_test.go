package cmd

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"stet/store"
)

// kills returns how often a test kills the program, and at work on how many
// claims: STET_KILLS=50 does so fifty times, on a large ledger.
func kills(t *testing.T) (times, claims int) {
	t.Helper()
	if asked, err := strconv.Atoi(os.Getenv("STET_KILLS")); err == nil {
		return asked, 100_000
	}
	return 4, 3_000
}

// stet returns the program as a process of its own.
func stet(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.CommandContext(t.Context(), "stet", args...)
	c.Dir, c.Env = dir, append(os.Environ(), "STET_BY=Kit Moss", "HOME="+dir, "GORACE="+noSleep)
	return c
}

// kill starts a process and kills it after a while, and reports whether that was
// before its end.
func kill(t *testing.T, c *exec.Cmd, after time.Duration) bool {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	c.Process.Kill() // it may have ended by itself
	return c.Wait() != nil
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
