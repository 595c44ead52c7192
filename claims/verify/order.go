package verify

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"stet/claims"
	"stet/claims/facts"
)

// order is what a claim says of two things: when one came, by the other.
type order struct {
	words         string
	direction     direction
	within        time.Duration // how far apart they can be; 0 for any time
	apart         time.Duration // how far apart they are; 0 where the words don't say
	slack         time.Duration // by how much that may be off
	first, second claims.Span   // in the claim's text
}

// direction says on which side of the second thing the first is.
type direction int

const (
	before direction = iota
	after
	either // "within a year of"
)

// orderWords is how copy puts one thing before or after another. Of two that
// begin at one place the longer counts.
var orderWords = sync.OnceValue(func() *regexp.Regexp {
	const count = `(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|several|many|few|some)`
	const unit = `(?:day|week|month|year|decade)s?`
	return regexp.MustCompile(`(?i)\b(?:` +
		`within (` + count + `) (` + unit + `) (after|of)` +
		`|(?:(` + count + `|the) )?(?:full )?(` + unit + `) (before|after)` +
		`|(?:long |shortly |soon |well |just |right |immediately |only |even )?(before|after)` +
		`|(ahead of|prior to|earlier than|no later than)|(later than)` +
		`)\b`)
})

// The groups of orderWords.
const (
	withinCount, withinUnit, withinWhich = 1, 2, 3
	apartCount, apartUnit, apartWhich    = 4, 5, 6
	plainWhich, aheadOf, laterThan       = 7, 8, 9
)

// units are what is counted, in days.
var units = map[string]float64{"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25, "decade": 3652.5}

const day = 24 * time.Hour

// newOrder reads the groups of one match.
func newOrder(group func(int) string) order {
	o := order{words: strings.ToLower(strings.Join(strings.Fields(group(0)), " "))}
	switch which := strings.ToLower(group(withinWhich) + group(apartWhich) + group(plainWhich)); {
	case which == "of":
		o.direction = either
	case which == "after", group(laterThan) != "":
		o.direction = after
	}
	if n := countOf(group(withinCount)); n > 0 {
		o.within = time.Duration(n * units[singular(group(withinUnit))] * float64(day))
	}
	if n := countOf(group(apartCount)); n > 0 {
		size := units[singular(group(apartUnit))] * float64(day)
		o.apart, o.slack = time.Duration(n*size), time.Duration(size)
	}
	return o
}

func singular(unit string) string { return strings.TrimSuffix(strings.ToLower(unit), "s") }

// countOf returns what a count says, 0 where it says no number.
func countOf(word string) float64 {
	switch strings.ToLower(word) {
	case "", "several", "many", "few", "some":
		return 0
	case "a", "an", "the":
		return 1
	}
	if f := facts.Figures(word); len(f) == 1 {
		return f[0].Value
	}
	return 0
}

// ordersIn returns the orders that a claim tells, sentence by sentence.
func ordersIn(text string) []order {
	if !mayTellOrder(text) {
		return nil
	}
	var all []order
	for _, s := range sentenceSpans(text) {
		all = append(all, ordersWithin(text, s)...)
	}
	return all
}

// mayTellOrder reports whether a text has a word that orderWords needs, so that
// not every claim is searched for them.
func mayTellOrder(text string) bool {
	return slices.ContainsFunc([]string{"efore", "fter", "ithin", "head of", "rior to", "than"}, func(w string) bool { return strings.Contains(text, w) })
}

// ordersWithin returns those of one sentence. What stands before the words is
// the first thing, and what stands behind them, up to a comma, the second; where
// a sentence begins with them, the first stands behind that comma. Of several,
// those that only join on tell of the same first thing.
func ordersWithin(text string, s claims.Span) []order {
	var all []order
	from := s.Start
	for _, m := range orderWords().FindAllStringSubmatchIndex(s.In(text), -1) {
		o := newOrder(func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return s.In(text)[m[2*i]:m[2*i+1]]
		})
		start, end := s.Start+m[0], s.Start+m[1]
		if strings.HasPrefix(text[end:], "-") || start > s.Start && text[start-1] == '-' || isOfPlace(text[min(from, start):start], o.words) {
			continue // "before-tax"
		}
		o.second = trimmed(text, claims.Span{Start: end, End: phraseEnd(text, end, s.End)})
		o.first = trimmed(text, claims.Span{Start: from, End: start})
		switch opens := strings.TrimSpace(text[s.Start:start]) == ""; {
		case opens:
			o.first = trimmed(text, claims.Span{Start: min(s.End, o.second.End+1), End: s.End})
		case len(all) > 0 && len(contentWords(o.first.In(text))) == 0:
			o.first = all[len(all)-1].first
		}
		if len(all) > 0 && all[len(all)-1].second.End > start {
			all[len(all)-1].second = trimmed(text, claims.Span{Start: all[len(all)-1].second.Start, End: start})
		}
		from = o.second.End
		all = append(all, o)
	}
	return all
}

