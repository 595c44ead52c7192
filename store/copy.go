package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"stet/claims"
)

// copyAttempts bounds how often the files of a ledger are copied again because
// another program wrote to them meanwhile.
const copyAttempts = 3

// Copy copies the ledger at path, as it stands at one moment, to a file that must
// not exist. It only reads, and leaves nothing beside either: not even what
// SQLite would, were it to open a ledger whose last program crashed.
func Copy(ctx context.Context, path, to string) error {
	if found, err := os.Stat(path); err != nil || found.IsDir() {
		return claims.Invalidf("there is no ledger %s to copy", path)
	}
	made, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := made.Close(); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	if err := copyTo(ctx, path, to); err != nil {
		return errors.Join(fmt.Errorf("copy: %w", refusal(path, err)), os.Remove(to), removeIfThere(to+"-wal"))
	}
	return nil
}

// copyTo copies the ledger's files, and where others write to them all the time
// has SQLite copy it: then its files beside the ledger are theirs.
func copyTo(ctx context.Context, path, to string) error {
	for range copyAttempts {
		whole, err := copyFiles(ctx, path, to)
		if err != nil {
			return err
		}
		if whole {
			return foldLog(ctx, to)
		}
	}
	if err := os.Truncate(to, 0); err != nil {
		return err
	}
	return execOnce(ctx, path, readingLog, `vacuum into :copy`, sql.Named("copy", to))
}

// copyFiles copies the file and then the log beside it, and reports whether both
// are of one moment. They are where the log was not begun anew meanwhile: what
// was moved from it into the file stands in the log's copy too, and of a change
// that is not whole there SQLite reads nothing (https://sqlite.org/walformat.html).
func copyFiles(ctx context.Context, path, to string) (whole bool, err error) {
	if err := errors.Join(ctx.Err(), removeIfThere(to+"-wal")); err != nil {
		return false, err
	}
	before, err := stateOf(path)
	if err != nil {
		return false, err
	}
	if err := copyFile(path, to); err != nil {
		return false, err
	}
	if before.hasLog() {
		if err := copyFile(path+"-wal", to+"-wal"); errors.Is(err, fs.ErrNotExist) {
			return false, nil
		} else if err != nil {
			return false, err
		}
	}
	after, err := stateOf(path)
	return err == nil && before.isStill(after), err
}

// ledgerState tells whether a ledger's files were written to: by the head of
// the log, which is another each time the log is begun anew, and without a log
// by the file's size and time.
type ledgerState struct {
	log  []byte
	file fs.FileInfo
}

func (s ledgerState) hasLog() bool { return len(s.log) > 0 }

func (s ledgerState) isStill(now ledgerState) bool {
	if s.hasLog() || now.hasLog() {
		return bytes.Equal(s.log, now.log)
	}
	return s.file.Size() == now.file.Size() && s.file.ModTime().Equal(now.file.ModTime())
}

// logHeader is the size of the log's head in bytes.
const logHeader = 32

func stateOf(path string) (s ledgerState, err error) {
	if s.file, err = os.Stat(path); err != nil {
		return s, err
	}
	log, err := os.Open(path + "-wal")
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, err
	}
	defer log.Close()
	s.log, err = io.ReadAll(io.LimitReader(log, logHeader))
	return s, err
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// foldLog moves what stands in the log of a copy into its file, so that it is
// one, and refuses what is no SQLite file.
func foldLog(ctx context.Context, copied string) error {
	err := execOnce(ctx, copied, writing, `pragma wal_checkpoint(truncate)`)
	return errors.Join(err, removeIfThere(copied+"-wal"))
}

// execOnce runs one statement on a connection of its own.
func execOnce(ctx context.Context, path string, a access, statement string, args ...any) error {
	db, err := openPool(path, a)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, statement, args...)
	return errors.Join(err, db.Close())
}

func removeIfThere(file string) error {
	if err := os.Remove(file); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
