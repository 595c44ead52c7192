//go:build !unix

package store

import (
	"os"
)

// mayWrite reports whether the file or folder is marked as one that may be
// written to.
func mayWrite(path string) bool {
	found, err := os.Stat(path)
	return err == nil && found.Mode().Perm()&0o200 != 0
}
