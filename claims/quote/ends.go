package quote

import (
	"bytes"
	"strings"

	"stet/claims"
)

// place is a range of folded bytes in which a quote nearly stands. The edit
// distance finds it but for its ends, where many are equally near: which words
// belong to it is decided here.
type place struct {
	text     *Folded
	quote    []word
	from, to int
	steps    []step
	class    claims.Class
}

// compare tells the quote from the place word by word.
func (p *place) compare() {
	p.steps = compareWords(p.quote, words(p.text, p.from, p.to))
	p.class = grade(p.steps)
}

// mostAdded is how many words more may belong to a place at either end: a
// reader may have split the quote's last word in so many.
const mostAdded = 3

// fit moves the ends of a place that is not the quote word for word: outward
// where words there make it so, inward where they are of another sentence.
func (p *place) fit() {
	if p.class != claims.Altered || len(p.steps) == 0 {
		return
	}
	p.widen(lastChange, func() { p.to = p.text.wordEnd(p.to) })
	p.widen(firstChange, func() { p.from = p.text.wordStart(p.from) })
	if p.class == claims.Altered {
		p.narrow()
	}
}

// widen moves an end of the place by a few words if the words there become
// the quote's, written another way.
func (p *place) widen(end func([]step) change, move func()) {
	was := *p
	if end(p.steps).class() != claims.Altered {
		return
	}
	for range mostAdded {
		move()
		if p.compare(); end(p.steps).class() != claims.Altered && len(changes(p.steps)) <= len(changes(was.steps)) {
			return
		}
	}
	*p = was
}

// firstChange returns what differs before the first word that is shared.
func firstChange(steps []step) change {
	if all := changes(steps); len(all) > 0 && steps[0].kind != claims.Same {
		return all[0]
	}
	return change{}
}

// lastChange returns what differs after the last word that is shared.
func lastChange(steps []step) change {
	if all := changes(steps); len(all) > 0 && steps[len(steps)-1].kind != claims.Same {
		return all[len(all)-1]
	}
	return change{}
}

// narrow leaves out words before a full stop at the beginning of the place, and
// after one at its end, if they are not the quote's.
func (p *place) narrow() {
	given := words(p.text, p.from, p.to)
	head, tail := len(firstChange(p.steps).given), len(lastChange(p.steps).given)
	if head+tail >= len(given) {
		return
	}
	if head > 0 && endsSentence(given[head-1]) {
		for range head {
			p.from = p.text.wordEnd(p.from)
		}
		p.from++
	}
	if tail > 0 && endsSentence(given[len(given)-tail-1]) {
		for range tail {
			p.to = p.text.wordBefore(p.to)
		}
	}
	p.compare()
}

func endsSentence(w word) bool {
	end := strings.TrimRight(w.folded, ")]")
	return strings.HasSuffix(end, ".") || strings.HasSuffix(end, "!") || strings.HasSuffix(end, "?")
}

// wordEnd returns the end of the word after an offset.
func (f *Folded) wordEnd(at int) int {
	for at < len(f.folded) && f.folded[at] == ' ' {
		at++
	}
	if i := bytes.IndexByte(f.folded[at:], ' '); i >= 0 {
		return at + i
	}
	return len(f.folded)
}

// wordStart returns the beginning of the word before an offset.
func (f *Folded) wordStart(at int) int {
	return bytes.LastIndexByte(f.folded[:f.textEnd(at)], ' ') + 1
}

// wordBefore returns the end of the word before the one that ends at an offset.
func (f *Folded) wordBefore(at int) int { return f.textEnd(f.wordStart(at)) }
