//go:build unix

package verify

import (
	"syscall"
	"time"
)

// processorTime returns the processor time that the program has used so far, of
// all processors together; 0 where the system does not tell.
func processorTime() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
