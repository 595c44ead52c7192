package cmd

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/audit"
	"stet/claims/report"
	"stet/sources/fetch"
)

// TestOneVerdictWhateverTheFormat audits articles that have errors, warnings,
// notes or nothing wrong, at every stage and from every severity on: every format
// ends with the same exit code, and those that say whether it failed say the same.
func TestOneVerdictWhateverTheFormat(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"error.md": "It cost £3m.[^1]\n\n[^1]: log.txt \"cost £3bn\"\n",
		"warn.md":  "Sales rose, court filings say.[^1]\n\n[^1]: log.txt \"Sales rose\"\n",
		"note.md":  "It cost £3bn.[^1]\n\nIt is red.\n\n[^1]: log.txt \"cost £3bn\"\n",
		"fine.md":  "It cost £3bn.[^1]\n\n[^1]: log.txt \"cost £3bn\"\n",
		"log.txt":  "It cost £3bn. Sales rose.\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) (int, string) {
		var out bytes.Buffer
		env := quietEnv()
		env.Stdout, env.Stderr = &out, &out
		return Run(t.Context(), env, args), out.String()
	}
	codes := map[int]int{}
	for _, draft := range []string{"error", "warn", "note", "fine"} {
		if code, said := run("check", draft+".md", "--fail-on", "never"); code != 0 {
			t.Fatal(said)
		}
		for _, stage := range audit.Stages {
			for _, from := range append(strings.Split(names(claims.Severities), ", "), "never") {
				want, said := run("audit", draft, "--stage", string(stage), "--fail-on", from)
				codes[want]++
				for _, format := range strings.Split(reportFormats(), ", ") {
					got, printed := run("audit", draft, "--stage", string(stage), "--fail-on", from, "--format", format)
					if got != want {
						t.Errorf("%s at %s from %s on: %s exits %d, text %d:\n%s", draft, stage, from, format, got, want, said)
					}
					if format == "junit" && strings.Contains(printed, "<failure") != (want == exitFindings) {
						t.Errorf("%s at %s from %s on exits %d:\n%s", draft, stage, from, want, printed)
					}
				}
			}
		}
	}
	if codes[exitOK] == 0 || codes[exitFindings] == 0 || len(codes) != 2 {
		t.Errorf("exit codes %v: the test is blind", codes)
	}
}

// TestSARIFDescribesEveryRule asks for the descriptions of all that can be found.
func TestSARIFDescribesEveryRule(t *testing.T) {
	t.Chdir(t.TempDir())
	env := quietEnv()
	if code := Run(t.Context(), env, []string{"import", writeDraft(t)}); code != 0 {
		t.Fatal(code)
	}
	s, err := (&global{}).open(t.Context(), env, readOnly, fetch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.close(&err)
	rules, err := s.describedRules(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	known, err := knownRules()
	if err != nil {
		t.Fatal(err)
	}
	described := map[string]report.Rule{}
	for _, r := range rules {
		described[r.ID] = r
	}
	for _, id := range append(known, "waiver") {
		if r := described[id]; r.Title == "" || r.Worst == "" {
			t.Errorf("%s is not described: %+v", id, r)
		}
	}
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct{ ShortDescription struct{ Text string } }
				}
			}
		}
	}
	var out bytes.Buffer
	env.Stdout = &out
	Run(t.Context(), env, []string{"audit", "--stage", "closing", "--format", "sarif"})
	if err := json.Unmarshal(out.Bytes(), &log); err != nil || len(log.Runs[0].Tool.Driver.Rules) == 0 {
		t.Fatalf("%v: %s", err, out.String())
	}
	for _, r := range log.Runs[0].Tool.Driver.Rules {
		if r.ShortDescription.Text == "" {
			t.Errorf("a rule is not described: %s", out.String())
		}
	}
}

func writeDraft(t *testing.T) string {
	t.Helper()
	file := filepath.Join(".", "story.md")
	if err := os.WriteFile(file, []byte("It is red.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
