package cmd

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// errDisk is what a failing disk says.
var errDisk = errors.New("no space left on device")

// fullDisk is a file on a disk with room for so many bytes; a call by the name
// of fails fails as well.
type fullDisk struct {
	*os.File
	room    int
	fails   string
	written *int
}

// Write writes as much as there is room for.
func (f *fullDisk) Write(b []byte) (int, error) {
	if len(b) > f.room {
		n, _ := f.File.Write(b[:f.room])
		f.room = 0
		return n, errDisk
	}
	f.room -= len(b)
	*f.written += len(b)
	return f.File.Write(b)
}

// Chmod, Sync and Close do what a file does, or fail.
func (f *fullDisk) Chmod(mode fs.FileMode) error { return f.or("chmod", f.File.Chmod(mode)) }
func (f *fullDisk) Sync() error                  { return f.or("sync", f.File.Sync()) }
func (f *fullDisk) Close() error                 { return f.or("close", f.File.Close()) }

func (f *fullDisk) or(call string, err error) error {
	if call == f.fails {
		return errDisk
	}
	return err
}

// exportDesk makes a ledger with a claim of everything in the working folder,
// and returns for each format the command that exports it.
func exportDesk(t *testing.T) [][]string {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"story.md":   "The ferry sank on Monday, Ida Berg said.[^1] It carried two cars.[^2]\n\n[^1]: notice.txt \"sank on Monday\"\n[^2]: tel., Ida Berg, 3 May 2025\n",
		"notice.txt": "The ferry sank on Monday.\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"check", "story.md"},
		{"claim", "edit", "story#1", "--claimant", "Ida Berg", "--review-url", "https://courier.example/1", "--rating", "2/5"},
	} {
		var complaint bytes.Buffer
		env := quietEnv()
		env.Stderr = &complaint
		if code := Run(t.Context(), env, args); code != exitOK {
			t.Fatalf("%q exits %d: %s", args, code, complaint.String())
		}
	}
	var all [][]string
	for _, format := range exportFormats() {
		args := []string{"export", "--format", format}
		if format == "claimreview" {
			args = append(args, "story#1")
		}
		all = append(all, args)
	}
	return all
}

// TestEveryExportSurvivesAFullDisk runs out of room at each of a hundred points
// of an export in each format, and fails in each call after the last byte: the
// exit code says so, the old file stays, and nothing else.
func TestEveryExportSurvivesAFullDisk(t *testing.T) {
	const points, old = 100, "the old file"
	commands := exportDesk(t)
	if err := os.Mkdir("out", 0o755); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join("out", "claims")
	export := func(args []string, room int, fails string) (code, written int) {
		env := stillEnv()
		env.newFile = func(file string) (outFile, error) {
			f, err := os.CreateTemp(filepath.Dir(file), ".stet-*")
			return &fullDisk{File: f, room: room, fails: fails, written: &written}, err
		}
		code = Run(t.Context(), env, append(slices.Clone(args), "--output", target))
		return code, written
	}
	for _, args := range commands {
		code, size := export(args, 1<<30, "")
		if code != exitOK || size < points {
			t.Fatalf("%q exits %d after %d bytes", args, code, size)
		}
		if err := os.WriteFile(target, []byte(old), 0o644); err != nil {
			t.Fatal(err)
		}
		for i := range points {
			if code, _ := export(args, size*i/points, ""); code != exitUnfinished {
				t.Errorf("%q with room for %d of %d bytes exits %d", args, size*i/points, size, code)
			}
		}
		for _, call := range []string{"chmod", "sync", "close"} {
			if code, _ := export(args, 1<<30, call); code != exitUnfinished {
				t.Errorf("%q, where %s fails, exits %d", args, call, code)
			}
		}
		if got, err := os.ReadFile(target); err != nil || string(got) != old {
			t.Errorf("%q left %.40q: %v", args, got, err)
		}
		if left, _ := os.ReadDir("out"); len(left) != 1 {
			t.Errorf("%q left %v", args, left)
		}
	}
}

// stillEnv has a clock that stands still, so that a web archive, which says when
// it was written, is as long each time.
func stillEnv() *Env {
	env := quietEnv()
	env.Now = func() time.Time { return clock }
	return env
}

// shortPipe fails after so many bytes.
type shortPipe struct{ room int }

func (p *shortPipe) Write(b []byte) (int, error) {
	if len(b) > p.room {
		return 0, errDisk
	}
	p.room -= len(b)
	return len(b), nil
}

