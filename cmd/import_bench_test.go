package cmd

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkImportTable times `stet import` of a table of claims, with history,
// beside the sqlite3 command line's .import of the same rows into the bare claim
// table with its indexes, in turn, as whole processes: into a new ledger at
// growing sizes, whose times a claim are the curve, and into one that is there.
func BenchmarkImportTable(b *testing.B) {
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("needs the sqlite3 command line")
	}
	program := built(b)
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprintf("new/%d", n), func(b *testing.B) { benchImport(b, program, sqlite, n, false) })
	}
	b.Run("there/100000", func(b *testing.B) { benchImport(b, program, sqlite, 100_000, true) })
}

func benchImport(b *testing.B, program, sqlite string, n int, there bool) {
	dir := b.TempDir()
	table, ledger := filepath.Join(dir, "claims.csv"), filepath.Join(dir, "stet.db")
	writeClaimTable(b, table, n)
	story := filepath.Join(dir, "story.md")
	if err := os.WriteFile(story, []byte("The bridge opened on Monday.\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	timed(b, program, "--ledger", ledger, "import", table)
	bare := bareTable(b, sqlite, dir, ledger)
	var ratios, each []float64
	var peak int64
	for b.Loop() {
		remove(b, ledger, bare.db)
		if there {
			timed(b, program, "--ledger", ledger, "import", story)
		}
		c := exec.Command(program, "--ledger", ledger, "import", table)
		begin := time.Now()
		if out, err := c.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
		ours := time.Since(begin)
		peak = max(peak, peakMemory(c.ProcessState))
		theirs := timed(b, sqlite, bare.db, ".read "+bare.script)
		ratios = append(ratios, float64(ours)/float64(theirs))
		each = append(each, float64(ours.Microseconds())/float64(n))
	}
	slices.Sort(ratios)
	slices.Sort(each)
	b.ReportMetric(ratios[len(ratios)/2], "x-sqlite3")
	b.ReportMetric(each[len(each)/2], "µs/claim")
	b.ReportMetric(float64(peak>>20), "MB-peak")
}

// writeClaimTable writes a table of n claims, piece by piece: what this process holds
// is counted as its children's too.
func writeClaimTable(b *testing.B, file string, n int) {
	b.Helper()
	f, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	writeClaimRows(w, n, 0)
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		b.Fatal(err)
	}
}

// bare is what the sqlite3 command line makes the bare claim table of.
type bare struct{ db, script string }

// bareTable takes the claim table's definition and rows from a ledger.
func bareTable(b *testing.B, sqlite, dir, ledger string) bare {
	b.Helper()
	rows, script := filepath.Join(dir, "bare.csv"), filepath.Join(dir, "bare.sql")
	definition, err := exec.Command(sqlite, ledger, `select sql || ';' from sqlite_schema where tbl_name = 'claim' and sql is not null`).Output()
	if err != nil {
		b.Fatal(err)
	}
	if out, err := exec.Command(sqlite, ledger, ".mode csv", ".once "+rows, "select * from claim").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	if err := os.WriteFile(script, fmt.Appendf(definition, ".mode csv\n.import %s claim\n", rows), 0o600); err != nil {
		b.Fatal(err)
	}
	return bare{db: filepath.Join(dir, "bare.db"), script: script}
}

func remove(b *testing.B, files ...string) {
	b.Helper()
	for _, file := range files {
		if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
			b.Fatal(err)
		}
	}
}
