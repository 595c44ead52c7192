//go:build linux && !race

package cmd

import (
	"os"
	"syscall"
)

// peakMemory returns the most memory that a process and its children held, in
// bytes.
func peakMemory(p *os.ProcessState) int64 {
	return p.SysUsage().(*syscall.Rusage).Maxrss << 10
}
