package store

import "testing"

func TestSteady(t *testing.T) {
	for query, want := range map[string]string{
		`select a from t where b = :b`:                        `select a from t where b = +:b`,
		`select ':a' -- :b` + "\n" + `from t where c in (:c)`: `select ':a' -- :b` + "\n" + `from t where c in (+:c)`,
		`select ":a", [:b] /* :c */, d from t limit :d`:       `select ":a", [:b] /* :c */, d from t limit +:d`,
		`select 1`:                      `select 1`,
		`select :a || :b_2, 'it''s :c'`: `select +:a || +:b_2, 'it''s :c'`,
	} {
		if got := steady(query); got != want {
			t.Errorf("%q became %q", query, got)
		}
	}
}
