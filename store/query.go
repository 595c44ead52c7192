package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// Query runs one SELECT over the ledger's views with named parameters, in a
// transaction that cannot write, and yields its rows: text as string, whole
// numbers as int64, no value as nil. The slices are the caller's to keep. It
// ends early with the error that yield returns.
func (l *Ledger) Query(ctx context.Context, query string, args map[string]any, yield func(columns []string, values []any) error) error {
	return l.view(ctx, func(q querier) error { return ask(ctx, q, query, args, yield) })
}

func yieldRows(rows *sql.Rows, yield func(columns []string, values []any) error) error {
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	for rows.Next() {
		values := make([]any, len(columns))
		to := make([]any, len(columns))
		for i := range values {
			to[i] = &values[i]
		}
		if err := rows.Scan(to...); err != nil {
			return err
		}
		if err := yield(columns, values); err != nil {
			return err
		}
	}
	return explain(rows.Err())
}

// checkSelect refuses what is not one SELECT. The connection cannot write in
// any case; this keeps a pragma from changing that.
func checkSelect(query string) error {
	words := strings.TrimSpace(withoutQuoted(query))
	words = strings.TrimSpace(strings.TrimSuffix(words, ";"))
	if strings.Contains(words, ";") {
		return errors.New("it is more than one statement")
	}
	first, _, _ := strings.Cut(strings.Join(strings.Fields(words), " "), " ")
	if !strings.EqualFold(first, "select") && !strings.EqualFold(first, "with") {
		return fmt.Errorf("it begins with %q, and only SELECT may be run", first)
	}
	return nil
}

// quotes are what stands around text in SQL that is not syntax.
var quotes = [][2]string{{"--", "\n"}, {"/*", "*/"}, {"'", "'"}, {`"`, `"`}, {"`", "`"}, {"[", "]"}}

// withoutQuoted returns a query without its comments, strings and quoted names.
func withoutQuoted(query string) string {
	var b strings.Builder
	for query != "" {
		n := quotedLength(query)
		if n == 0 {
			n = unquotedLength(query)
			b.WriteString(query[:n])
		} else {
			b.WriteByte(' ')
		}
		query = query[n:]
	}
	return b.String()
}

// unquotedLength returns how many bytes stand before the next comment, string or
// quoted name of a query that does not begin with one.
func unquotedLength(query string) int {
	n := 0
	for {
		next := strings.IndexAny(query[n:], "-/'\"`[")
		if next < 0 {
			return len(query)
		}
		if n += next; quotedLength(query[n:]) > 0 {
			return n
		}
		n++
	}
}

// quotedLength returns how many bytes of comment, string or quoted name the
// query begins with.
func quotedLength(query string) int {
	for _, q := range quotes {
		rest, ok := strings.CutPrefix(query, q[0])
		if !ok {
			continue
		}
		if end := strings.Index(rest, q[1]); end >= 0 {
			return len(q[0]) + end + len(q[1])
		}
		return len(query)
	}
	return 0
}
