package store

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"stet/claims"
)

// crashed returns the path of a ledger whose last program was killed with
// changes in its log, alone in its folder but for that log.
func crashed(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "stet.db")
	closed(t, path)
	cmd, begun := importing(t, path)
	begun.Scan()
	begun.Scan() // the second has begun: the first is in the log
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait() // killed, as it should be
	if !hasLog(path) {
		t.Fatal("nothing is in the log")
	}
	return path
}

// importing starts a process that imports until it is killed, and returns what it
// says as each import begins.
func importing(t *testing.T, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := child(t, "import", path, "run")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// TestCopyLeavesTheFolderAlone copies ledgers that a program which was killed
// left behind, with its shared memory and without.
func TestCopyLeavesTheFolderAlone(t *testing.T) {
	for _, without := range []string{"", "-shm"} {
		path := crashed(t)
		if without != "" {
			if err := os.Remove(path + without); err != nil {
				t.Fatal(err)
			}
		}
		before := contents(t, filepath.Dir(path))
		copied := filepath.Join(t.TempDir(), "copy.db")
		if err := Copy(t.Context(), path, copied); err != nil {
			t.Fatal(err)
		}
		if after := contents(t, filepath.Dir(path)); after != before {
			t.Errorf("the folder held %s\nand holds %s", before, after)
		}
		if got := listing(t, filepath.Dir(copied)); got != "copy.db" {
			t.Errorf("beside the copy: %s", got)
		}
		l := openLedger(t, copied, Options{})
		checkWhole(t, l, claimsEach)
		if got := queryText(t, l, `select count(*) from article`); got == "0" {
			t.Error("what stood in the log is not in the copy")
		}
	}
}

// TestCopyOfALedgerInUse copies again and again while another program writes.
func TestCopyOfALedgerInUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	closed(t, path)
	cmd, begun := importing(t, path)
	defer cmd.Wait()
	defer cmd.Process.Kill()
	for i := range 8 {
		begun.Scan()
		copied := filepath.Join(t.TempDir(), fmt.Sprint(i, ".db"))
		if err := Copy(t.Context(), path, copied); err != nil {
			t.Fatal(err)
		}
		checkWhole(t, openLedger(t, copied, Options{}), claimsEach)
	}
}

func TestCopyRefuses(t *testing.T) {
	dir := t.TempDir()
	path, there, other := filepath.Join(dir, "stet.db"), filepath.Join(dir, "there.db"), filepath.Join(dir, "story.md")
	closed(t, path)
	for _, name := range []string{there, other} {
		if err := os.WriteFile(name, []byte("words"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := contents(t, dir)
	var input *claims.InputError
	if err := Copy(t.Context(), filepath.Join(dir, "none.db"), filepath.Join(dir, "copy.db")); !errors.As(err, &input) {
		t.Errorf("no ledger: %v", err)
	}
	if err := Copy(t.Context(), path, there); !errors.Is(err, os.ErrExist) {
		t.Errorf("over a file: %v", err)
	}
	if err := Copy(t.Context(), other, filepath.Join(dir, "copy.db")); err == nil {
		t.Error("no SQLite file was copied as a ledger")
	}
	if after := contents(t, dir); after != before {
		t.Errorf("the folder held %s\nand holds %s", before, after)
	}
}

// contents returns the files of a folder with the digest of each.
func contents(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all += fmt.Sprintf("%s %s\n", e.Name(), content(string(b)).Digest)
	}
	return all
}
