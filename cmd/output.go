package cmd

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"stet/claims"
)

// outFile is a file being written, beside the one that it is to replace;
// *os.File is one.
type outFile interface {
	io.WriteCloser
	Name() string
	Chmod(mode fs.FileMode) error
	Sync() error
}

// newFile is how a file gets the permissions that it is for the newsroom to
// read: CreateTemp makes files that only their owner reads.
const newFile fs.FileMode = 0o644

// writeOut writes to standard output, or to a file that takes the place of the
// one there only once all of it is on disk: a reader never sees half, and a
// failure leaves the old file. What is no ordinary file, such as a pipe or a
// device, is written to as it is, and a link is followed.
func writeOut(env *Env, file string, write func(io.Writer) error) error {
	if file == "" || file == "-" {
		return buffered(env.Stdout, write)
	}
	if target, err := filepath.EvalSymlinks(file); err == nil {
		file = target
	}
	mode := newFile
	there, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return claims.Invalidf("%w", err)
	case there.IsDir():
		return claims.Invalidf("%s is a folder: name a file", file)
	case !there.Mode().IsRegular():
		return writeInto(file, write)
	default:
		mode = there.Mode().Perm()
	}
	return replaceFile(env, file, mode, write)
}

// outBuffer is how many bytes are written at a time.
const outBuffer = 64 << 10

func buffered(to io.Writer, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(to, outBuffer)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

// writeInto writes to what is there.
func writeInto(file string, write func(io.Writer) error) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return claims.Invalidf("%w", err)
	}
	return errors.Join(buffered(f, write), f.Close())
}

// replaceFile writes a file beside the one that it then takes the place of.
func replaceFile(env *Env, file string, mode fs.FileMode, write func(io.Writer) error) error {
	f, err := env.beside(file)
	if err != nil {
		return claims.Invalidf("%w", err)
	}
	defer os.Remove(f.Name()) // once renamed there is nothing left to remove
	if err := errors.Join(fill(f, mode, write), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), file)
}

// fill writes a file to the end and onto the disk.
func fill(f outFile, mode fs.FileMode, write func(io.Writer) error) error {
	if err := buffered(f, write); err != nil {
		return err
	}
	if err := f.Chmod(mode); err != nil {
		return err
	}
	return f.Sync()
}

// beside makes an empty file in the folder of another.
func (env *Env) beside(file string) (outFile, error) {
	if env.newFile != nil {
		return env.newFile(file)
	}
	return os.CreateTemp(filepath.Dir(file), ".stet-*")
}
