package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"stet/claims"
	"stet/sources/text"
)

// The largest inputs that are read, in bytes. War and Peace is a fifth of
// maxDraft: what is larger is no draft but a mistake. A source may be as large
// as a capture allows.
const (
	maxDraft  = 16 << 20
	maxSource = 64 << 20
)

// readInput reads a file, or standard input for "-", up to a size.
func readInput(env *Env, name string, most int64) ([]byte, error) {
	in, shown := env.Stdin, "standard input"
	if name != "-" {
		f, err := openInput(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in, shown = f, name
	}
	return readFrom(in, shown, most)
}

// readFrom reads what is open, which is shown under this name, up to a size.
func readFrom(in io.Reader, shown string, most int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return nil, claims.Invalidf("%s: %w", shown, err)
	}
	if int64(len(b)) > most {
		return nil, claims.Invalidf("%s is larger than %d MB: too large to be read", shown, most>>20)
	}
	return b, nil
}

func openInput(name string) (*os.File, error) {
	if name == "" {
		return nil, claims.Invalidf("no file named")
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, claims.Invalidf("%s: no such file", name)
	case err != nil:
		return nil, claims.Invalidf("%w", err)
	case info.IsDir():
		return nil, &claims.InputError{Err: fmt.Errorf("%s is a folder, not a file", name), Hint: "name the file in it"}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, claims.Invalidf("%w", err)
	}
	return f, nil
}

// mediaType returns the media type that a --type flag names, and "" for none.
func mediaType(kind string) (string, error) {
	if kind == "" {
		return "", nil
	}
	media, err := text.ParseType(kind)
	if err != nil {
		return "", claims.Invalidf("%w", err)
	}
	return media, nil
}

// typeNames lists the types that a --type flag may name.
func typeNames() string { return strings.Join(text.TypeNames(), ", ") }

// slugOf makes an article's slug of a file's name.
func slugOf(file string) string {
	base := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	words := strings.FieldsFunc(strings.ToLower(base), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r > 127)
	})
	return strings.Join(words, "-")
}

// isDraftName reports whether a word on the command line looks like a file
// that stet could check.
func isDraftName(name string) bool {
	_, err := os.Stat(name)
	return err == nil && filepath.Ext(name) != ""
}
