//go:build unix

package cmd

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSearchOfReadOnlyLedger searches a ledger that cannot be written to, of
// which some is indexed: the answer is whole, and says what is not kept.
func TestSearchOfReadOnlyLedger(t *testing.T) {
	dir := openToAll(t)
	for _, step := range []string{
		"echo 'The bridge opened on Monday.' > one.md && stet import one.md",
		"stet search bridge",
		"echo 'The old bridge closed on Tuesday.' > two.md && stet import two.md",
		"chmod 444 stet.db && chmod 555 .",
	} {
		if out, code := shell(dir, step); code != 0 {
			t.Fatalf("%s: %s", step, out)
		}
	}
	defer os.Chmod(dir, 0o755) // so that it can be removed
	home := openToAll(t)
	out, errs, code := asNobody(t, home, "search", "bridge", "--in", "claims", "--ledger", filepath.Join(dir, "stet.db"))
	if code != 0 || !strings.Contains(out, "one#1") || !strings.Contains(out, "two#1") {
		t.Errorf("exits %d: %s%s", code, out, errs)
	}
	if want := "1 new claims were indexed for this answer only: the ledger cannot be written to now: it is read-only"; !strings.Contains(errs, want) {
		t.Errorf("says %q", errs)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "stet.db-*")); err != nil || len(left) > 0 {
		t.Errorf("leaves %v, %v", left, err)
	}
}

// openToAll returns a folder that another user can reach.
func openToAll(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "stet-cmd-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}
