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
	at     map[uint64]chain
	all    []seed
}

// chain is the seeds of one gram: the first and the last of them by their
// numbers among all. Most grams have one seed, so that a slice for each would be
// nearly all that is allocated.
type chain struct{ first, last int32 }

// seed is one gram of one piece of one pattern.
type seed struct {
	target *target
	piece  int32
	offset int32 // of the gram in the pattern
	next   int32 // the number of the gram's next seed; 0 where this is the last
}

func newSeeds(g gauge) *seeds {
	return &seeds{gauge: g, mask: ^uint64(0) >> (64 - 8*g.gram), at: map[uint64]chain{}}
}

// add adds the pieces of a target's pattern.
func (s *seeds) add(t *target) {
	pieces := t.limit + 2
	for i := range pieces {
		s.addPiece(t, i, i*len(t.pattern)/pieces)
	}
}

// addPiece adds the piece that begins at an offset of a target's pattern.
func (s *seeds) addPiece(t *target, piece, start int) {
	for offset := start; offset < start+s.stride; offset++ {
		gram := s.load(t.pattern[offset:])
		number := int32(len(s.all))
		s.all = append(s.all, seed{target: t, piece: int32(piece), offset: int32(offset)})
		if known, ok := s.at[gram]; ok {
			s.all[known.last].next = number
			s.at[gram] = chain{known.first, number}
			continue
		}
		s.at[gram] = chain{number, number}
		h := hash(gram)
		s.filter[h/64] |= 1 << (h % 64)
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

// scan reads the text once and tells of each seed whose gram it looks at, and
// where that stands.
func (s *seeds) scan(text []byte, hit func(s seed, at int)) {
	mask, stride, filter := s.mask, s.stride, &s.filter
	at := 0
	for ; at+longestGram <= len(text); at += stride {
		gram := binary.LittleEndian.Uint64(text[at:at+longestGram]) & mask
		if h := hash(gram); filter[h/64]>>(h%64)&1 != 0 {
			s.each(gram, at, hit)
		}
	}
	for ; at+s.gram <= len(text); at += stride {
		s.each(s.load(text[at:]), at, hit)
	}
}

// each tells of every seed of a gram.
func (s *seeds) each(gram uint64, at int, hit func(s seed, at int)) {
	known, ok := s.at[gram]
	for n := known.first; ok; n = s.all[n].next {
		hit(s.all[n], at)
		ok = n != known.last
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

// near notes that a piece of its target, by a gram, stands at a place in the
// text. Where another piece was seen near enough to the same diagonal, the
// pattern may stand around them.
func (s seed) near(at int) {
	t, piece, diagonal := s.target, s.piece, at-int(s.offset)
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
