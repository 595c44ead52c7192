package quote

// blocks are the columns of the distance matrix of one pattern, 64 rows in
// each. They are Myers' bit-parallel algorithm (G. Myers, J. ACM 46(3), 1999)
// in the form of Hyyrö (2003), where a block is carried into the next by its
// horizontal difference. They may be used for one text after another.
type blocks struct {
	column []block
	last   uint // the pattern's last row in the last block
	rows   int  // of the whole pattern
}

type block struct {
	equal              [256]uint64 // rows whose byte of the pattern is this one
	positive, negative uint64      // rows whose value is one more, or less, than that above
}

func newBlocks(pattern []byte) *blocks {
	b := &blocks{column: make([]block, (len(pattern)+63)/64), last: uint(len(pattern)-1) % 64, rows: len(pattern)}
	for i, c := range pattern {
		b.column[i/64].equal[c] |= 1 << (i % 64)
	}
	return b
}

// reset makes the blocks ready for a text.
func (b *blocks) reset() {
	for i := range b.column {
		b.column[i].positive, b.column[i].negative = ^uint64(0), 0
	}
}

// nearestEnd returns where in text the string ends that is nearest to the
// pattern, and its edit distance, or -1 where none is within the limit. Of
// equally near ones it takes the first.
func (b *blocks) nearestEnd(text []byte, limit int) (end, distance int) {
	b.reset()
	end, distance = -1, limit+1
	score := b.rows
	for i, c := range text {
		if score += b.step(c); score < distance {
			end, distance = i+1, score
			if score == 0 {
				break
			}
		}
	}
	return end, distance
}

// longestEnd returns where in text the longest beginning of it ends that is
// within a distance of the pattern: of a word that is split in two, both parts
// count.
func (b *blocks) longestEnd(text []byte, distance int) int {
	b.reset()
	end, score := 0, b.rows
	for i, c := range text {
		if score += b.step(c); score <= distance {
			end = i + 1
		}
	}
	return end
}

// step moves all blocks on by one byte of the text and returns by how much the
// distance of the whole pattern changes.
func (b *blocks) step(c byte) int {
	carry := 0 // above the first row every value is 0: a match may begin anywhere
	last := len(b.column) - 1
	for i := range b.column[:last] {
		carry = b.column[i].step(c, carry, 63)
	}
	return b.column[last].step(c, carry, b.last)
}

// step moves one block on, given the difference that comes in above its first
// row, and returns the difference at the given row.
func (b *block) step(c byte, in int, row uint) int {
	equal := b.equal[c]
	vertical := equal | b.negative
	if in < 0 {
		equal |= 1
	}
	diagonal := (((equal & b.positive) + b.positive) ^ b.positive) | equal
	up := b.negative | ^(diagonal | b.positive)
	down := b.positive & diagonal
	out := int(up>>row&1) - int(down>>row&1)
	up, down = up<<1, down<<1
	switch {
	case in > 0:
		up |= 1
	case in < 0:
		down |= 1
	}
	b.positive = down | ^(vertical | up)
	b.negative = up & vertical
	return out
}

func reversed(b []byte) []byte {
	r := make([]byte, len(b))
	for i, c := range b {
		r[len(b)-1-i] = c
	}
	return r
}
