package fetch

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"stet/sources"
)

// file reads a regular file. Devices and pipes are refused: reading one may
// never end.
func (f *Fetcher) file(address string) sources.Fetched {
	name := filepath.FromSlash(address)
	if !filepath.IsAbs(name) {
		name = filepath.Join(f.options.Dir, name)
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return sources.Fetched{State: sources.Missing, Reason: "no such file"}
	case err != nil:
		return sources.Fetched{State: sources.Unreachable, Reason: plainly(err)}
	case info.IsDir():
		return sources.Fetched{State: sources.Refused, Reason: "it is a folder, not a file"}
	case !info.Mode().IsRegular():
		return sources.Fetched{State: sources.Refused, Reason: "it is no regular file"}
	}
	in, err := os.Open(name)
	if err != nil {
		return sources.Fetched{State: sources.Unreachable, Reason: plainly(err)}
	}
	defer in.Close()
	return f.options.readBody(in)
}

// readBody reads a document up to the size limit.
func (o Options) readBody(r io.Reader) sources.Fetched {
	b, err := io.ReadAll(io.LimitReader(r, o.MaxBytes+1))
	switch {
	case err != nil:
		return sources.Fetched{State: sources.Unreachable, Reason: plainly(err)}
	case int64(len(b)) > o.MaxBytes:
		return sources.Fetched{State: sources.TooLarge, Reason: "it is larger than " + megabytes(o.MaxBytes)}
	}
	return sources.Fetched{State: sources.Captured, Bytes: b}
}
