package fetch

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"stet/sources"
)

// file reads a regular file. Devices and pipes are refused: reading one may
// never end. A file that may not be read is unreachable rather than blocked,
// which is for what a publisher keeps from readers.
func (f *Fetcher) file(ctx context.Context, address string) sources.Fetched {
	name := filepath.FromSlash(address)
	if !filepath.IsAbs(name) {
		name = filepath.Join(f.options.Dir, name)
	}
	about, err := os.Stat(name)
	switch {
	case isMissing(err):
		return sources.Fetched{State: sources.Missing, Reason: "no such file"}
	case err != nil:
		return sources.Fetched{State: sources.Unreachable, Reason: plainly(err)}
	case about.IsDir():
		return sources.Fetched{State: sources.Refused, Reason: "it is a folder, not a file"}
	case !about.Mode().IsRegular():
		return sources.Fetched{State: sources.Refused, Reason: "it is no regular file"}
	}
	in, err := os.Open(name)
	if err != nil {
		return sources.Fetched{State: sources.Unreachable, Reason: plainly(err)}
	}
	defer in.Close()
	return f.options.readBody(ctx, in)
}

// isMissing reports whether there is no file of the name: nothing is there, or
// a part of its path is a file and no folder.
func isMissing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// readBody reads a document up to the size limit.
func (o Options) readBody(ctx context.Context, r io.Reader) sources.Fetched {
	b, err := io.ReadAll(io.LimitReader(r, o.MaxBytes+1))
	switch {
	case int64(len(b)) > o.MaxBytes:
		return sources.Fetched{State: sources.TooLarge, Reason: "it is larger than " + megabytes(o.MaxBytes)}
	case err != nil:
		return broken(ctx, err)
	}
	return sources.Fetched{State: sources.Captured, Bytes: b}
}
