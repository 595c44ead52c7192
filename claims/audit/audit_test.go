package audit

import (
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"stet/claims"
	"stet/store"
	"stet/store/schema"
)

// noon is when fixtures are read.
var noon = time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)

// fixtures is a database that has tables under the names of the ledger's
// views, with the columns that the ledger's own views have, and a policy with the
// fixture's thresholds.
type fixtures struct {
	db     *sql.DB
	policy Policy
}

// run runs a rule on a fixture, at closing.
func (f fixtures) run(t *testing.T, r Rule) ([]claims.Finding, error) {
	t.Helper()
	parameters := f.policy.Parameters(noon)
	parameters["article"] = "a"
	return r.run(t.Context(), f.Query, Closing, parameters)
}

func newFixtures(t *testing.T, text string) fixtures {
	t.Helper()
	var f map[string][]map[string]any
	if err := json.Unmarshal([]byte(text), &f); err != nil || len(f) == 0 {
		t.Fatalf("fixture %s: %v", text, err)
	}
	policy := Policy{Thresholds: map[string]int{}}
	for _, of := range f["thresholds"] {
		for name, value := range of {
			if _, ok := thresholds[name]; !ok {
				t.Fatalf("there is no threshold %s", name)
			}
			policy.Thresholds[name] = int(value.(float64))
		}
	}
	delete(f, "thresholds")
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1) // each would have a memory of its own
	t.Cleanup(func() { db.Close() })
	for view, rows := range f {
		columns := viewColumns(t, view)
		mustExec(t, db, "create table "+view+" ("+strings.Join(columns, ", ")+")")
		for _, row := range rows {
			insertRow(t, db, view, columns, row)
		}
	}
	return fixtures{db, policy}
}

// viewColumns returns the columns that a view of the ledger has, so that a
// fixture can't name one that isn't there. That the ledger's views have those
// that they describe the store tests.
func viewColumns(t *testing.T, view string) []string {
	t.Helper()
	views, err := schema.Views()
	if err != nil {
		t.Fatal(err)
	}
	var columns []string
	for _, v := range views {
		for _, c := range v.Columns {
			if v.Name == view {
				columns = append(columns, c.Name)
			}
		}
	}
	if len(columns) == 0 {
		t.Fatalf("the ledger has no view %s", view)
	}
	return columns
}

func insertRow(t *testing.T, db *sql.DB, view string, columns []string, row map[string]any) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(row)) {
		if !slices.Contains(columns, name) {
			t.Fatalf("%s has no column %s", view, name)
		}
	}
	values := make([]any, len(columns))
	for i, c := range columns {
		values[i] = ""
		if v, ok := row[c]; ok {
			values[i] = v
		}
	}
	mustExec(t, db, "insert into "+view+" values (?"+strings.Repeat(", ?", len(columns)-1)+")", values...)
}

func mustExec(t *testing.T, db *sql.DB, query string, args ...any) {
	t.Helper()
	if _, err := db.Exec(query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

// Query runs a rule's query on the fixtures.
func (f fixtures) Query(ctx context.Context, query string, args map[string]any, yield func([]string, []any) error) error {
	var named []any
	for name, v := range args {
		named = append(named, sql.Named(name, v))
	}
	rows, err := f.db.QueryContext(ctx, query, named...)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := yield(columns, values); err != nil {
			return err
		}
	}
	return rows.Err()
}

func TestRulesCatchAndSpare(t *testing.T) {
	rules, err := Rules()
	if err != nil {
		t.Fatal(err)
	}
	if len(rules) == 0 {
		t.Fatal("there is no rule")
	}
	for _, r := range rules {
		if len(r.Catch) == 0 || len(r.Spare) == 0 || r.Rationale == "" {
			t.Errorf("rule %s needs examples both ways and a rationale", r.ID)
		}
		for i, f := range r.Catch {
			found, err := newFixtures(t, f).run(t, r)
			if err != nil || len(found) == 0 {
				t.Errorf("rule %s misses its catch %d: %v, %v", r.ID, i+1, found, err)
			}
			for _, finding := range found {
				if finding.Claim != "c" || strings.ContainsAny(finding.Message, "{}") || finding.Severity != r.Severity[Closing] {
					t.Errorf("rule %s, catch %d: finding %+v", r.ID, i+1, finding)
				}
			}
		}
		for i, f := range r.Spare {
			found, err := newFixtures(t, f).run(t, r)
			if err != nil || len(found) > 0 {
				t.Errorf("rule %s does not spare its example %d: %v, %v", r.ID, i+1, found, err)
			}
		}
	}
}

func TestRulesRunOnALedger(t *testing.T) {
	ledger, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "stet.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer ledger.Close()
	rules, err := Rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, stage := range Stages {
		if found, err := Run(t.Context(), ledger.Query, claims.Article{ID: "a"}, stage, rules, Policy{}, noon); err != nil || len(found) > 0 {
			t.Errorf("an empty ledger at %s: %v, %v", stage, found, err)
		}
	}
}

func TestParseRuleNamesFileAndLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"-- id open\nselect 1", "r.sql:1"},
		{"-- id: open\n-- colour: red\nselect 1", `r.sql:2: unknown header key "colour"`},
		{"-- id: open\n-- severity: draft=bad\nselect 1", `r.sql:2: unknown severity "bad"`},
		{"-- id: open\n-- severity: dawn=error\nselect 1", `r.sql:2: unknown stage "dawn"`},
		{"-- id: open\nselect 1", "needs id, title"},
		{"", "needs id, title"},
	} {
		if _, err := ParseRule("r.sql", c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("ParseRule(%q): %v, want %q", c.text, err, c.want)
		}
	}
}

