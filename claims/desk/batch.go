package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"stet/claims"
	"stet/claims/quote"
	"stet/sources"
)

// The most that is recorded at a time: what a crash may cost, in attempts and
// in bytes.
const (
	batchCaptures = 64
	batchBytes    = 16 << 20
)

// batch is attempts that are recorded together.
type batch struct {
	desk    *Desk
	options CaptureOptions
	always  bool // record an attempt that ended as the last one did
	change  *claims.Change
	texts   map[sources.Digest]*sources.Text
	taken   int
	bytes   int
}

func (d *Desk) newBatch(o CaptureOptions, always bool) *batch {
	return &batch{desk: d, options: o, always: always, change: d.begin("capture"), texts: map[sources.Digest]*sources.Text{}}
}

func (b *batch) isEmpty() bool { return b.taken == 0 }

func (b *batch) wants() bool { return b.taken < batchCaptures && b.bytes < batchBytes }

// add adds one attempt, its snapshot where there is one, and what the document
// says of itself.
func (b *batch) add(ctx context.Context, e claims.Evidence, got sources.Fetched) (sources.Capture, error) {
	b.taken, b.bytes = b.taken+1, b.bytes+len(got.Bytes)
	// Fetching takes its time: somebody else may have captured it by now.
	e, err := b.desk.Ledger.Source(ctx, e.Source.ID)
	if err != nil {
		return sources.Capture{}, err
	}
	if !b.always && e.Snapshot != "" {
		return *e.Last, nil
	}
	past, err := b.desk.Ledger.Captures(ctx, e.Source.ID)
	if err != nil {
		return sources.Capture{}, err
	}
	capture, told := b.desk.newCapture(e.Source, got), e.Source
	if b.options.Outside {
		told.Within = ""
	}
	if err := b.settle(ctx, &capture, &told, got, past); err != nil {
		return capture, err
	}
	if told != e.Source {
		b.change.Sources = append(b.change.Sources, told)
	}
	if !b.always && e.Last != nil && e.Last.State == capture.State && e.Last.Reason == capture.Reason {
		return *e.Last, nil
	}
	b.change.Captures = append(b.change.Captures, capture)
	return capture, nil
}

// settle tells what only who knows the past attempts can tell of this one.
func (b *batch) settle(ctx context.Context, capture *sources.Capture, told *sources.Source, got sources.Fetched, past []sources.Capture) error {
	switch got.State {
	case sources.Captured:
		return b.take(ctx, capture, told, got, past)
	case sources.Unchanged:
		if last, ok := lastLive(past); ok {
			capture.Snapshot, capture.MediaType = last.Snapshot, last.MediaType
		}
	case sources.Missing:
		if since, ok := missingSince(past, *capture); ok {
			capture.State = sources.Gone
			capture.Reason += ", as on " + since.UTC().Format("2 January 2006")
		}
	}
	return nil
}

// take adds the bytes that an attempt got, and tells how they compare with the
// last ones got the same way.
func (b *batch) take(ctx context.Context, capture *sources.Capture, told *sources.Source, got sources.Fetched, past []sources.Capture) error {
	capture.Snapshot = sources.DigestOf(got.Bytes)
	text, note := b.desk.read(ctx, got, *told)
	if note != "" {
		capture.Reason = note
	}
	if text.MediaType != "" {
		capture.MediaType = text.MediaType
	}
	if before, ok := lastVia(past, got.Via); ok {
		if err := b.compare(ctx, capture, told.ID, before.Snapshot, text); err != nil {
			return err
		}
	}
	b.change.Snapshots = append(b.change.Snapshots, claims.Content{Bytes: got.Bytes, Snapshot: sources.Snapshot{
		Digest: capture.Snapshot, MediaType: capture.MediaType, Size: int64(len(got.Bytes)), At: capture.At,
	}})
	b.texts[capture.Snapshot] = text
	*told = b.desk.describe(*told, text)
	return nil
}

