package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"stet/claims"
)

// Copy copies the ledger at path, as it stands at one moment, to a file that must
// not exist. It opens it only for reading and leaves nothing beside it.
func Copy(ctx context.Context, path, to string) error {
	a := immutable
	if hasLog(path) {
		a = readingLog
	}
	if found, err := os.Stat(path); err != nil || found.IsDir() {
		return claims.Invalidf("there is no ledger %s to copy", path)
	}
	db, err := openPool(path, a)
	if err != nil {
		return err
	}
	defer db.Close()
	made, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := made.Close(); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	if _, err := db.ExecContext(ctx, `vacuum into :copy`, sql.Named("copy", to)); err != nil {
		return errors.Join(fmt.Errorf("copy: %w", refusal(path, err)), os.Remove(to))
	}
	return nil
}
