package cmd

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// longPDFs are where Debian's packages r-doc-pdf and octave-doc put manuals of
// more than a thousand pages; STET_LONG_PDF names another one.
var longPDFs = []string{
	os.Getenv("STET_LONG_PDF"), "/usr/share/R/doc/manual/fullrefman.pdf", "/usr/share/doc/octave/octave.pdf",
}

// BenchmarkPDFBesidePdftotext reads a long PDF as a whole process, beside
// poppler's pdftotext, in turn, and reports the median of the ratios. The
// compiled sandbox is in the cache.
func BenchmarkPDFBesidePdftotext(b *testing.B) {
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		b.Skip("needs pdftotext (poppler-utils)")
	}
	at := slices.IndexFunc(longPDFs, func(file string) bool { _, err := os.Stat(file); return err == nil })
	if at < 0 {
		b.Skip("needs a long PDF: r-doc-pdf or octave-doc, or STET_LONG_PDF")
	}
	stet := built(b)
	b.Setenv("XDG_CACHE_HOME", b.TempDir())
	timed(b, stet, "read", longPDFs[at])
	var ratios []float64
	for b.Loop() {
		ours := timed(b, stet, "read", longPDFs[at])
		theirs := timed(b, pdftotext, longPDFs[at], "-")
		ratios = append(ratios, ours.Seconds()/theirs.Seconds())
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "x-pdftotext")
}

// BenchmarkFirstPDF reports how long a process takes until it has read a PDF of
// six pages: once on a machine, with nothing compiled yet, and from then on.
func BenchmarkFirstPDF(b *testing.B) {
	stet := built(b)
	page := filepath.Join("..", "testdata", "drafts", "stake", "sources", "complaint.pdf")
	b.Setenv("XDG_CACHE_HOME", b.TempDir())
	cold := timed(b, stet, "read", page)
	var warm []float64
	for b.Loop() {
		warm = append(warm, timed(b, stet, "read", page).Seconds())
	}
	slices.Sort(warm)
	b.ReportMetric(cold.Seconds(), "cold-s")
	b.ReportMetric(warm[len(warm)/2], "warm-s")
}
