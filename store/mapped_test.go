package store

import (
	"path/filepath"
	"testing"
)

// TestMapped: the setting takes on every connection, and what is read is the
// same.
func TestMapped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	l := openLedger(t, path, Options{Create: true})
	apply(t, l, story("ship", 1, 5))
	m := openLedger(t, path, Options{ReadOnly: true, Mapped: true})
	for range 3 {
		conn, err := m.reader.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		size, _, err := one(t.Context(), conn, scanOne[int64], `pragma mmap_size`)
		if err != nil || size < 1<<30 {
			t.Errorf("%d bytes are mapped at most: %v", size, err)
		}
	}
	if diff := differ(dossier(t, l, "ship"), dossier(t, m, "ship")); diff != "" {
		t.Error(diff)
	}
}
