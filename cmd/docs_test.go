package cmd

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stet/claims/sheet"
	"stet/claims/verify"
)

var update = flag.Bool("update", false, "write the generated pages and golden files anew")

// TestDocsReference keeps docs/commands.md what the commands say of
// themselves.
func TestDocsReference(t *testing.T) {
	checkPage(t, "commands.md", reference(newRootCmd(quietEnv())))
}

// TestDocsChecks keeps docs/checks.md what the checks' examples say.
func TestDocsChecks(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("# Checks\n\nWhat each check catches and what it spares, by the examples that it is tested with,\n" +
		"as `stet checks show CHECK` prints them. `go test ./cmd -run Docs -update` writes\nthis page.\n")
	for _, c := range verify.Checks {
		fmt.Fprintf(&b, "\n## %s\n\n```text\n", c.ID)
		if err := showCheck(t.Context(), &b, c); err != nil {
			t.Fatal(err)
		}
		b.WriteString("```\n")
	}
	checkPage(t, "checks.md", b.String())
}

// checkPage compares a page of docs with what is made of it, or writes it.
func checkPage(t *testing.T, name, got string) {
	t.Helper()
	page := filepath.Join("..", "docs", name)
	if *update {
		if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("docs/%s is out of date (go test ./cmd -run Docs -update):\n%s", name, diff)
	}
}

func quietEnv() *Env {
	return &Env{
		Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard, Now: time.Now,
		Getenv: func(string) string { return "" }, GitName: func() string { return "" },
	}
}

func reference(root *cobra.Command) string {
	var b strings.Builder
	b.WriteString("# Commands\n\nMade from the commands' own help; `go test ./cmd -run Docs -update` writes it.\n")
	eachCommand(root, func(c *cobra.Command) {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", c.CommandPath(), c.Short+".")
		if c.Long != "" {
			fmt.Fprintf(&b, "\n```text\n%s\n```\n", strings.TrimSpace(c.Long))
		}
		if c.Runnable() && (!c.HasSubCommands() || strings.Contains(c.Use, " ")) {
			fmt.Fprintf(&b, "\nUsage: `%s`\n", c.UseLine())
		}
		if c.Example != "" {
			fmt.Fprintf(&b, "\n```sh\n%s\n```\n", unindent(c.Example))
		}
		if flags := flagTable(c.NonInheritedFlags()); flags != "" {
			fmt.Fprintf(&b, "\n| flag | meaning |\n| --- | --- |\n%s", flags)
		}
	})
	return b.String()
}

func eachCommand(c *cobra.Command, do func(*cobra.Command)) {
	do(c)
	for _, child := range c.Commands() {
		if child.Name() != "help" && child.Name() != "completion" && !child.Hidden {
			eachCommand(child, do)
		}
	}
}

func flagTable(flags *pflag.FlagSet) string {
	var b strings.Builder
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" {
			name := "--" + f.Name
			if f.Shorthand != "" {
				name = "-" + f.Shorthand + ", " + name
			}
			fmt.Fprintf(&b, "| `%s` | %s |\n", name, strings.ReplaceAll(f.Usage, "|", `\|`))
		}
	})
	return b.String()
}

func unindent(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, "\n")
}

func TestEveryCommandHasExamples(t *testing.T) {
	eachCommand(newRootCmd(quietEnv()), func(c *cobra.Command) {
		if c.Short == "" || c.Example == "" {
			t.Errorf("%s lacks a short description or an example", c.CommandPath())
		}
	})
}

// TestHelpFits wants every line of every help text to fit a terminal of 80
// columns, but for commands, which can't be folded.
func TestHelpFits(t *testing.T) {
	eachCommand(newRootCmd(quietEnv()), func(c *cobra.Command) {
		for line := range strings.Lines(c.Long + "\n" + c.UsageString()) {
			if width := len([]rune(strings.TrimRight(line, "\n"))); width > 80 && !strings.HasPrefix(line, "  stet ") {
				t.Errorf("%s --help has a line of %d columns: %s", c.CommandPath(), width, line)
			}
		}
	})
}

// TestDocsRun runs every command that the README and the docs show. A block
// marked "console" is a session: what follows a line that begins with "$ " is
// exactly what it prints. A block marked "sh" is run for its exit code.
func TestDocsRun(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join("..", "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	commands := 0
	for _, page := range append(pages, filepath.Join("..", "README.md")) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(page), func(t *testing.T) {
			r := replay{t: t, dir: sandbox(t)}
			got := r.page(string(text))
			commands += r.commands
			if *update {
				writeFile(t, page, got, 0o644)
			} else if diff := cmp.Diff(string(text), got); diff != "" {
				t.Errorf("a session prints something else by now (go test ./cmd -run Docs -update):\n%s", diff)
			}
		})
	}
	if commands < 30 {
		t.Errorf("only %d commands were found in the docs: is the test blind?", commands)
	}
}

// replay runs the commands of one page, in order, in one folder.
type replay struct {
	t        *testing.T
	dir      string
	commands int
}

