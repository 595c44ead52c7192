package cmd

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3"
)

// toVersion3 takes from a ledger what versions 4 and 5 brought.
const toVersion3 = `
	drop view newest_snapshot; drop view source_view; drop view signoff_view; drop view article_view; drop view claim_view;
	drop view citation_view; drop view finding_view;
	alter table claim drop column prefix; alter table claim drop column suffix;
	alter table match drop column exact; alter table match drop column prefix; alter table match drop column suffix;
	alter table match drop column characters; alter table match drop column folded;
	alter table pin drop column passage; alter table pin drop column folded;
	alter table reading drop column sum;
	drop table checked;
	alter table claim drop column claimant; alter table claim drop column claimant_kind; alter table claim drop column claimant_url;
	alter table claim drop column claim_date; alter table claim drop column appearance; alter table claim drop column review_url;
	alter table claim drop column review_date; alter table claim drop column rating_value; alter table claim drop column rating_best;
	alter table claim drop column rating_name; alter table claim drop column rated_words;
	drop index capture_snapshot; drop table search_mark; drop table search_posting; drop table search_segment;
	pragma user_version = 3`

// TestListMigrates has a ledger of an older program, and a command that only
// reads come first.
func TestListMigrates(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("story.md", []byte("The bridge opened on Monday.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (int, string) {
		var out, complaint bytes.Buffer
		env := quietEnv()
		env.Stdout, env.Stderr = &out, &complaint
		return Run(t.Context(), env, args), out.String() + complaint.String()
	}
	if code, said := run("import", "story.md"); code != 0 {
		t.Fatal(said)
	}
	db, err := sql.Open("sqlite3", "stet.db")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(toVersion3); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if code, said := run("list"); code != 0 || !strings.Contains(said, "The bridge opened") {
		t.Errorf("exits %d: %s", code, said)
	}
	if copies, _ := filepath.Glob("stet.db.v3-*.bak"); len(copies) != 1 {
		t.Errorf("%d copies of the ledger as it was", len(copies))
	}
}
