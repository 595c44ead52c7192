package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"

	"stet/claims"
)

// TestQueryStrangerOnlyReads tries what a hostile rule would.
func TestQueryStrangerOnlyReads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	l, err := Open(t.Context(), path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	none := func([]string, []any) error { return nil }
	for _, query := range []string{
		"select count(*) from claim_view", "with recursive n(i) as (select 1 union all select i + 1 from n where i < 9) select max(i) from n",
		"select upper('a')",
	} {
		if err := l.QueryStranger(t.Context(), query, nil, none); err != nil {
			t.Errorf("%s: %v", query, err)
		}
	}
	other := filepath.Join(t.TempDir(), "other.db")
	for _, query := range []string{
		"attach '" + other + "' as o", "pragma query_only = 0", "select 1; delete from claim", "delete from claim",
		"with x as (select 1) insert into claim select * from claim", "with x as (select 1) delete from claim",
		"select load_extension('x')", "create table x (y)", "select * from pragma_table_info('claim')", "drop view claim_view", "vacuum into '" + other + "'", "",
		"select nothing from claim_view", "select count(* from",
	} {
		err := l.QueryStranger(t.Context(), query, nil, none)
		var input *claims.InputError
		if !errors.As(err, &input) {
			t.Errorf("%q: %v, want bad input", query, err)
		}
	}
	if _, err := os.Stat(other); err == nil {
		t.Error("a file was made")
	}
}

// TestQueryStrangerEnds runs a query without end.
func TestQueryStrangerEnds(t *testing.T) {
	l, err := Open(t.Context(), filepath.Join(t.TempDir(), "stet.db"), Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	err = l.QueryStranger(ctx, "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n", nil, func([]string, []any) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "deadline") && !strings.Contains(err.Error(), "ran for more than") {
		t.Errorf("a query without end: %v", err)
	}
}

// TestAuthorizerRefuses goes past the test for SELECT, to the authorizer alone:
// what it lets through could switch off what keeps a rule from writing.
func TestAuthorizerRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	closed(t, path)
	name, err := dsn(path, readingLog)
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(guarded{name})
	defer db.Close()
	other := filepath.Join(t.TempDir(), "other.db")
	for _, statement := range []string{
		"attach '" + other + "' as o", "pragma query_only = off", "pragma query_only(0)", "pragma journal_mode = delete", "pragma writable_schema = 1",
		"vacuum into '" + other + "'", "create temp table x (y)", "insert into query select * from query", "begin", "savepoint x",
		"select * from pragma_query_only", "select load_extension('x')", "detach main", "reindex", "analyze",
	} {
		var fault sqlite3.Error
		if _, err := db.Exec(statement); !errors.As(err, &fault) || fault.Code != sqlite3.ErrAuth && !strings.Contains(err.Error(), "not authorized") && !strings.Contains(err.Error(), "prohibited") {
			t.Errorf("%s: %v, want it refused", statement, err)
		}
	}
	if _, err := db.Exec("select count(*) from claim_view"); err != nil {
		t.Errorf("a plain select is refused too: %v", err)
	}
	if _, err := os.Stat(other); err == nil {
		t.Error("a file was made")
	}
}
