package search

import (
	"context"

	"stet/claims"
)

// part is a segment that is being searched.
type part struct {
	claims.Segment
	first    int                       // the place of its first document among those of all parts
	numbers  []int64                   // nil until asked for
	postings map[string]claims.Posting // of what is not in the tables
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
