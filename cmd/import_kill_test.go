package cmd

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

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