// isOfPlace reports whether "before" or "after" behind some words tells no time:
// "testified before the council", "looked after".
func isOfPlace(words, order string) bool {
	lower := strings.Fields(strings.ToLower(words))
	if len(lower) == 0 {
		return false
	}
	last := strings.Trim(lower[len(lower)-1], ",")
	if order == "after" {
		return strings.Contains(" look looks looked looking named called modelled modeled sought take takes took ", " "+last+" ")
	}
	return order == "before" && slices.ContainsFunc(lower, func(w string) bool {
		return slices.ContainsFunc([]string{"testif", "testim", "appear", "argu", "plead", "hearing", "sworn", "pending"}, func(stem string) bool { return strings.HasPrefix(w, stem) })
	})
}

// phraseEnd returns where the phrase ends that begins at an offset.
func phraseEnd(text string, start, end int) int {
	if i := strings.IndexAny(text[start:end], ",;:—"); i >= 0 {
		return start + i
	}
	return end
}

// trimmed returns a stretch without marks and spaces at its ends, and without an
// "and" at its end.
func trimmed(text string, s claims.Span) claims.Span {
	s.Start = min(s.Start, s.End)
	words := s.In(text)
	words = strings.TrimRight(words, ".!?,;:— \n\"”’")
	words = strings.TrimRight(strings.TrimSuffix(words, " and"), ", ")
	s.End = s.Start + len(words)
	s.Start = s.End - len(strings.TrimLeft(words, ",;:— \n"))
	return s
}

// checkOrder compares what the copy puts before or after what with the dates
// that it gives itself, or its sources give, of the two: those that the claim
// cites, else the article's others.
func checkOrder(q *inquiry) []claims.Finding {
	var found []claims.Finding
	for _, o := range ordersIn(q.claim.Text) {
		second, ok := q.dateOf(o.second)
		if !ok {
			continue
		}
		first, ok := q.dateOf(o.first)
		if !ok || o.agrees(first, second) || first.isAs(second) {
			continue
		}
		found = append(found, q.misordered(o, first, second))
	}
	return found
}

// misordered makes a finding of an order that two dates don't have.
func (q *inquiry) misordered(o order, first, second event) claims.Finding {
	at := cmp.Or(second.ev, first.ev)
	f := q.find(claims.Error, claims.Contradicted, at, "the copy puts %s %s “%s”, which %s dates to %s: check the order",
		q.called(first, o.first), o.words, o.second.In(q.claim.Text), second.where(), second.text)
	f.Spans = q.span(claims.Span{Start: min(o.first.End, o.second.Start-len(o.words)-1), End: o.second.End})
	for _, e := range []event{second, first} {
		if e.ev != nil && e.ev == at {
			f.Evidence = append(f.Evidence, e.span)
		}
	}
	return f
}

// called names a thing by the date that the copy gives it, else by its words with
// the date that a source gives.
func (q *inquiry) called(e event, s claims.Span) string {
	if e.ev == nil {
		return e.text
	}
	return "“" + shorten(s.In(q.claim.Text)) + "”, of " + e.text + " in " + e.where() + ","
}

// agrees reports whether two dates can be in the order told, as far apart as is
// told. What nobody can read agrees.
func (o order) agrees(first, second event) bool {
	least, most, ok := between(first, second)
	if !ok {
		return true
	}
	switch {
	case o.direction == before && least > 0, o.direction == after && most < 0:
		return false
	case o.direction == either && o.within > 0:
		return least <= o.within && most >= -o.within
	case o.direction == before: // what follows counts from the first
		least, most = -most, -least
	}
	switch {
	case o.within > 0:
		return least <= o.within
	case o.apart > 0:
		return most >= o.apart-o.slack && least <= o.apart+o.slack
	}
	return true
}
