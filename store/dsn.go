package store

import (
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// busyTimeout bounds how long a connection waits for another program's write.
// With immediate transactions writers queue, so that it is only reached when
// somebody holds the ledger that long.
const busyTimeout = 30 * time.Second

// access is what a connection is opened for.
type access int

const (
	reading      access = iota // deferred transactions that cannot write
	writing                    // immediate transactions
	making                     // as writing, and the file is made if absent
	writingAlone               // as writing, a file that nobody else knows
	makingAlone                // as making, likewise
	immutable                  // reading a file that nobody changes, without locks
	readingLog                 // reading a file, and the log beside it, that only others may change
)

// dsn returns the name by which the driver opens the ledger at path. All
// settings are part of it, so that each connection of a pool has them; the
// path is escaped, since the driver and SQLite would take '?', '#' and '%' for
// syntax.
func dsn(path string, a access) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	slashed := filepath.ToSlash(abs)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a Windows drive
	}
	u := url.URL{Scheme: "file", Path: slashed, RawQuery: settings(a).Encode()}
	return u.String(), nil
}

func settings(a access) url.Values {
	v := url.Values{
		"mode":             {"rw"},
		"_txlock":          {"deferred"},
		"_foreign_keys":    {"1"},
		"_busy_timeout":    {strconv.FormatInt(busyTimeout.Milliseconds(), 10)},
		"_synchronous":     {"FULL"},
		"_stmt_cache_size": {"64"},
	}
	switch a {
	case reading:
		v.Set("_query_only", "1")
	case writing:
		v.Set("_txlock", "immediate")
		v.Set("_journal_mode", "WAL")
	case making:
		v.Set("_txlock", "immediate")
		v.Set("_journal_mode", "WAL")
		v.Set("mode", "rwc")
	case writingAlone:
		alone(v)
	case makingAlone:
		alone(v)
		v.Set("mode", "rwc")
	case immutable:
		v.Set("mode", "ro")
		v.Set("immutable", "1")
	case readingLog:
		v.Set("mode", "ro")
	}
	return v
}

// alone has a file written that is thrown away if that ends before its time: it
// can be rolled back, but not after a crash, and need not be on the disk before
// it is whole.
func alone(v url.Values) {
	v.Set("_txlock", "immediate")
	v.Set("_journal_mode", "MEMORY")
	v.Set("_synchronous", "OFF")
}
