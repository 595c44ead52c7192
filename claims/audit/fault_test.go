package audit

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
)

func TestFaultNamesFileAndLine(t *testing.T) {
	r := Rule{ID: "x", File: "house/x.sql", Line: 5, Query: "select claim_id, 'shouted'\nfrom claim_view -- shouted\nwhere shouted = 1\n    and lower(number) = \"shouted\""}
	for message, want := range map[string]string{
		"no such column: shouted":                        "house/x.sql:7: no such column: shouted",
		"wrong number of arguments to function lower()":  "house/x.sql:8: wrong number",
		`near "claim_view": syntax error`:                "house/x.sql:6: near",
		"no such column: elsewhere":                      "house/x.sql:5: no such column",
		"it ran for more than 20s":                       "house/x.sql:5: it ran",
		"no such column: claim":                          "house/x.sql:5: no such column", // part of a word is none
		"it may only select from the ledger's views: no": "house/x.sql:5: it may",
	} {
		if got := r.fault(errors.New(message)).Error(); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s", message, got, want)
		}
	}
	if got := (Rule{ID: "open", Query: "x"}).fault(fs.ErrClosed); got.Error() != "rule open: "+fs.ErrClosed.Error() || !errors.Is(got, fs.ErrClosed) {
		t.Errorf("a rule of the program's own: %v", got)
	}
}

// FuzzParseRule wants no panic, and a query that begins on the line that the rule
// says.
func FuzzParseRule(f *testing.F) {
	f.Add("-- id: a\n-- title: b\n-- severity: draft=note\n-- message: c {d}\n\nselect 1 as d -- '\nfrom claim_view")
	f.Add("-- id: a\n-- severity: draft=note closing\nselect ':x', :y /* ")
	f.Add("--:\n--")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ParseRule("r.sql", text)
		if err != nil {
			return
		}
		lines := strings.Split(text, "\n")
		if r.Line < 1 || r.Line > len(lines) || !strings.HasPrefix(strings.TrimSpace(lines[r.Line-1]), strings.TrimSpace(strings.SplitN(r.Query, "\n", 2)[0])) {
			t.Errorf("the query begins on line %d of %q", r.Line, text)
		}
		r.File = "r.sql"
		_ = r.checkParameters(nil)
		_ = r.fault(errors.New(`near "from": syntax error`))
	})
}
