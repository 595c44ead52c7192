package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"stet/sources"
)

// Text returns what a reader of that version made of captured bytes, or
// ErrNotFound where none has read them yet: what another version made of them
// may be otherwise.
func (l *Ledger) Text(ctx context.Context, d sources.Digest, reader string) (*sources.Text, error) {
	r, ok, err := one(ctx, l.reader, scanReading,
		`select size, body, rest_size, rest from reading where digest = :digest and reader = :reader`,
		sql.Named("digest", d), sql.Named("reader", reader))
	if err == nil && !ok {
		err = notFound("text of snapshot", string(d))
	}
	if err != nil {
		return nil, err
	}
	t, err := r.unpack()
	if err != nil {
		return nil, fmt.Errorf("text of snapshot %s is damaged in the ledger: %w", d.Short(), err)
	}
	return t, nil
}

// PutTexts keeps what a reader of that version made of captured bytes, by
// their digests, in place of what another made of them: all or none. They are
// not part of the history. The error is ErrNotFound where the ledger has no
// such bytes.
func (l *Ledger) PutTexts(ctx context.Context, reader string, texts map[sources.Digest]*sources.Text) error {
	packed := make(map[sources.Digest]packedText, len(texts))
	for d, t := range texts {
		var err error
		if packed[d], err = packText(t); err != nil {
			return fmt.Errorf("text of snapshot %s: %w", d.Short(), err)
		}
	}
	return l.update(ctx, func(tx *sql.Tx) error {
		w := newUnlogged(ctx, tx)
		for d, r := range packed {
			if err := w.putReading(d, reader, r); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *writer) putReading(d sources.Digest, reader string, r packedText) error {
	_, err := w.exec(`
		insert or replace into reading (digest, reader, size, body, rest_size, rest, sum, case_number, document)
		values (:digest, :reader, :size, :body, :rest_size, :rest, :sum, :case, :document)`,
		sql.Named("digest", d), sql.Named("reader", reader), sql.Named("size", r.size), sql.Named("body", r.body),
		sql.Named("rest_size", r.restSize), sql.Named("rest", r.rest), sql.Named("sum", r.sum),
		sql.Named("case", r.stamp.Case), sql.Named("document", r.stamp.Document))
	if isExtended(err, sqlite3.ErrConstraintForeignKey) {
		err = notFound("snapshot", string(d))
	}
	return err
}

// packedText is a text as the ledger keeps it: its body, and everything else
// as JSON, both compressed; sizes are those before.
type packedText struct {
	size, restSize int64
	body, rest     []byte
	sum            sources.Digest // of the body, uncompressed; only when it is written
	stamp          sources.Stamp  // the first that names its case; likewise
}

func scanReading(row scanner) (r packedText, err error) {
	err = row.Scan(&r.size, &r.body, &r.restSize, &r.rest)
	return r, err
}

func packText(t *sources.Text) (packedText, error) {
	bare := *t
	bare.Body = ""
	rest, err := json.Marshal(bare)
	if err != nil {
		return packedText{}, err
	}
	r := packedText{size: int64(len(t.Body)), restSize: int64(len(rest)), sum: sources.DigestOf([]byte(t.Body)), stamp: t.Stamp()}
	if r.body, err = compress([]byte(t.Body)); err != nil {
		return packedText{}, err
	}
	r.rest, err = compress(rest)
	return r, err
}

func (r packedText) unpack() (*sources.Text, error) {
	rest, err := decompress(r.rest, r.restSize)
	if err != nil {
		return nil, err
	}
	var t sources.Text
	if err := json.Unmarshal(rest, &t); err != nil {
		return nil, err
	}
	body, err := decompress(r.body, r.size)
	t.Body = string(body)
	return &t, err
}
