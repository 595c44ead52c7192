package store

import (
	"context"
	"database/sql"

	"stet/sources"
)

// Captures returns every attempt to capture a source with its exchanges,
// oldest first.
func (l *Ledger) Captures(ctx context.Context, sourceID string) ([]sources.Capture, error) {
	var all []sources.Capture
	err := l.view(ctx, func(q querier) (err error) {
		all, err = collect(ctx, q, scanCapture, `
			select id, source, at, state, reason, via, memento_at, final_url, status, media_type, coalesce(snapshot, '')
			from capture
			where source = :source
			order by at, id`,
			sql.Named("source", sourceID))
		if err != nil {
			return err
		}
		return readExchanges(ctx, q, sourceID, all)
	})
	return all, err
}

func scanCapture(row scanner) (c sources.Capture, err error) {
	err = row.Scan(&c.ID, &c.Source, stamp{&c.At}, &c.State, &c.Reason, &c.Via, maybeStamp{&c.MementoAt}, &c.FinalURL,
		&c.Status, &c.MediaType, &c.Snapshot)
	return c, err
}

// readExchanges adds their exchanges to the captures of a source.
func readExchanges(ctx context.Context, q querier, sourceID string, captures []sources.Capture) error {
	at := map[string]int{}
	for i, c := range captures {
		at[c.ID] = i
	}
	return each(ctx, q, func(row scanner) error {
		var capture string
		var e sources.Exchange
		err := row.Scan(&capture, &e.URL, &e.Peer, &e.Protocol, &e.Status, list[sources.Field]{&e.Request}, list[sources.Field]{&e.Response})
		if i, ok := at[capture]; ok {
			captures[i].Exchanges = append(captures[i].Exchanges, e)
		}
		return err
	}, `
		select e.capture, e.url, e.peer, e.protocol, e.status, e.request, e.response
		from exchange e
		join capture c on c.id = e.capture
		where c.source = :source
		order by e.capture, e.position`,
		sql.Named("source", sourceID))
}

func (w *writer) putCapture(c sources.Capture) error {
	_, err := w.exec(`
		insert into capture (id, source, at, state, reason, via, memento_at, final_url, status, media_type, snapshot)
		values (:id, :source, :at, :state, :reason, :via, :memento_at, :final_url, :status, :media_type, nullif(:snapshot, ''))`,
		sql.Named("id", c.ID), sql.Named("source", c.Source), sql.Named("at", stampOf(c.At)), sql.Named("state", c.State),
		sql.Named("reason", c.Reason), sql.Named("via", c.Via), sql.Named("memento_at", maybeStamp{&c.MementoAt}),
		sql.Named("final_url", c.FinalURL), sql.Named("status", c.Status), sql.Named("media_type", c.MediaType),
		sql.Named("snapshot", c.Snapshot))
	if err != nil {
		return err
	}
	for i, e := range c.Exchanges {
		if err := w.putExchange(c.ID, i, e); err != nil {
			return err
		}
	}
	row := captureRow{Capture: c, At: stampOf(c.At)}
	if !c.MementoAt.IsZero() {
		row.MementoAt = stampOf(c.MementoAt)
	}
	return w.log("", "capture", c.ID, row)
}

func (w *writer) putExchange(capture string, position int, e sources.Exchange) error {
	_, err := w.exec(`
		insert into exchange (capture, position, url, peer, protocol, status, request, response)
		values (:capture, :position, :url, :peer, :protocol, :status, :request, :response)`,
		sql.Named("capture", capture), sql.Named("position", position), sql.Named("url", e.URL), sql.Named("peer", e.Peer),
		sql.Named("protocol", e.Protocol), sql.Named("status", e.Status), sql.Named("request", list[sources.Field]{&e.Request}),
		sql.Named("response", list[sources.Field]{&e.Response}))
	return err
}

// captureRow is a capture as the history has it.
type captureRow struct {
	sources.Capture
	At        string `json:"at"`
	MementoAt string `json:"memento_at,omitempty"`
}
