package store

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"stet/claims"
)

// pages returns a ledger of many snapshots, some long, some that do not
// compress.
func pages(t *testing.T) *Ledger {
	t.Helper()
	l := newLedger(t)
	random := rand.New(rand.NewPCG(1, 2))
	c := &claims.Change{At: noon}
	for i := range 20 {
		words := []byte(strings.Repeat(fmt.Sprintf("The ship %d sank. ", i), 1+i*i))
		for range i * 100 {
			words = append(words, byte(random.Uint32()))
		}
		c.Snapshots = append(c.Snapshots, content(string(words)))
	}
	apply(t, l, c)
	return l
}

// TestEveryFlippedBitIsFound flips one bit of stored bytes at a time.
func TestEveryFlippedBitIsFound(t *testing.T) {
	l := pages(t)
	type stored struct {
		digest string
		bytes  []byte
	}
	all, err := collect(t.Context(), l.reader, func(row scanner) (s stored, err error) {
		err = row.Scan(&s.digest, &s.bytes)
		return s, err
	}, `select digest, bytes from snapshot_bytes order by digest`)
	if err != nil || len(all) != 20 {
		t.Fatal(len(all), err)
	}
	put := func(s stored) {
		t.Helper()
		if _, err := l.writer.Exec(`update snapshot_bytes set bytes = :bytes where digest = :digest`,
			sql.Named("bytes", s.bytes), sql.Named("digest", s.digest)); err != nil {
			t.Fatal(err)
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		s := all[random.IntN(len(all))]
		at, bit := random.IntN(len(s.bytes)), byte(1)<<random.IntN(8)
		s.bytes[at] ^= bit
		put(s)
		checked, damaged, err := l.CheckSnapshots(t.Context())
		if err != nil || checked != 20 || len(damaged) != 1 || string(damaged[0].Snapshot) != s.digest {
			t.Fatalf("byte %d of %s, bit %08b: %d checked, damaged %v, %v", at, s.digest[:12], bit, checked, damaged, err)
		}
		s.bytes[at] ^= bit
		put(s)
	}
	if checked, damaged, err := l.CheckSnapshots(t.Context()); err != nil || checked != 20 || len(damaged) != 0 {
		t.Errorf("restored: %d checked, damaged %v, %v", checked, damaged, err)
	}
}

func TestCheckSnapshotsMissesNone(t *testing.T) {
	for what, statement := range map[string]string{
		"no bytes":     `delete from snapshot_bytes where digest = (select min(digest) from snapshot_bytes)`,
		"no row":       `delete from snapshot where digest = (select min(digest) from snapshot)`,
		"another name": `update snapshot_bytes set digest = 'f' || substr(digest, 2) where digest = (select min(digest) from snapshot_bytes)`,
		"another sum":  `update snapshot_bytes set sum = 'f' || substr(sum, 2) where digest = (select min(digest) from snapshot_bytes)`,
		"another size": `update snapshot set size = size - 1 where digest = (select min(digest) from snapshot)`,
	} {
		l := pages(t)
		conn, err := l.writer.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{`pragma foreign_keys = off`, statement} {
			if _, err := conn.ExecContext(t.Context(), s); err != nil {
				t.Fatal(what, err)
			}
		}
		conn.Close()
		if _, damaged, err := l.CheckSnapshots(t.Context()); err != nil || len(damaged) == 0 {
			t.Errorf("%s: damaged %v, %v", what, damaged, err)
		}
	}
}
