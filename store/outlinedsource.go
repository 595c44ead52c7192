package store

import (
	"context"

	"stet/claims"
	"stet/sources"
)

// outlinedSources is where the outlines of sources are found: a table, and the
// expression that packs what fields an outline has.
type outlinedSources struct{ table, outline string }

// viewedSources works an outline out whenever a citation asks for it.
var viewedSources = outlinedSources{"source_view", packed(`v.source_id`, `v.number`, `v.alias`, `v.address`, `v.held`, `v.kind`, `v.title`,
	`v.publisher`, `v.snapshot`, `v.capture_id`, `v.state`, `v.attempted_at`)}

// madeSources has every outline worked out, by makeOutlinedSources: where all
// citations are read, each source is cited again and again.
var madeSources = outlinedSources{"outlined_source", `v.outline`}

// makeOutlinedSources makes the table, which is the connection's own and is gone
// when its transaction ends. SQLite puts it into a file of its own where it is
// large. Both caches, in KiB, are smaller than SQLite's 2000: there are two
// connections that have them, and the system has what is not in them.
func makeOutlinedSources(ctx context.Context, q querier) error {
	for _, statement := range []string{
		`pragma query_only = 0`,
		`pragma main.cache_size = -1000`,
		`pragma temp.cache_size = -500`,
		`create temp table outlined_source (source_id text not null primary key, outline text not null) without rowid`,
		`insert into outlined_source select v.source_id, ` + viewedSources.outline + ` from source_view v`,
		`pragma query_only = 1`,
	} {
		if err := each(ctx, q, func(scanner) error { return nil }, statement); err != nil {
			return err
		}
	}
	return nil
}

func outlinedEvidence(f *fields) claims.Evidence {
	e := claims.Evidence{Source: sources.Source{
		ID: f.text(), Number: f.number(), Alias: f.text(), Address: f.text(), Held: f.text(), Kind: sources.Kind(f.text()),
		Title: f.text(), Publisher: f.text(),
	}, Snapshot: sources.Digest(f.text())}
	last := sources.Capture{ID: f.text(), Source: e.Source.ID, State: sources.State(f.text())}
	f.time(maybeStamp{&last.At})
	if last.ID != "" {
		e.Last = &last
	}
	return e
}
