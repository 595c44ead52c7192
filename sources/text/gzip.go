package text

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
)

// maxUnpacked bounds what a gzip file may unpack to, in bytes: as much as a
// capture allows a document to be.
const maxUnpacked = 64 << 20

// isGzip reports whether b begins as RFC 1952 has it, with the one method of
// compression that there is.
func isGzip(b []byte) bool { return bytes.HasPrefix(b, []byte{0x1f, 0x8b, 8}) }

// unpacked returns the document in a gzip file, as archives of web pages keep
// them, and the options with the name that it has without the packing.
func unpacked(b []byte, o Options) ([]byte, Options, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, o, fmt.Errorf("the gzip file is damaged: %w", err)
	}
	document, err := io.ReadAll(io.LimitReader(z, maxUnpacked+1))
	switch {
	case err != nil:
		return nil, o, fmt.Errorf("the gzip file is damaged: %w", err)
	case len(document) > maxUnpacked:
		return nil, o, fmt.Errorf("the gzip file unpacks to more than %d MB", maxUnpacked>>20)
	}
	o.Name = strings.TrimSuffix(o.Name, ".gz")
	if strings.Contains(o.MediaType, "gzip") {
		o.MediaType = ""
	}
	return document, o, nil
}
