//go:build unix

package cmd

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is the user without rights on every Unix that we know.
const nobody = 65534

// asNobody runs stet in dir as a user whom permissions bind: they don't bind
// root, which tests often run as.
func asNobody(t *testing.T, dir string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	stet, err := exec.LookPath("stet") // the test binary, as TestMain installs it
	if err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() == 0 {
		stet = copyFor(t, stet, dir)
	}
	c := exec.Command(stet, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "HOME="+dir, "STET_BY=Kit")
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if os.Geteuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	if err := c.Run(); c.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), c.ProcessState.ExitCode()
}

// copyFor puts the program where another user can run it; its name makes it
// stet.
func copyFor(t *testing.T, stet, dir string) string {
	t.Helper()
	b, err := os.ReadFile(stet)
	if err != nil {
		t.Fatal(err)
	}
	bin := filepath.Join(dir, "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(bin, "stet")
	if err := os.WriteFile(copied, b, 0o755); err != nil {
		t.Fatal(err)
	}
	return copied
}

// openUp opens the folders up to the test's own for another user.
func openUp(t *testing.T, dir string) {
	t.Helper()
	for d := dir; strings.HasPrefix(d, os.TempDir()) && d != os.TempDir(); d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadOnlyLedger(t *testing.T) {
	dir := t.TempDir()
	openUp(t, dir)
	writeFile(t, filepath.Join(dir, "story.md"), "The bridge opened on Monday.\n", 0o644)
	if out, code := shell(dir, "stet import story.md"); code != 0 {
		t.Fatalf("import: %s", out)
	}
	ledger := filepath.Join(dir, "stet.db")
	before := readBack(t, ledger)
	for _, name := range []string{ledger, dir} {
		if err := os.Chmod(name, 0o555); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(dir, 0o755) })

	if out, errs, code := asNobody(t, dir, "list"); code != exitOK || !strings.Contains(out, "story#1") {
		t.Errorf("list exits %d: %s%s", code, out, errs)
	}
	for _, args := range [][]string{
		{"check", "story.md"}, {"sign", "story#1", "--verdict", "confirmed"}, {"claim", "label", "story#1", "reported"},
	} {
		out, errs, code := asNobody(t, dir, args...)
		if code != exitUnfinished || !strings.Contains(errs, "read-only") || strings.Contains(errs, "goroutine") {
			t.Errorf("%v exits %d, want 3: %s%s", args, code, out, errs)
		}
	}
	if !bytes.Equal(before, readBack(t, ledger)) {
		t.Error("a ledger that can't be written was written")
	}
}

func TestUnreadableDraft(t *testing.T) {
	dir := t.TempDir()
	openUp(t, dir)
	writeFile(t, filepath.Join(dir, "story.md"), "The bridge opened on Monday.\n", 0o000)
	_, errs, code := asNobody(t, dir, "check", "story.md")
	if code != exitInvalid || !strings.Contains(errs, "story.md: permission denied") {
		t.Errorf("check exits %d, want 2: %s", code, errs)
	}
	if _, err := os.Stat(filepath.Join(dir, "stet.db")); err == nil {
		t.Error("a ledger was made for a draft that can't be read")
	}
}

func writeFile(t *testing.T, name, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

func readBack(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
