package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/jstemmer/go-junit-report/v2/junit"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/xeipuuv/gojsonschema"

	"stet/claims"
)

// hostile are lines with all that the formats have syntax for.
func hostile() Run {
	r := Report{Article: "a & <b>", File: "50% off: a, b/é \"q\".md", Summary: Summary{}}
	for i, message := range []string{
		"it says 50% of it, at 12:30, and more", "a\nb\r\nc", "]]> <x> & \"y\" 'z'", "\x00\x01\x1b[31m\ufffe", "日本語 🚢", "::error::no",
	} {
		severity := claims.Severities[i%len(claims.Severities)]
		r.Lines = append(r.Lines, Line{Article: r.Article, File: r.File, Line: i, Column: i, Severity: severity, Check: "number", Claim: "a#1", Message: message, Fingerprint: "f"})
	}
	r.Lines = append(r.Lines, Line{Article: r.Article, File: r.File, Severity: claims.Warning, Check: "consistency", Message: "m", Fingerprint: "g"})
	r.Lines[0].Source, r.Lines[0].Address, r.Lines[0].Page = "S-0001", "https://example.com/a b?q=1 2#\x01é", "iv & <x>"
	r.Lines[1].Source, r.Lines[1].Address = "S-0002", "saved pages/a:b.html"
	return Run{
		Reports: []Report{r, {Article: "clean", File: "/tmp/clean.md", Lines: []Line{}, Claims: []Claim{{"clean#1", 3}, {"clean#2", 0}}}},
		FailAt:  claims.Error,
		Rules: func() ([]Rule, error) {
			return []Rule{{ID: "number", Title: "numbers agree", Why: "<They> \"are\" checked.", Help: "stet checks show number", Worst: claims.Error}}, nil
		},
	}
}

// written writes a run in the format of a name.
func written(w io.Writer, format string, r Run) error {
	return Formats[slices.IndexFunc(Formats, func(f Format) bool { return f.Name == format })].Write(w, r)
}

// linesOf returns the findings of each report of a run.
func linesOf(r Run) (all [][]Line) {
	for _, one := range r.Reports {
		all = append(all, one.Lines)
	}
	return all
}

// sarifSchemaText returns the schema that OASIS publishes, from the source of the
// module that carries it.
func sarifSchemaText(t *testing.T) string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "pkg", "report", "v210", "sarif", "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	ast.Inspect(file, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && len(l.Value) > len(text) {
			text = l.Value
		}
		return true
	})
	if text, err = strconv.Unquote(text); err != nil || !strings.Contains(text, "sarif") {
		t.Fatalf("no schema: %v", err)
	}
	return text
}

// TestSARIFHoldsToItsSchema validates against the published schema, by somebody
// else's validator.
func TestSARIFHoldsToItsSchema(t *testing.T) {
	schema, err := gojsonschema.NewSchema(gojsonschema.NewStringLoader(sarifSchemaText(t)))
	if err != nil {
		t.Fatal(err)
	}
	for name, run := range map[string]Run{"hostile": hostile(), "none": {}} {
		var b bytes.Buffer
		if err := written(&b, "sarif", run); err != nil {
			t.Fatal(err)
		}
		result, err := schema.Validate(gojsonschema.NewBytesLoader(b.Bytes()))
		if err != nil || !result.Valid() {
			t.Errorf("%s: %v %v", name, err, result.Errors())
		}
		log, err := sarif.FromBytes(b.Bytes())
		if want := len(slices.Concat(linesOf(run)...)); err != nil || len(log.Runs) != 1 || len(log.Runs[0].Results) != want {
			t.Errorf("%s: %+v, want %d results: %v", name, log, want, err)
		}
	}
	broken, err := schema.Validate(gojsonschema.NewStringLoader(`{"version": "2.1.0", "runs": [{"results": []}]}`))
	if err != nil || broken.Valid() {
		t.Error("the schema lets a run without a tool pass: the test is blind")
	}
	var b bytes.Buffer
	if err := written(&b, "sarif", hostile()); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	first := log.Runs[0].Results[1].Locations[0].Physical
	if uri := first.Artifact.URI; uri != "./50%25%20off:%20a,%20b/%C3%A9%20%22q%22.md" || first.Region.StartLine != 1 {
		t.Errorf("at %s, %+v", uri, first.Region)
	}
	rule := log.Runs[0].Tool.Driver.Rules[1]
	if rule.ID != "number" || rule.Short.Text != "numbers agree" || rule.Full.Text != `<They> "are" checked.` || rule.Default.Level != "error" || rule.Help.Text == "" {
		t.Errorf("rule %+v", rule)
	}
	if other := log.Runs[0].Tool.Driver.Rules[0]; other.ID != "consistency" || other.Short != nil {
		t.Errorf("a rule that nobody described: %+v", other)
	}
	results := log.Runs[0].Results
	for i, want := range []string{"https://example.com/a%20b?q=1%202#%01%C3%A9 S-0001, p. iv & <x>", "saved%20pages/a:b.html S-0002"} {
		if at := results[i].Related; len(at) != 1 || at[0].Physical.Artifact.URI+" "+at[0].Message.Text != want {
			t.Errorf("related locations %+v, want %s", at, want)
		}
	}
	if len(results[2].Related) > 0 {
		t.Errorf("a finding about no source is related to %+v", results[2].Related)
	}
}

// TestJUnitIsRead reads it back with somebody else's reader.
func TestJUnitIsRead(t *testing.T) {
	var b bytes.Buffer
	if err := written(&b, "junit", hostile()); err != nil {
		t.Fatal(err)
	}
	var read junit.Testsuites
	if err := xml.Unmarshal(b.Bytes(), &read); err != nil {
		t.Fatalf("%v\n%s", err, b.Bytes())
	}
	if len(read.Suites) != 2 || read.Tests != 5 || read.Failures != 1 || read.Suites[0].Name != "a & <b>" {
		t.Errorf("%+v", read)
	}
	if got := read.Suites[0].Testcases[1]; got.Failure == nil || !strings.Contains(got.Failure.Data, "12:30") {
		t.Errorf("%+v", got)
	}
}

// TestJUnitFailsWithTheRun has as many tests fail as the run does.
func TestJUnitFailsWithTheRun(t *testing.T) {
	for failAt, want := range map[claims.Severity]int{claims.Error: 1, claims.Warning: 2, claims.Info: 2, "": 0} {
		run := hostile()
		run.FailAt = failAt
		var b bytes.Buffer
		if err := written(&b, "junit", run); err != nil {
			t.Fatal(err)
		}
		var read junit.Testsuites
		if err := xml.Unmarshal(b.Bytes(), &read); err != nil || read.Failures != want || read.Suites[1].Tests != 3 || (want > 0) != run.Fails() {
			t.Errorf("from %q on: %d failures, want %d: %+v, %v", failAt, read.Failures, want, read, err)
		}
	}
}

func TestGitHubEscapes(t *testing.T) {
	var b bytes.Buffer
	if err := written(&b, "github", hostile()); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != 7 {
		t.Fatalf("%d lines:\n%s", len(lines), b.String())
	}
	for i, want := range []string{
		"::error file=50%25 off%3A a%2C b/é \"q\".md,title=stet number::it says 50%25 of it, at 12:30, and more",
		"::warning file=50%25 off%3A a%2C b/é \"q\".md,line=1,col=1,title=stet number::a b c",
	} {
		if lines[i] != want {
			t.Errorf("got  %s\nwant %s", lines[i], want)
		}
	}
}
