package store

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/sources"
	"stet/store/schema"
)

// nextVersion is the ledger's schema with a further migration on top, as a
// later version of the program will have it.
func nextVersion(t *testing.T, migration string) schemaVersions {
	t.Helper()
	s, err := currentSchema()
	if err != nil {
		t.Fatal(err)
	}
	s.migrations = append(s.migrations, migration)
	s.views = func() ([]schema.View, error) {
		views, err := schema.Views()
		return append(views, schema.View{Name: "desk_view", SQL: "create view desk_view as select name from desk"}), err
	}
	return s
}

const deskTable = `create table desk (name text not null) strict; insert into desk values ('Metro');`

// copyOf returns the name that the copy of a ledger at path gets before it is
// migrated.
func copyOf(t *testing.T, path string) string {
	t.Helper()
	s, err := currentSchema()
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s.v%d-20261123T120000Z.bak", path, s.latest())
}

// oldLedger returns the path of a ledger of this version, closed, with an
// article.
func oldLedger(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "stet.db")
	l := openLedger(t, path, Options{Create: true})
	apply(t, l, story("ship", 1, 2))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func clock() time.Time { return noon }

func TestMigrate(t *testing.T) {
	path := oldLedger(t)
	l, err := open(t.Context(), path, Options{Clock: clock}, nextVersion(t, deskTable))
	if err != nil {
		t.Fatal(err)
	}
	if got := queryText(t, l, `select name from desk_view`); got != "Metro" {
		t.Errorf("desk_view has %s", got)
	}
	if got, want := queryText(t, l, `select user_version from pragma_user_version`), fmt.Sprint(nextVersion(t, deskTable).latest()); got != want {
		t.Errorf("version is %s, want %s", got, want)
	}
	dossier(t, l, "ship")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if got, want := listing(t, filepath.Dir(path)), "stet.db "+filepath.Base(copyOf(t, path)); got != want {
		t.Errorf("folder holds %s, want %s", got, want)
	}
	copied := copyOf(t, path)
	if found, err := os.Stat(copied); err != nil || found.Mode().Perm()&0o077 != 0 {
		t.Errorf("the copy can be read by others: %v, %v", found.Mode(), err)
	}
	dossier(t, openLedger(t, copied, Options{}), "ship")
	again, err := open(t.Context(), path, Options{}, nextVersion(t, deskTable))
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, Options{}); err == nil || !strings.Contains(err.Error(), "newer version") {
		t.Errorf("the old program opened it: %v", err)
	}
}

func TestFailedMigrationChangesNothing(t *testing.T) {
	path := oldLedger(t)
	_, err := open(t.Context(), path, Options{Clock: clock}, nextVersion(t, deskTable+` insert into nowhere values (1);`))
	if err == nil || !strings.Contains(err.Error(), "nowhere") || !strings.Contains(err.Error(), ".bak") {
		t.Errorf("error %v names neither the fault nor the copy", err)
	}
	l := openLedger(t, path, Options{})
	if got := queryText(t, l, `select count(*) from sqlite_schema where name like 'desk%'`); got != "0" {
		t.Error("half of the migration stands")
	}
	dossier(t, l, "ship")
}

func TestNoMigrationWithoutACopy(t *testing.T) {
	path := oldLedger(t)
	taken := copyOf(t, path)
	if err := os.WriteFile(taken, []byte("An earlier copy, perhaps."), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := open(t.Context(), path, Options{Clock: clock}, nextVersion(t, deskTable)); err == nil || !strings.Contains(err.Error(), taken) {
		t.Errorf("error %v does not name the copy", err)
	}
	dossier(t, openLedger(t, path, Options{}), "ship")
}

func TestReadOnlyLedgerIsNotMigrated(t *testing.T) {
	path := oldLedger(t)
	_, err := open(t.Context(), path, Options{ReadOnly: true}, nextVersion(t, deskTable))
	if !errors.Is(err, ErrReadOnly) {
		t.Errorf("error %v, want ErrReadOnly", err)
	}
	if got := listing(t, filepath.Dir(path)); got != "stet.db" {
		t.Errorf("folder holds %s", got)
	}
}

func TestFailedCreationLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	_, err := open(t.Context(), filepath.Join(dir, "stet.db"), Options{Create: true}, nextVersion(t, `create nonsense`))
	if err == nil {
		t.Error("made a ledger of nonsense")
	}
	if got := listing(t, dir); got != "" {
		t.Errorf("folder holds %s", got)
	}
}

