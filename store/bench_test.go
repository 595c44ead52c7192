package store

import (
	"fmt"
	"path/filepath"
	"testing"
)

// benchLedger returns a ledger of 100 articles of n claims each, closed.
func benchLedger(b *testing.B, n int) string {
	path := filepath.Join(b.TempDir(), "stet.db")
	l, err := Open(b.Context(), path, Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	for i := range 100 {
		apply(b, l, story(fmt.Sprintf("story-%03d", i), i+1, n))
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkOpenAndDossier is what a command that shows something costs: open
// the ledger, read one article of 25 claims, close.
func BenchmarkOpenAndDossier(b *testing.B) {
	path := benchLedger(b, 25)
	for b.Loop() {
		l, err := Open(b.Context(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		dossier(b, l, "story-050")
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDossier(b *testing.B) {
	l := openLedger(b, benchLedger(b, 25), Options{})
	for b.Loop() {
		if d := dossier(b, l, "story-050"); len(d.Entries) != 25 {
			b.Fatal(len(d.Entries))
		}
	}
}

func BenchmarkApply1000Claims(b *testing.B) {
	l := openLedger(b, filepath.Join(b.TempDir(), "stet.db"), Options{Create: true})
	for i := 0; b.Loop(); i++ {
		apply(b, l, story(fmt.Sprintf("story-%d", i), i+1, 1000))
	}
}