// compare tells whether the bytes are others than those got before, and whether
// words that claims rely on are lost with them.
func (b *batch) compare(ctx context.Context, capture *sources.Capture, sourceID string, before sources.Digest, now *sources.Text) error {
	capture.State = sources.Unchanged
	if before == capture.Snapshot {
		return nil
	}
	capture.State = sources.Changed
	lost, err := b.desk.lost(ctx, sourceID, before, now)
	if lost != "" {
		capture.State, capture.Reason = sources.SoftChange, lost
	}
	return err
}

// apply records the batch. The texts come after the snapshots that they were
// read from: without them they would be read again.
func (b *batch) apply(ctx context.Context) error {
	if b.change.IsEmpty() {
		return nil
	}
	if err := b.desk.Ledger.Apply(ctx, b.change); err != nil || len(b.texts) == 0 {
		return err
	}
	return b.desk.Ledger.PutTexts(ctx, b.desk.ReaderVersion, b.texts)
}

// record records one attempt by itself.
func (d *Desk) record(ctx context.Context, e claims.Evidence, got sources.Fetched) (sources.Capture, error) {
	b := d.newBatch(CaptureOptions{}, true)
	capture, err := b.add(ctx, e, got)
	if err != nil {
		return capture, err
	}
	return capture, b.apply(ctx)
}

func (d *Desk) newCapture(s sources.Source, got sources.Fetched) sources.Capture {
	return sources.Capture{
		ID: d.NewID(), Source: s.ID, At: d.Now(), State: got.State, Reason: got.Reason, Via: got.Via, MementoAt: got.MementoAt,
		FinalURL: got.FinalURL, Status: got.Status, MediaType: got.MediaType, Exchanges: got.Exchanges,
	}
}

// lastLive returns the last attempt that got bytes from the source's own
// address.
func lastLive(past []sources.Capture) (sources.Capture, bool) { return lastVia(past, sources.Live) }

func lastVia(past []sources.Capture, via sources.Via) (sources.Capture, bool) {
	for i := len(past) - 1; i >= 0; i-- {
		if past[i].Snapshot != "" && past[i].Via == via {
			return past[i], true
		}
	}
	return sources.Capture{}, false
}

// goneAfter is how long a page must not be found before it is gone: until then
// it may be being moved, or its server be in trouble.
const goneAfter = 24 * time.Hour

// missingSince returns when a page that is not found now was first not found,
// with nothing got of it since, and false where that is not long enough ago. A
// server must have said so both times by its status code.
func missingSince(past []sources.Capture, now sources.Capture) (time.Time, bool) {
	first := now.At
	for i := len(past) - 1; i >= 0 && !past[i].IsLive(); i-- {
		if past[i].Via == sources.Live && past[i].NotFound() {
			first = past[i].At
		}
	}
	return first, now.Via == sources.Live && now.NotFound() && now.At.Sub(first) >= goneAfter
}

// lost says which words that claims rely on stood in the last snapshot of a
// source and don't stand in its new text, and is "" where there are none. A
// text that nobody can read is no loss of words: it is told as unread.
func (d *Desk) lost(ctx context.Context, sourceID string, before sources.Digest, now *sources.Text) (string, error) {
	cited, err := d.Ledger.CitationsOf(ctx, sourceID)
	if err != nil || now.IsUnread() {
		return "", err
	}
	cited = slices.DeleteFunc(cited, func(c claims.CitedBy) bool { return c.Citation.Quote == "" })
	if len(cited) == 0 {
		return "", nil
	}
	was, err := d.Text(ctx, before)
	if err != nil {
		return "", err
	}
	old, fresh := quote.Fold(was.Body), quote.Fold(now.Body)
	for _, c := range cited {
		if stands(old, c.Citation.Quote) && !stands(fresh, c.Citation.Quote) {
			return fmt.Sprintf("%s relies on words that no longer stand there: %q", c.Ref, c.Citation.Quote), nil
		}
	}
	return "", nil
}

func stands(t *quote.Folded, words string) bool {
	m := t.Locate(quote.Query{Quote: words, Near: -1})
	return m.Class != claims.Absent && m.Class != claims.Altered
}
