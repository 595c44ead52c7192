package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/audit"
	"stet/claims/verify"
)

// TestDocsPolicyHolds audits by the policy that docs/policy.md shows.
func TestDocsPolicyHolds(t *testing.T) {
	dir := sandbox(t)
	if err := os.WriteFile(filepath.Join(dir, "stet.yaml"), []byte(shownBlock(t, "policy.md", "yaml")), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, code := shell(dir, "stet audit azure-deal --stage closing"); code != exitFindings || !strings.Contains(out, " open ") {
		t.Errorf("exits %d: %s", code, out)
	}
}

// tellsOf lists what can be wrong with a story, and the check or rule that tells it.
// Of a check that tells several things, says is part of what it says of this one.
var tellsOf = []struct{ fault, by, says string }{
	{"nobody has decided on whose word the claim rests", "undecided", "label the claim"},
	{"it cites nothing", "no-citation", "no source is cited"},
	{"a footnote is referred to and not written", "no-citation", "referred to but not written"},
	{"it has no verdict", "open", ""},
	{"its sign-off is void, because its words or its evidence are others now", "void", ""},
	{"a checker's verdict is incorrect or cut", "rejected", ""},
	{"a checker could not verify it", "unverifiable", ""},
	{"a checker's verdict is change, and the draft does not have the words", "change", ""},
	{"it was confirmed although a source disputes it", "disputed", ""},
	{"its evidence cannot carry its label", "label", "no court filing is cited"},
	{"a court filing is cited without its docket and document", "docket", ""},
	{"a court filing is cited without page or paragraph", "place", ""},
	{"an allegation is told as a fact", "voice", "only alleges it: say who"},
	{"a plan that was announced is told as a fact", "label", "says only that it will"},
	{"the copy says “sources”, and one is cited", "label", "and one is cited"},
	{"sources that look like several are one", "origin", "count once"},
	{"a claim to be checked first rests on fewer sources, copies counted once, than the policy asks", "origins", ""},
	{"only secondary sources are cited", "secondary", ""},
	{"it rests on somebody who is not named, without a second source", "anonymous", ""},
	{"a quote is altered", "quote", "quote it as it stands"},
	{"a quote is not in the source", "quote", "does not have"},
	{"the copy's number is not the source's", "number", "correct one of them"},
	{"a number is marked as worked out, and its arithmetic does not hold", "number", "gives"},
	{"a source could not be read", "unread", "could not be read"},
	{"a source was not captured", "unread", "blocked"},
	{"a source does not exist", "unread", "does not exist"},
	{"a source is gone, and there is a copy of it", "gone", ""},
	{"a source is gone, and there is none", "unread", "is gone"},
	{"a source reads otherwise than when it was signed off", "changed", ""},
	{"the article's author signed it off", "own-signoff", ""},
	{"too few people have signed it off", "signers", ""},
	{"too many claims are on author", "on-author", ""},
	{"it is critical of somebody who was not asked for comment", "reply", ""},
	{"who was asked for comment has not had time to answer", "deadline", ""},
	{"who was asked for comment was asked about other words", "reply-words", ""},
	{"a query is not answered", "query", ""},
	{"it was verified too long ago", "stale", ""},
	{"a page was captured too long ago", "stale-source", ""},
}

// TestDocsPolicyTellsEverything keeps the table of docs/policy.md what the checks
// and rules do, and wants every rule in it.
func TestDocsPolicyTellsEverything(t *testing.T) {
	rules, err := audit.Rules()
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	table := "| what is wrong | told by | draft | closing | published |\n| --- | --- | --- | --- | --- |\n"
	for _, f := range tellsOf {
		told[f.by] = true
		row := []string{f.fault, "`" + f.by + "`"}
		for _, stage := range audit.Stages {
			row = append(row, severityAt(t, rules, f.by, f.says, stage))
		}
		table += "| " + strings.Join(row, " | ") + " |\n"
	}
	for _, r := range rules {
		if !told[r.ID] {
			t.Errorf("the table says nothing of rule %s", r.ID)
		}
	}
	page := string(readBack(t, "../docs/policy.md"))
	before, rest, ok := strings.Cut(page, "<!-- what is told -->\n")
	_, after, closed := strings.Cut(rest, "<!-- end -->\n")
	if !ok || !closed {
		t.Fatal("docs/policy.md has no place for the table")
	}
	checkPage(t, "policy.md", before+"<!-- what is told -->\n"+table+"<!-- end -->\n"+after)
}

// severityAt returns how bad it is at a stage what a check or rule finds.
func severityAt(t *testing.T, rules []audit.Rule, id, says string, stage audit.Stage) string {
	t.Helper()
	if i := slices.IndexFunc(rules, func(r audit.Rule) bool { return r.ID == id }); i >= 0 {
		if s := rules[i].Severity[stage]; s != "" {
			return string(s)
		}
		return "–"
	}
	i := slices.IndexFunc(verify.Checks, func(c verify.Check) bool { return c.ID == id })
	if i < 0 {
		t.Fatalf("there is no check or rule %s", id)
	}
	for _, e := range verify.Checks[i].Catch {
		found, err := verify.Checks[i].Try(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if strings.Contains(f.Message, says) {
				return string(audit.AtStage(&claims.Dossier{}, []claims.Finding{f}, stage)[0].Severity)
			}
		}
	}
	t.Errorf("no example of check %s says %q", id, says)
	return fmt.Sprint("nothing says ", says)
}
