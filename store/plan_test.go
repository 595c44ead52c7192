package store

import (
	"database/sql"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stet/store/schema"
)

// whole is a step of a query plan that reads all of a table, or makes all of a
// view before one row of it is wanted.
var whole = regexp.MustCompile(`^(SCAN \w+|MATERIALIZE \w+_\w+|SEARCH \w+ USING AUTOMATIC)`)

// TestOneArticleReadsOneArticle holds every view to plans that cost the same
// however large the ledger is: what asks for one article never reads a whole
// table. claims/audit holds the rules to the same.
func TestOneArticleReadsOneArticle(t *testing.T) {
	l := newLedger(t)
	views, err := schema.Views()
	if err != nil {
		t.Fatal(err)
	}
	check := func(name, query string) {
		t.Helper()
		if steps := wholeSteps(t, l, query); len(steps) > 0 {
			t.Errorf("%s reads more than it is asked for: %s", name, strings.Join(steps, "; "))
		}
	}
	for _, v := range views {
		for _, key := range []string{"article_id", "claim_id", "source_id"} {
			if v.Name == "pin_view" && key == "source_id" {
				continue // pins are asked for by their sign-off, and too many to be in order of both
			}
			if slices.ContainsFunc(v.Columns, func(c schema.Column) bool { return c.Name == key }) {
				check(v.Name+" by "+key, `select * from `+v.Name+` where `+key+` = :article`)
			}
		}
	}
	for _, name := range []string{"citation_view", "finding_view"} {
		check(name+" of each claim", `
			select c.claim_id
			from claim_view c
			where c.article_id = :article and exists (select 1 from `+name+` x where x.claim_id = c.claim_id)`)
	}
	if len(wholeSteps(t, l, `select * from claim_view where text = :article`)) == 0 {
		t.Error("a scan is not seen: the test is blind")
	}
}

// wholeSteps returns the steps of a query's plan that read all of a table.
func wholeSteps(t *testing.T, l *Ledger, query string) (steps []string) {
	t.Helper()
	made := map[string]bool{} // subqueries of the query itself, of which all rows are wanted
	err := each(t.Context(), l.reader, func(row scanner) error {
		var id, parent, unused int
		var step string
		err := row.Scan(&id, &parent, &unused, &step)
		if verb, alias, _ := strings.Cut(step, " "); verb == "MATERIALIZE" || verb == "CO-ROUTINE" {
			made["SCAN "+alias] = true
		}
		if whole.MatchString(step) && !made[step] {
			steps = append(steps, step)
		}
		return err
	}, `explain query plan `+query, sql.Named("article", "x"))
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return steps
}
