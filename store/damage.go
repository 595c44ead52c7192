package store

import (
	"context"
	"fmt"

	"stet/sources"
)

// Damage is one snapshot that is no longer what was captured, and why.
type Damage struct {
	Snapshot sources.Digest `json:"snapshot"`
	Reason   string         `json:"reason"`
}

// CheckSnapshots reads every snapshot, of sources and drafts alike, and hashes
// what is stored and what it unpacks to. It returns how many there are and
// those that are damaged; a snapshot that can't be read is damaged, not an
// error. The error is that of a ledger that can't be read at all.
func (l *Ledger) CheckSnapshots(ctx context.Context) (checked int, damaged []Damage, err error) {
	digests, err := collect(ctx, l.reader, scanOne[sources.Digest], `
		select digest from snapshot
		union
		select digest from snapshot_bytes
		order by digest`)
	if err != nil {
		return 0, nil, fmt.Errorf("list the snapshots of %s: %w", l.path, err)
	}
	for _, d := range digests {
		if _, _, err := l.Bytes(ctx, d); err != nil {
			damaged = append(damaged, Damage{Snapshot: d, Reason: err.Error()})
		}
		if err := ctx.Err(); err != nil {
			return 0, nil, err
		}
	}
	return len(digests), damaged, nil
}
