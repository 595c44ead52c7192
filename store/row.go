package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"
)

// querier is what a pool and a transaction have in common.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// scanner is a row about to be read: *sql.Row and *sql.Rows are ones.
type scanner interface{ Scan(to ...any) error }

// each runs a query and yields its rows.
func each(ctx context.Context, q querier, yield func(row scanner) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, steady(query), args...)
	if err != nil {
		return explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := yield(rows); err != nil {
			return err
		}
	}
	return explain(rows.Err())
}

// collect runs a query and returns its rows, each read by scan.
func collect[T any](ctx context.Context, q querier, scan func(row scanner) (T, error), query string, args ...any) ([]T, error) {
	var all []T
	err := each(ctx, q, func(row scanner) error {
		one, err := scan(row)
		if err != nil {
			return err
		}
		all = append(all, one)
		return nil
	}, query, args...)
	return all, err
}

// one runs a query that has one row at most; ok is false where it has none.
func one[T any](ctx context.Context, q querier, scan func(row scanner) (T, error), query string, args ...any) (v T, ok bool, err error) {
	found, err := collect(ctx, q, scan, query, args...)
	if err != nil || len(found) == 0 {
		return v, false, err
	}
	return found[0], true, nil
}

// scanOne reads a row of one column.
func scanOne[T any](row scanner) (v T, err error) {
	err = row.Scan(&v)
	return v, err
}

// stampLayout is how times are written: RFC 3339 in UTC, to the millisecond,
// so that text sorts as time does.
const stampLayout = "2006-01-02T15:04:05.000Z07:00"

// stamp reads and writes a time as the ledger has it.
type stamp struct{ *time.Time }

// stampOf returns t as the ledger writes it.
func stampOf(t time.Time) string { return t.UTC().Format(stampLayout) }

// Scan implements sql.Scanner.
func (s stamp) Scan(src any) error {
	text, ok := src.(string)
	if !ok {
		return fmt.Errorf("a time is stored as %T", src)
	}
	t, err := time.Parse(time.RFC3339, text)
	*s.Time = t
	return err
}

// stampOrNone is stampOf for a time that may be none: the zero time is "".
func stampOrNone(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return stampOf(t)
}

// maybeStamp reads and writes a time that may be none: the zero time is an empty text.
type maybeStamp struct{ *time.Time }

// Value implements driver.Valuer.
func (s maybeStamp) Value() (driver.Value, error) {
	return stampOrNone(*s.Time), nil
}

// Scan implements sql.Scanner.
func (s maybeStamp) Scan(src any) error {
	if src == "" {
		return nil
	}
	return stamp(s).Scan(src)
}

// list reads and writes a slice as a JSON array. No elements are "[]", and
// come back as nil.
type list[T any] struct{ of *[]T }

// Value implements driver.Valuer.
func (l list[T]) Value() (driver.Value, error) {
	if len(*l.of) == 0 {
		return "[]", nil
	}
	b, err := json.Marshal(*l.of)
	return string(b), err
}

// Scan implements sql.Scanner.
func (l list[T]) Scan(src any) error {
	text, ok := src.(string)
	if !ok {
		return fmt.Errorf("a list is stored as %T", src)
	}
	if text == "[]" {
		return nil
	}
	return json.Unmarshal([]byte(text), l.of)
}
