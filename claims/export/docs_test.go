package export

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestDocsDescribeEveryField reads docs/formats.md.
func TestDocsDescribeEveryField(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	names = append(names, headings(pairColumns())...)
	names = append(names, headings(claimRowColumns())...)
	for _, v := range []any{Record{}, Citation{}, Finding{}, Review{}} {
		for i := range reflect.TypeOf(v).NumField() {
			if field := reflect.TypeOf(v).Field(i); field.IsExported() {
				name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
				names = append(names, name)
			}
		}
	}
	for _, name := range names {
		if !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("docs/formats.md says nothing of %s", name)
		}
	}
}

// TestDocsShowWhatIsWritten compares the examples of docs/formats.md.
func TestDocsShowWhatIsWritten(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	sections, _, _ := strings.Cut(string(page), "\n## Findings\n")
	for name, goldens := range map[string][]string{"csv": {"ferry.csv"}, "json": {"ferry.json", "reviewed.json"}, "jsonld": {"ferry.jsonld"}} {
		written := ""
		for _, file := range goldens {
			golden, err := os.ReadFile(filepath.Join("..", "..", "testdata", "golden", "export", file))
			if err != nil {
				t.Fatal(err)
			}
			written += strings.ReplaceAll(string(golden), "\r\n", "\n")
		}
		examples := strings.Split(sections, "\n```"+name+"\n")[1:]
		if len(examples) == 0 {
			t.Errorf("docs/formats.md shows no %s", name)
		}
		for _, e := range examples {
			if e, _, _ = strings.Cut(e, "```\n"); !strings.Contains(written, e) {
				t.Errorf("docs/formats.md shows %s that is not written:\n%s", name, e)
			}
		}
	}
}