func TestAtStageRaisesWhatWasNotChecked(t *testing.T) {
	found := []claims.Finding{
		{Check: "no-citation", Severity: claims.Info},
		{Check: "quotation", Severity: claims.Info, Outcome: claims.Unread},
		{Check: "name", Severity: claims.Info, Outcome: claims.NotFound},
		{Check: "undecided", Severity: claims.Warning, Outcome: claims.NotFound},
	}
	want := []claims.Severity{claims.Error, claims.Error, claims.Info, claims.Error}
	for i, f := range AtStage(&claims.Dossier{}, found, Closing) {
		if f.Severity != want[i] {
			t.Errorf("%s at closing is %s, want %s", f.Check, f.Severity, want[i])
		}
	}
	if found[0].Severity != claims.Info {
		t.Error("AtStage changed its argument")
	}
}

// TestSignedClaimsAreAnsweredFor raises nothing that a person looked at instead of
// the checks, as long as the sign-off holds, and takes an editor's word.
func TestSignedClaimsAreAnsweredFor(t *testing.T) {
	entry := func(id string, v claims.Verdict, void string) claims.Entry {
		return claims.Entry{Claim: claims.Claim{ID: id}, SignOff: &claims.SignOff{Verdict: v, By: "Kit", Note: "the lawyer agrees", Void: void}}
	}
	d := &claims.Dossier{Entries: []claims.Entry{
		entry("confirmed", claims.Confirmed, ""), entry("void", claims.Confirmed, "words changed"), entry("wrong", claims.Incorrect, ""),
		entry("stet", claims.Stet, ""), entry("void stet", claims.Stet, "words changed"), {Claim: claims.Claim{ID: "open"}},
	}}
	for _, test := range []struct {
		claim, check string
		outcome      claims.Outcome
		want         claims.Severity
	}{
		{"confirmed", "unread", claims.Unread, claims.Warning}, {"void", "unread", claims.Unread, claims.Error}, {"wrong", "unread", claims.Unread, claims.Error},
		{"open", "no-citation", claims.Unread, claims.Error}, {"confirmed", "no-citation", claims.Unread, claims.Warning},
		{"confirmed", "undecided", claims.NotFound, claims.Error}, {"confirmed", "number", claims.Contradicted, claims.Warning},
		{"stet", "number", claims.Contradicted, claims.Info}, {"stet", "undecided", claims.NotFound, claims.Info}, {"void stet", "number", claims.Contradicted, claims.Warning},
		{"", "unverified", claims.Unread, claims.Error},
	} {
		found := []claims.Finding{{Check: test.check, Claim: test.claim, Outcome: test.outcome, Severity: claims.Warning, Message: "m"}}
		got := LetStand(d, AtStage(d, found, Closing))[0]
		if got.Severity != test.want {
			t.Errorf("%s on %s is %s, want %s", test.check, test.claim, got.Severity, test.want)
		}
		if told := got.Sentence() == "let stand by Kit (the lawyer agrees): m"; told != (test.claim == "stet") {
			t.Errorf("%s on %s says %q", test.check, test.claim, got.Sentence())
		}
		if got.Fingerprint() != found[0].Fingerprint() {
			t.Errorf("%s on %s has another fingerprint for being answered", test.check, test.claim)
		}
	}
}
