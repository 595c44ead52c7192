package search

import (
	"context"

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
