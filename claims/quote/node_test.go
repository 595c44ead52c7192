package quote

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// approxStringMatch is a program around the npm library of that name (R. Knight,
// version 2): it reads a text and patterns and prints for each the microseconds
// that finding it took, and the errors of the best match, or -1.
const approxStringMatch = `
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
const [folder, share] = [process.argv[2], Number(process.argv[3])];
const main = createRequire(folder + '/').resolve('approx-string-match');
const search = (await import(pathToFileURL(main))).default;
const text = readFileSync('text', 'utf8');
for (const pattern of JSON.parse(readFileSync('patterns', 'utf8'))) {
  const start = process.hrtime.bigint();
  const all = search(text, pattern, Math.floor(pattern.length * share));
  const took = (process.hrtime.bigint() - start) / 1000n;
  console.log(took + ' ' + (all.length ? Math.min(...all.map(m => m.errors)) : -1));
}`

// located is how long the library took for a pattern, and how many errors its
// best match has, or -1.
type located struct {
	took   time.Duration
	errors int
}

// besideApproxStringMatch runs the npm library, if STET_NODE names the folder in
// which it is installed.
func besideApproxStringMatch(t testing.TB, text string, patterns []string, share float64) []located {
	t.Helper()
	folder := os.Getenv("STET_NODE")
	if folder == "" {
		t.Skip("needs npm approx-string-match: set STET_NODE to the folder in which it is installed")
	}
	list, err := json.Marshal(patterns)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, content := range map[string]string{"search.mjs": approxStringMatch, "text": text, "patterns": string(list)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := run(dir, "node", "search.mjs", folder, fmt.Sprint(share))
	if err != nil {
		t.Fatalf("node: %v: %s", err, out)
	}
	var all []located
	for line := range strings.Lines(out) {
		var microseconds, errors int
		if _, err := fmt.Sscan(line, &microseconds, &errors); err != nil {
			t.Fatal(err)
		}
		all = append(all, located{time.Duration(microseconds) * time.Microsecond, errors})
	}
	return all
}
