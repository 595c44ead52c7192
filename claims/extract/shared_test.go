package extract

import (
	"os"
	"path/filepath"
	"testing"

	"stet/sources"
)

// shared returns a folder of the shared measuring data, or skips the test.
func shared(t testing.TB, name string) string {
	t.Helper()
	roots := []string{os.Getenv("STET_SHARED")}
	for dir, _ := os.Getwd(); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		roots = append(roots, filepath.Join(dir, "shared"), filepath.Join(dir, "..", "shared"))
	}
	for _, root := range roots {
		for _, path := range []string{filepath.Join(root, "data", name), filepath.Join(root, name)} {
			if _, err := os.Stat(path); root != "" && err == nil {
				return path
			}
		}
	}
	t.Skipf("shared data %s is absent: set STET_SHARED", name)
	return ""
}

// lines makes a text with one paragraph a line.
func lines(body string) *sources.Text {
	t := &sources.Text{MediaType: "text/plain", Body: body}
	start := 0
	for i := 0; i <= len(body); i++ {
		if i < len(body) && body[i] != '\n' {
			continue
		}
		if i > start {
			t.Blocks = append(t.Blocks, sources.Block{Kind: sources.Paragraph, Start: start, End: i})
		}
		start = i + 1
	}
	return t
}
