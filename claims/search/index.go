package search

import (
	"context"
	"errors"
	"fmt"

	"stet/claims"
)

// Tables is a ledger as the index needs it, at one moment; *store.Index is
// one.
type Tables interface {
	// Mark returns how far the index of a kind goes.
	Mark(ctx context.Context, of claims.Indexed) (claims.IndexMark, error)
	// Unindexed yields the texts to be indexed after an event, or text read,
	// in the order of theirs, and returns the last that was looked at. It ends
	// early with the error that yield returns.
	Unindexed(ctx context.Context, of claims.Indexed, after int64, yield func(claims.IndexedText) error) (through int64, err error)
	// Put adds a segment in place of others and moves the mark, all or
	// nothing. The error is claims.ErrConflict where the mark is no longer the
	// one before, and claims.ErrUnwritable where nothing can be written now.
	// What is read afterwards is of the moment after it.
	Put(ctx context.Context, p Put) error
	// Segments returns the segments of a kind by ID.
	Segments(ctx context.Context, of claims.Indexed) ([]claims.Segment, error)
	// Numbers returns the coded numbers of a segment's documents.
	Numbers(ctx context.Context, segment int64) ([]byte, error)
	// Postings yields every posting of a segment.
	Postings(ctx context.Context, segment int64, yield func(claims.Posting)) error
	// Counts returns how many documents of a kind have each of some terms.
	Counts(ctx context.Context, of claims.Indexed, terms []string) (map[string]int, error)
	// Places yields the coded places of some terms in a segment; they are not
	// to be kept.
	Places(ctx context.Context, segment int64, terms []string, yield func(coded []byte) error) error
	// Terms returns the terms of a kind that begin with a prefix, those first
	// that most documents have, n at most, with how many have each.
	Terms(ctx context.Context, of claims.Indexed, prefix string, n int) ([]claims.Posting, error)
}

// Put is what brings an index up to date.
type Put = claims.IndexPut

// fullSegment is how many documents a segment has at most, but for those that
// one event brings. It bounds what an update takes in memory, and how long it
// keeps others from writing. It is a variable for tests.
var fullSegment = 1 << 17

const (
	// farBehind is how many events without anything to index are looked at
	// again the next time, rather than writing down that they were.
	farBehind = 10_000
	// attempts bounds how often an update begins again because another program
	// made one meanwhile. Each does part of the work, so that none is lost.
	attempts = 100
)

// Index is the index of a ledger's words. It is for one goroutine.
type Index struct {
	tables Tables
	texts  Texts
	stems  stemmer
	// Progress is told, in a few words, what is being done; it may be nil.
	Progress func(what string)
	// Unwritable is told, once a kind, that what was new could not be written
	// down and how many texts that were; it may be nil.
	Unwritable func(of claims.Indexed, texts int, err error)

	kinds      []claims.Indexed // those that were updated
	parts      map[claims.Indexed][]*part
	unwritable error // why nothing can be written; nil while that is not known
	written    int   // how many texts of a kind this update wrote, for progress
}

// part is a segment that is being searched.
type part struct {
	claims.Segment
	first    int                       // the place of its first document among those of all parts
	numbers  []int64                   // nil until asked for
	postings map[string]claims.Posting // of what is not in the tables
}

// New returns the index in a ledger's tables.
func New(l interface {
	Tables
	Texts
}) *Index {
	return &Index{tables: l, texts: l, stems: stemmer{}, parts: map[claims.Indexed][]*part{}}
}

// Update brings the index of kinds of text up to date with the tables: it is to
// be called before they are searched, with all that are. What cannot be written
// down is kept in memory, so that an answer is never of less than all there is.
func (x *Index) Update(ctx context.Context, kinds ...claims.Indexed) error {
	x.kinds = kinds
	// Whatever is written moves the tables on to a later moment, at which there
	// may be more to write: nothing is, once all kinds are up to date at one.
	for range attempts {
		wrote, err := x.writeAll(ctx)
		if err != nil {
			return err
		}
		if wrote {
			continue
		}
		if err = x.loadAll(ctx); !errors.Is(err, errDamaged) {
			return err
		}
	}
	return errors.New("the index of words: other programs are writing it")
}

