package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestFileSystemAllowsOnlyReading runs as a user whom permissions bind.
func TestFileSystemAllowsOnlyReading(t *testing.T) {
	needsUnix(t)
	lower := asNobody(t)
	for _, test := range []struct {
		name      string
		file, dir os.FileMode
	}{
		{"file and folder", 0o444, 0o555},
		{"file", 0o444, 0o777},
		{"folder", 0o666, 0o555},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := openDir(t)
			path := filepath.Join(dir, "stet.db")
			l := openLedger(t, path, Options{Create: true})
			apply(t, l, story("ship", 1, 1))
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			for name, mode := range map[string]os.FileMode{path: test.file, dir: test.dir} {
				if err := os.Chmod(name, mode); err != nil {
					t.Fatal(err)
				}
			}
			defer os.Chmod(dir, 0o755) // so that it can be removed
			cmd := child(t, "locked", path)
			lower(cmd)
			if err := cmd.Run(); err != nil {
				t.Errorf("%v: %s", err, cmd.Stderr)
			}
			if got := listing(t, dir); got != "stet.db" {
				t.Errorf("folder holds %s", got)
			}
		})
	}
}

// TestReadOnlyLedgerInUse reads, as a user who may not write, what another
// has written to the log and not yet to the file.
func TestReadOnlyLedgerInUse(t *testing.T) {
	needsUnix(t)
	if os.Geteuid() != 0 {
		t.Skip("only root can run a program as another user")
	}
	dir := openDir(t)
	path := filepath.Join(dir, "stet.db")
	closed(t, path)
	l := openLedger(t, path, Options{})
	apply(t, l, story("ship", 1, 1))
	if !hasLog(path) {
		t.Fatal("nothing is in the log")
	}
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		if err := os.Chmod(name, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := child(t, "locked", path)
	asNobody(t)(cmd)
	if err := cmd.Run(); err != nil {
		t.Errorf("%v: %s", err, cmd.Stderr)
	}
	apply(t, l, story("boat", 2, 1))
}

// openDir returns a new folder that every user can reach.
func openDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "stet-store-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// readLocked reads a ledger that cannot be written to, and tries to.
func readLocked(ctx context.Context, args []string) error {
	l, err := Open(ctx, args[0], Options{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("read only: %w", err)
	}
	if _, err := l.Dossier(ctx, "ship"); err != nil {
		return err
	}
	if err := l.Close(); err != nil {
		return err
	}
	l, err = Open(ctx, args[0], Options{Create: true})
	if err == nil {
		return fmt.Errorf("opened to be written to: %w", l.Close())
	}
	if !errors.Is(err, ErrReadOnly) {
		return fmt.Errorf("to be written to: got %w, want ErrReadOnly", err)
	}
	return nil
}

// asNobody returns what makes a command run as a user without rights, where
// this one has them all: from a copy, for that user may not reach the original.
func asNobody(t *testing.T) func(cmd *exec.Cmd) {
	t.Helper()
	if os.Geteuid() != 0 {
		return func(*exec.Cmd) {}
	}
	program, err := os.ReadFile(child(t).Path)
	if err != nil {
		t.Fatal(err)
	}
	dir := openDir(t)
	copied := filepath.Join(dir, "store.test")
	if err := os.WriteFile(copied, program, 0o755); err != nil {
		t.Fatal(err)
	}
	return func(cmd *exec.Cmd) {
		cmd.Path, cmd.Dir = copied, dir
		setUser(cmd, 65534)
	}
}
