package cmd

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stet/claims"
	"stet/sources/corpus"
	"stet/store"
)

// naughty returns the strings that are known to break programs.
func naughty(t *testing.T) []string {
	t.Helper()
	folder := corpus.Path(t, "adversarial")
	var all []string
	if err := json.Unmarshal(readBack(t, filepath.Join(folder, "blns.json")), &all); err != nil {
		t.Fatal(err)
	}
	payloads := readBack(t, filepath.Join(folder, "csv-injection", "csv-payload.txt"))
	all = append(all, strings.Split(string(payloads), "\n")...)
	for _, pattern := range []string{"json-parsing/*.json", "csv-spectrum/*/*"} {
		files, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil || len(files) < 10 {
			t.Fatalf("%d files %s, %v", len(files), pattern, err)
		}
		for _, file := range files {
			all = append(all, string(readBack(t, file)))
		}
	}
	return all
}

// TestImportOfNaughtyStrings imports each as a claim's text and as the words it
// relies on: it is in the ledger byte for byte, or its row was refused; and what
// is exported of them and imported again is exported as the same bytes.
func TestImportOfNaughtyStrings(t *testing.T) {
	dir := t.TempDir()
	table, ledger := filepath.Join(dir, "naughty.csv"), filepath.Join(dir, "stet.db")
	texts := naughty(t)
	writeFile(t, table, tableOf(t, texts), 0o644)
	told := succeed(t, "--ledger", ledger, "import", table, "--raw", "--skip-bad", filepath.Join(dir, "bad.csv"))
	kept := textsOf(t, ledger, "naughty")
	refused := 0
	for i, text := range texts {
		got, ok := kept[i+1]
		told := strings.Contains(told, fmt.Sprintf("row %d (", i+2)) || strings.Contains(told, fmt.Sprintf("row %d:", i+2))
		switch {
		case ok == told:
			t.Errorf("%.60q: kept %v, refused %v", text, ok, told)
		case ok && got != text:
			t.Errorf("%.60q became %.60q", text, got)
		case !ok:
			refused++
			if isText(text) {
				t.Errorf("%.60q was refused", text)
			}
		}
	}
	if refused == 0 || len(kept) < 500 {
		t.Errorf("%d were refused and %d kept: too few to be believed", refused, len(kept))
	}
	checkStable(t, dir, ledger)
}

// isText reports whether a string can be a claim's: valid, and more than
// nothing.
func isText(s string) bool {
	return utf8.ValidString(s) && !strings.Contains(s, "\x00") && claims.FoldWords(s) != ""
}

