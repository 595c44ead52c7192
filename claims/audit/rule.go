package audit

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"stet/claims"
)

//go:embed rules/*.sql
var files embed.FS

// Rule is one test of the ledger, as read from its file. A file begins with
// comment lines of the form "-- key: value"; what follows is one SELECT over
// the ledger's views. It may name the parameter :article, an article's ID, and
// those of Policy.Parameters; it returns a claim_id, a citation_id or neither, and
// whatever the message names.
type Rule struct {
	ID        string
	File      string // of a newsroom's own rule; "" of a built-in one
	Title     string
	Rationale string
	Severity  map[Stage]claims.Severity // a stage that is not in it does not run the rule
	Message   string                    // with {column} for what the query returns
	Query     string
	Line      int // of the file, on which the query begins
	// Catch and Spare are fixtures, each of which makes the rule find
	// something, or nothing. A fixture is a small ledger in JSON: for each
	// view, its rows by column; a column that is left out is empty. They are
	// read by the tests alone, as of noon UTC on 2 March 2026; under "thresholds"
	// it may set some as a policy would.
	Catch, Spare []string
}

// Rules returns every built-in rule in the order of their file names. They are
// read once, and belong to everybody.
func Rules() ([]Rule, error) { return builtIn() }

var builtIn = sync.OnceValues(readRules)

func readRules() ([]Rule, error) {
	names, err := fs.Glob(files, "rules/*.sql")
	if err != nil {
		return nil, err
	}
	rules := make([]Rule, len(names))
	for i, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if rules[i], err = ParseRule(name, string(text)); err != nil {
			return nil, err
		}
	}
	return rules, nil
}

// Worst returns how bad what the rule finds is at the worst stage.
func (r Rule) Worst() claims.Severity {
	for _, s := range claims.Severities {
		for _, at := range r.Severity {
			if at == s {
				return s
			}
		}
	}
	return claims.Info
}

// OwnRules reads a newsroom's own rules from the .sql files of a folder, in the
// order of their names. Two rules of one id, or of a built-in one's or a
// check's, which known names, are refused. Errors name the file and are bad
// input: see claims.Invalidf.
func OwnRules(folder fs.FS, name string, known []string) ([]Rule, error) {
	files, err := fs.Glob(folder, "*.sql")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, claims.Invalidf("%s holds no rule: a rule is a file such as ours.sql", name)
	}
	var rules []Rule
	for _, file := range files {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, claims.Invalidf("%s/%s: %w", name, file, err)
		}
		r, err := ParseRule(name+"/"+file, string(text))
		if err != nil {
			return nil, claims.Invalidf("%w", err)
		}
		if slices.Contains(known, r.ID) {
			return nil, claims.Invalidf("%s/%s:1: there is a rule or check %q already", name, file, r.ID)
		}
		r.File = name + "/" + file
		if err := r.checkParameters((Policy{}).Parameters(time.Time{})); err != nil {
			return nil, err
		}
		known = append(known, r.ID)
		rules = append(rules, r)
	}
	return rules, nil
}

// ParseRule reads a rule from the text of its file. Errors name file and line.
func ParseRule(file, text string) (Rule, error) {
	r := Rule{Severity: map[Stage]claims.Severity{}}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		comment, ok := strings.CutPrefix(line, "--")
		if !ok {
			r.Query, r.Line = strings.TrimSpace(strings.Join(lines[i:], "\n")), i+1
			for j := i; j < len(lines) && strings.TrimSpace(lines[j]) == ""; j++ {
				r.Line++
			}
			break
		}
		key, value, ok := strings.Cut(comment, ":")
		if !ok {
			return Rule{}, fmt.Errorf("%s:%d: a header line is “-- key: value”", file, i+1)
		}
		if err := r.set(strings.TrimSpace(key), strings.TrimSpace(value)); err != nil {
			return Rule{}, fmt.Errorf("%s:%d: %w", file, i+1, err)
		}
	}
	if r.ID == "" || r.Title == "" || r.Message == "" || r.Query == "" || len(r.Severity) == 0 {
		return Rule{}, fmt.Errorf("%s:1: a rule needs id, title, severity, message and a query", file)
	}
	return r, nil
}

func (r *Rule) set(key, value string) error {
	switch key {
	case "id":
		r.ID = value
	case "title":
		r.Title = value
	case "rationale":
		r.Rationale = strings.TrimSpace(r.Rationale + " " + value)
	case "message":
		r.Message = value
	case "severity":
		return r.setSeverity(value)
	case "catch":
		r.Catch = append(r.Catch, value)
	case "spare":
		r.Spare = append(r.Spare, value)
	default:
		return fmt.Errorf("unknown header key %q", key)
	}
	return nil
}

// setSeverity reads "draft=warning closing=error published=error".
func (r *Rule) setSeverity(value string) error {
	for _, pair := range strings.Fields(value) {
		name, level, _ := strings.Cut(pair, "=")
		stage, err := ParseStage(name)
		if err != nil {
			return err
		}
		if r.Severity[stage], err = claims.ParseSeverity(level); err != nil {
			return err
		}
	}
	return nil
}
