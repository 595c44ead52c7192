package origin

// overlap is what two documents have in common.
type overlap struct {
	a, b *entry
	both int // shingles that stand in both
}

func overlapOf(a, b *entry) overlap {
	return overlap{a, b, common(a.shingles, b.shingles)}
}

// common returns how many numbers two ascending lists share.
func common(a, b []uint64) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}

// either is how many shingles stand in one document or the other.
func (o overlap) either() int { return len(o.a.shingles) + len(o.b.shingles) - o.both }

// jaccard is the share of what stands in either that stands in both.
func (o overlap) jaccard() float64 { return share(o.both, o.either()) }

// shorter is how many shingles the shorter document has.
func (o overlap) shorter() int { return min(len(o.a.shingles), len(o.b.shingles)) }

// contained is the share of the shorter document that stands in the longer.
func (o overlap) contained() float64 { return share(o.both, o.shorter()) }

// share returns n as a part of so many, 0 of none.
func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
