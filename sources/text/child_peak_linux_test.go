package text

import (
	"fmt"
	"os"
	"strings"
)

// peakResident returns the most memory that a process has held, in bytes: VmHWM
// of /proc/PID/status, in kB (man 5 proc); 0 where it has ended.
func peakResident(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kB int64
	if _, err := fmt.Sscan(after, &kB); err != nil {
		return 0
	}
	return kB << 10
}
