package cmd

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pressed returns what reads these keys, one after the other.
func pressed(keys string) func() (byte, error) {
	r := strings.NewReader(keys)
	return func() (byte, error) { return r.ReadByte() }
}

// TestSignAgainByKeys has a person at a terminal answer for three claims that
// were edited.
func TestSignAgainByKeys(t *testing.T) {
	const first = "The yard has 40 boats.\n\nIt may sell two of them.\n\nField founded it in May.\n"
	second := strings.NewReplacer("40", "48", "may", "will", "May", "June").Replace(first)
	for _, test := range []struct {
		name, keys string
		code       int
		kept       string // the claims that are confirmed in the end
		says       string
	}{
		{name: "yes to all", keys: "yyy", kept: "#1 #2 #3"},
		{name: "one left void", keys: "yny", kept: "#1 #3"},
		{name: "quit after one", keys: "yq", kept: "#1"},
		{name: "the evidence first", keys: "sY\x04", kept: "#1", says: "verdict   open by Kit"},
		{name: "other keys are no answer", keys: "x\ry?nn", kept: "#1"},
		{name: "interrupted", keys: "y\x03", code: exitInterrupted, kept: "#1"},
		{name: "no keys any more", keys: "y", code: exitUnfinished, kept: "#1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			ledger := filepath.Join(folder, "stet.db")
			run := func(keys string, args ...string) (string, int) {
				var out bytes.Buffer
				env := scriptEnv()
				env.Stdout, env.Stderr, env.Getenv = &out, io.Discard, func(string) string { return "" }
				if keys != "" {
					env.Key = pressed(keys)
				}
				code := Run(context.Background(), env, append(args, "--ledger", ledger, "--by", "Kit"))
				return out.String(), code
			}
			for _, text := range []string{first, second} {
				file := filepath.Join(folder, "yard.md")
				if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				if out, code := run("", "import", file); code != 0 {
					t.Fatal(out, code)
				}
				if text == first {
					run("", "sign", "yard#1", "yard#2", "yard#3", "--verdict", "confirmed")
				}
			}
			out, code := run(test.keys, "sign", "--again", "yard")
			if code != test.code || !strings.Contains(out, "yard#1  confirmed by Kit, but the number 40 became 48\n  The yard has [-40-]{+48+} boats.\n") ||
				!strings.Contains(out, test.says) {
				t.Errorf("exit code %d, want %d: %s", code, test.code, out)
			}
			var kept []string
			listed, _ := run("", "list", "--verdict", "confirmed")
			for line := range strings.Lines(listed) {
				kept = append(kept, strings.TrimPrefix(strings.Split(line, "\t")[0], "yard"))
			}
			if got := strings.Join(kept, " "); got != test.kept {
				t.Errorf("confirmed are %s, want %s", got, test.kept)
			}
		})
	}
}
