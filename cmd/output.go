package cmd

import (
	"bufio"
	"io"
	"os"
	"path/filepath"

	"stet/claims"
)

// writeOut writes to standard output, or to a file that takes the place of the
// one there only once all of it is on disk: a reader never sees half, and a
// failure leaves the old file.
func writeOut(env *Env, file string, write func(io.Writer) error) error {
	if file == "" || file == "-" {
		w := bufio.NewWriter(env.Stdout)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	}
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return claims.Invalidf("%s is a folder: name a file", file)
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".stet-*")
	if err != nil {
		return claims.Invalidf("%w", err)
	}
	defer os.Remove(f.Name()) // once renamed there is nothing left to remove
	if err := fill(f, write); err != nil {
		return err
	}
	return os.Rename(f.Name(), file)
}

// fill writes a file to the end, onto the disk, and closes it.
func fill(f *os.File, write func(io.Writer) error) (err error) {
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	w := bufio.NewWriter(f)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	// CreateTemp makes files that only their owner reads; an export is for
	// the newsroom.
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	return f.Sync()
}
