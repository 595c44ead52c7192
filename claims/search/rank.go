package search

import (
	"cmp"
	"context"
	"math"
	"slices"

	"stet/claims"
)

// How words are weighed: Okapi BM25 (Robertson and Zaragoza 2009, equation
// 3.15), with the weight of a rare word raised to a power, so that one name
// that two texts share says more than three words that many share. A word of
// the question counts once however often it stands there. The three numbers
// were tuned on the training half of CLEF CheckThat! 2020, task 2.
const (
	saturation = 1.2 // k1: how soon a word's further occurrences count no more
	lengthPull = 0.5 // b: how much a long text is held against it
	rarity     = 1.5 // the power
)

// weight returns the weight of a word that some of all documents have.
func weight(some, all int) float64 {
	return math.Pow(math.Log1p((float64(all-some)+0.5)/(float64(some)+0.5)), rarity)
}

// share returns what part of its weight a word contributes: count times in a
// document so many times as long as the mean. It is below saturation + 1.
func share(count, length float64) float64 {
	return count * (saturation + 1) / (count + saturation*(1-lengthPull+lengthPull*length))
}

// asked is one word of a question.
type asked struct {
	terms  []string // any of them will do
	weight float64
	some   int // how many documents have it; 0 while that is not known
}

// proposal is a document that may answer a question.
type proposal struct {
	place int     // among the documents of all parts
	score float64 // as far as it was counted
}

// proposed is what the index proposes.
type proposed struct {
	*tally
	asked []asked // with their weights
	rest  float64 // what was not counted adds less than this to any score
}

// few is how many proposals are left to the texts themselves: reading them is
// cheaper than reading who else has common words.
const few = 64

// propose returns the documents that share words with a question: all of its
// words where every is set. Words are counted from the rarest to the
// commonest, until the rest can bring no other document among the best n.
func (x *Index) propose(ctx context.Context, of claims.Indexed, words []asked, every bool, n int) (proposed, error) {
	p := proposed{tally: newTally(x.parts[of], every), asked: words}
	if err := x.weigh(ctx, of, words, len(p.scores)); err != nil {
		return p, err
	}
	for _, w := range words {
		p.rest += w.weight * (saturation + 1)
	}
	slices.SortStableFunc(words, func(a, b asked) int { return cmp.Compare(a.some, b.some) })
	if every {
		p.met = make([]int32, 0, words[0].some) // none but who has the rarest
	}
	for i, w := range words {
		if i > 0 && p.settled(p.rest, n) {
			break
		}
		if err := x.tally(ctx, p.tally, w); err != nil {
			return p, err
		}
		p.rest -= w.weight * (saturation + 1)
		if i == len(words)-1 {
			p.rest = 0 // but for what rounding left
		}
	}
	return p, nil
}

// weigh finds how many documents of all have each word, where that is not
// known, and what it weighs. It is as rare as it is in the texts, and only where
// none has it as in the titles: every claim of an article has the title's words,
// so that in a ledger of one article those of its subject would weigh nothing.
func (x *Index) weigh(ctx context.Context, of claims.Indexed, words []asked, all int) error {
	var terms []string
	for _, w := range words {
		if w.some == 0 {
			terms = append(terms, w.terms...)
		}
	}
	counts, err := x.tables.Counts(ctx, of, terms)
	if err != nil {
		return err
	}
	for _, p := range x.parts[of] {
		for _, t := range terms {
			counts[t] += p.postings[t].Documents
		}
	}
	for i := range words {
		w := &words[i]
		if w.some == 0 {
			for _, t := range w.terms {
				if w.some == 0 {
					w.some = counts[t]
				}
			}
		}
		w.some = min(w.some, all)
		w.weight = weight(w.some, all)
	}
	return nil
}

// tally counts a word in every part.
func (x *Index) tally(ctx context.Context, t *tally, w asked) error {
	t.begin(w.weight)
	for _, p := range t.parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := x.gather(ctx, t, p, w.terms); err != nil {
			return err
		}
		t.add(p, w.weight)
	}
	t.next()
	return nil
}

