package cmd

import (
	"context"
	"io"
	"maps"
	"slices"

	"stet/claims"
	"stet/claims/export"
)

func copyFormat(name string) (export.CopyFormat, bool) {
	i := slices.IndexFunc(export.CopyFormats, func(f export.CopyFormat) bool { return f.Name == name })
	if i < 0 {
		return export.CopyFormat{}, false
	}
	return export.CopyFormats[i], true
}

// exportCopies writes every snapshot of the sources that claims cite, each
// once, in the order of the sources and then of the captures.
func (s *session) exportCopies(ctx context.Context, w io.Writer, format export.CopyFormat, filter claims.Filter) error {
	cited := map[int]string{} // the sources' IDs by their numbers
	if err := s.ledger.Outlines(ctx, filter, func(d *claims.Dossier) error {
		for id, e := range d.Sources {
			cited[e.Source.Number] = id
		}
		return nil
	}); err != nil {
		return err
	}
	out := format.New(w, "stet/"+version, s.env.Now())
	for _, number := range slices.Sorted(maps.Keys(cited)) {
		e, err := s.ledger.Source(ctx, cited[number])
		if err != nil {
			return err
		}
		if err := s.writeCopies(ctx, out, e); err != nil {
			return err
		}
	}
	return out.Close()
}

// writeCopies writes the snapshots of one source, each as it was first
// captured.
func (s *session) writeCopies(ctx context.Context, out export.CopyWriter, e claims.Evidence) error {
	captures, err := s.ledger.Captures(ctx, e.Source.ID)
	if err != nil {
		return err
	}
	written := map[string]bool{"": true}
	for _, c := range captures {
		if written[string(c.Snapshot)] {
			continue
		}
		written[string(c.Snapshot)] = true
		b, _, err := s.ledger.Bytes(ctx, c.Snapshot)
		if err != nil {
			return err
		}
		if err := out.Write(export.Copy{Source: e.Source, Capture: c, Bytes: b}); err != nil {
			return err
		}
	}
	return nil
}
