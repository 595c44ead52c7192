package cmd

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"stet/store"
	"stet/store/storetest"
)

// killsVariable names how often an export of 100,000 claims is killed; without
// it a small one is, a few times.
const killsVariable = "STET_KILLS"

// TestKilledExport kills exports at random moments. The file that was to be
// replaced is as it was, or wholly replaced, and the ledger is sound.
func TestKilledExport(t *testing.T) {
	claims, kills := 3_000, 6
	if n, err := strconv.Atoi(os.Getenv(killsVariable)); err == nil {
		claims, kills = 100_000, n
	}
	dir := t.TempDir()
	ledger, target := filepath.Join(dir, "stet.db"), filepath.Join(dir, "claims.csv")
	if err := storetest.Fill(t.Context(), ledger, storetest.Size{Claims: claims, Seed: 9}); err != nil {
		t.Fatal(err)
	}
	export := func() *exec.Cmd {
		c := exec.CommandContext(t.Context(), "stet", "--ledger", ledger, "export", "--format", "csv", "--output", target)
		c.Env = append(os.Environ(), "HOME="+dir, "GORACE="+noSleep)
		return c
	}
	start := time.Now()
	if out, err := export().CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := time.Since(start)
	want, err := os.ReadFile(target)
	if err != nil || bytes.Count(want, []byte("\n")) < claims {
		t.Fatalf("%d bytes are no export: %v", len(want), err)
	}
	killed := 0
	for i := range kills {
		old := fmt.Appendf(nil, "what stood there before kill %d", i)
		writeFile(t, target, string(old), 0o644)
		c := export()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Float64() * float64(whole)))
		c.Process.Kill()
		if c.Wait() != nil {
			killed++
		}
		got, err := os.ReadFile(target)
		if err != nil || !bytes.Equal(got, old) && !bytes.Equal(got, want) {
			t.Errorf("kill %d left %d bytes, neither the %d of the old file nor the %d of the new one: %v", i, len(got), len(old), len(want), err)
		}
	}
	if killed == 0 {
		t.Error("every export was quicker than its killer: nothing was tested")
	}
	checkSound(t, ledger)
	t.Logf("%d of %d exports of %d claims were killed before their end", killed, kills, claims)
}

// checkSound asks SQLite whether the ledger is whole.
func checkSound(t *testing.T, ledger string) {
	t.Helper()
	l, err := store.Open(t.Context(), ledger, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, query := range []string{`select * from pragma_integrity_check where integrity_check <> 'ok'`, `select * from pragma_foreign_key_check`} {
		if err := l.Query(t.Context(), query, nil, func(_ []string, values []any) error { return fmt.Errorf("%v", values) }); err != nil {
			t.Error(err)
		}
	}
}
