package corpus

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPath(t *testing.T) {
	root := t.TempDir()
	file := filepath.Join(root, "data", "stories", "one.txt")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("One."), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv(Variable, root)
	if got := Path(t, "stories/one.txt"); got != file {
		t.Errorf("found %s, want %s", got, file)
	}
	skipped := false
	t.Run("absent", func(t *testing.T) {
		t.Cleanup(func() { skipped = t.Skipped() })
		Path(t, "stories/two.txt")
	})
	if !skipped {
		t.Error("a test goes on without its data")
	}
}
