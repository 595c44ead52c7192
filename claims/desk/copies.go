package desk

import (
	"context"
	"fmt"

	"stet/claims"
	"stet/sources"
)

// Attach keeps a copy of a source that a person saved under a file's name. It
// is what the checks read from then on, whatever the source's own address
// gives.
func (d *Desk) Attach(ctx context.Context, e claims.Evidence, name string, b []byte) (sources.Capture, error) {
	got := sources.Fetched{
		State: sources.Captured, Via: sources.Attached, Name: name, Bytes: b, Reason: "a copy saved by hand: " + name,
	}
	capture, err := d.record(ctx, e, got)
	if err != nil {
		return capture, fmt.Errorf("attach %s to %s: %w", name, e.Source.Name(), err)
	}
	return capture, nil
}

// Archive asks a web archive to save pages now, one after the other, and keeps
// the mementos. It returns the attempts in the order of the sources.
func (d *Desk) Archive(ctx context.Context, evidence []claims.Evidence) ([]sources.Capture, error) {
	captures := make([]sources.Capture, len(evidence))
	for i, e := range evidence {
		d.progress("archiving " + e.Source.Name())
		got := d.Fetcher.SaveNow(ctx, e.Source.Address)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var err error
		if captures[i], err = d.record(ctx, e, got); err != nil {
			return nil, fmt.Errorf("archive %s: %w", e.Source.Name(), err)
		}
	}
	return captures, nil
}
