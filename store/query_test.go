package store

import (
	"slices"
	"strings"
	"testing"

	"stet/store/schema"
)

func TestQuery(t *testing.T) {
	l := eventful(t)
	var got []string
	var columns []string
	err := l.Query(t.Context(), `
		-- a comment; with a semicolon
		select claim_id, number, ';' as "a;b" from claim_view where article_id = :article and number < :number order by number;`,
		map[string]any{"article": "ship-article-000000", "number": 3, "unused": 1},
		func(names []string, values []any) error {
			columns = names
			got = append(got, values[0].(string), values[2].(string))
			if values[1].(int64) < 1 {
				t.Errorf("number is %v", values[1])
			}
			return nil
		})
	if want := []string{"ship-claim-000000", ";", "ship-claim-000001", ";"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
	if want := []string{"claim_id", "number", "a;b"}; !slices.Equal(columns, want) {
		t.Errorf("columns are %q, want %q", columns, want)
	}
}

func TestQueryOnlySelects(t *testing.T) {
	l := eventful(t)
	before := counts(t, l)
	for query, want := range map[string]string{
		`delete from finding`:             "only SELECT may be run",
		`pragma query_only = 0`:           "only SELECT may be run",
		`/* select */ attach 'x' as y`:    "only SELECT may be run",
		``:                                "only SELECT may be run",
		`select 1; pragma query_only = 0`: "more than one statement",
		`select ';'; select 2`:            "more than one statement",
		`with x as (select 1) delete from history`:       "readonly",
		`select * from nowhere`:                          "no such table: nowhere",
		`select * from claim_view where number = :given`: "not enough args",
		`select 'unended`:                                "unrecognized token",
	} {
		err := l.Query(t.Context(), query, nil, func([]string, []any) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v does not say %q", query, err, want)
		}
	}
	if after := counts(t, l); after != before {
		t.Errorf("rows before: %s\nafter: %s", before, after)
	}
}

// TestViewsAreDocumented holds the comments of the view files to the columns
// that the views have, and the views to never giving null, which audit rules
// do not expect.
func TestViewsAreDocumented(t *testing.T) {
	views, err := schema.Views()
	if err != nil || len(views) < 6 {
		t.Fatal(views, err)
	}
	l := varied(t)
	for _, v := range views {
		rows := 0
		err := l.Query(t.Context(), `select * from `+v.Name, nil, func(columns []string, values []any) error {
			rows++
			for i, value := range values {
				if i >= len(v.Columns) || v.Columns[i].Name != columns[i] {
					t.Fatalf("%s: column %s is not documented in its place", v.Name, columns[i])
				}
				if value == nil {
					t.Errorf("%s: column %s is null", v.Name, columns[i])
				}
			}
			if len(v.Columns) != len(columns) {
				t.Errorf("%s: %d columns, %d documented", v.Name, len(columns), len(v.Columns))
			}
			return nil
		})
		if err != nil || rows == 0 || v.Doc == "" {
			t.Errorf("%s: %d rows, %v, %q", v.Name, rows, err, v.Doc)
		}
	}
}
