//go:build unix

package store

import (
	"golang.org/x/sys/unix"
)

// mayWrite reports whether this program may write to the file or folder. The
// file must not be opened to find out: closing it again would drop every lock
// that SQLite holds on it for this process
// (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
func mayWrite(path string) bool { return unix.Access(path, unix.W_OK) == nil }
