package cmd

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stet/store"
	"stet/store/schema"
)

// ledgerPage is how docs/ledger.md begins.
const ledgerPage = `# The ledger, for whoever reads it by SQL

` + "`stet.db`" + ` is one SQLite file. Its tables may change from version to version; its
views are a contract: columns are only ever added. The rules of an audit read
nothing else, and neither should a newsroom's own
([policy.md](policy.md)), nor a notebook, nor Datasette.

` + "```sh" + `
sqlite3 -header stet.db "select code, label, verdict, void from claim_view where cut = 0 limit 5"
` + "```" + `

Made from what the views' own files say; ` + "`go test ./cmd -run Docs -update`" + ` writes it.
Times are RFC 3339 in UTC to the millisecond, truth values 0 and 1, identifiers
UUIDv7s, digests SHA-256 in hexadecimal.
`

// TestDocsLedger keeps docs/ledger.md what the views say of themselves.
func TestDocsLedger(t *testing.T) {
	views, err := schema.Views()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(ledgerPage)
	for _, v := range views {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| column | meaning |\n| --- | --- |\n", v.Name, capitalised(v.Doc))
		for _, c := range v.Columns {
			fmt.Fprintf(&b, "| `%s` | %s |\n", c.Name, strings.ReplaceAll(c.Doc, "|", `\|`))
		}
	}
	checkPage(t, "ledger.md", b.String())
}

func capitalised(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// TestDocsLedgerQueryRuns runs the query that docs/ledger.md shows in the
// sqlite3 command line, if the machine has one.
func TestDocsLedgerQueryRuns(t *testing.T) {
	if _, err := exec.LookPath("sqlite3"); err != nil {
		t.Skip("needs the sqlite3 command line; .ci/run installs it")
	}
	dir := t.TempDir()
	ledger, err := store.Open(t.Context(), filepath.Join(dir, "stet.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := ledger.Close(); err != nil {
		t.Fatal(err)
	}
	if out, code := shell(dir, shownBlock(t, "ledger.md", "sh")); code != 0 {
		t.Errorf("exits %d: %s", code, out)
	}
}
