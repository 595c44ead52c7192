package store

import (
	"context"
	"database/sql"

	"stet/claims"
)

// refold folds the words of claims and sign-offs again, because an older
// program may have folded them otherwise: two words that differ by nothing but
// the program would void a sign-off.
func refold(ctx context.Context, tx *sql.Tx) error {
	for _, column := range []struct{ read, write string }{
		{`select id, text from claim`, `update claim set folded = :folded where id = :id and folded <> :folded`},
		{`select id, words from signoff`, `update signoff set folded = :folded where id = :id and folded <> :folded`},
		{`select rowid, passage from pin`, `update pin set folded = :folded where rowid = :id and folded <> :folded`},
		{`select rowid, exact from match`, `update match set folded = :folded where rowid = :id and folded <> :folded`},
		{`select id, words from reply`, `update reply set folded = :folded where id = :id and folded <> :folded`},
		{`select id, proposed from signoff`, `update signoff set proposed_folded = :folded where id = :id and proposed_folded <> :folded`},
	} {
		words := map[string]string{} // read to the end before any is written: a transaction has one connection
		err := each(ctx, tx, func(row scanner) error {
			var id, text string
			err := row.Scan(&id, &text)
			words[id] = text
			return err
		}, column.read)
		if err != nil {
			return err
		}
		for id, text := range words {
			if _, err := tx.ExecContext(ctx, column.write, sql.Named("id", id), sql.Named("folded", claims.FoldWords(text))); err != nil {
				return err
			}
		}
	}
	return nil
}
