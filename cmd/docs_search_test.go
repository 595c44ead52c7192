package cmd

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestDocsDescribeSearch reads what docs/formats.md says of search and recall:
// each field stands there.
func TestDocsDescribeSearch(t *testing.T) {
	page := string(readBack(t, filepath.Join("..", "docs", "formats.md")))
	_, section, ok := strings.Cut(page, "\n## Search\n")
	section, _, _ = strings.Cut(section, "\n## ")
	if !ok {
		t.Fatal("docs/formats.md has no section on search")
	}
	for _, v := range []any{searchHit{}, recallRequest{}, recalled{}, recallAnswer{}} {
		for i := range reflect.TypeOf(v).NumField() {
			field := reflect.TypeOf(v).Field(i)
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if field.IsExported() && !strings.Contains(section, "`"+name+"`") && !strings.Contains(section, "`"+name+"[]`") {
				t.Errorf("docs/formats.md says nothing of %s", name)
			}
		}
	}
}
