package cmd

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestSweep removes what imports that were killed left, however early that was,
// and leaves one that may still be under way.
func TestSweep(t *testing.T) {
	t.Parallel()
	dir, now := t.TempDir(), time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	make := func(name string, age time.Duration, holdsLedger bool) string {
		folder := filepath.Join(dir, name)
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if made := filepath.Join(folder, "stet.db"); holdsLedger {
			writeFile(t, made, "half a ledger", 0o600)
			if err := os.Chtimes(made, now, now.Add(-age)); err != nil {
				t.Fatal(err)
			}
			age = 2 * abandoned // a folder is older than what was last written in it
		}
		if err := os.Chtimes(folder, now, now.Add(-age)); err != nil {
			t.Fatal(err)
		}
		return folder
	}
	gone := []string{make(".stet-import-1", abandoned+time.Hour, true), make(".stet-import-2", abandoned+time.Hour, false)}
	kept := []string{make(".stet-import-3", time.Hour, true), make(".stet-import-4", time.Hour, false), make("stet-import-5", 2*abandoned, true)}
	sweep(dir, now)
	for _, folder := range gone {
		if _, err := os.Stat(folder); err == nil {
			t.Errorf("%s is left", filepath.Base(folder))
		}
	}
	for _, folder := range kept {
		if _, err := os.Stat(folder); err != nil {
			t.Error(err)
		}
	}
}
