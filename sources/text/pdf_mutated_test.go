package text

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestMutatedPDFs reads the project's own PDFs, and the shared ones where they
// are, as they are and with bytes changed at random: in a child process, under
// the limits that users have. None may crash its reader, take it too long or
// make it grow too large. STET_MUTATIONS says how many copies of each to mutate.
func TestMutatedPDFs(t *testing.T) {
	copies := 1
	if n, err := strconv.Atoi(os.Getenv("STET_MUTATIONS")); err == nil {
		copies = n
	}
	t.Run("own", func(t *testing.T) { readMutated(t, 10*copies, ownPDFs(t)) })
	t.Run("shared", func(t *testing.T) {
		readMutated(t, copies, slices.Concat(sharedFiles(t, "court-pdf/*.pdf"), sharedFiles(t, "pdf-samples/*.pdf")))
	})
}

func ownPDFs(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/sources/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no PDFs in testdata: %v", err)
	}
	return files
}

func readMutated(t *testing.T, copies int, files []string) {
	l := childLibrary(t, "stet")
	read, failed, peak := 0, map[string]int{}, int64(0)
	for _, file := range files {
		whole, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range copies + 1 {
			_, err := l.Read(context.Background(), mutated(whole, i), Options{Name: "document.pdf"})
			read++
			if err != nil {
				failed[cause(err)]++
			}
			if isOwnFailure(err) {
				t.Errorf("%s, copy %d: %v", filepath.Base(file), i, err)
			}
			if l.keeper.child != nil {
				peak = max(peak, peakResident(l.keeper.child.cmd.Process.Pid))
			}
		}
	}
	t.Logf("%d documents read in at most %d MB; errors: %v", read, peak>>20, failed)
}

// mutated returns the nth copy of a document: copy 0 as it is, the others with
// 200, 1 or 14 of its bytes replaced, the same in each run.
func mutated(whole []byte, n int) []byte {
	b := slices.Clone(whole)
	random := rand.New(rand.NewPCG(uint64(n), uint64(len(b))))
	if n > 0 {
		for range []int{14, 200, 1}[n%3] {
			b[random.IntN(len(b))] = byte(random.Uint32())
		}
	}
	return b
}

// cause returns an error without what differs from document to document.
func cause(err error) string {
	words := strings.FieldsFunc(err.Error(), func(r rune) bool { return r == '\n' })
	return fmt.Sprintf("%.90s", words[0])
}

// isOwnFailure reports whether err is not of a document that can't be read but
// of a reader that did not survive it.
func isOwnFailure(err error) bool {
	return err != nil && slices.ContainsFunc([]string{"crashed", "longer than", "out of memory", "ended on", "failed on"},
		func(sign string) bool { return strings.Contains(err.Error(), sign) })
}
