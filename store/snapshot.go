package store

import (
	"context"
	"database/sql"
	"fmt"

	"stet/claims"
	"stet/sources"
)

// Bytes returns captured bytes, or those of a draft, with what is known of
// them. They are hashed before they are returned: bytes that are not those
// captured are an error. The error is ErrNotFound where the ledger has none of
// that digest.
func (l *Ledger) Bytes(ctx context.Context, d sources.Digest) ([]byte, sources.Snapshot, error) {
	p, ok, err := one(ctx, l.reader, scanPacked, `
		select s.digest, s.media_type, s.size, s.at, b.bytes, b.sum
		from snapshot s
		join snapshot_bytes b on b.digest = s.digest
		where s.digest = :digest`,
		sql.Named("digest", d))
	if err == nil && !ok {
		err = notFound("snapshot", string(d))
	}
	if err != nil {
		return nil, sources.Snapshot{}, err
	}
	b, err := p.unpack()
	return b, p.snapshot, err
}

// packedContent is a snapshot with its bytes compressed.
type packedContent struct {
	snapshot sources.Snapshot
	bytes    []byte
	sum      sources.Digest // of bytes; empty where an older program stored them
}

func (p packedContent) name() string { return p.snapshot.Digest.Short() }

func scanPacked(row scanner) (p packedContent, err error) {
	s := &p.snapshot
	err = row.Scan(&s.Digest, &s.MediaType, &s.Size, stamp{&s.At}, &p.bytes, &p.sum)
	return p, err
}

func packAll(all []claims.Content) ([]packedContent, error) {
	packed := make([]packedContent, len(all))
	for i, c := range all {
		var err error
		if packed[i], err = pack(c); err != nil {
			return nil, fmt.Errorf("snapshot %s: %w", c.Digest.Short(), err)
		}
	}
	return packed, nil
}

// pack compresses a snapshot's bytes, which must be those that it names.
func pack(c claims.Content) (packedContent, error) {
	if got := sources.DigestOf(c.Bytes); got != c.Digest {
		return packedContent{}, fmt.Errorf("its bytes are of digest %s", got.Short())
	}
	c.Size = int64(len(c.Bytes))
	compressed, err := compress(c.Bytes)
	return packedContent{snapshot: c.Snapshot, bytes: compressed, sum: sources.DigestOf(compressed)}, err
}

// unpack returns the bytes, or an error where they are damaged.
func (p packedContent) unpack() ([]byte, error) {
	if p.sum != "" && sources.DigestOf(p.bytes) != p.sum {
		return nil, fmt.Errorf("snapshot %s is damaged in the ledger: its stored bytes are not those that were written", p.name())
	}
	b, err := decompress(p.bytes, p.snapshot.Size)
	if err != nil {
		return nil, fmt.Errorf("snapshot %s is damaged in the ledger: %w", p.name(), err)
	}
	if got := sources.DigestOf(b); got != p.snapshot.Digest {
		return nil, fmt.Errorf("snapshot %s is damaged in the ledger: its bytes are of digest %s", p.name(), got.Short())
	}
	return b, nil
}

// putContent adds a snapshot with its bytes. One that is there already stays
// as it was first captured.
func (w *writer) putContent(p packedContent) error {
	if err := w.putSnapshot(p.snapshot); err != nil {
		return err
	}
	_, err := w.exec(`insert into snapshot_bytes (digest, bytes, sum) values (:digest, :bytes, :sum) on conflict do nothing`,
		sql.Named("digest", p.snapshot.Digest), sql.Named("bytes", p.bytes), sql.Named("sum", p.sum))
	return err
}

func (w *writer) putSnapshot(s sources.Snapshot) error {
	written, err := w.exec(`
		insert into snapshot (digest, media_type, size, at)
		values (:digest, :media_type, :size, :at)
		on conflict do nothing`,
		sql.Named("digest", s.Digest), sql.Named("media_type", s.MediaType), sql.Named("size", s.Size),
		sql.Named("at", stampOf(s.At)))
	if err != nil || written == 0 {
		return err
	}
	return w.log("", "snapshot", string(s.Digest), snapshotRow{s, stampOf(s.At)})
}

// snapshotRow is a snapshot as the history has it.
type snapshotRow struct {
	sources.Snapshot
	At string `json:"at"`
}
