package store

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"github.com/mattn/go-sqlite3"
)

// mapAll asks SQLite to map as much of the file as it was built to, which is
// 2 GiB (SQLITE_MAX_MMAP_SIZE).
const mapAll = `pragma mmap_size = 0x7fff0000`

// openMapped is openPool for reading through mapped memory: see Options.Mapped.
// The driver's name for a connection has no setting for that.
func openMapped(path string, a access) (*sql.DB, error) {
	name, err := dsn(path, a)
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(mapped{name}), nil
}

// mapped opens connections that read through mapped memory.
type mapped struct{ dsn string }

// Connect implements driver.Connector.
func (m mapped) Connect(context.Context) (driver.Conn, error) { return m.Driver().Open(m.dsn) }

// Driver implements driver.Connector.
func (mapped) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		_, err := c.Exec(mapAll, nil)
		return err
	}}
}