// page returns the page as it should be: each session with what its commands
// print now.
func (r *replay) page(text string) string {
	var out []string
	block := ""
	for _, line := range strings.Split(text, "\n") {
		switch {
		case block == "" && strings.HasPrefix(line, "```"):
			block = line
		case block != "" && line == "```":
			block = ""
		case block == "```console" && !strings.HasPrefix(line, "$ "):
			continue // what the last command printed when the page was written
		case block == "```console":
			out = append(out, line)
			line = r.printed(strings.TrimPrefix(line, "$ "))
			if line == "" {
				continue
			}
		case block == "```sh":
			r.shown(line)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// printed runs a command and returns what it prints.
func (r *replay) printed(command string) string {
	r.commands++
	out, code := shell(r.dir, command)
	if code == exitUnfinished {
		r.t.Errorf("%s\nexits %d: %s", command, code, out)
	}
	return trimLines(out)
}

// shown runs a command that is shown without its output: it must not be
// refused, whatever it finds.
func (r *replay) shown(command string) {
	if !strings.Contains(command, "stet ") || strings.HasPrefix(command, "#") {
		return // make and go are run by .ci/run
	}
	r.commands++
	if out, code := shell(r.dir, command); code != exitOK && code != exitFindings {
		r.t.Errorf("%s\nexits %d: %s", command, code, out)
	}
}

func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// testCache keeps the compiled PDF sandbox for all tests, and from one run of
// them to the next: it is slow to make.
var testCache = filepath.Join(os.TempDir(), "stet-test-cache")

// shell runs a command line as a reader of the docs would, and returns what
// they see and the exit code.
func shell(dir, command string) (string, int) {
	c := exec.Command("sh", "-c", command)
	c.Dir = dir
	c.Env = append(os.Environ(), "STET_BY=Kit Moss", "HOME="+dir, "XDG_CACHE_HOME="+testCache, "COLUMNS=", "GORACE="+noSleep,
		"STET_ARCHIVE=http://127.0.0.1:1/", "STET_ARCHIVE_SAVE=http://127.0.0.1:1/") // no archive is bothered by our tests
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	c.Run() // the exit code says how it went
	return out.String(), c.ProcessState.ExitCode()
}

// sandbox lays out the files and the ledger that the docs' examples name.
func sandbox(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	stake, err := filepath.Abs(filepath.Join("..", "testdata", "drafts", "stake"))
	if err != nil {
		t.Fatal(err)
	}
	forms := filepath.Join(filepath.Dir(stake), "forms")
	for _, step := range []string{
		"mkdir -p testdata/drafts filings && cp -r '" + stake + "' testdata/drafts/",
		"cp -r '" + stake + "/sources' . && cp '" + stake + "/clean.md' story.md && cp '" + forms + "/ferry.docx' story.docx",
		"cp sources/complaint.pdf filings/complaint.pdf && cp sources/complaint.pdf filing.pdf && cp sources/courier.html page.html && cp sources/courier.html draft.html",
		"mkdir saved && cp sources/courier.html saved/interview.html",
		"sed s/2019/2018/ story.md > before.md && stet import before.md --article azure-deal",
		"stet check story.md --article azure-deal",
		"stet source add https://example.com/notice --alias notice --offline",
		"mkdir house-rules",
		`printf 'Statement,Link,Seen\nThe bridge has two lanes.,https://example.com/bridge,x\n' > list.csv`,
	} {
		if out, code := shell(dir, step); code != 0 {
			t.Fatalf("%s: %s", step, out)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "house-rules", "shouting.sql"), []byte(shownBlock(t, "policy.md", "sql")), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestDocsNameEveryField wants docs/formats.md to say of each column whether it
// is imported.
func TestDocsNameEveryField(t *testing.T) {
	page := string(readBack(t, filepath.Join("..", "docs", "formats.md")))
	_, section, _ := strings.Cut(page, "## Tables of claims, imported")
	section, _, ok := strings.Cut(section, "\n## ")
	if !ok {
		t.Fatal("docs/formats.md has no section on imported tables")
	}
	imported, passedOver, ok := strings.Cut(section, "Passed over,")
	if !ok {
		t.Fatal("docs/formats.md doesn't say what is passed over")
	}
	for _, f := range sheet.Fields {
		part := imported
		if f.PassedOver() {
			part = passedOver
		}
		if !strings.Contains(part, "`"+f.Name+"`") {
			t.Errorf("docs/formats.md says nothing of the field %s, or says it in the wrong place", f.Name)
		}
	}
}

// TestDocsNameEveryDependency compares go.mod with docs/dependencies.md.
func TestDocsNameEveryDependency(t *testing.T) {
	page := string(readBack(t, filepath.Join("..", "docs", "dependencies.md")))
	module := string(readBack(t, filepath.Join("..", "go.mod")))
	_, requires, _ := strings.Cut(module, "require (\n")
	requires, _, _ = strings.Cut(requires, ")")
	names := 0
	for line := range strings.Lines(requires) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name == "" || strings.HasSuffix(strings.TrimSpace(line), "// indirect") {
			continue
		}
		names++
		if !strings.Contains(page, "| "+strings.TrimPrefix(name, "github.com/")+" |") {
			t.Errorf("docs/dependencies.md says nothing of %s", name)
		}
	}
	if names < 10 {
		t.Errorf("only %d modules were found in go.mod: the test is blind", names)
	}
}

// shownBlock returns the first block of a language that a page of the docs shows.
func shownBlock(t *testing.T, page, language string) string {
	t.Helper()
	text := string(readBack(t, filepath.Join("..", "docs", page)))
	_, after, ok := strings.Cut(text, "```"+language+"\n")
	block, _, closed := strings.Cut(after, "```")
	if !ok || !closed {
		t.Fatalf("docs/%s shows no %s", page, language)
	}
	return block
}