// TestLedgerOfVersion1 opens a ledger that the first version of the program
// made: what it holds is all there, and reads as it did.
func TestLedgerOfVersion1(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	first, err := currentSchema()
	if err != nil {
		t.Fatal(err)
	}
	first.migrations = first.migrations[:1]
	first.views = func() ([]schema.View, error) { return nil, nil }
	if err := create(t.Context(), path, making, first); err != nil {
		t.Fatal(err)
	}
	page := []byte("The ship sank in 1900.")
	packed, err := compress(page)
	if err != nil {
		t.Fatal(err)
	}
	rest, err := compress([]byte("{}"))
	if err != nil {
		t.Fatal(err)
	}
	digest := sources.DigestOf(page)
	old, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{
		`insert into snapshot values (:digest, 'text/plain', 22, '2026-11-01T12:00:00.000Z')`,
		`insert into snapshot_bytes values (:digest, :bytes)`,
		`insert into source values ('s', 1, '', 'https://example.com/', '', '', 0, '', '', '', '', '')`,
		`insert into capture values ('c', 's', '2026-11-01T12:00:00.000Z', 'captured', '', '', 200, '', :digest)`,
		`insert into reading values (:digest, '1', 22, :bytes, 2, :rest)`,
	} {
		if _, err := old.Exec(statement, sql.Named("digest", string(digest)), sql.Named("bytes", packed), sql.Named("rest", rest)); err != nil {
			t.Fatal(statement, err)
		}
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	l := openLedger(t, path, Options{Clock: clock})
	e, err := l.Source(t.Context(), "S-0001")
	if err != nil || e.Snapshot != digest || e.Via != sources.Live || e.TakenAt.Day() != 1 || e.Last == nil || e.Last.State != sources.Captured {
		t.Errorf("the source is %+v, %v", e, err)
	}
	if b, _, err := l.Bytes(t.Context(), digest); err != nil || string(b) != string(page) {
		t.Errorf("the bytes are %q, %v", b, err)
	}
	// What an older program read is searched, and read again when it is asked for.
	if text, err := l.Text(t.Context(), digest, ""); err != nil || text.Body != string(page) {
		t.Errorf("the text is %+v, %v", text, err)
	}
	if text, err := l.Text(t.Context(), digest, "1"); !errors.Is(err, claims.ErrNotFound) {
		t.Errorf("the text of another version is %+v, %v", text, err)
	}
	if got := found(t, l, "ship"); len(got) != 1 {
		t.Errorf("a search finds %q", got)
	}
}

// TestMigrationFoldsAgain has claims and sign-offs folded as an older program
// did.
func TestMigrationFoldsAgain(t *testing.T) {
	path := oldLedger(t)
	l := openLedger(t, path, Options{})
	d := dossier(t, l, "ship")
	apply(t, l, &claims.Change{At: noon, SignOffs: []claims.SignOff{signOff(d, d.Entries[0], "sign-1", claims.Confirmed, noon)}})
	for _, q := range []string{`update claim set folded = text`, `update signoff set folded = words || '!', proposed_folded = '!'`} {
		if _, err := l.writer.ExecContext(t.Context(), q); err != nil {
			t.Fatal(err)
		}
	}
	if void := dossier(t, l, "ship").Entries[0].SignOff.Void; void != claims.WordsChanged {
		t.Fatalf("void = %q before: the test shows nothing", void)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l, err := open(t.Context(), path, Options{Clock: clock}, nextVersion(t, deskTable))
	if err != nil {
		t.Fatal(err)
	}
	if void := dossier(t, l, "ship").Entries[0].SignOff.Void; void != "" {
		t.Errorf("void = %q", void)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestNoLedgerTakesAnothersLog deletes a ledger whose program crashed, and not
// the log beside it: a new ledger of that name would be damaged by it.
func TestNoLedgerTakesAnothersLog(t *testing.T) {
	path := oldLedger(t)
	l := openLedger(t, path, Options{})
	apply(t, l, story("boat", 3, 4))
	log, err := os.ReadFile(path + "-wal")
	if err != nil || len(log) == 0 {
		t.Fatalf("there is no log: %v", err)
	}
	place := filepath.Join(t.TempDir(), "stet.db")
	if err := os.WriteFile(place+"-wal", log, 0o600); err != nil {
		t.Fatal(err)
	}
	var input *claims.InputError
	if _, err := Open(t.Context(), place, Options{Create: true}); !errors.As(err, &input) || !strings.Contains(err.Error(), place+"-wal") || input.Hint == "" {
		t.Errorf("error %v does not name the log", err)
	}
	if err := Place(oldLedger(t), place); !errors.As(err, &input) {
		t.Errorf("placing a ledger made elsewhere: %v", err)
	}
	if got := listing(t, filepath.Dir(place)); got != "stet.db-wal" {
		t.Errorf("folder holds %s", got)
	}
	if err := os.Remove(place + "-wal"); err != nil {
		t.Fatal(err)
	}
	openLedger(t, place, Options{Create: true})
}

// TestRenamingReplacesNothing is of file systems that have no links.
func TestRenamingReplacesNothing(t *testing.T) {
	path, made := oldLedger(t), oldLedger(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := renameNew(made, path); !errors.Is(err, os.ErrExist) {
		t.Errorf("error %v, want that the file exists", err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the ledger was replaced: %v", err)
	}
	other := filepath.Join(t.TempDir(), "stet.db")
	if err := renameNew(made+".none", other); err == nil || listing(t, filepath.Dir(other)) != "" {
		t.Errorf("a failed renaming gives %v and leaves %q", err, listing(t, filepath.Dir(other)))
	}
	if err := renameNew(made, other); err != nil {
		t.Fatal(err)
	}
	dossier(t, openLedger(t, other, Options{}), "ship")
}