// gather adds up how often any of some terms stands in the documents of a part.
func (x *Index) gather(ctx context.Context, t *tally, p *part, terms []string) error {
	take := func(coded []byte) error {
		if !t.gather(p, coded) {
			return errDamaged
		}
		return nil
	}
	if p.postings == nil {
		return x.tables.Places(ctx, p.ID, terms, take)
	}
	for _, term := range terms {
		if err := take(p.postings[term].Places); err != nil {
			return err
		}
	}
	return nil
}

// tally is the count of a question's words, document by document.
type tally struct {
	parts   []*part
	every   bool
	mean    float64
	scores  []float32 // by place
	counted []uint8   // how many words each document has, of those counted
	words   uint8     // how many were counted
	met     []int32   // the places of documents with a score
	counts  []int32   // of one word in the documents of one part
	hits    []int32   // which of them are not 0
	// once is what a word that stands once in a document of each length adds
	// to its score: most do.
	once [256]float32
}

// MostWords is how many different words of a question count.
const MostWords = 255

func newTally(parts []*part, every bool) *tally {
	t := &tally{parts: parts, every: every, mean: 1}
	largest, words := 0, int64(0)
	documents := 0
	for _, p := range parts {
		documents += p.Documents
		words += p.Words
		largest = max(largest, p.Documents)
	}
	t.scores, t.counted, t.counts = make([]float32, documents), make([]uint8, documents), make([]int32, largest)
	if documents > 0 && words > 0 {
		t.mean = float64(words) / float64(documents)
	}
	return t
}

// gather adds up how often a word stands in the documents of a part.
func (t *tally) gather(p *part, coded []byte) bool {
	return eachPlace(coded, p.Documents, func(place, count int) {
		if t.counts[place] == 0 {
			t.hits = append(t.hits, int32(place))
		}
		t.counts[place] += int32(count)
	})
}

// begin begins the counting of a word.
func (t *tally) begin(weight float64) {
	for code := range t.once {
		t.once[code] = t.adds(weight, 1, byte(code))
	}
}

// adds returns what a word of some weight adds to the score of a document, by
// how often it stands there and the code of the document's length.
func (t *tally) adds(weight float64, count int32, length byte) float32 {
	return float32(weight * share(float64(count), float64(lengths[length])/t.mean))
}

// add adds what was gathered of a word to the scores.
func (t *tally) add(p *part, weight float64) {
	for _, place := range t.hits {
		count := t.counts[place]
		t.counts[place] = 0
		at := int32(p.first) + place
		switch {
		case t.every && t.counted[at] != t.words:
			continue
		case t.counted[at] == 0:
			t.met = append(t.met, at)
		}
		t.counted[at]++
		if count == 1 {
			t.scores[at] += t.once[p.Lengths[place]]
		} else {
			t.scores[at] += t.adds(weight, count, p.Lengths[place])
		}
	}
	t.hits = t.hits[:0]
}

// next ends the counting of a word.
func (t *tally) next() {
	t.words++
	if t.every && t.words > 1 {
		t.met = slices.DeleteFunc(t.met, func(at int32) bool { return t.counted[at] != t.words })
	}
}

// settled reports whether what has not been counted, which adds less than rest
// to any score, can be left to the texts: few documents can still be among the
// best n.
func (t *tally) settled(rest float64, n int) bool {
	if t.every {
		return len(t.met) <= few
	}
	if len(t.met) < n {
		return false
	}
	least := t.nth(n)
	if rest >= least {
		return false
	}
	able := 0
	for _, at := range t.met {
		if float64(t.scores[at])+rest >= least {
			able++
		}
	}
	return able <= max(few, 2*n)
}

// nth returns the nth highest score.
func (t *tally) nth(n int) float64 {
	top := newTop(n, !t.every)
	for _, at := range t.met {
		top.offer(t.scores[at], at)
	}
	return float64(top.least())
}

// mostProposals is how many documents are proposed at most.
const mostProposals = 2000

// best returns the documents with the highest scores, the best first. Of equal
// ones the newest come first where every word is wanted, as in a search, and
// the oldest where something is recalled: who claimed it first.
func (t *tally) best() []proposal {
	top := newTop(mostProposals, !t.every)
	for _, at := range t.met {
		top.offer(t.scores[at], at)
	}
	return top.sorted()
}
