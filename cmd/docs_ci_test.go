package cmd

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestDocsHookRuns installs the hook that docs/ci.md shows in a repository, and
// commits a draft that is right and one that is not.
func TestDocsHookRuns(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	must := func(command string, want int, says string) {
		t.Helper()
		if out, code := shell(dir, command); code != want || !strings.Contains(out, says) {
			t.Fatalf("%s: exits %d: %s", command, code, out)
		}
	}
	must("git init -q . && git config user.name Kit && git config user.email kit@example.com", 0, "")
	write(".git/hooks/pre-commit", shownBlock(t, "ci.md", "bash"))
	write("log.txt", "It cost £3bn.\n")
	write("a story.md", "It cost £3bn.[^1]\n\n[^1]: log.txt \"cost £3bn\"\n")
	must("git add . && git commit -qm right", 0, "")
	write("a story.md", "It cost £3m.[^1]\n\n[^1]: log.txt \"cost £3bn\"\n")
	must("git commit -qam wrong", 1, "error number the copy says £3m")
	must("git log --oneline | wc -l", 0, "1")
	must("ls -a", 0, "a story.md\nlog.txt")
}

// TestDocsJobRuns runs the step of the job that docs/ci.md shows.
func TestDocsJobRuns(t *testing.T) {
	_, step, ok := strings.Cut(shownBlock(t, "ci.md", "yaml"), "run: |\n")
	if !ok {
		t.Fatal("docs/ci.md shows no step")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"story.md": "It cost £3m.[^1]\n\n[^1]: log.txt \"cost £3bn\"\n", "log.txt": "It cost £3bn.\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, code := shell(dir, "set -e\n"+step)
	if code != exitFindings || !strings.Contains(out, "::error file=story.md,line=1,col=9,title=stet number::") {
		t.Errorf("exits %d: %s", code, out)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 2 {
		t.Errorf("left in the checkout: %v, %v", files, err)
	}
}
