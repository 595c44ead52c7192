package claims

import "context"

// Asking runs one SELECT over the ledger's views with named parameters, which
// are given without their colon, and yields its rows: text as string, whole
// numbers as int64, no value as nil. It ends early with the error that yield
// returns.
type Asking func(ctx context.Context, query string, args map[string]any, yield func(columns []string, values []any) error) error
