package store

import (
	"context"
	"database/sql"

	"stet/sources"
)

// Captures returns every attempt to capture a source, oldest first.
func (l *Ledger) Captures(ctx context.Context, sourceID string) ([]sources.Capture, error) {
	return collect(ctx, l.reader, scanCapture, `
		select id, source, at, state, reason, final_url, status, media_type, coalesce(snapshot, '')
		from capture
		where source = :source
		order by at, id`,
		sql.Named("source", sourceID))
}

func scanCapture(row scanner) (c sources.Capture, err error) {
	err = row.Scan(&c.ID, &c.Source, stamp{&c.At}, &c.State, &c.Reason, &c.FinalURL, &c.Status, &c.MediaType, &c.Snapshot)
	return c, err
}

func (w *writer) putCapture(c sources.Capture) error {
	_, err := w.exec(`
		insert into capture (id, source, at, state, reason, final_url, status, media_type, snapshot)
		values (:id, :source, :at, :state, :reason, :final_url, :status, :media_type, nullif(:snapshot, ''))`,
		sql.Named("id", c.ID), sql.Named("source", c.Source), sql.Named("at", stampOf(c.At)), sql.Named("state", c.State),
		sql.Named("reason", c.Reason), sql.Named("final_url", c.FinalURL), sql.Named("status", c.Status),
		sql.Named("media_type", c.MediaType), sql.Named("snapshot", c.Snapshot))
	if err != nil {
		return err
	}
	return w.log("", "capture", c.ID, captureRow{c, stampOf(c.At)})
}

// captureRow is a capture as the history has it.
type captureRow struct {
	sources.Capture
	At string `json:"at"`
}
