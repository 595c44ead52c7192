package claims

import "unicode/utf8"

// rulerStep is how many bytes lie between two marks of a ruler.
const rulerStep = 1024

// Ruler counts the characters of one text up to a byte, as selectors do,
// without counting from the beginning each time.
type Ruler struct {
	text  string
	marks []int // the characters that begin before each multiple of rulerStep
}

// NewRuler returns a ruler of the text. It measures nothing yet.
func NewRuler(text string) *Ruler { return &Ruler{text: text} }

// Select returns what Select does of the ruler's text.
func (r *Ruler) Select(s Span) Selector { return selectAt(r.text, s, r.characters(s.Start)) }

// characters returns how many characters stand before the byte at an offset,
// which lies on the boundary of one.
func (r *Ruler) characters(offset int) int {
	if r.marks == nil {
		r.measure()
	}
	i := offset / rulerStep
	n := r.marks[i]
	for at := i * rulerStep; at < offset; at++ {
		if utf8.RuneStart(r.text[at]) {
			n++
		}
	}
	return n
}

func (r *Ruler) measure() {
	r.marks = make([]int, 1, len(r.text)/rulerStep+1)
	n := 0
	for at := range len(r.text) {
		if utf8.RuneStart(r.text[at]) {
			n++
		}
		if (at+1)%rulerStep == 0 {
			r.marks = append(r.marks, n)
		}
	}
}
