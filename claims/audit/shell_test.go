package audit

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stet/store"
	"stet/store/schema"
)

// TestRulesAndViewsRunInTheShell runs every rule and every view in the sqlite3
// command line that the machine has, which is an older SQLite than ours: what
// runs there needs nothing that only stet's own build has.
func TestRulesAndViewsRunInTheShell(t *testing.T) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		if os.Getenv("STET_SQLITE3") == "required" {
			t.Fatal("the sqlite3 command line is required and not there")
		}
		t.Skip("needs the sqlite3 command line; .ci/run installs it")
	}
	path := filepath.Join(t.TempDir(), "stet.db")
	ledger, err := store.Open(t.Context(), path, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := ledger.Close(); err != nil {
		t.Fatal(err)
	}
	run := func(name, query string) {
		out, err := exec.Command(shell, "-bail", path, ".param set :article 'a'", query).CombinedOutput()
		if err != nil || len(strings.TrimSpace(string(out))) > 0 {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
	rules, err := Rules()
	if err != nil {
		t.Fatal(err)
	}
	views, err := schema.Views()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		run("rule "+r.ID, r.Query+";")
	}
	for _, v := range views {
		run("view "+v.Name, "select * from "+v.Name+";")
	}
	if len(rules) == 0 || len(views) == 0 {
		t.Error("there is nothing to run")
	}
}
