package desk

import (
	"context"
	"errors"
	"fmt"
	"io"

	"stet/claims"
	"stet/claims/sheet"
)

// SheetImport is a table of claims as it was handed in.
type SheetImport struct {
	Rows *sheet.Reader
	// SkipBad imports the good rows where there are bad ones. Otherwise nothing
	// is imported then.
	SkipBad bool
	// Outside lets the sheet name files outside the ledger's folder.
	Outside bool
	// Refused is told of each bad row, with the row as it stands in the sheet.
	Refused func(bad *sheet.RowError, row []byte) error
	// Read is called once all rows were read, before anything counts as
	// imported: where it fails nothing is. It may be nil.
	Read func() error
}

// SheetImported says what an import of a sheet did.
type SheetImported struct {
	Rows      int `json:"rows"`     // read, the header apart
	Articles  int `json:"articles"` // new ones, and so on
	Claims    int `json:"claims"`
	Sources   int `json:"sources"`
	Citations int `json:"citations"`
	SignOffs  int `json:"sign_offs"`
	// Completed counts claims and citations of which the sheet says what nobody
	// had: a label, a stance, a speaker.
	Completed int `json:"completed"`
	// LeftOut counts the claims that were imported without their sign-offs,
	// because the ledger has a history of its own, and Partial those whose rows
	// were not all good.
	LeftOut int `json:"sign_offs_left_out"`
	Partial int `json:"sign_offs_partial"`
	// QueriesLeftOut and RepliesLeftOut count the claims of which the sheet gives
	// queries, or replies, that are not the ledger's: a cell has them too briefly
	// to be taken.
	QueriesLeftOut int `json:"queries_left_out"`
	RepliesLeftOut int `json:"replies_left_out"`
	// Known are the rows that say what the ledger had already.
	Known   Ranges `json:"known"`
	Refused int    `json:"refused"` // bad rows
}

// sheetBatch is how many rows are put into the ledger at a time.
const sheetBatch = 1000

// ImportSheet takes the claims of a table into the ledger, with what they cite
// and, where the ledger is empty, who signed them off: all rows or, unless
// SkipBad, none. A claim is known by its article and number, or where the sheet
// gives no number by its words; a row that says what the ledger has already
// changes nothing, and one that says otherwise is bad.
func (d *Desk) ImportSheet(ctx context.Context, s SheetImport) (SheetImported, error) {
	var done SheetImported
	err := d.Ledger.ApplyBulk(ctx, d.begin("import"), func(bulk claims.Bulk) error {
		in, err := d.newIntake(ctx, s, bulk)
		if err != nil {
			return err
		}
		err = in.all()
		done = in.done
		return err
	})
	return done, err
}

// intake is the import of one sheet under way.
type intake struct {
	SheetImport
	ctx      context.Context
	desk     *Desk
	bulk     claims.Bulk
	change   *claims.Change // the rows that are not put yet
	articles map[string]*sheetArticle
	sources  *sourceBook
	open     *gathering // the claim that is being read
	doubts   doubts
	stray    bool // a row was refused since that may be of the next claim
	done     SheetImported
}

func (d *Desk) newIntake(ctx context.Context, s SheetImport, bulk claims.Bulk) (*intake, error) {
	known, err := bulk.Sources()
	if err != nil {
		return nil, err
	}
	return &intake{
		SheetImport: s, ctx: ctx, desk: d, bulk: bulk, change: &claims.Change{}, articles: map[string]*sheetArticle{},
		sources: newSourceBook(known, d.NewID, s.Outside), doubts: doubts{}, done: SheetImported{Known: Ranges{}},
	}, nil
}

// all takes every row.
func (in *intake) all() error {
	rows := readAhead(in.ctx, in.Rows)
	defer rows.stop()
	for {
		next, err := rows.next()
		if errors.Is(err, io.EOF) {
			return in.end()
		}
		if err != nil {
			return err
		}
		if err := in.one(next); err != nil {
			return err
		}
	}
}

func (in *intake) one(next readRow) error {
	bad := next.bad
	if in.done.Rows++; in.done.Rows%sheetBatch == 0 {
		if err := in.put(); err != nil {
			return err
		}
		in.desk.progress(fmt.Sprintf("importing: %d rows", in.done.Rows))
	}
	if bad == nil {
		problems, err := in.take(next.row)
		if err != nil || len(problems) == 0 {
			return err
		}
		bad = &sheet.RowError{Place: next.row.Place, Problems: problems, Article: next.row.Article, Claim: next.row.Claim.Number}
	}
	in.done.Refused++
	in.doubt(bad)
	return in.SheetImport.Refused(bad, next.raw)
}

// end puts what is left, and decides.
func (in *intake) end() error {
	if err := in.close(); err != nil {
		return err
	}
	if err := in.put(); err != nil {
		return err
	}
	if in.done.Refused > 0 && !in.SkipBad {
		return &claims.InputError{
			Err:  fmt.Errorf("%d of %d rows are bad: nothing was imported", in.done.Refused, in.done.Rows),
			Hint: "mend them, or import the others with --skip-bad FILE; what the ledger has is changed by stet claim and stet cite",
		}
	}
	if in.Read != nil {
		return in.Read()
	}
	return nil
}

// put hands the rows that were made so far to the ledger.
func (in *intake) put() error {
	in.change.Sources = in.sources.settled()
	in.done.Sources = in.sources.made
	if !in.change.IsEmpty() {
		if err := in.bulk.Put(in.change); err != nil {
			return err
		}
	}
	c := in.change
	clear(c.Claims) // so that no text outlives its turn
	*c = claims.Change{Articles: c.Articles[:0], Claims: c.Claims[:0], Citations: c.Citations[:0], SignOffs: c.SignOffs[:0]}
	return in.ctx.Err()
}

// doubts are the claims of which a row was refused, so that what was imported
// is not all that their sign-off rests on.
type doubts map[claims.Ref]bool

// doubt notes that a row was refused: its claim is doubtful, and where that
// can't be told the claims before and after it.
func (in *intake) doubt(bad *sheet.RowError) {
	if bad.Article != "" && bad.Claim != 0 {
		in.doubts[claims.Ref{Slug: bad.Article, Number: bad.Claim}] = true
		return
	}
	in.stray = true
	if in.open != nil {
		in.open.doubtful = true
	}
}
