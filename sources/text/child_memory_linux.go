package text

import (
	"fmt"
	"os"
)

// resident returns how many bytes of memory a process holds, or 0 where it is
// not known: the second number of /proc/PID/statm, in pages (man 5 proc).
func resident(pid int) int64 {
	file, err := os.Open(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0
	}
	defer file.Close()
	var size, pages int64
	if _, err := fmt.Fscan(file, &size, &pages); err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}
