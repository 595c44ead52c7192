package desk

import (
	"context"
	"errors"

	"stet/claims/sheet"
)

// readRow is one row that was read, or that is bad.
type readRow struct {
	row *sheet.Row
	bad *sheet.RowError
	raw []byte // as it stands in the sheet
}

// batchAhead is what was read at a time, with the error that ended it.
type batchAhead struct {
	rows []readRow
	err  error
}

// readingAhead reads a sheet while the rows before are written.
type readingAhead struct {
	batches chan batchAhead
	now     batchAhead
	ctx     context.Context
	cancel  context.CancelFunc
}

func readAhead(ctx context.Context, rows *sheet.Reader) *readingAhead {
	r := &readingAhead{batches: make(chan batchAhead, 4)}
	r.ctx, r.cancel = context.WithCancel(ctx)
	go r.run(rows)
	return r
}

func (r *readingAhead) run(rows *sheet.Reader) {
	for {
		b := readBatch(rows)
		select {
		case r.batches <- b:
		case <-r.ctx.Done():
			return
		}
		if b.err != nil {
			return
		}
	}
}

func readBatch(rows *sheet.Reader) batchAhead {
	b := batchAhead{rows: make([]readRow, 0, sheetBatch/4)}
	var text []byte // of all rows, in one piece
	for len(b.rows) < cap(b.rows) {
		row, err := rows.Read()
		next := readRow{row: row}
		if err != nil && !errors.As(err, &next.bad) {
			b.err = err
			return b
		}
		start := len(text)
		text = append(text, rows.Bytes()...)
		next.raw = text[start:len(text):len(text)]
		b.rows = append(b.rows, next)
	}
	return b
}

// next returns the next row; its error is io.EOF at the end.
func (r *readingAhead) next() (readRow, error) {
	for len(r.now.rows) == 0 {
		if r.now.err != nil {
			return readRow{}, r.now.err
		}
		select {
		case r.now = <-r.batches:
		case <-r.ctx.Done():
			return readRow{}, r.ctx.Err()
		}
	}
	next := r.now.rows[0]
	r.now.rows = r.now.rows[1:]
	return next, nil
}

// stop ends the reading where it stands.
func (r *readingAhead) stop() { r.cancel() }
