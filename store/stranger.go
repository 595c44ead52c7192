package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"time"

	"github.com/mattn/go-sqlite3"

	"stet/claims"
)

// strangersTime bounds how long a query of somebody else's may run.
const strangersTime = 20 * time.Second

// recursive is SQLITE_RECURSIVE, which the driver does not name: a common table
// expression that names itself (https://sqlite.org/c3ref/c_alter_table.html).
const recursive = 33

// QueryStranger is Query for SQL that is not the program's own, as a newsroom's
// rules are. It runs on a connection that opens the file only for reading, and
// that may do nothing but select, read and call functions: mode=ro alone would
// let it attach another file, and a pragma would switch query_only off. One that
// runs for too long is ended. What is wrong with the query is bad input: see
// claims.Invalidf.
func (l *Ledger) QueryStranger(ctx context.Context, query string, args map[string]any, yield func(columns []string, values []any) error) error {
	if err := checkSelect(query); err != nil {
		return claims.Invalidf("%w", err)
	}
	name, err := dsn(l.path, strangersAccess(l))
	if err != nil {
		return err
	}
	db := sql.OpenDB(guarded{name})
	defer db.Close()
	named := make([]any, 0, len(args))
	for name, value := range args {
		named = append(named, sql.Named(name, value))
	}
	ctx, cancel := context.WithTimeout(ctx, strangersTime)
	defer cancel()
	rows, err := db.QueryContext(ctx, query, named...)
	if err != nil {
		return strangersFault(ctx, err)
	}
	defer rows.Close()
	if err := yieldRows(rows, yield); err != nil {
		return strangersFault(ctx, err)
	}
	return nil
}

// strangersAccess is how the file is opened for them: as the ledger is, but
// never for writing.
func strangersAccess(l *Ledger) access {
	if a := readerAccess(l.path, Options{ReadOnly: l.readOnly}); a != reading {
		return a
	}
	return readingLog
}

func strangersFault(ctx context.Context, err error) error {
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return claims.Invalidf("it ran for more than %s", strangersTime)
	case ctx.Err() != nil:
		return ctx.Err()
	}
	var fault sqlite3.Error
	if errors.As(err, &fault) && fault.Code == sqlite3.ErrAuth {
		return claims.Invalidf("it may only select from the ledger's views: %w", err)
	}
	return claims.Invalidf("%w", err)
}

// guarded opens connections that may only read.
type guarded struct{ dsn string }

// Connect implements driver.Connector.
func (g guarded) Connect(context.Context) (driver.Conn, error) { return g.Driver().Open(g.dsn) }

// Driver implements driver.Connector.
func (guarded) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		c.RegisterAuthorizer(mayOnlyRead)
		return nil
	}}
}

// mayOnlyRead is asked by SQLite of all that a statement would do.
func mayOnlyRead(action int, _, function, _ string) int {
	switch action {
	case sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, recursive:
		return sqlite3.SQLITE_OK
	case sqlite3.SQLITE_FUNCTION:
		if function != "load_extension" {
			return sqlite3.SQLITE_OK
		}
	}
	return sqlite3.SQLITE_DENY
}
