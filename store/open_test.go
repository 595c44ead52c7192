package store

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
)

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	other := filepath.Join(dir, "other.db")
	execSQL(t, other, `create table bird (name text)`)
	newer := filepath.Join(dir, "newer.db")
	closed(t, newer)
	execSQL(t, newer, `pragma user_version = 99`)

	for _, test := range []struct {
		name, path string
		options    Options
		want       string // in the error
		is         error
	}{
		{"absent", filepath.Join(dir, "absent.db"), Options{}, "there is no ledger", fs.ErrNotExist},
		{"absent, read only", filepath.Join(dir, "absent.db"), Options{ReadOnly: true, Create: true}, "there is no ledger", fs.ErrNotExist},
		{"folder absent", filepath.Join(dir, "no", "stet.db"), Options{Create: true}, "make ledger", fs.ErrNotExist},
		{"folder", dir, Options{}, "is a folder, not a ledger", nil},
		{"text", file("text.db", strings.Repeat("Nothing but words. ", 100)), Options{}, "is not an SQLite file", nil},
		{"few words", file("few.db", "Words."), Options{Create: true}, "is not an SQLite file", nil},
		{"empty", file("empty.db", ""), Options{Create: true}, "is not a stet ledger", nil},
		{"another program's", other, Options{Create: true}, "is not a stet ledger", nil},
		{"newer", newer, Options{}, "made by a newer version of stet", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := listing(t, dir)
			l, err := Open(t.Context(), test.path, test.options)
			if err == nil {
				t.Fatal("opened", l.Close())
			}
			if !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %q does not say %q in one sentence", err, test.want)
			}
			if test.is != nil && !errors.Is(err, test.is) {
				t.Errorf("error %q is not %v", err, test.is)
			}
			if after := listing(t, dir); after != before {
				t.Errorf("folder was %s, is %s", before, after)
			}
		})
	}
}

func TestAbsentLedgerHasAHint(t *testing.T) {
	_, err := Open(t.Context(), filepath.Join(t.TempDir(), "stet.db"), Options{})
	var input *claims.InputError
	if !errors.As(err, &input) || input.Hint == "" {
		t.Errorf("error %v carries no hint", err)
	}
}

func TestAwkwardPaths(t *testing.T) {
	for _, name := range []string{"a b.db", "q?a.db", "100%.db", "%41.db", "a#b.db", "a&b=c.db", "mode=ro.db", "ü.db", "a+b;c.db", ":memory:", "file:x.db"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			l := openLedger(t, path, Options{Create: true})
			apply(t, l, story("ship", 1, 1))
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			if got := listing(t, filepath.Dir(path)); got != name {
				t.Errorf("folder holds %s, want %s", got, name)
			}
			dossier(t, openLedger(t, path, Options{}), "ship")
		})
	}
}

func TestRelativePath(t *testing.T) {
	t.Chdir(t.TempDir())
	apply(t, openLedger(t, "stet.db", Options{Create: true}), story("ship", 1, 1))
	if got := listing(t, "."); !strings.HasPrefix(got, "stet.db") {
		t.Errorf("folder holds %s", got)
	}
}

// TestSettings asks each of two connections of both pools, since a setting
// that the driver does not know is ignored silently.
func TestSettings(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	pools := map[string]struct {
		db        *sql.DB
		n         int
		queryOnly string
	}{"reader": {l.reader, 2, "1"}, "writer": {l.writer, 1, "0"}}
	for name, pool := range pools {
		for i := range pool.n {
			conn, err := pool.db.Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close() // after the loop, so that the next is another connection
			for pragma, want := range map[string]string{
				"foreign_keys": "1", "busy_timeout": "30000", "synchronous": "2", "journal_mode": "wal", "query_only": pool.queryOnly,
			} {
				var got string
				if err := conn.QueryRowContext(t.Context(), "pragma "+pragma).Scan(&got); err != nil || got != want {
					t.Errorf("%s %d: %s is %q, %v; want %q", name, i, pragma, got, err, want)
				}
			}
		}
	}
}

// TestWriterIsImmediate begins a transaction that writes nothing: another one
// must not get past it.
func TestWriterIsImmediate(t *testing.T) {
	l := newLedger(t)
	tx, err := l.writer.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	name, err := dsn(l.Path(), writing)
	if err != nil {
		t.Fatal(err)
	}
	other, err := sql.Open("sqlite3", strings.Replace(name, "_busy_timeout=30000", "_busy_timeout=1", 1))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := other.BeginTx(t.Context(), nil); err == nil || !strings.Contains(explain(err).Error(), "another program has had the ledger locked") {
		t.Errorf("a second writer got %v", err)
	}
}

func TestOneFileAtRest(t *testing.T) {
	for _, first := range []string{"writer", "reader"} {
		t.Run(first+" closes first", func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "stet.db")
			writer := openLedger(t, path, Options{Create: true})
			reader := openLedger(t, path, Options{ReadOnly: true})
			apply(t, writer, story("ship", 1, 2))
			dossier(t, reader, "ship")
			order := []*Ledger{writer, reader}
			if first == "reader" {
				order = []*Ledger{reader, writer}
			}
			for _, l := range order {
				if err := l.Close(); err != nil {
					t.Fatal(err)
				}
			}
			if got := listing(t, filepath.Dir(path)); got != "stet.db" {
				t.Errorf("folder holds %s", got)
			}
		})
	}
}

func TestReadOnlyRefusesWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	apply(t, openLedger(t, path, Options{Create: true}), story("ship", 1, 1))
	l := openLedger(t, path, Options{ReadOnly: true})
	d := dossier(t, l, "ship")
	_, putErr := l.PutVerification(t.Context(), d.Article.ID, claims.Verification{Findings: []claims.Finding{{Check: "number", Severity: claims.Error}}})
	for name, err := range map[string]error{
		"Apply":           l.Apply(t.Context(), story("boat", 2, 1)),
		"PutTexts":        l.PutTexts(t.Context(), "1", map[sources.Digest]*sources.Text{d.Article.Draft: {}}),
		"PutVerification": putErr,
	} {
		if !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: %v, want ErrReadOnly", name, err)
		}
	}
}

// execSQL runs a statement on the file at path, as another program would.
func execSQL(t testing.TB, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

// closed makes an empty ledger and closes it.
func closed(t testing.TB, path string) {
	t.Helper()
	l, err := Open(t.Context(), path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// listing returns the names of the files in dir.
func listing(t testing.TB, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return strings.Join(names, " ")
}

// needsUnix says why a test of file permissions cannot run elsewhere.
func needsUnix(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("file permissions are tested where there are Unix ones")
	}
}
