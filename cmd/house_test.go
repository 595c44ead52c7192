package cmd

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// goPackage is what `go list -json` says of one package of the module.
type goPackage struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	CgoFiles   []string
	Imports    []string // of non-test code
}

// arrows says, for each room, which rooms of the project it may import. A room
// is a package, or all packages below one where it ends in "/…". Imports
// point down only; docs/design.md draws them.
var arrows = []struct {
	room string
	may  []string
}{
	{"stet/cmd/stet", []string{"stet/cmd"}},
	{"stet/cmd", []string{"stet/claims", "stet/claims/…", "stet/sources", "stet/sources/…", "stet/store"}},
	{"stet/store", []string{"stet/claims", "stet/sources", "stet/store/schema", "stet/store/canonical"}},
	{"stet/store/storetest", []string{"stet/claims", "stet/sources", "stet/store", "stet/store/canonical"}}, // which tests alone import
	{"stet/store/…", nil},
	{"stet/sources/corpus", nil}, // which tests alone import
	{"stet/claims", []string{"stet/sources"}},
	{"stet/claims/desk", []string{"stet/claims", "stet/claims/…", "stet/sources"}},
	{"stet/claims/footnote", []string{"stet/claims", "stet/sources", "stet/claims/quote", "stet/claims/facts", "stet/sources/court"}},
	{"stet/claims/verify", []string{"stet/claims", "stet/sources", "stet/claims/quote", "stet/claims/facts", "stet/sources/court"}},
	{"stet/claims/…", []string{"stet/claims", "stet/sources", "stet/claims/quote", "stet/claims/facts"}},
	{"stet/sources", nil},
	{"stet/sources/text", []string{"stet/sources", "stet/sources/court"}},
	{"stet/sources/…", []string{"stet/sources"}},
}

// onlyIn says which outside packages have a few rooms only.
var onlyIn = map[string][]string{
	"net/http":                          {"stet/sources/fetch"},
	"github.com/spf13/cobra":            {"stet/cmd"},
	"github.com/olekukonko/tablewriter": {"stet/cmd"},
	"github.com/mattn/go-sqlite3":       {"stet/store", "stet/store/storetest"},
	"database/sql":                      {"stet/store", "stet/store/storetest"},
}

func TestImportsPointDown(t *testing.T) {
	packages := listPackages(t)
	if len(packages) < 15 {
		t.Fatalf("go list found %d packages: too few to be the project", len(packages))
	}
	for _, fault := range faults(packages) {
		t.Error(fault)
	}
}

// TestArrowsAreSeen adds arrows on purpose.
func TestArrowsAreSeen(t *testing.T) {
	for _, p := range []goPackage{
		{ImportPath: "stet/sources", Imports: []string{"stet/claims"}},
		{ImportPath: "stet/claims/quote", Imports: []string{"stet/claims/extract"}},
		{ImportPath: "stet/claims/verify", Imports: []string{"stet/store"}},
		{ImportPath: "stet/sources/fetch", Imports: []string{"stet/sources/text"}},
		{ImportPath: "stet/store", Imports: []string{"stet/claims/desk"}},
		{ImportPath: "stet/claims/desk", Imports: []string{"stet/cmd"}},
		{ImportPath: "stet/store", Imports: []string{"stet/store/storetest"}},
		{ImportPath: "stet/cmd", Imports: []string{"stet/store/storetest"}},
		{ImportPath: "stet/claims/facts", Imports: []string{"stet/sources/corpus"}},
		{ImportPath: "stet/sources/text", Imports: []string{"net/http"}},
		{ImportPath: "stet/claims/report", Imports: []string{"github.com/olekukonko/tablewriter/tw"}},
		{ImportPath: "stet/attic"},
	} {
		if len(faults([]goPackage{p})) == 0 {
			t.Errorf("%s importing %v went unseen", p.ImportPath, p.Imports)
		}
	}
}

func faults(packages []goPackage) []string {
	var found []string
	for _, p := range packages {
		may, ok := allowed(p.ImportPath)
		if !ok {
			found = append(found, p.ImportPath+" is no room of the house")
		}
		for _, imported := range p.Imports {
			if strings.HasPrefix(imported, "stet/") && !matchesAny(imported, may) {
				found = append(found, fmt.Sprintf("%s must not import %s", p.ImportPath, imported))
			}
			for outside, rooms := range onlyIn {
				if (imported == outside || strings.HasPrefix(imported, outside+"/")) && !slices.Contains(rooms, p.ImportPath) {
					found = append(found, fmt.Sprintf("%s must not import %s: only %s does", p.ImportPath, imported, strings.Join(rooms, ", ")))
				}
			}
		}
	}
	return found
}

func allowed(room string) ([]string, bool) {
	for _, a := range arrows {
		if matches(room, a.room) {
			return a.may, true
		}
	}
	return nil, false
}

func matches(path, pattern string) bool {
	if under, ok := strings.CutSuffix(pattern, "…"); ok {
		return strings.HasPrefix(path, under)
	}
	return path == pattern
}

func matchesAny(path string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(path, p) })
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,CgoFiles,Imports", "stet/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var p goPackage
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	return packages
}

// sqlText recognises a statement by its verb and the word that must follow.
var sqlText = regexp.MustCompile(`(?is)^\s*(select\s.+\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(table|view|index)\s|pragma\s|with\s+\w+\s+as\s*\()`)

func TestSQLStaysInTheStore(t *testing.T) {
	seen := 0
	for _, p := range listPackages(t) {
		for _, file := range append(p.GoFiles, p.CgoFiles...) {
			for _, s := range stringsIn(t, filepath.Join(p.Dir, file)) {
				if !sqlText.MatchString(s) {
					continue
				}
				seen++
				if !strings.HasPrefix(p.ImportPath, "stet/store") {
					t.Errorf("%s/%s holds SQL: %.40q", p.ImportPath, file, s)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no SQL was seen at all, not even the store's: the test is blind")
	}
}

func stringsIn(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	ast.Inspect(parsed, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil {
				all = append(all, s)
			}
		}
		return true
	})
	return all
}
