package verify

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"stet/claims"
	"stet/claims/facts"
	"stet/sources"
)

// reading is a text prepared for looking things up in it. What the document
// says of itself (title, byline, publisher) is evidence too.
type reading struct {
	text      *sources.Text
	ruler     func() *claims.Ruler
	published time.Time           // zero where the text does not say
	all       func() []facts.Fact // facts.AllNumbers, in order
	byValue   func() []int32      // indexes of figures in all, by their values
	names     func() []facts.Fact
	named     func() *facts.NameIndex
	offices   func() []facts.Office // that the names hold
	dates     func() []facts.Fact   // with the day of publication
	emphases  func() []facts.Fact
	spans     func() []claims.Span // of its sentences
	split     func() []sentence
	stems     func() map[string]bool // of its content words
	scans     []claims.Span          // pages that are pictures
}

// prepare makes a text ready for looking things up in it. Facts are found when
// they are first asked for: many claims hold neither figure nor name.
func prepare(t *sources.Text, source sources.Source) *reading {
	r := &reading{text: t, published: publishedOn(t, source)}
	r.ruler = sync.OnceValue(func() *claims.Ruler { return claims.NewRuler(t.Body) })
	r.all = sync.OnceValue(func() []facts.Fact { return withElapsed(facts.AllNumbers(t.Body, r.published)) })
	r.byValue = sync.OnceValue(r.valued)
	r.names = sync.OnceValue(func() []facts.Fact { return facts.Names(t.Body) })
	r.offices = sync.OnceValue(func() []facts.Office { return facts.Offices(t.Body, r.names()) })
	r.named = sync.OnceValue(func() *facts.NameIndex { return facts.IndexNames(t.Body) })
	r.dates = sync.OnceValue(r.dated)
	r.emphases = sync.OnceValue(func() []facts.Fact { return facts.Emphases(t.Body) })
	r.spans = sync.OnceValue(func() []claims.Span { return sentenceSpans(t.Body) })
	r.split = sync.OnceValue(func() []sentence { return sentences(t.Body) })
	r.stems = sync.OnceValue(func() map[string]bool {
		all := map[string]bool{}
		for _, s := range r.sentences() {
			for _, w := range s.words {
				all[w] = true
			}
		}
		return all
	})
	for _, p := range t.Pages {
		if p.NeedsOCR {
			r.scans = append(r.scans, claims.Span{Start: p.Start, End: p.End})
		}
	}
	return r
}

// publishedOn returns the day on which a document says that it was published,
// or the ledger says that it was; zero where neither does.
func publishedOn(t *sources.Text, source sources.Source) time.Time {
	for _, said := range []string{t.Published, source.Date} {
		if len(said) >= len(time.DateOnly) {
			if day, err := time.Parse(time.DateOnly, said[:len(time.DateOnly)]); err == nil {
				return day
			}
		}
		for _, f := range facts.Numbers(said) {
			if day, err := time.Parse(time.DateOnly, f.From); err == nil && f.From == f.To {
				return day
			}
		}
	}
	return dateline(t.Body)
}

// dateline returns the day that stands on a line of its own at the head of a
// text, as releases and reports have it; zero where none does.
func dateline(body string) time.Time {
	const head = 8 // lines
	lines := 0
	for line := range strings.Lines(body) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if lines++; lines > head {
			break
		}
		const (
			around = 24          // bytes for a weekday, a place, "Published"
			most   = 40 + around // of a date in words
		)
		if len(line) > most {
			continue
		}
		found := facts.Numbers(line)
		if len(found) == 1 && found[0].Kind == facts.Date && len(line) <= len(found[0].Text)+around {
			if day, err := time.Parse(time.DateOnly, found[0].From); err == nil && found[0].From == found[0].To {
				return day
			}
		}
	}
	return time.Time{}
}

// withElapsed adds to some facts the figures of those that tell a time ago.
func withElapsed(all []facts.Fact) []facts.Fact {
	for i := len(all) - 1; i >= 0; i-- {
		if inner := elapsed(all[i]); len(inner) > 0 {
			all = slices.Insert(all, i+1, inner...)
		}
	}
	return all
}

// valued returns the indexes of the figures in the order of their values.
func (r *reading) valued() []int32 {
	all := r.all()
	var order []int32
	for i, f := range all {
		if f.IsFigure() || f.Kind == facts.Ordinal {
			order = append(order, int32(i))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(all[a].Value, all[b].Value) })
	return order
}

// numbers returns the numbers and dates of the text that count something.
func (r *reading) numbers() []facts.Fact {
	return slices.DeleteFunc(slices.Clone(r.all()), func(f facts.Fact) bool { return !facts.Counts(r.text.Body, f) })
}

// same returns the figures that have the value of one of the copy's and carry
// it, in the order of the text.
func (r *reading) same(figure facts.Fact) []facts.Fact {
	if figure.IsVague() {
		return nil
	}
	all, order := r.all(), r.byValue()
	at, _ := slices.BinarySearchFunc(order, figure.Value, func(i int32, value float64) int { return cmp.Compare(all[i].Value, value) })
	var same []facts.Fact
	for ; at < len(order) && all[order[at]].Value == figure.Value; at++ {
		if facts.Supports(all[order[at]], figure) != facts.Unsupported {
			same = append(same, all[order[at]])
		}
	}
	return same
}

// figures returns the figures that may carry one of the copy's: those that are
// the same where there are any.
func (r *reading) figures(figure facts.Fact) []facts.Fact {
	if same := r.same(figure); len(same) > 0 {
		return same
	}
	return r.all()
}

// within returns the figures of a stretch that are of one kind and unit with
// another; none of no stretch.
func (r *reading) within(s *claims.Span, figure facts.Fact) []facts.Fact {
	if s == nil {
		return nil
	}
	var same []facts.Fact
	for _, f := range r.all() {
		if s.Start <= f.Start && f.End <= s.End && facts.SameUnit(f, figure) && !f.IsVague() && facts.Counts(r.text.Body, f) {
			same = append(same, f)
		}
	}
	return same
}

// sentences returns the sentences of the text, in order.
func (r *reading) sentences() []sentence { return r.split() }

// sentence returns the span of the one that an offset lies in.
func (r *reading) sentence(offset int) claims.Span {
	all := r.spans()
	i, _ := slices.BinarySearchFunc(all, offset, func(s claims.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	if i == len(all) {
		return claims.Span{Start: offset, End: offset}
	}
	return all[i]
}

// mayHide reports whether words that were not found may stand on a scanned
// page: on one that the passage names, or on any where none is named.
func (r *reading) mayHide(p passage) bool {
	if !p.found {
		return len(r.scans) > 0
	}
	for _, scan := range r.scans {
		for _, s := range p.spans {
			if s.Start <= scan.Start && scan.End <= s.End {
				return true
			}
		}
	}
	return false
}
