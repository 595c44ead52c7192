package schema

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestMigrationsAndViewsAreThere(t *testing.T) {
	migrations, err := SQLite()
	if err != nil || len(migrations) == 0 || !strings.Contains(migrations[0], "create table article") {
		t.Errorf("%d migrations, %v", len(migrations), err)
	}
	views, err := Views()
	if err != nil || len(views) == 0 {
		t.Fatal(views, err)
	}
	for _, v := range views {
		if v.Doc == "" || len(v.Columns) < 2 || !strings.HasPrefix(v.SQL, "create view "+v.Name+" as\n") {
			t.Errorf("view %+v is not described", v)
		}
	}
}

// TestViewsUseWhatEveryEngineHas lists the functions that views may call: those
// that SQLite 3.40 and PostgreSQL share.
func TestViewsUseWhatEveryEngineHas(t *testing.T) {
	shared := []string{"coalesce", "cast", "count", "exists", "and", "or", "not", "in", "select"}
	called := regexp.MustCompile(`(\w+)\s*\(`)
	views, err := Views()
	if err != nil || len(views) == 0 {
		t.Fatal(views, err)
	}
	for _, v := range views {
		for _, m := range called.FindAllStringSubmatch(v.SQL, -1) {
			if !slices.Contains(shared, m[1]) {
				t.Errorf("view %s calls %s", v.Name, m[1])
			}
		}
	}
}

func TestParseView(t *testing.T) {
	v, err := parseView("-- bird_view: one row\n-- for each bird.\n--\n-- More on\n-- birds.\n--\n-- name: what it is called: in Latin\n-- legs: how many\ncreate view bird_view as\nselect 1;\n")
	if err != nil {
		t.Fatal(err)
	}
	if v.Name != "bird_view" || v.Doc != "one row for each bird.\n\nMore on birds." || v.SQL != "create view bird_view as\nselect 1;\n" {
		t.Errorf("view is %+v", v)
	}
	want := []Column{{"name", "what it is called: in Latin"}, {"legs", "how many"}}
	if !slices.Equal(v.Columns, want) {
		t.Errorf("columns are %q, want %q", v.Columns, want)
	}
	for _, bad := range []string{
		"", "create view x as select 1", "-- x: y\n--\n-- a: b\nselect 1",
		"-- x: y\n--\n-- a: b\ncreate view z as select 1", "-- x: y\n--\n-- column\ncreate view x as select 1",
	} {
		if _, err := parseView(bad); err == nil {
			t.Errorf("%q was parsed", bad)
		}
	}
}
