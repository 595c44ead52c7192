package cmd

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// clock is when everything in a script happens.
var clock = time.Date(2026, time.March, 2, 9, 30, 0, 0, time.UTC)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"stet": func() {
		failOnClosedPipe()
		os.Exit(Run(context.Background(), scriptEnv(), os.Args[1:]))
	}})
}

// noSleep is the race detector's option to end at once: by default each program
// under it sleeps a second before it exits, and scripts run hundreds.
const noSleep = "atexit_sleep_ms=0"

// scriptEnv is the world as a script sees it: its clock stands still, so many
// hours later as HOURS says, git knows nobody, and COLUMNS makes the output a
// terminal.
func scriptEnv() *Env {
	hours, _ := strconv.Atoi(os.Getenv("HOURS"))
	now := clock.Add(time.Duration(hours) * time.Hour)
	env := &Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Now: func() time.Time { return now }, Getenv: os.Getenv, GitName: func() string { return "" },
		ReadingChild: readingChild(),
	}
	env.Width, _ = strconv.Atoi(os.Getenv("COLUMNS"))
	return env
}

// TestScripts runs every script below testdata/script. Testscript does not
// recurse, so each folder is a run of its own; one without scripts fails.
func TestScripts(t *testing.T) {
	root := filepath.Join("..", "testdata", "script")
	folders, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	testdata, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		if !f.IsDir() {
			t.Errorf("%s: scripts stand in a folder for their verb", f.Name())
			continue
		}
		t.Run(f.Name(), func(t *testing.T) {
			testscript.Run(t, testscript.Params{
				Dir:                 filepath.Join(root, f.Name()),
				RequireExplicitExec: true,
				UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
				Setup: func(e *testscript.Env) error {
					server := httptest.NewServer(http.HandlerFunc(serve))
					e.Defer(server.Close)
					e.Setenv("SERVER", server.URL)
					e.Setenv("TESTDATA", testdata)
					e.Setenv("XDG_CACHE_HOME", testCache)
					e.Setenv("GORACE", noSleep)
					return nil
				},
				Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "same": same, "big": big, "envsubst": envsubst, "replace": replaceBytes},
			})
		})
	}
}

// exits runs a command and wants this exit code exactly: "exits 2 stet list".
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if code, ok := err.(interface{ ExitCode() int }); ok {
		got = code.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%v exited %d, want %d", args[1:], got, want)
	}
}

// same compares two files, or wants them to differ: "! same before.db stet.db".
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] same FILE FILE")
	}
	if equal := ts.ReadFile(args[0]) == ts.ReadFile(args[1]); equal == neg {
		ts.Fatalf("%s and %s: the same: %v", args[0], args[1], equal)
	}
}

// envsubst copies a file with $SERVER in it filled in: "envsubst FROM TO".
func envsubst(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: envsubst FROM TO")
	}
	text := strings.ReplaceAll(ts.ReadFile(args[0]), "$SERVER", ts.Getenv("SERVER"))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}

// replaceBytes puts other bytes in the place of some, wherever they stand in a
// file: "replace stet.db OLD NEW".
func replaceBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 || len(args[1]) != len(args[2]) {
		ts.Fatalf("usage: replace FILE OLD NEW, both of one length")
	}
	before := ts.ReadFile(args[0])
	after := strings.ReplaceAll(before, args[1], args[2])
	if before == after {
		ts.Fatalf("%s holds no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(after), 0o644))
}

// big writes a file of so many megabytes of prose: "big draft.txt 50".
func big(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: big FILE MEGABYTES")
	}
	megabytes, err := strconv.Atoi(args[1])
	ts.Check(err)
	const line = "The committee said on Monday that the bridge would open in the spring.\n"
	b := make([]byte, 0, megabytes<<20+len(line))
	for len(b) < megabytes<<20 {
		b = append(b, line...)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o644))
}
