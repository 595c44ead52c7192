package fetch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"stet/sources"
)

// file reads a regular file. Devices and pipes are refused: reading one may
// never end. A file that may not be read is unreachable rather than blocked,
// which is for what a publisher keeps from readers.
func (f *Fetcher) file(ctx context.Context, r sources.Request) sources.Fetched {
	in, err := f.open(r)
	if err != nil {
		return noFile(err)
	}
	defer in.Close()
	b, err := readUpTo(in, f.options.MaxBytes)
	switch {
	case isTooLarge(err):
		return sources.Fetched{State: sources.TooLarge, Reason: plainly(err)}
	case err != nil:
		return broken(ctx, err)
	}
	return sources.Fetched{State: sources.Captured, Bytes: b}
}

// open opens the file that a request names. One that must lie within a folder
// is opened through it, so that neither ".." nor a link leads out of it.
func (f *Fetcher) open(r sources.Request) (*os.File, error) {
	name := f.path(r.Address)
	if r.Within == "" {
		return openRegular(os.Stat, os.Open, name)
	}
	folder := f.path(r.Within)
	inside, err := filepath.Rel(folder, name)
	if err != nil || !filepath.IsLocal(inside) {
		return nil, outside
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	in, err := openRegular(root.Stat, root.Open, inside)
	if err != nil && isEscape(err) {
		return nil, outside
	}
	return in, err
}

var outside = ruling{sources.Refused, "it lies outside the draft's folder"}

// isEscape reports whether an error of os.Root is that a link leads out of it.
// The package exports no value for it, and no other error of opening has this
// text.
func isEscape(err error) bool { return strings.HasSuffix(err.Error(), "path escapes from parent") }

func (f *Fetcher) path(address string) string {
	name := filepath.FromSlash(address)
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(f.options.Dir, name)
}

func openRegular(stat func(string) (fs.FileInfo, error), open func(string) (*os.File, error), name string) (*os.File, error) {
	about, err := stat(name)
	switch {
	case err != nil:
		return nil, err
	case about.IsDir():
		return nil, ruling{sources.Refused, "it is a folder, not a file"}
	case !about.Mode().IsRegular():
		return nil, ruling{sources.Refused, "it is no regular file"}
	}
	return open(name)
}

func noFile(err error) sources.Fetched {
	var own ruling
	switch {
	case errors.As(err, &own):
		return sources.Fetched{State: own.state, Reason: own.reason}
	case isMissing(err):
		return sources.Fetched{State: sources.Missing, Reason: "no such file"}
	}
	return sources.Fetched{State: sources.Unreachable, Reason: plainly(err)}
}

// isMissing reports whether there is no file of the name: nothing is there, or
// a part of its path is a file and no folder.
func isMissing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
