package text

import (
	"os"
	"path/filepath"
	"testing"
)

// sharedFiles returns the files of the shared data that match pattern, or skips
// the test where the data isn't there. A pattern that matches nothing fails:
// then the data is there and the test would measure nothing.
func sharedFiles(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(sharedData(t), pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no file matches %s in the shared data: %v", pattern, err)
	}
	return files
}

func sharedData(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("STET_SHARED"); dir != "" {
		return filepath.Join(dir, "data")
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if shared := filepath.Join(dir, "shared", "data"); isDir(shared) {
			return shared
		}
		if dir == filepath.Dir(dir) {
			t.Skip("no shared/data beside the module, and STET_SHARED is not set")
		}
	}
}

func isDir(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.IsDir()
}
