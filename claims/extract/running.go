package extract

import (
	"slices"
	"strings"

	"stet/claims"
)

// resumed returns the attribution of a sentence that is all quotation and has
// no speaker in its block: that of the quotation which runs over several
// paragraphs, of the sentence with a colon that leads up to it, or of the one
// after it that looks back.
func (d *draft) resumed(i int) (claims.Attribution, bool) {
	for _, find := range []func(int) *saying{d.leading, d.opening, d.closing, d.lookingBack} {
		if f := find(i); f != nil {
			return d.carriedOn(f, &d.sentences[i]), true
		}
	}
	return claims.Attribution{}, false
}

// leading returns the saying that ends in a colon just before the block of the
// sentence at i: "She said:".
func (d *draft) leading(i int) *saying {
	k := d.firstOf(i) - 1
	if k < 0 {
		return nil
	}
	ws := d.sentences[k].words
	if len(ws) < 2 || ws[len(ws)-1].text != ":" {
		return nil
	}
	return d.lastSaying(k)
}

// opening returns the saying in the paragraphs before that of the sentence at i
// whose quotation is still open there.
func (d *draft) opening(i int) *saying {
	for n := 0; n < reach; n++ {
		last := d.firstOf(i) - 1
		if last < 0 || !d.runsOn(d.sentences[last].block) {
			return nil
		}
		for k := last; k >= max(d.firstOf(last), last-reach); k-- {
			if f := d.quoting(k); f != nil {
				return f
			}
		}
		if f := d.leading(last); f != nil {
			return f
		}
		i = last
	}
	return nil
}

// closing returns the saying in the paragraphs after that of the sentence at i,
// to which its quotation runs on.
func (d *draft) closing(i int) *saying {
	for n := 0; n < reach && d.runsOn(d.sentences[i].block); n++ {
		next := d.lastOf(i) + 1
		if next >= len(d.sentences) {
			return nil
		}
		for k := next; k <= min(d.lastOf(next), next+reach); k++ {
			if f := d.quoting(k); f != nil {
				return f
			}
		}
		i = next
	}
	return nil
}

// lookingBack returns the saying of the sentence after the quotation at i that
// tells whose words they were: "So said Jane Doe."
func (d *draft) lookingBack(i int) *saying {
	k := i + 1
	if k >= len(d.sentences) || len(d.sentences[k].words) < 3 || !slices.Contains([]string{"that", "so", "those", "thus", "such"}, d.sentences[k].words[0].lower) {
		return nil
	}
	if f := d.lastSaying(k); f != nil {
		return f
	}
	return d.wordsOf(k)
}

// wordsOf returns a saying for "Those were the words of Jane Doe.", or nil.
func (d *draft) wordsOf(k int) *saying {
	s := &d.sentences[k]
	for i := 1; i+2 < len(s.words); i++ {
		if lowerIs(s.words, i, "words", "of") || lowerIs(s.words, i, "verdict", "of") || lowerIs(s.words, i, "view", "of") {
			c := cue{kind: byAccording, first: i, last: i + 1, reading: reading{sense: says, lemma: s.words[i].lower}}
			return d.find(s, c)
		}
	}
	return nil
}

// lastSaying returns the last saying with a speaker of the sentence at k that
// gives somebody's word, or nil.
func (d *draft) lastSaying(k int) *saying {
	all := d.findings(k)
	for _, f := range slices.Backward(all) {
		if !f.isAttitude() && !f.speaker.empty() {
			return f
		}
	}
	return nil
}

// runsOn reports whether a quotation is still open where the block ends, as
// those are that go on in the next paragraph.
func (d *draft) runsOn(b *block) bool {
	if len(b.quotes) == 0 {
		return false
	}
	last := b.quotes[len(b.quotes)-1]
	text := strings.TrimSpace(last.In(d.text.Body))
	if last.End < b.End && strings.TrimSpace(d.text.Body[last.End:b.End]) != "" {
		return false
	}
	return !slices.ContainsFunc([]string{"”", "\"", "»", "’’", "''"}, func(mark string) bool {
		return len(text) > len(mark) && strings.HasSuffix(text, mark)
	})
}

// firstOf returns the index of the first sentence in the block of that at i.
func (d *draft) firstOf(i int) int {
	at := d.sentences[i].block.Start
	first, _ := slices.BinarySearchFunc(d.sentences, at, func(s sentence, at int) int { return s.Start - at })
	return first
}

// lastOf returns the index of the last sentence in the block of that at i.
func (d *draft) lastOf(i int) int {
	at := d.sentences[i].block.End
	next, _ := slices.BinarySearchFunc(d.sentences, at, func(s sentence, at int) int { return s.Start - at })
	return next - 1
}
