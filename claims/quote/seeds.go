package quote

import (
	"encoding/binary"

	"stet/claims"
)

// A string within k edits of a pattern has at least two of any k+2 disjoint
// pieces of the pattern in it as they are, and where these stand in the text
// differs from where they stand in the pattern by at most k more for the one
// than for the other (the pigeonhole and the q-gram lemma; P. Jokinen and
// E. Ukkonen, MFCS 1991). So only the text around two such pieces need be
// looked at for the pattern.

const (
	longestGram  = 8 // bytes, as many as one word of the machine
	usualGram    = 6 // shorter ones stand all over a text
	shortestGram = 4
	filterBits   = 16
)

// gauge is how pieces are looked for: by grams of so many bytes, at every so
// manieth byte of the text. A piece is as long as both together, less one, so
// that one of its grams is looked at wherever it stands.
type gauge struct{ gram, stride int }

// gaugeFor returns the gauge for a pattern with a number of edits, and false
// where the pieces would be too short to be worth looking for.
func gaugeFor(pattern, edits int) (gauge, bool) {
	piece := min(pattern/(edits+2), longestGram+3)
	gram := max(min(piece, usualGram), piece-3)
	return gauge{gram, piece - gram + 1}, piece >= shortestGram
}

// seeds are the pieces of several patterns, all of one gauge.
type seeds struct {
	gauge
	mask   uint64
	filter [1 << filterBits / 64]uint64 // of the hashes of the grams
	at     map[uint64][]seed
}

// seed is one gram of one piece of one pattern.
type seed struct {
	target *target
	piece  int32
	offset int32 // of the gram in the pattern
}

func newSeeds(g gauge) *seeds {
	return &seeds{gauge: g, mask: ^uint64(0) >> (64 - 8*g.gram), at: map[uint64][]seed{}}
}

// add adds the pieces of a target's pattern.
func (s *seeds) add(t *target) {
	pieces := t.limit + 2
	for i := range pieces {
		start := i * len(t.pattern) / pieces
		for offset := start; offset < start+s.stride; offset++ {
			gram := s.load(t.pattern[offset:])
			s.at[gram] = append(s.at[gram], seed{t, int32(i), int32(offset)})
			h := hash(gram)
			s.filter[h/64] |= 1 << (h % 64)
		}
	}
}

// load returns the gram at the beginning of b.
func (s *seeds) load(b []byte) uint64 {
	var g uint64
	for i := range s.gram {
		g |= uint64(b[i]) << (8 * i)
	}
	return g
}

// hash spreads grams by Fibonacci hashing (Knuth, TAOCP 3, 6.4).
func hash(gram uint64) uint64 { return gram * 0x9e3779b97f4a7c15 >> (64 - filterBits) }

// scan reads the text once and tells each target where its pieces stand.
func (s *seeds) scan(text []byte) {
	mask, stride, filter := s.mask, s.stride, &s.filter
	at := 0
	for ; at+longestGram <= len(text); at += stride {
		gram := binary.LittleEndian.Uint64(text[at:at+longestGram]) & mask
		if h := hash(gram); filter[h/64]>>(h%64)&1 != 0 {
			s.hit(gram, at)
		}
	}
	for ; at+s.gram <= len(text); at += stride {
		s.hit(s.load(text[at:]), at)
	}
}

func (s *seeds) hit(gram uint64, at int) {
	for _, piece := range s.at[gram] {
		piece.target.hit(at, int(piece.offset), piece.piece)
	}
}

// target is a pattern that is looked for by its pieces, and the parts of the
// text in which it may stand.
type target struct {
	pattern []byte
	limit   int // edits
	windows []claims.Span

	width uint // of a bin, as a power of two: at least limit
	bins  []bin
}

// bin remembers the last two pieces that stand at about the same diagonal:
// their place in the text less that in the pattern.
type bin [2]struct {
	at, diagonal int
	piece        int32
}

func newTarget(pattern []byte, limit int) *target {
	t := &target{pattern: pattern, limit: limit}
	for 1<<t.width < limit+1 {
		t.width++
	}
	n := 4
	for n<<t.width < 4*(len(pattern)+limit) {
		n *= 2
	}
	t.bins = make([]bin, n)
	for i := range t.bins {
		for j := range t.bins[i] {
			t.bins[i][j].at, t.bins[i][j].piece = -1<<40, -1
		}
	}
	return t
}

// hit says that a piece, by its gram at an offset of the pattern, stands at a
// place in the text. Where another piece was seen near enough to the same
// diagonal, the pattern may stand around them.
func (t *target) hit(at, offset int, piece int32) {
	diagonal := at - offset
	n := diagonal >> t.width
	for i := n - 1; i <= n+1; i++ {
		for _, seen := range t.bins[i&(len(t.bins)-1)] {
			if seen.piece != piece && at-seen.at <= len(t.pattern)+t.limit && max(diagonal-seen.diagonal, seen.diagonal-diagonal) <= 2<<t.width {
				t.window(min(diagonal, seen.diagonal), max(diagonal, seen.diagonal))
			}
		}
	}
	b := &t.bins[n&(len(t.bins)-1)]
	if b[0].piece != piece {
		b[1] = b[0]
	}
	b[0].at, b[0].diagonal, b[0].piece = at, diagonal, piece
}

// window notes that the pattern may begin about from one diagonal to another.
// Windows that touch are one.
func (t *target) window(first, last int) {
	w := claims.Span{Start: first - t.limit, End: last + len(t.pattern) + t.limit}
	for n := len(t.windows); n > 0 && t.windows[n-1].End >= w.Start; n-- {
		w.Start, w.End = min(w.Start, t.windows[n-1].Start), max(w.End, t.windows[n-1].End)
		t.windows = t.windows[:n-1]
	}
	t.windows = append(t.windows, w)
}
