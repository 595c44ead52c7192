package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/store/schema"
)

// secondVersion is the ledger's schema with a second migration on top, as a
// later version of the program will have it.
func secondVersion(t *testing.T, migration string) schemaVersions {
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

// oldLedger returns the path of a ledger of version 1, closed, with an
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
	l, err := open(t.Context(), path, Options{Clock: clock}, secondVersion(t, deskTable))
	if err != nil {
		t.Fatal(err)
	}
	if got := queryText(t, l, `select name from desk_view`); got != "Metro" {
		t.Errorf("desk_view has %s", got)
	}
	if got := queryText(t, l, `select user_version from pragma_user_version`); got != "2" {
		t.Errorf("version is %s", got)
	}
	dossier(t, l, "ship")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if got, want := listing(t, filepath.Dir(path)), "stet.db stet.db.v1-20261123T120000Z.bak"; got != want {
		t.Errorf("folder holds %s, want %s", got, want)
	}
	copied := path + ".v1-20261123T120000Z.bak"
	if found, err := os.Stat(copied); err != nil || found.Mode().Perm()&0o077 != 0 {
		t.Errorf("the copy can be read by others: %v, %v", found.Mode(), err)
	}
	dossier(t, openLedger(t, copied, Options{}), "ship")
	again, err := open(t.Context(), path, Options{}, secondVersion(t, deskTable))
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
	_, err := open(t.Context(), path, Options{Clock: clock}, secondVersion(t, deskTable+` insert into nowhere values (1);`))
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
	taken := path + ".v1-20261123T120000Z.bak"
	if err := os.WriteFile(taken, []byte("An earlier copy, perhaps."), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := open(t.Context(), path, Options{Clock: clock}, secondVersion(t, deskTable)); err == nil || !strings.Contains(err.Error(), taken) {
		t.Errorf("error %v does not name the copy", err)
	}
	dossier(t, openLedger(t, path, Options{}), "ship")
}

func TestReadOnlyLedgerIsNotMigrated(t *testing.T) {
	path := oldLedger(t)
	_, err := open(t.Context(), path, Options{ReadOnly: true}, secondVersion(t, deskTable))
	if !errors.Is(err, ErrReadOnly) {
		t.Errorf("error %v, want ErrReadOnly", err)
	}
	if got := listing(t, filepath.Dir(path)); got != "stet.db" {
		t.Errorf("folder holds %s", got)
	}
}

func TestFailedCreationLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	_, err := open(t.Context(), filepath.Join(dir, "stet.db"), Options{Create: true}, secondVersion(t, `create nonsense`))
	if err == nil {
		t.Error("made a ledger of nonsense")
	}
	if got := listing(t, dir); got != "" {
		t.Errorf("folder holds %s", got)
	}
}
