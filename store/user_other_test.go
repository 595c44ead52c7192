//go:build !unix

package store

import "os/exec"

// setUser does nothing: there are no such users here.
func setUser(*exec.Cmd, uint32) {}
