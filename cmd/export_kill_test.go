package cmd

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"stet/store/storetest"
)

// TestKilledExport kills exports at random moments. The file that was to be
// replaced is as it was, or wholly replaced, and the ledger is sound.
func TestKilledExport(t *testing.T) {
	kills, claims := kills(t)
	dir := t.TempDir()
	ledger, target := filepath.Join(dir, "stet.db"), filepath.Join(dir, "claims.csv")
	if err := storetest.Fill(t.Context(), ledger, storetest.Size{Claims: claims, Seed: 9}); err != nil {
		t.Fatal(err)
	}
	export := func() *exec.Cmd {
		return stet(t, dir, "--ledger", ledger, "export", "--format", "csv", "--output", target)
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
		if kill(t, export(), rand.N(whole)) {
			killed++
		} else {
			whole = max(whole/2, 1) // it is quicker than the first was
		}
		got, err := os.ReadFile(target)
		if err != nil || !bytes.Equal(got, old) && !bytes.Equal(got, want) {
			t.Errorf("kill %d left %d bytes, neither the %d of the old file nor the %d of the new one: %v", i, len(got), len(old), len(want), err)
		}
	}
	if killed == 0 {
		t.Error("every export was quicker than its killer: nothing was tested")
	}
	checkLedger(t, ledger)
	t.Logf("%d of %d exports of %d claims were killed before their end", killed, kills, claims)
}
