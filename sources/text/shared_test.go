package text

import (
	"path/filepath"
	"testing"

	"stet/sources/corpus"
)

// sharedFiles returns the files of the shared data that match pattern, or skips
// the test where the data isn't there. A pattern that matches nothing fails:
// then the data is there and the test would measure nothing.
func sharedFiles(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(corpus.Path(t, "."), pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no file matches %s in the shared data: %v", pattern, err)
	}
	return files
}
