package cmd

import (
	"bytes"
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// testEnv is the world of a command that runs in-process.
func testEnv() (env *Env, stdout, stderr *bytes.Buffer) {
	stdout, stderr = &bytes.Buffer{}, &bytes.Buffer{}
	return &Env{
		Stdin: strings.NewReader(""), Stdout: stdout, Stderr: stderr, Now: time.Now,
		Getenv: func(string) string { return "" }, GitName: func() string { return "" },
	}, stdout, stderr
}

func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	draft, ledger := filepath.Join(dir, "story.md"), filepath.Join(dir, "stet.db")
	writeFile(t, draft, "The bridge opened on Monday.\n", 0o644)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	env, stdout, stderr := testEnv()
	if code := Run(ctx, env, []string{"check", draft, "--ledger", ledger}); code != exitInterrupted {
		t.Errorf("exit %d, want %d: %s", code, exitInterrupted, stderr)
	}
	if stdout.Len() > 0 || stderr.String() != "stet: interrupted\n" {
		t.Errorf("stdout %q, stderr %q", stdout, stderr)
	}
	if _, err := os.Stat(ledger); err == nil {
		t.Error("a ledger was made")
	}
}

func TestNoNetworkCannotFinish(t *testing.T) {
	closed := httptest.NewServer(nil)
	closed.Close()
	dir := t.TempDir()
	draft, ledger := filepath.Join(dir, "story.md"), filepath.Join(dir, "stet.db")
	writeFile(t, draft, "The bridge [opened]("+closed.URL+"/a) on Monday.\n", 0o644)
	env, stdout, stderr := testEnv()
	code := Run(t.Context(), env, []string{"check", draft, "--ledger", ledger, "--allow-private"})
	if code != exitUnfinished || !strings.Contains(stderr.String(), "no network") {
		t.Errorf("exit %d, want %d: %s", code, exitUnfinished, stderr)
	}
	if !strings.Contains(stdout.String(), "note unread") {
		t.Errorf("what was found was not told: %s", stdout)
	}
}
