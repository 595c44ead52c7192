package store

import (
	"regexp"
	"strings"
	"sync"
)

// parameter is a named parameter in SQL that holds no quoted text.
var parameter = regexp.MustCompile(`:[A-Za-z_]\w*`)

// steadied remembers what steady made of a query.
var steadied sync.Map

// steady returns the query with a plus before each of its parameters. SQLite
// 3.53 and later weighs "column = :parameter" by the value bound, and so
// compiles the statement again whenever its parameters are bound anew: a query
// of a view takes a hundred microseconds then, and not five. Behind the plus,
// which changes no value, it does not look.
func steady(query string) string {
	if known, ok := steadied.Load(query); ok {
		return known.(string)
	}
	var b strings.Builder
	for rest := query; rest != ""; {
		n := quotedLength(rest)
		if n > 0 {
			b.WriteString(rest[:n])
		} else {
			n = unquotedLength(rest)
			b.WriteString(parameter.ReplaceAllString(rest[:n], "+$0"))
		}
		rest = rest[n:]
	}
	steadied.Store(query, b.String())
	return b.String()
}
