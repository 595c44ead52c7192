// Package corpus finds the texts, tables and judgements that tests measure the
// program by and that are not the project's to ship. Only tests import it.
package corpus

import (
	"os"
	"path/filepath"
	"testing"
)

// Variable is the environment's name for the folder that has the data, in a
// folder data. Where it is not set, a folder shared beside the checkout, or above
// that, is looked in.
const Variable = "STET_SHARED"

// Path returns the path of a file or a folder of the data, by its name with
// slashes, and skips the test where it is not at hand.
func Path(t testing.TB, name string) string {
	t.Helper()
	for _, root := range roots(t) {
		path := filepath.Join(root, "data", filepath.FromSlash(name))
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Skipf("the shared data has no %s, or is absent: %s names its folder", name, Variable)
	return ""
}

func roots(t testing.TB) []string {
	if root := os.Getenv(Variable); root != "" {
		return []string{root}
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for ; ; dir = filepath.Dir(dir) {
		all = append(all, filepath.Join(dir, "shared"))
		if dir == filepath.Dir(dir) {
			return all
		}
	}
}
