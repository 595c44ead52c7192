package store

import (
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// The compressor and the decompressor are made when first needed: they cost
// more than a whole short command. Both may be used by several goroutines.
var (
	compressor = sync.OnceValues(func() (*zstd.Encoder, error) {
		return zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	})
	decompressor = sync.OnceValues(func() (*zstd.Decoder, error) {
		return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecodeAllCapLimit(true))
	})
)

// maxSize bounds what is decompressed, in bytes; SQLite holds no value as
// large, even compressed.
const maxSize = 1 << 32

// compress returns b compressed with zstd.
func compress(b []byte) ([]byte, error) {
	enc, err := compressor()
	if err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return enc.EncodeAll(b, nil), nil
}

// decompress returns what compress was given. The size, in bytes, bounds what
// damaged input can make of itself.
func decompress(b []byte, size int64) ([]byte, error) {
	dec, err := decompressor()
	if err != nil {
		return nil, fmt.Errorf("decompress: %w", err)
	}
	if size < 0 || size > maxSize {
		return nil, fmt.Errorf("decompress: a size of %d bytes", size)
	}
	return dec.DecodeAll(b, make([]byte, 0, size))
}
