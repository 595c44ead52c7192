package store

import (
	"database/sql"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stet/store/schema"
)

// whole is a step of a query plan that reads all of a table, or makes all of a
// view before one row of it is wanted.
var whole = regexp.MustCompile(`^(SCAN \w+|MATERIALIZE \w+_\w+|SEARCH \w+ USING AUTOMATIC)`)

// TestOneArticleReadsOneArticle holds every view, and every built-in rule, to
// plans that cost the same however large the ledger is: what asks for one
// article never reads a whole table.
func TestOneArticleReadsOneArticle(t *testing.T) {
	l := newLedger(t)
	views, err := schema.Views()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, v := range views {
		for _, key := range []string{"article_id", "claim_id", "source_id"} {
			if v.Name == "pin_view" && key == "source_id" {
				continue // pins are asked for by their sign-off, and too many to be in order of both
			}
			if slices.ContainsFunc(v.Columns, func(c schema.Column) bool { return c.Name == key }) {
				seen++
				checkPlan(t, l, v.Name+" by "+key, `select * from `+v.Name+` where `+key+` = :article`)
			}
		}
	}
	for _, name := range []string{"citation_view", "finding_view"} {
		checkPlan(t, l, name+" of each claim", `
			select c.claim_id
			from claim_view c
			where c.article_id = :article and exists (select 1 from `+name+` x where x.claim_id = c.claim_id)`)
	}
	rules, err := filepath.Glob("../claims/audit/rules/*.sql")
	if err != nil || len(rules) == 0 || seen == 0 {
		t.Fatal(rules, err)
	}
	for _, file := range rules {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		checkPlan(t, l, filepath.Base(file), string(text))
	}
}

func checkPlan(t *testing.T, l *Ledger, name, query string) {
	t.Helper()
	var args []any
	for _, p := range slices.Compact(slices.Sorted(slices.Values(regexp.MustCompile(`:\w+`).FindAllString(withoutQuoted(query), -1)))) {
		args = append(args, sql.Named(strings.TrimPrefix(p, ":"), "x"))
	}
	var steps []string
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
	}, `explain query plan `+query, args...)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if len(steps) > 0 {
		t.Errorf("%s reads more than it is asked for: %s", name, strings.Join(steps, "; "))
	}
}