// TestEveryExportTellsOfAFullOutput fails standard output instead, at the first
// byte and at the last.
func TestEveryExportTellsOfAFullOutput(t *testing.T) {
	for _, args := range exportDesk(t) {
		var whole bytes.Buffer
		env := stillEnv()
		env.Stdout = &whole
		if code := Run(t.Context(), env, args); code != exitOK {
			t.Fatalf("%q exits %d", args, code)
		}
		for _, room := range []int{0, whole.Len() - 1} {
			env.Stdout = &shortPipe{room}
			if code := Run(t.Context(), env, args); code != exitUnfinished {
				t.Errorf("%q with room for %d of %d bytes exits %d", args, room, whole.Len(), code)
			}
		}
	}
}

// longDesk makes a ledger with an article of many claims in the working folder.
func longDesk(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	long := strings.Repeat("The ferry sank on Monday, Ida Berg said.\n\n", 4000)
	if err := os.WriteFile("long.md", []byte(long), 0o644); err != nil {
		t.Fatal(err)
	}
	if code := Run(t.Context(), quietEnv(), []string{"import", "long.md"}); code != exitOK {
		t.Fatalf("import exits %d", code)
	}
}

// TestExportIntoAClosedPipe has the reader of a long export go away after its
// first line: nothing is said, the exit code is a closed pipe's, and the ledger
// is one file as always.
func TestExportIntoAClosedPipe(t *testing.T) {
	longDesk(t)
	c := exec.Command("stet", "export")
	var complaint bytes.Buffer
	c.Env, c.Stderr = append(os.Environ(), "GORACE="+noSleep), &complaint
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReaderSize(out, 16).ReadSlice(','); err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	out.Close()
	c.Wait() // the exit code says how it went
	if code := c.ProcessState.ExitCode(); code != exitPipe || complaint.Len() > 0 {
		t.Errorf("exits %d and says %q", code, complaint.String())
	}
	if left, _ := filepath.Glob("stet.db-*"); len(left) > 0 {
		t.Errorf("left %q beside the ledger", left)
	}
}

// TestInterruptedExportLeavesNothing interrupts an export once it writes.
func TestInterruptedExportLeavesNothing(t *testing.T) {
	commands := exportDesk(t)
	if err := os.WriteFile("claims", []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadDir(".")
	for _, args := range commands {
		ctx, stop := context.WithCancel(t.Context())
		env := quietEnv()
		env.newFile = func(file string) (outFile, error) {
			stop()
			return os.CreateTemp(filepath.Dir(file), ".stet-*")
		}
		if code := Run(ctx, env, append(slices.Clone(args), "--output", "claims")); code != exitInterrupted {
			t.Errorf("%q exits %d", args, code)
		}
	}
	after, _ := os.ReadDir(".")
	if got, _ := os.ReadFile("claims"); string(got) != "old" || len(after) != len(before) {
		t.Errorf("claims became %q among %v", got, after)
	}
}

// stopping is a file whose first write is when somebody presses Ctrl-C.
type stopping struct {
	*os.File
	stop func()
}

// Write interrupts, and writes.
func (f stopping) Write(b []byte) (int, error) {
	f.stop()
	return f.File.Write(b)
}

// TestExportIsInterruptedMidway interrupts the export of a long article among
// its claims.
func TestExportIsInterruptedMidway(t *testing.T) {
	longDesk(t)
	for _, format := range []string{"csv", "json", "xlsx"} {
		ctx, stop := context.WithCancel(t.Context())
		env := quietEnv()
		env.newFile = func(file string) (outFile, error) {
			f, err := os.CreateTemp(filepath.Dir(file), ".stet-*")
			return stopping{f, stop}, err
		}
		if code := Run(ctx, env, []string{"export", "--format", format, "--output", "claims"}); code != exitInterrupted {
			t.Errorf("%s: exits %d", format, code)
		}
		if left, _ := filepath.Glob("[.c]*"); len(left) > 0 {
			t.Errorf("%s: left %q", format, left)
		}
	}
}

// TestOutputKeepsWhatItReplaces: permissions stay, a link stays one, and what
// is no file is written into.
func TestOutputKeepsWhatItReplaces(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := errors.Join(os.WriteFile("real", []byte("old"), 0o600), os.Symlink("real", "link")); err != nil {
		t.Fatal(err)
	}
	hello := func(w io.Writer) error { _, err := io.WriteString(w, "hello"); return err }
	if err := writeOut(quietEnv(), "link", hello); err != nil {
		t.Fatal(err)
	}
	real, err := os.Lstat("real")
	if got, _ := os.ReadFile("real"); err != nil || string(got) != "hello" || real.Mode() != 0o600 {
		t.Errorf("the file is %q with %v: %v", got, real.Mode(), err)
	}
	if link, err := os.Lstat("link"); err != nil || link.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is none any more: %v", err)
	}
	if err := writeOut(quietEnv(), os.DevNull, hello); err != nil {
		t.Error(err)
	}
	if null, err := os.Stat(os.DevNull); err != nil || null.Mode().IsRegular() {
		t.Errorf("the device became a file: %v", err)
	}
}