// tableOf returns a table with a row for each text.
func tableOf(t *testing.T, texts []string) string {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"article", "claim", "text", "quote", "source_name"}}
	for i, text := range texts {
		rows = append(rows, []string{"naughty", strconv.Itoa(i + 1), text, text, "a book"})
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// textsOf returns the texts of an article's claims by their numbers. Each quote
// must be the text.
func textsOf(t *testing.T, ledger, article string) map[int]string {
	t.Helper()
	l, err := store.Open(t.Context(), ledger, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	d, err := l.Dossier(t.Context(), article)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[int]string{}
	for _, e := range d.Entries {
		texts[e.Claim.Number] = e.Claim.Text
		if len(e.Citations) != 1 || e.Citations[0].Quote != e.Claim.Text {
			t.Errorf("claim %d cites %+v", e.Claim.Number, e.Citations)
		}
	}
	return texts
}

// checkStable exports a ledger that came from a table in every form of one,
// imports that into another and exports it again. A table with a row a claim has
// no citations, so that it is only stable from the second on.
func checkStable(t *testing.T, dir, ledger string) {
	t.Helper()
	for i, form := range [][]string{{"--format=csv"}, {"--format=csv", "--raw", "--bom"}, {"--format=tsv"}, {"--rows=claims", "--format=csv"}, {"--rows=claims", "--format=tsv"}} {
		from, tables := ledger, [3][]byte{}
		for j := range tables {
			table := filepath.Join(dir, fmt.Sprintf("table-%d-%d.csv", i, j))
			if slices.Contains(form, "--format=tsv") {
				table = strings.TrimSuffix(table, "csv") + "tsv"
			}
			succeed(t, append([]string{"--ledger", from, "export", "--cut", "-o", table}, form...)...)
			tables[j] = readBack(t, table)
			from = filepath.Join(dir, fmt.Sprintf("ledger-%d-%d.db", i, j))
			raw := fmt.Sprintf("--raw=%v", slices.Contains(form, "--raw"))
			succeed(t, "--ledger", from, "import", table, raw)
		}
		if !bytes.Equal(tables[1], tables[2]) || !bytes.Equal(tables[0], tables[1]) && form[0] != "--rows=claims" {
			t.Errorf("%v: what was imported is exported otherwise", form)
		}
	}
}

// succeed runs a command in this process, which must succeed, and returns what
// it says on standard error.
func succeed(t testing.TB, args ...string) string {
	t.Helper()
	env, _, stderr := testEnv()
	if code := Run(t.Context(), env, args); code != exitOK {
		t.Fatalf("stet %v: exit %d: %s", args, code, stderr)
	}
	return stderr.String()
}

// derivedCells are the columns that stet works out from the rest, so that an
// import passes over them.
var derivedCells = []string{"file", "line", "findings", "match", "page", "capture", "captured_at", "snapshot"}

// TestImportOfAStory exports an article that was checked and signed off and
// imports it: all but what is derived is the same.
func TestImportOfAStory(t *testing.T) {
	dir := sandbox(t)
	for _, step := range []string{
		"stet sign azure-deal#1 azure-deal#2 azure-deal#4 --verdict confirmed --note read",
		"stet sign azure-deal#3 --verdict change --to 'Other words.'",
		"stet cite azure-deal#4 'interview with Nora Field \"we built it\"' --stance supports --grade primary",
		"stet claim add azure-deal '=cmd|calc'",
		"stet claim cut azure-deal#6",
		"stet export --cut -o first.csv",
		"stet --ledger other.db import first.csv",
		"stet --ledger other.db export --cut -o second.csv",
	} {
		if out, code := shell(dir, step); code != exitOK {
			t.Fatalf("%s: exit %d: %s", step, code, out)
		}
	}
	first, second := cellsOf(t, filepath.Join(dir, "first.csv")), cellsOf(t, filepath.Join(dir, "second.csv"))
	if len(first) != len(second) || len(first) < 20 {
		t.Fatalf("%d rows became %d", len(first), len(second))
	}
	for i := range first {
		for name, cell := range first[i] {
			if second[i][name] != cell && !strings.Contains(strings.Join(derivedCells, " "), name) {
				t.Errorf("row %d: %s %q became %q", i+2, name, cell, second[i][name])
			}
		}
	}
	checkStable(t, t.TempDir(), filepath.Join(dir, "other.db"))
}

// cellsOf returns the rows of an exported table, by the names of the columns.
func cellsOf(t *testing.T, file string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(readBack(t, file))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, name := range rows[0] {
			cells[name] = row[i]
		}
		all = append(all, cells)
	}
	return all
}

// interruptedAt ends a context while a table is read.
type interruptedAt struct {
	io.Reader
	left   int
	cancel context.CancelFunc
}

func (r *interruptedAt) Read(b []byte) (int, error) {
	if r.left--; r.left < 0 {
		r.cancel()
	}
	return r.Reader.Read(b[:min(len(b), 512)])
}

// TestImportInterrupted interrupts the import of a table that is half read,
// into a new ledger and into one that is there.
func TestImportInterrupted(t *testing.T) {
	dir := t.TempDir()
	there := filepath.Join(dir, "there.db")
	writeFile(t, filepath.Join(dir, "story.md"), "The bridge opened on Monday.\n", 0o644)
	succeed(t, "--ledger", there, "import", filepath.Join(dir, "story.md"))
	before := readBack(t, there)
	for _, ledger := range []string{there, filepath.Join(dir, "new.db")} {
		ctx, cancel := context.WithCancel(t.Context())
		env, stdout, stderr := testEnv()
		env.Stdin = &interruptedAt{Reader: strings.NewReader(claimRows(20_000)), left: 2_000, cancel: cancel}
		if code := Run(ctx, env, []string{"--ledger", ledger, "import", "-"}); code != exitInterrupted {
			t.Errorf("exit %d, want %d: %s", code, exitInterrupted, stderr)
		}
		if stdout.Len() > 0 || stderr.String() != "stet: interrupted\n" {
			t.Errorf("stdout %q, stderr %q", stdout, stderr)
		}
	}
	if !bytes.Equal(before, readBack(t, there)) {
		t.Error("the ledger changed")
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(left) != 2 {
		t.Errorf("left are %v, %v", left, err)
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".stet*")); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
}

// claimRows returns an exported table of n claims, 1000 an article, every
// fourth of which is signed off.
func claimRows(n int) string {
	var b strings.Builder
	writeClaimRows(&b, n, 4)
	return b.String()
}

// writeClaimRows writes such a table; signed is how many claims there are to one
// that is signed off, or 0 where none is.
func writeClaimRows(w io.Writer, n, signed int) {
	io.WriteString(w, "format,article,claim,text,label,speaker,place,priority,cut,verdict,checker,signed_at,findings,citations\r\n")
	for i := range n {
		verdict := "open,,"
		if signed > 0 && i%signed == 0 {
			verdict = "confirmed,Kit Moss,2026-03-02T09:30:00Z"
		}
		fmt.Fprintf(w, "stet-claim-rows/2,story-%04d,C-%04d,\"The council, which met on Monday, voted %d to %d to spend £%dm on “the bridge over the Ure”, she said.\",reported,the council,body,normal,,%s,,\r\n",
			i/1000, i%1000+1, i%17, i%9, i, verdict)
	}
}

// TestHalfMadeLedgersAreSwept leaves those that may still be written to.
func TestHalfMadeLedgersAreSwept(t *testing.T) {
	dir := t.TempDir()
	table := filepath.Join(dir, "claims.csv")
	writeFile(t, table, claimRows(3), 0o644)
	for name, age := range map[string]time.Duration{".stet-import-1": 25 * time.Hour, ".stet-import-2": time.Hour} {
		for _, folder := range []string{filepath.Join(dir, name), filepath.Join(dir, name+"-begun")} {
			if err := os.Mkdir(folder, 0o700); err != nil {
				t.Fatal(err)
			}
			written := folder // killed before there was a ledger
			if !strings.HasSuffix(folder, "-begun") {
				written = filepath.Join(folder, "stet.db")
				writeFile(t, written, "half", 0o600)
			}
			if err := os.Chtimes(written, time.Time{}, time.Now().Add(-age)); err != nil {
				t.Fatal(err)
			}
		}
	}
	succeed(t, "--ledger", filepath.Join(dir, "stet.db"), "import", table)
	left, err := filepath.Glob(filepath.Join(dir, ".stet*"))
	if err != nil || len(left) != 2 || filepath.Base(left[0]) != ".stet-import-2" || filepath.Base(left[1]) != ".stet-import-2-begun" {
		t.Errorf("left are %v, %v", left, err)
	}
}
