package audit

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"stet/claims"
)

// fault says what is wrong with a rule that could not be run: of a newsroom's own
// by file and line, which is that of what the error names where that stands in
// the query once, and else that on which the query begins.
func (r Rule) fault(err error) error {
	if r.File == "" {
		return fmt.Errorf("rule %s: %w", r.ID, err)
	}
	return fmt.Errorf("%s:%d: %w", r.File, r.lineOf(named(err.Error())), err)
}

// culprits are how SQLite names what it stumbles over.
var culprits = regexp.MustCompile(`near "([^"]+)"|unrecognized token: "([^"]+)"|no such (?:column|table|function): ([\w.]+)|` +
	`ambiguous column name: ([\w.]+)|wrong number of arguments to function (\w+)|misuse of (?:aggregate|window function)(?: function)?:? (\w+)`)

// named returns what an error of SQLite names, or "".
func named(message string) string {
	for _, part := range culprits.FindStringSubmatch(message) {
		if part != "" && part != message && !strings.Contains(part, " ") {
			return part
		}
	}
	return ""
}

// lineOf returns the line of the rule's file on which a word of its query stands.
func (r Rule) lineOf(word string) int {
	code := withoutQuoted(r.Query)
	found := -1
	for at := range code {
		if word != "" && strings.HasPrefix(code[at:], word) && !isWordAt(code, at-1) && !isWordAt(code, at+len(word)) {
			if found >= 0 {
				return r.Line // which of them it is nobody says
			}
			found = at
		}
	}
	if found < 0 {
		return r.Line
	}
	return r.Line + strings.Count(code[:found], "\n")
}

// isWordAt reports whether the byte at an offset is one of a word.
func isWordAt(s string, at int) bool {
	if at < 0 || at >= len(s) {
		return false
	}
	c := s[at]
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

// parameters are what a query names with a colon before it.
var parameters = regexp.MustCompile(`:(\w+)`)

// checkParameters refuses a parameter that nobody hands in.
func (r Rule) checkParameters(known map[string]any) error {
	code := withoutQuoted(r.Query)
	for _, at := range parameters.FindAllStringSubmatchIndex(code, -1) {
		name := code[at[2]:at[3]]
		if _, ok := known[name]; ok || name == "article" {
			continue
		}
		line := r.Line + strings.Count(code[:at[0]], "\n")
		return claims.Invalidf("%s:%d: there is no parameter :%s (one of: article, %s)", r.File, line, name, strings.Join(slices.Sorted(maps.Keys(known)), ", "))
	}
	return nil
}

// quoted are strings, quoted names and comments of SQL.
var quoted = regexp.MustCompile(`(?s)'[^']*'|"[^"]*"|--[^\n]*|/\*.*?\*/`)

// withoutQuoted returns a query with spaces in the place of what is quoted and of
// comments; lines and offsets stay.
func withoutQuoted(query string) string {
	return quoted.ReplaceAllStringFunc(query, func(s string) string {
		return strings.Map(func(c rune) rune {
			if c == '\n' {
				return c
			}
			return ' '
		}, s)
	})
}

// placeholders are the columns that a rule's message names.
var placeholders = regexp.MustCompile(`\{(\w+)\}`)

// checkMessage refuses a message of a newsroom's own rule that names what its
// query does not return.
func (r Rule) checkMessage(columns []string) error {
	for _, m := range placeholders.FindAllStringSubmatch(r.Message, -1) {
		if r.File != "" && !slices.Contains(columns, m[1]) {
			return claims.Invalidf("the message names {%s}, and the query returns only %s", m[1], strings.Join(columns, ", "))
		}
	}
	return nil
}
