package cmd

import (
	"os"
	"runtime"
	"runtime/debug"
	"sync"
)

// collectLate has the first garbage collection wait for 16 MB, which commands
// that show something of one article never come to: the one that they would
// come to at 4 MB is a sixth of what they take. From then on all is as always.
var collectLate = sync.OnceFunc(func() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return // whoever runs it knows better
	}
	before := debug.SetGCPercent(400) // of the least heap, 4 MB
	first := new([16]byte)            // garbage at once
	runtime.SetFinalizer(first, func(*[16]byte) { debug.SetGCPercent(before) })
})
