package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"stet/claims"
	"stet/sources"
)

// CaptureOptions says how sources are captured.
type CaptureOptions struct {
	// Outside captures files that a draft names outside its folder, and
	// remembers that a person allowed it.
	Outside bool
	// Robots asks robots.txt first, because no person names each page.
	Robots bool
	// Archived looks the pages up in a web archive, near to NearTo.
	Archived bool
	// NearTo is when the archived copy should be of; zero is when the page was
	// last captured, or now.
	NearTo time.Time
}

// CaptureMissing captures every source that the article cites and that has no
// snapshot yet. An attempt is recorded only where it ended otherwise than the
// last one, so that a second call with nothing changed writes nothing.
func (d *Desk) CaptureMissing(ctx context.Context, slug string, o CaptureOptions) error {
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
	_, err = d.captureAll(ctx, want, o, false)
	return err
}

// Capture captures the sources again, whether or not they have a snapshot, and
// records every attempt. It returns the attempts in the order of the sources.
func (d *Desk) Capture(ctx context.Context, evidence []claims.Evidence, o CaptureOptions) ([]sources.Capture, error) {
	return d.captureAll(ctx, evidence, o, true)
}

// captureAll records the attempts in the order of the sources, so that the
// history doesn't depend on which server was quickest, as many at a time as
// have come in by then.
func (d *Desk) captureAll(ctx context.Context, evidence []claims.Evidence, o CaptureOptions, always bool) ([]sources.Capture, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ahead := d.fetchAhead(ctx, evidence, o)
	captures := make([]sources.Capture, 0, len(evidence))
	for len(captures) < len(evidence) {
		d.progress("capturing " + evidence[len(captures)].Source.Name())
		batch := d.newBatch(o, always)
		for batch.wants() && len(captures) < len(evidence) {
			got, ok := ahead.next(ctx, batch.isEmpty())
			if !ok {
				break
			}
			capture, err := batch.add(ctx, evidence[len(captures)], got)
			if err != nil {
				return nil, fmt.Errorf("capture %s: %w", evidence[len(captures)].Source.Name(), err)
			}
			captures = append(captures, capture)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := batch.apply(ctx); err != nil {
			return nil, err
		}
	}
	return captures, nil
}

// read returns the text of fetched bytes, and why it is unread where it is: bytes that no reader understands are evidence all the
// same, so the snapshot is kept with an unread text.
func (d *Desk) read(ctx context.Context, got sources.Fetched, s sources.Source) (*sources.Text, string) {
	name := s.Address
	switch {
	case got.Name != "":
		name = got.Name
	case got.FinalURL != "":
		name = got.FinalURL
	}
	text, err := d.Reader.Read(ctx, got.Bytes, sources.ReadOptions{MediaType: got.MediaType, Name: name, OCR: d.OCR})
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
// haven't done that yet, or pages that are pictures are now to be recognised.
func (d *Desk) Text(ctx context.Context, digest sources.Digest) (*sources.Text, error) {
	text, err := d.Ledger.Text(ctx, digest, d.ReaderVersion)
	if err == nil && !(d.OCR && needsOCR(text)) || err != nil && !isNotFound(err) {
		return text, err
	}
	b, snapshot, err := d.Ledger.Bytes(ctx, digest)
	if err != nil {
		return nil, err
	}
	text, _ = d.read(ctx, sources.Fetched{Bytes: b, MediaType: snapshot.MediaType}, sources.Source{})
	return text, d.Ledger.PutTexts(ctx, d.ReaderVersion, map[sources.Digest]*sources.Text{digest: text})
}

func needsOCR(t *sources.Text) bool {
	return slices.ContainsFunc(t.Pages, func(p sources.Page) bool { return p.NeedsOCR })
}
