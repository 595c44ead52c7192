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

	// Renamed and changed, it is checked too.
	must("git mv 'a story.md' renamed.md && git add . && git diff --cached --name-status", 0, "R")
	must("git commit -qm renamed", 1, "renamed.md:1:9 error number")
	write("renamed.md", "It cost £3bn.[^1]\n\n[^1]: log.txt \"cost £3bn\"\n")
	must("git add . && git commit -qm mended", 0, "")

	// The ledger is known whether or not it is committed, with what is still in
	// its log; nothing is written to it.
	must("echo 'stet.db*' > .gitignore && stet check renamed.md && stet sign 'renamed#1' --verdict incorrect --by Kit && cp stet.db before.db", 0, "")
	write("renamed.md", "It cost £3bn.[^1]\n\nNobody was hurt.\n\n[^1]: log.txt \"cost £3bn\"\n")
	must("git add renamed.md && git commit -qm rejected", 1, "error rejected Kit's verdict is incorrect")
	must("cmp stet.db before.db && ls stet.db*", 0, "stet.db\n")
	must("git add -f stet.db && stet sign 'renamed#1' --verdict confirmed --by Kit && git commit -qm staged", 1, "error rejected")
	must("git add -f stet.db && git commit -qm signed", 0, "")
}

// TestDocsJobRuns runs the steps of the job that docs/ci.md shows, where stet was
// checked out as it says: what they install is what then checks the draft.
func TestDocsJobRuns(t *testing.T) {
	job := shownBlock(t, "ci.md", "yaml")
	_, step, ok := strings.Cut(job, "run: |\n")
	_, install, installs := strings.Cut(job, "- run: ")
	install, _, _ = strings.Cut(install, "\n")
	_, folder, named := strings.Cut(job, "path: ")
	folder, _, _ = strings.Cut(folder, "\n")
	if !ok || !installs || !named {
		t.Fatal("docs/ci.md shows no steps")
	}
	dir := t.TempDir()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(root, filepath.Join(dir, folder)); err != nil {
		t.Skipf("needs symbolic links: %v", err)
	}
	bin, home := t.TempDir(), t.TempDir()
	settings := "HOME='" + home + "' GOBIN='" + bin + "'"
	for _, name := range []string{"GOCACHE", "GOMODCACHE"} { // so that nothing is compiled or fetched twice
		folder, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		settings += " " + name + "='" + strings.TrimSpace(string(folder)) + "'"
	}
	if out, code := shell(dir, "export "+settings+"; "+install); code != 0 {
		t.Fatalf("%s: exits %d: %s", install, code, out)
	}
	step = "PATH='" + bin + "':\"$PATH\"\n" + step
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
	if err != nil || len(files) != 3 {
		t.Errorf("left in the checkout: %v, %v", files, err)
	}
}
