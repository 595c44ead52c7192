package search

import (
	"encoding/binary"
	"math"
)

// Places are coded as uvarints: the gap from the place before, less one, times
// two, and one more where the word stands once in the document; else how often
// follows. Numbers are coded as varints of the difference from the one before.

// places is a list of documents that have a word, being written.
type places struct {
	coded     []byte
	documents int
	last      int // the place of the last document, -1 before the first
	count     int // how often the word stands in it; not coded yet
}

// add says that the word stands in a document, which is not before the last,
// so many times more.
func (p *places) add(place, times int) {
	if p.documents > 0 && place == p.last {
		p.count += times
		return
	}
	before := p.flush()
	p.coded = binary.AppendUvarint(p.coded, uint64(place-before-1)<<1)
	p.last, p.count = place, times
	p.documents++
}

// flush codes what is known of the last document and returns its place, -1
// where there is none.
func (p *places) flush() int {
	switch {
	case p.documents == 0:
		return -1
	case p.count == 1:
		p.markOnce()
	default:
		p.coded = binary.AppendUvarint(p.coded, uint64(p.count))
	}
	return p.last
}

// markOnce sets the lowest bit of the last gap: its first byte holds it.
func (p *places) markOnce() {
	i := len(p.coded) - 1
	for i > 0 && p.coded[i-1]&0x80 != 0 {
		i--
	}
	p.coded[i] |= 1
}

// eachPlace yields the coded places and how often the word stands there. It
// returns false where they are damaged: then, too, no place is below 0 or
// beyond the number of documents.
func eachPlace(coded []byte, documents int, yield func(place, count int)) bool {
	place := -1
	for at := 0; at < len(coded); {
		gap, n := uvarint(coded[at:])
		if n <= 0 || gap>>1 >= uint64(documents-place-1) {
			return false
		}
		at += n
		place += int(gap>>1) + 1
		count := uint64(1)
		if gap&1 == 0 {
			if count, n = uvarint(coded[at:]); n <= 0 || count > math.MaxInt32 {
				return false
			}
			at += n
		}
		yield(place, int(count))
	}
	return true
}

// uvarint is binary.Uvarint, quicker where there is only one byte: most gaps
// of common words have one.
func uvarint(coded []byte) (uint64, int) {
	if len(coded) > 0 && coded[0] < 0x80 {
		return uint64(coded[0]), 1
	}
	return binary.Uvarint(coded)
}

func codeNumbers(numbers []int64) []byte {
	var coded []byte
	last := int64(0)
	for _, n := range numbers {
		coded = binary.AppendVarint(coded, n-last)
		last = n
	}
	return coded
}

// decodeNumbers returns nil where the numbers are damaged.
func decodeNumbers(coded []byte, documents int) []int64 {
	numbers := make([]int64, 0, documents)
	last := int64(0)
	for len(coded) > 0 {
		d, n := binary.Varint(coded)
		if n <= 0 {
			return nil
		}
		coded = coded[n:]
		last += d
		numbers = append(numbers, last)
	}
	if len(numbers) != documents {
		return nil
	}
	return numbers
}

// lengthSteps is how many codes a length takes to double: a length is known to
// 2 %, and the longest, of 62,000 words, counts for all that are longer.
const lengthSteps = 16

func codeLength(words int) byte {
	return byte(min(255, math.Round(lengthSteps*math.Log2(float64(words+1)))))
}

// lengths are the lengths in words that codes stand for.
var lengths = func() (table [256]float32) {
	for code := range table {
		table[code] = float32(math.Exp2(float64(code)/lengthSteps) - 1)
	}
	return table
}()
