package storetest

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// columns are those that the generator fills in, by table.
var columns = map[string]string{
	"history":        "seq, change_id, at, by, what, article, tbl, key, row",
	"snapshot":       "digest, media_type, size, at",
	"snapshot_bytes": "digest, bytes, sum",
	"source":         "id, number, alias, address, held, kind, kind_set, title, publisher, author, date, note, within",
	"capture":        "id, source, at, state, reason, final_url, status, media_type, snapshot",
	"exchange":       "capture, position, url, peer, protocol, status, request, response",
	"reading":        "digest, reader, size, body, rest_size, rest, sum",
	"article":        "id, slug, title, author, draft",
	"draft":          "article, digest, file, media_type, at, unit, segments, remarks, text",
	"claim": "id, article, number, text, folded, spans, prefix, suffix, place, label, label_by, priority, reasons, cut, speaker, " +
		"attributions, remarks, made_by, anonymous",
	"part":         "claim, number, whole, whole_number, bond, draft, at",
	"citation":     "id, claim, source, stance, grade, quote, page, page_end, paragraph, time, note, origin, made_by",
	"signoff":      "id, claim, verdict, proposed, note, signed_by, at, words, folded, proposed_folded",
	"pin":          "signoff, position, citation, source, stance, quote, page, page_end, paragraph, time, snapshot, passage, folded",
	"verification": "article, basis",
	"checked":      "claim, basis, start",
	"match": "citation, snapshot, class, span_start, span_end, page, wrong_page, difference, exact, prefix, suffix, characters, " +
		"folded",
	"finding": "article, position, claim, citation, check_id, severity, outcome, message, fingerprint, spans, snapshot, evidence",
}

// loader inserts rows into an empty ledger as fast as SQLite takes them: no
// log, no waiting for the disk, and indexes made at the end. A ledger that it
// did not finish is worth nothing.
type loader struct {
	conn       *sqlite3.SQLiteConn
	statements map[string]driver.Stmt
	indexes    []string
	seq        int64
}

// load fills the ledger at path with the rows that feed gives it.
func load(ctx context.Context, path string, feed func(insert func([]row) error) error) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	name := url.URL{Scheme: "file", Path: filepath.ToSlash(abs), RawQuery: "mode=rw&_journal_mode=OFF&_synchronous=OFF&_locking_mode=EXCLUSIVE&_cache_size=-400000"}
	db, err := sql.Open("sqlite3", name.String())
	if err != nil {
		return err
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(c any) error {
		l := &loader{conn: c.(*sqlite3.SQLiteConn), statements: map[string]driver.Stmt{}}
		return errors.Join(l.begin(), feed(l.insert), l.end())
	})
}

// begin takes off the indexes, which are slow to keep in order.
func (l *loader) begin() error {
	rows, err := l.conn.Query(`select name, sql from sqlite_schema where type = 'index' and sql is not null`, nil)
	if err != nil {
		return err
	}
	var drop []string
	to := make([]driver.Value, 2)
	for rows.Next(to) == nil {
		drop = append(drop, fmt.Sprintf(`drop index "%s"`, to[0]))
		l.indexes = append(l.indexes, fmt.Sprint(to[1]))
	}
	return errors.Join(rows.Close(), l.run(append(drop, `begin`)...))
}

// end puts the indexes on again, and the settings that stay in the file as the
// store has them.
func (l *loader) end() error {
	for _, s := range l.statements {
		s.Close()
	}
	return errors.Join(l.run(l.indexes...), l.run(`commit`, `pragma journal_mode = wal`, `pragma locking_mode = normal`, `select 1 from source`))
}

func (l *loader) run(statements ...string) error {
	for _, s := range statements {
		if _, err := l.conn.Exec(s, nil); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

func (l *loader) insert(rows []row) error {
	for _, r := range rows {
		if r.table == "history" {
			l.seq++
			r.values[0] = l.seq
		}
		s, err := l.statement(r.table)
		if err != nil {
			return err
		}
		//lint:ignore SA1019 what took its place wants each value in a struct, which is half of what a row costs here
		if _, err := s.Exec(r.values); err != nil {
			return fmt.Errorf("table %s: %w", r.table, err)
		}
	}
	return nil
}

func (l *loader) statement(table string) (driver.Stmt, error) {
	if s, ok := l.statements[table]; ok {
		return s, nil
	}
	n := 1 + strings.Count(columns[table], ",")
	s, err := l.conn.Prepare(`insert into ` + table + ` (` + columns[table] + `) values (?` + strings.Repeat(`, ?`, n-1) + `)`)
	l.statements[table] = s
	return s, err
}
