package claims

import "unicode/utf8"

// markDistance is how many bytes lie between the marks of a Ruler: few enough
// that the characters up to the next are soon counted, and enough that the marks
// take a hundredth of the text's room.
const markDistance = 1024

// Ruler tells at which character of a text a byte stands. It counts those of the
// text once; asked for any place, it counts from the nearest mark on. Counting
// from the beginning each time would cost the square of the text's length for
// all that stands in it. It may be used by several goroutines at once.
type Ruler struct {
	text  string
	marks []mark // one in every markDistance bytes
}

// mark is the beginning of a character, and how many there are before it.
type mark struct{ at, characters int }

// NewRuler returns the ruler of a text.
func NewRuler(text string) *Ruler {
	r := &Ruler{text: text, marks: make([]mark, 1, len(text)/markDistance+1)}
	for last := r.marks[0]; ; {
		at := len(r.marks) * markDistance
		for at < len(text) && !utf8.RuneStart(text[at]) {
			at++
		}
		if at >= len(text) {
			return r
		}
		last = mark{at, last.characters + utf8.RuneCountInString(text[last.at:at])}
		r.marks = append(r.marks, last)
	}
}

// Character returns how many characters, which are Unicode code points, stand
// before the one that begins at a byte of the text. The byte must lie in the
// text, or be the one behind its end.
func (r *Ruler) Character(at int) int {
	n := min(at/markDistance, len(r.marks)-1)
	if r.marks[n].at > at { // only where at is within a character
		n--
	}
	return r.marks[n].characters + utf8.RuneCountInString(r.text[r.marks[n].at:at])
}

// Select returns the selector of a passage of the text, as the function of that
// name does.
func (r *Ruler) Select(s Span) Selector {
	return selectAt(r.text, s, r.Character(s.Start))
}
