package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/sources"
)

var update = flag.Bool("update", false, "write the golden files anew")

// story is a small article with findings of every sort.
func story() (*claims.Dossier, []claims.Finding) {
	text := "It sank.\nIt cost £3m.\n"
	d := &claims.Dossier{
		Article: claims.Article{Slug: "ferry"},
		Draft: claims.Draft{File: "ferry.md", Text: text, Segments: []sources.Segment{
			{Start: 0, Line: 3, Column: 1}, {Start: 9, Line: 5, Column: 1},
		}},
		Sources: map[string]claims.Evidence{"s": {Source: sources.Source{ID: "s", Number: 4, Address: "logs/log.txt"}}},
		Entries: []claims.Entry{
			{
				Claim:     claims.Claim{ID: "a", Number: 1, Text: "It sank.", Spans: []claims.Span{{Start: 0, End: 8}}, Label: claims.Reported},
				Citations: []claims.Citation{{ID: "c1", Source: "s"}},
				SignOff:   &claims.SignOff{Verdict: claims.Confirmed},
			},
			{
				Claim:     claims.Claim{ID: "b", Number: 2, Text: "It cost £3m.", Spans: []claims.Span{{Start: 9, End: 22}}},
				Citations: []claims.Citation{{ID: "c2", Source: "s", Locator: claims.Locator{Page: "3"}}},
				SignOff:   &claims.SignOff{Verdict: claims.Confirmed, Void: "words changed"},
			},
			{Claim: claims.Claim{ID: "z", Number: 3, Cut: true}},
		},
	}
	found := []claims.Finding{
		{Check: "number", Severity: claims.Error, Claim: "b", Citation: "c2", Message: "the copy says £3m, log.txt says £3bn", Spans: []claims.Span{{Start: 17, End: 21}}},
		{Check: "unread", Severity: claims.Info, Claim: "b", Citation: "c2", Message: "log.txt is blocked"},
		{Check: "unread", Severity: claims.Info, Claim: "a", Citation: "c1", Message: "log.txt is blocked"},
		{Check: "label", Severity: claims.Warning, Claim: "b", Message: "label the\nclaim \x1b[31m\u202e"},
		{Check: "no-citation", Severity: claims.Info, Message: "the draft cites no source"},
	}
	return d, found
}

// ferryRun is what a command reports of the story.
func ferryRun(d *claims.Dossier, found []claims.Finding) Run {
	return Run{Reports: []Report{New(d, found)}, FailAt: claims.Error, Rules: func() ([]Rule, error) {
		return []Rule{
			{ID: "number", Title: "numbers agree with the source", Help: "stet checks show number", Worst: claims.Error},
			{ID: "unread", Title: "every source could be read", Why: "What nobody read proves nothing.", Worst: claims.Warning},
		}, nil
	}}
}

func TestFormats(t *testing.T) {
	d, found := story()
	for _, f := range Formats {
		t.Run(f.Name, func(t *testing.T) {
			var got bytes.Buffer
			if err := f.Write(&got, ferryRun(d, found)); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("..", "..", "testdata", "golden", "report", "ferry."+f.Name), got.Bytes())
		})
	}
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// failing fails at its n-th write.
type failing struct{ left int }

func (f *failing) Write(b []byte) (int, error) {
	if f.left--; f.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(b), nil
}

func TestEveryWriteErrorIsReported(t *testing.T) {
	d, found := story()
	r := ferryRun(d, found)
	for _, f := range Formats {
		for n := range 10 {
			w := &failing{left: n}
			err := f.Write(w, r)
			if failed := w.left < 0; failed != (err != nil) {
				t.Errorf("%s, failing at write %d: error %v", f.Name, n+1, err)
			}
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain “words” é 你好": "plain “words” é 你好",
		"\x1b[31mred\x1b[0m": `\x1b[31mred\x1b[0m`,
		"\x1b]0;owned\x07":   `\x1b]0;owned\x07`,
		"a\u202eb\u2066c":    `a\u202eb\u2066c`,
		"a\u009bb":           `a\u009bb`,
		"bad \xff\xfe":       `bad \xff\xfe`,
		"kept \ufffd":        "kept \ufffd",
		"a\u2028b\u2029c":    `a\u2028b\u2029c`,
		"tab\tand new\nline": "tab\tand new\\x0aline",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzClean wants one line of valid UTF-8 that does nothing to a terminal, and
// nothing more to clean.
func FuzzClean(f *testing.F) {
	f.Add("\x1b]0;owned\x07")
	f.Add("a\u202eb\xff\r\n")
	f.Add(`\x1b`)
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) || strings.ContainsFunc(got, isUnsafe) {
			t.Errorf("Clean(%q) = %q", s, got)
		}
		if again := Clean(got); again != got {
			t.Errorf("cleaned twice, %q is %q", got, again)
		}
	})
}

