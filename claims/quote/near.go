package quote

import (
	"bytes"
	"cmp"
	"slices"
	"sort"

	"stet/claims"
)

const (
	fewestWords = 3    // a shorter quote must stand as it is
	fewestBytes = 8    // likewise, folded
	mostAltered = 0.15 // of the quote, in edits a byte
)

// search is one quote on its way to being found.
type search struct {
	query Query
	quote *Folded
	found []Occurrence

	limit   int           // edits that are looked for now; -1 where it must stand as it is
	windows []claims.Span // ranges of the folded text in which it may stand within that
}

func newSearch(q Query) *search { return &search{query: q, quote: trimmed(q.Quote)} }

func (s *search) mayDiffer() bool {
	return len(s.quote.folded) >= fewestBytes && len(bytes.Fields(s.quote.folded)) >= fewestWords
}

// look finds the windows in which quotes may stand within a share of edits.
// Those whose pieces are of one gauge are looked for in one pass.
func (f *Folded) look(searches []*search, share float64) {
	byGauge := map[gauge]*seeds{}
	targets := make([]*target, len(searches))
	for i, s := range searches {
		s.limit, s.windows = -1, f.windows(s.query.Within)
		if !s.mayDiffer() {
			continue
		}
		s.limit = int(share * float64(len(s.quote.folded)))
		g, ok := gaugeFor(len(s.quote.folded), s.limit)
		if !ok || len(s.query.Within) > 0 {
			continue
		}
		if byGauge[g] == nil {
			byGauge[g] = newSeeds(g)
		}
		targets[i] = newTarget(s.quote.folded, s.limit)
		byGauge[g].add(targets[i])
	}
	for _, s := range byGauge {
		s.scan(f.folded, seed.near)
	}
	for i, t := range targets {
		if t != nil {
			searches[i].windows = f.merged(t.windows)
		}
	}
}

// windows returns the ranges of folded bytes that lie within the spans, or all.
func (f *Folded) windows(spans []claims.Span) []claims.Span {
	if len(spans) == 0 {
		return []claims.Span{{Start: 0, End: len(f.folded)}}
	}
	var windows []claims.Span
	for _, s := range spans {
		windows = append(windows, claims.Span{Start: f.index(s.Start), End: f.index(s.End)})
	}
	return f.merged(windows)
}

// merged returns windows in order, within the text, and no two that touch.
func (f *Folded) merged(windows []claims.Span) []claims.Span {
	slices.SortFunc(windows, func(a, b claims.Span) int { return cmp.Compare(a.Start, b.Start) })
	var kept []claims.Span
	for _, w := range windows {
		w.Start, w.End = max(w.Start, 0), min(w.End, len(f.folded))
		switch n := len(kept); {
		case w.Start >= w.End:
		case n > 0 && w.Start <= kept[n-1].End:
			kept[n-1].End = max(kept[n-1].End, w.End)
		default:
			kept = append(kept, w)
		}
	}
	return kept
}

// index returns the first folded byte that stands at or after an offset of the
// text.
func (f *Folded) index(offset int) int {
	return sort.Search(len(f.starts), func(i int) bool { return int(f.starts[i]) >= offset })
}

// nearly finds the places in a search's windows that are nearest to the quote,
// unless it was found already.
func (f *Folded) nearly(s *search) {
	if len(s.found) > 0 || s.limit < 0 || len(s.windows) == 0 {
		return
	}
	places, distance := f.nearest(s.quote.folded, s.windows, s.limit)
	for _, p := range places {
		s.found = append(s.found, f.altered(s.quote, p.Start, p.End, distance))
	}
}

// nearest returns the ranges of folded bytes that are nearest to a pattern, one
// a window, all at the least distance, if that is within the limit.
func (f *Folded) nearest(pattern []byte, windows []claims.Span, limit int) (places []claims.Span, least int) {
	forward, backward := newBlocks(pattern), newBlocks(reversed(pattern))
	least = limit
	for _, w := range windows {
		text := f.folded[w.Start:w.End]
		end, distance := forward.nearestEnd(text, least)
		if end < 0 {
			continue
		}
		if distance < least {
			least, places = distance, nil
		}
		// The match ends here; read backwards, it begins where it ends there.
		head := text[max(0, end-len(pattern)-distance):end]
		length := backward.longestEnd(reversed(head), distance)
		places = append(places, claims.Span{Start: w.Start + end - length, End: w.Start + end})
	}
	return places, least
}

// altered describes a place that is nearly a quote's, widened to whole words.
func (f *Folded) altered(quote *Folded, from, to, distance int) Occurrence {
	for f.splits(from) {
		from--
	}
	for f.splits(to) {
		to++
	}
	p := &place{text: f, quote: words(quote, 0, len(quote.folded)), from: from, to: to}
	p.compare()
	p.fit()
	if p.from != from || p.to != to {
		distance = editDistance(quote.folded, f.folded[p.from:p.to])
	}
	return Occurrence{
		Span: f.span(p.from, p.to), Class: p.class, Distance: distance, Difference: edits(p.steps), from: p.from, to: p.to,
	}
}
