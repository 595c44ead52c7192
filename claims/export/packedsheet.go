package export

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash"
	"hash/crc32"
)

// packedSheet is a sheet that is kept in memory, compressed, until its place in
// the archive comes.
type packedSheet struct {
	*sheet
	packed   bytes.Buffer
	deflate  *flate.Writer
	checksum hash.Hash32
	size     uint64
}

// newPackedSheet begins a sheet. Writing to memory never fails.
func newPackedSheet(name string, columns []column) *packedSheet {
	p := &packedSheet{checksum: crc32.NewIEEE()}
	p.deflate, _ = flate.NewWriter(&p.packed, flate.DefaultCompression)
	p.sheet, _ = newSheet(p, name, columns)
	return p
}

// Write compresses b, for the sheet.
func (p *packedSheet) Write(b []byte) (int, error) {
	p.size += uint64(len(b))
	p.checksum.Write(b)
	return p.deflate.Write(b)
}

// copyTo ends the sheet and writes it into the archive.
func (p *packedSheet) copyTo(archive *zip.Writer, name string) error {
	if err := p.end(); err != nil {
		return err
	}
	if err := p.deflate.Close(); err != nil {
		return err
	}
	out, err := archive.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: p.checksum.Sum32(),
		CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size,
	})
	if err != nil {
		return err
	}
	_, err = p.packed.WriteTo(out)
	return err
}
