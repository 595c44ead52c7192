package search

import (
	"context"
	"errors"

	"stet/claims"
)

// fullSegment is how many documents a segment has at most, but for those that
// one event brings. It bounds what an update takes in memory, and how long it
// keeps others from writing. It is a variable for tests.
var fullSegment = 1 << 17

// farBehind is how many events without anything to index are looked at again the
// next time, rather than writing down that they were.
const farBehind = 10_000

// write adds one segment of what is new. It reports whether there was anything.
func (x *Index) write(ctx context.Context, of claims.Indexed) (wrote bool, err error) {
	p, from, err := x.begin(ctx, of)
	if err != nil {
		return false, err
	}
	b := newBuilder(x.stems)
	_, p.After.Through, err = x.fill(ctx, of, b, from)
	if err != nil {
		return false, err
	}
	n := len(b.numbers)
	if n == 0 && p.After.Version == p.Before.Version && p.After.Through-from < farBehind {
		return false, nil
	}
	if b, err = x.merged(ctx, of, b, &p); err != nil {
		return false, err
	}
	p.Segment, p.Postings = b.segment()
	p.Numbers = codeNumbers(b.numbers)
	x.written += n
	return true, x.tables.Put(ctx, p)
}

// begin returns what is to be put of a kind, and from where on: an index of
// another version is made anew.
func (x *Index) begin(ctx context.Context, of claims.Indexed) (p Put, from int64, err error) {
	mark, err := x.tables.Mark(ctx, of)
	p = Put{Of: of, Before: mark, After: claims.IndexMark{Version: Version}}
	if mark.Version != Version {
		p.Reset = true
		return p, 0, err
	}
	return p, mark.Through, err
}

// errFull ends a segment.
var errFull = errors.New("the segment is full")

// fill adds what is new to a builder, until that is full or all is added, and
// returns the last event, or text read, that was looked at.
func (x *Index) fill(ctx context.Context, of claims.Indexed, b *builder, after int64) (all bool, through int64, err error) {
	last := after
	through, err = x.tables.Unindexed(ctx, of, after, func(d claims.IndexedText) error {
		if len(b.numbers) >= fullSegment && d.At != last {
			return errFull
		}
		last = d.At
		b.add(d)
		if len(b.numbers)%1000 == 0 {
			x.progress(of, len(b.numbers))
		}
		return ctx.Err()
	})
	if errors.Is(err, errFull) {
		return false, last, nil
	}
	return true, through, err
}

// merged returns what was built together with the last segments of the tables
// that are not much larger, so that there are never many: each document is
// written again as often as its segment doubles. A full segment is let be.
func (x *Index) merged(ctx context.Context, of claims.Indexed, b *builder, p *Put) (*builder, error) {
	if p.Reset {
		return b, nil
	}
	segments, err := x.tables.Segments(ctx, of)
	if err != nil {
		return nil, err
	}
	n, from := len(b.numbers), len(segments)
	for from > 0 && segments[from-1].Documents <= 2*n && segments[from-1].Documents+n <= fullSegment {
		from--
		n += segments[from].Documents
	}
	if from == len(segments) {
		return b, nil
	}
	whole := newBuilder(x.stems)
	for _, s := range segments[from:] {
		if err := x.absorb(ctx, whole, s); err != nil {
			return nil, err
		}
		p.Replaced = append(p.Replaced, s.ID)
	}
	built, postings := b.segment()
	if !whole.absorb(built, b.numbers, postings) {
		return nil, errDamaged
	}
	return whole, nil
}

func (x *Index) absorb(ctx context.Context, b *builder, s claims.Segment) error {
	coded, err := x.tables.Numbers(ctx, s.ID)
	if err != nil {
		return err
	}
	var postings []claims.Posting
	if err := x.tables.Postings(ctx, s.ID, func(p claims.Posting) { postings = append(postings, p) }); err != nil {
		return err
	}
	if !b.absorb(s, decodeNumbers(coded, s.Documents), postings) {
		return errDamaged
	}
	return nil
}