// writeAll writes down what is new of each kind. It reports whether it wrote
// anything, or somebody else did.
func (x *Index) writeAll(ctx context.Context) (wrote bool, err error) {
	for _, of := range x.kinds {
		x.written = 0
		for more := true; more && x.unwritable == nil; {
			more, err = x.write(ctx, of)
			wrote = wrote || more
			switch {
			case errors.Is(err, claims.ErrConflict):
				more, wrote = true, true
			case errors.Is(err, claims.ErrUnwritable):
				x.unwritable, wrote = err, true
			case errors.Is(err, errDamaged):
				more, wrote = true, true
				if err := x.drop(ctx, of); err != nil {
					return wrote, err
				}
			case err != nil:
				return wrote, fmt.Errorf("index of %s: %w", of, err)
			}
		}
	}
	return wrote, nil
}

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

// loadAll makes what the tables have of each kind, and what is new where it
// cannot be written, ready to be searched.
func (x *Index) loadAll(ctx context.Context) error {
	for _, of := range x.kinds {
		err := x.load(ctx, of)
		if err == nil && x.unwritable != nil {
			err = x.remember(ctx, of)
		}
		if errors.Is(err, errDamaged) && x.unwritable == nil {
			return errors.Join(err, x.drop(ctx, of))
		}
		if err != nil {
			return err
		}
	}
	return nil
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

// drop takes the index of a kind out of the tables, where nobody else was
// quicker.
func (x *Index) drop(ctx context.Context, of claims.Indexed) error {
	mark, err := x.tables.Mark(ctx, of)
	if err != nil {
		return err
	}
	err = x.tables.Put(ctx, Put{Of: of, Before: mark, After: claims.IndexMark{Version: Version}, Reset: true})
	if err != nil && !errors.Is(err, claims.ErrConflict) {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	return nil
}

// mending does what reads the index of a kind, and makes it anew where it turns
// out to be damaged: it can always be made of the rest.
func (x *Index) mending(ctx context.Context, of claims.Indexed, do func() error) error {
	err := do()
	if !errors.Is(err, errDamaged) {
		return err
	}
	if err := x.drop(ctx, of); err != nil {
		return err
	}
	if err := x.Update(ctx, x.kinds...); err != nil {
		return err
	}
	return do()
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

func (x *Index) progress(of claims.Indexed, n int) {
	if x.Progress != nil {
		x.Progress(fmt.Sprintf("indexing %s: %d", of, x.written+n))
	}
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

// errDamaged says that what the tables hold was not written by this package.
var errDamaged = errors.New("the index of words is damaged")

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

// load reads which segments there are.
func (x *Index) load(ctx context.Context, of claims.Indexed) error {
	segments, err := x.tables.Segments(ctx, of)
	if err != nil {
		return err
	}
	x.parts[of] = nil
	for _, s := range segments {
		if len(s.Lengths) != s.Documents {
			return errDamaged
		}
		x.include(of, &part{Segment: s})
	}
	return nil
}

func (x *Index) include(of claims.Indexed, p *part) {
	if parts := x.parts[of]; len(parts) > 0 {
		last := parts[len(parts)-1]
		p.first = last.first + last.Documents
	}
	x.parts[of] = append(x.parts[of], p)
}

// remember indexes what is new in memory.
func (x *Index) remember(ctx context.Context, of claims.Indexed) error {
	p, after, err := x.begin(ctx, of)
	if err != nil {
		return err
	}
	if p.Reset {
		x.parts[of] = nil
	}
	texts := 0
	for all := false; !all; {
		b := newBuilder(x.stems)
		if all, after, err = x.fill(ctx, of, b, after); err != nil {
			return err
		}
		s, postings := b.segment()
		held := &part{Segment: s, numbers: b.numbers, postings: make(map[string]claims.Posting, len(postings))}
		for _, p := range postings {
			held.postings[p.Term] = p
		}
		if texts += s.Documents; s.Documents > 0 {
			x.include(of, held)
		}
	}
	if texts > 0 && x.Unwritable != nil {
		x.Unwritable(of, texts, x.unwritable)
	}
	return nil
}
