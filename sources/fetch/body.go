package fetch

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

const (
	// maxRatio is how many times its own size a body may unpack to. Text comes
	// to 4 to 10 times, the most repetitive tables to 50.
	maxRatio = 200
	// freeSize is what a body may unpack to whatever its own size, in bytes.
	freeSize = 4 << 20
	// maxWindow is the longest back-reference of a zstd body, in bytes, as
	// RFC 8878 section 3.1.1.1.2 recommends for the web.
	maxWindow = 8 << 20
)

// tooLarge is a document over the size limit, which it holds in bytes.
type tooLarge int64

// Error says what the limit is.
func (t tooLarge) Error() string { return "it is larger than " + megabytes(int64(t)) }

var errBomb = fmt.Errorf("it unpacks to more than %d times its size", maxRatio)

func isTooLarge(err error) bool {
	var size tooLarge
	return errors.As(err, &size) || errors.Is(err, errBomb)
}

// readUpTo reads all of r, or fails where that is more than most bytes. It
// reads in pieces and joins them at the end, so that what turns out too large
// has never taken more than most.
func readUpTo(r io.Reader, most int64) ([]byte, error) {
	var pieces [][]byte
	var size int64
	for length := 32 << 10; ; length = min(2*length, 4<<20) {
		piece, err := fill(r, make([]byte, length))
		pieces, size = append(pieces, piece), size+int64(len(piece))
		switch {
		case size > most:
			return nil, tooLarge(most)
		case err == io.EOF:
			return join(pieces, size), nil
		case err != nil:
			return nil, err
		}
	}
}

// join returns the pieces as one, which is not nil even if they are empty.
func join(pieces [][]byte, size int64) []byte {
	whole := make([]byte, 0, size)
	for _, p := range pieces {
		whole = append(whole, p...)
	}
	return whole
}

// fill reads until b is full, unlike io.ReadFull with the reader's own error
// where it ends before.
func fill(r io.Reader, b []byte) ([]byte, error) {
	for n := 0; ; {
		got, err := r.Read(b[n:])
		n += got
		if err != nil || n == len(b) {
			return b[:n], err
		}
	}
}

// decode undoes a body's codings (RFC 9110 section 8.4), the last one first.
// Names that are no coding, such as "utf-8" or "none", are passed over: servers
// send them.
func decode(coding string, body io.Reader) (io.ReadCloser, error) {
	packed := &counter{Reader: body}
	decoded := io.NopCloser(packed)
	names := strings.Split(coding, ",")
	slices.Reverse(names)
	undone := false
	for _, name := range names {
		switch name = strings.ToLower(strings.TrimSpace(name)); name {
		case "gzip", "x-gzip":
			unpacked, err := gzip.NewReader(decoded)
			if err != nil {
				return nil, err
			}
			decoded = unpacked
		case "br":
			decoded = io.NopCloser(brotli.NewReader(decoded))
		case "zstd":
			unpacked, err := zstd.NewReader(decoded, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
			if err != nil {
				return nil, err
			}
			decoded = unpacked.IOReadCloser()
		case "deflate", "compress", "x-compress":
			return nil, fmt.Errorf("the server compressed it as %s, which was not asked for", strconv.Quote(name))
		default:
			continue
		}
		undone = true
	}
	if !undone {
		return decoded, nil
	}
	return &measured{ReadCloser: decoded, packed: packed}, nil
}

// counter counts the bytes that are read through it.
type counter struct {
	io.Reader
	n int64
}

// Read implements io.Reader.
func (c *counter) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += int64(n)
	return n, err
}

// measured fails a body that unpacks to far more than it is.
type measured struct {
	io.ReadCloser
	packed *counter
	n      int64
}

// Read implements io.Reader.
func (m *measured) Read(b []byte) (int, error) {
	n, err := m.ReadCloser.Read(b)
	m.n += int64(n)
	if m.n > freeSize && m.n > maxRatio*m.packed.n {
		return n, errBomb
	}
	return n, err
}
