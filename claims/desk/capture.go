package desk

import (
	"context"
	"fmt"
	"slices"

	"stet/claims"
	"stet/sources"
)

// fetching bounds how many sources are fetched at a time. Most wait on a
// server, so that more than the processors are worth having.
const fetching = 8

// CaptureMissing captures every source that the article cites and that has no
// snapshot yet. An attempt is recorded only where it ended otherwise than the
// last one, so that a second call with nothing changed writes nothing.
func (d *Desk) CaptureMissing(ctx context.Context, slug string) error {
	dossier, err := d.Ledger.Dossier(ctx, slug)
	if err != nil {
		return err
	}
	var want []claims.Evidence
	for _, e := range dossier.Sources {
		if !e.Source.IsHeld() && e.Snapshot == "" {
			want = append(want, e)
		}
	}
	slices.SortFunc(want, func(a, b claims.Evidence) int { return a.Source.Number - b.Source.Number })
	_, err = d.captureAll(ctx, want, false)
	return err
}

// Capture captures the sources again, whether or not they have a snapshot, and
// records every attempt. It returns the attempts in the order of the sources.
func (d *Desk) Capture(ctx context.Context, evidence []claims.Evidence) ([]sources.Capture, error) {
	return d.captureAll(ctx, evidence, true)
}

func (d *Desk) captureAll(ctx context.Context, evidence []claims.Evidence, always bool) ([]sources.Capture, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	fetched, recorded := d.fetchAhead(ctx, evidence)
	captures := make([]sources.Capture, len(evidence))
	// Recorded one by one and in order, so that numbers and history don't
	// depend on which server was quickest.
	for i, e := range evidence {
		d.progress("capturing " + e.Source.Name())
		var got sources.Fetched
		select {
		case got = <-fetched[i]:
		case <-ctx.Done():
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var err error
		if captures[i], err = d.record(ctx, e, got, always); err != nil {
			return nil, fmt.Errorf("capture %s: %w", e.Source.Name(), err)
		}
		recorded()
	}
	return captures, nil
}

// fetchAhead fetches the sources in the background, a few ahead of the caller,
// who says by calling recorded that one fetched document is done with: so many
// documents at most are in memory.
func (d *Desk) fetchAhead(ctx context.Context, evidence []claims.Evidence) (fetched []chan sources.Fetched, recorded func()) {
	fetched = make([]chan sources.Fetched, len(evidence))
	for i := range fetched {
		fetched[i] = make(chan sources.Fetched, 1)
	}
	slots := make(chan struct{}, fetching)
	go func() {
		for i, e := range evidence {
			select {
			case slots <- struct{}{}:
				go func() { fetched[i] <- d.Fetcher.Fetch(ctx, e.Source.Address) }()
			case <-ctx.Done():
				return
			}
		}
	}()
	return fetched, func() { <-slots }
}

// record writes one attempt, its snapshot where there is one, and what the
// document says of itself.
func (d *Desk) record(ctx context.Context, e claims.Evidence, got sources.Fetched, always bool) (sources.Capture, error) {
	// Fetching takes its time: somebody else may have captured it by now.
	e, err := d.Ledger.Source(ctx, e.Source.ID)
	if err != nil {
		return sources.Capture{}, err
	}
	if !always && e.Snapshot != "" {
		return *e.Last, nil
	}
	capture := sources.Capture{
		ID: d.NewID(), Source: e.Source.ID, At: d.Now(), State: got.State, Reason: got.Reason,
		FinalURL: got.FinalURL, Status: got.Status, MediaType: got.MediaType,
	}
	c := d.begin("capture")
	var text *sources.Text
	if got.State == sources.Captured {
		capture.Snapshot = sources.DigestOf(got.Bytes)
		capture.State = stateSince(e.Snapshot, capture.Snapshot)
		var note string
		if text, note = d.read(ctx, got, e.Source); note != "" {
			capture.Reason = note
		}
		if text.MediaType != "" {
			capture.MediaType = text.MediaType
		}
		c.Snapshots = append(c.Snapshots, claims.Content{Bytes: got.Bytes, Snapshot: sources.Snapshot{
			Digest: capture.Snapshot, MediaType: capture.MediaType, Size: int64(len(got.Bytes)), At: capture.At,
		}})
		if told := d.describe(e.Source, text); told != e.Source {
			c.Sources = append(c.Sources, told)
		}
	}
	if !always && e.Last != nil && e.Last.State == capture.State && e.Last.Reason == capture.Reason {
		return *e.Last, nil
	}
	c.Captures = append(c.Captures, capture)
	if err := d.Ledger.Apply(ctx, c); err != nil {
		return capture, err
	}
	if text == nil {
		return capture, nil
	}
	return capture, d.Ledger.PutText(ctx, capture.Snapshot, d.ReaderVersion, text)
}

func stateSince(before, now sources.Digest) sources.State {
	switch before {
	case "":
		return sources.Captured
	case now:
		return sources.Unchanged
	}
	return sources.Changed
}

// read returns the text of fetched bytes, and why it is unread where it is: bytes that no reader understands are evidence all the
// same, so the snapshot is kept with an unread text.
func (d *Desk) read(ctx context.Context, got sources.Fetched, s sources.Source) (*sources.Text, string) {
	name := s.Address
	if got.FinalURL != "" {
		name = got.FinalURL
	}
	text, err := d.Reader.Read(ctx, got.Bytes, sources.ReadOptions{MediaType: got.MediaType, Name: name})
	if err != nil {
		return &sources.Text{MediaType: got.MediaType}, err.Error()
	}
	return text, text.WhyUnread()
}

// describe fills in what is not yet known of a source from its document. What
// a person or the draft said of it stands.
func (d *Desk) describe(s sources.Source, t *sources.Text) sources.Source {
	fill := func(field *string, value string) {
		if *field == "" {
			*field = value
		}
	}
	fill(&s.Title, t.Title)
	fill(&s.Publisher, t.Publisher)
	fill(&s.Author, t.Byline)
	fill(&s.Date, t.Published)
	if !s.KindSet {
		if guess := d.GuessKind(t, s.Address); guess != "" {
			s.Kind = guess
		}
	}
	return s
}

// Text returns the text of a snapshot, reading the bytes where these readers
// haven't done that yet.
func (d *Desk) Text(ctx context.Context, digest sources.Digest) (*sources.Text, error) {
	text, err := d.Ledger.Text(ctx, digest, d.ReaderVersion)
	if err == nil || !isNotFound(err) {
		return text, err
	}
	b, snapshot, err := d.Ledger.Bytes(ctx, digest)
	if err != nil {
		return nil, err
	}
	text, _ = d.read(ctx, sources.Fetched{Bytes: b, MediaType: snapshot.MediaType}, sources.Source{})
	return text, d.Ledger.PutText(ctx, digest, d.ReaderVersion, text)
}
