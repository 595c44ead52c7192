package audit

import (
	"database/sql"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"stet/store"
)

// TestRulesLookUp wants of every rule that it looks rows up by an index, on a
// ledger of any size: no table is scanned, no view is made in full and no index
// for the while. A rule may scan what it works out itself.
func TestRulesLookUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	ledger, err := store.Open(t.Context(), path, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := ledger.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rules, err := Rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		plan := planOf(t, db, r)
		if !strings.Contains(plan, "SEARCH") || isSlow(plan) {
			t.Errorf("rule %s:\n%s", r.ID, plan)
		}
	}
	if !isSlow(planOf(t, db, Rule{Query: "select count(*) from claim_view"})) {
		t.Error("a scan is not seen: the test is blind")
	}
}

// whole is a step of a query plan that makes all of a view, or an index for the
// while, before one row of it is wanted.
var whole = regexp.MustCompile(`^MATERIALIZE \w+_\w+|AUTOMATIC`)

func isSlow(plan string) bool {
	for line := range strings.Lines(plan) {
		name, isScan := strings.CutPrefix(strings.TrimSpace(line), "SCAN ")
		if whole.MatchString(line) || isScan && !strings.Contains(plan, "MATERIALIZE "+name+"\n") {
			return true
		}
	}
	return false
}

func planOf(t *testing.T, db *sql.DB, r Rule) string {
	t.Helper()
	named := []any{sql.Named("article", "a")}
	for name, value := range (Policy{}).Parameters(noon) {
		named = append(named, sql.Named(name, value))
	}
	rows, err := db.Query("explain query plan "+r.Query, named...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	plan := ""
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan += detail + "\n"
	}
	return plan
}