// TestJSONIsSafeAndWhole wants the same words from the JSON as went in, and
// nothing in it that a terminal would act on.
func TestJSONIsSafeAndWhole(t *testing.T) {
	const message = "a\u202e \u009b31m \x7f \x1b “b” \U0001f600"
	var b bytes.Buffer
	if err := writeNDJSON(&b, Report{Lines: []Line{{Message: message}}}); err != nil {
		t.Fatal(err)
	}
	if line := strings.TrimSuffix(b.String(), "\n"); strings.ContainsFunc(line, isUnsafe) {
		t.Errorf("unsafe: %q", line)
	}
	var got Line
	if err := json.Unmarshal(b.Bytes(), &got); err != nil || got.Message != message {
		t.Errorf("%q became %q: %v", message, got.Message, err)
	}
}

// TestJSONIsOneDocument: findings that are printed as they come make the bytes
// that encoding all of them at once makes.
func TestJSONIsOneDocument(t *testing.T) {
	d, found := story()
	several := hostile().Reports
	for _, reports := range [][]Report{nil, several[1:], several, append([]Report{New(d, found)}, several...)} {
		want, err := encode(document{Format: JSONVersion, Findings: append([]Line{}, slices.Concat(linesOf(Run{Reports: reports})...)...), Articles: reports}, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		if err := written(&got, "json", Run{Reports: reports}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%d reports (-want +got):\n%s", len(reports), diff)
		}
	}
}

// TestFindingsWithoutAPlace are about a claim that the draft doesn't carry, or
// that the dossier doesn't know.
func TestFindingsWithoutAPlace(t *testing.T) {
	d, _ := story()
	r := New(d, []claims.Finding{{Check: "x", Claim: "z"}, {Check: "y", Claim: "nobody's"}})
	for i, want := range []string{"ferry#3", ""} {
		if got := r.Lines[i]; got.Line != 0 || got.Column != 0 || got.Claim != want {
			t.Errorf("finding %s: %d:%d of %q, want 0:0 of %q", got.Check, got.Line, got.Column, got.Claim, want)
		}
	}
}

// TestDocsDescribeTheReport reads docs/formats.md: each field stands there,
// and its examples are what is really printed.
func TestDocsDescribeTheReport(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(page), "\n## Findings\n")
	section, _, _ = strings.Cut(section, "\n## ")
	if !ok {
		t.Fatal("docs/formats.md has no section on findings")
	}
	for _, v := range []any{document{}, Report{}, Line{}, Summary{}} {
		for i := range reflect.TypeOf(v).NumField() {
			name, _, _ := strings.Cut(reflect.TypeOf(v).Field(i).Tag.Get("json"), ",")
			if name != "-" && !strings.Contains(section, "`"+name+"`") {
				t.Errorf("docs/formats.md says nothing of %s", name)
			}
		}
	}
	d, found := story()
	for _, f := range Formats {
		var printed bytes.Buffer
		if err := f.Write(&printed, ferryRun(d, found)); err != nil {
			t.Fatal(err)
		}
		_, example, ok := strings.Cut(section, "\n```"+f.Name+"\n")
		example, _, closed := strings.Cut(example, "```\n")
		if !ok || !closed || example == "" {
			t.Errorf("docs/formats.md shows no %s", f.Name)
		}
		if !strings.Contains(printed.String(), example) {
			t.Errorf("docs/formats.md shows %s that is not printed:\n%s", f.Name, example)
		}
	}
}
