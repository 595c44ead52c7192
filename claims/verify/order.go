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

// event is something with its days.
type event struct {
	text     string // the date as written
	from, to string
	ev       *evidence // nil where the copy itself gives the date
	span     claims.Span
}

// isAs reports whether two things have one date, given once: it is that of one of
// them only, or says nothing of their order.
func (e event) isAs(other event) bool {
	if e.ev == nil || other.ev == nil {
		return e.ev == other.ev && e.from == other.from
	}
	return e.ev.snapshot == other.ev.snapshot && e.span == other.span
}

// where names who gives the date.
func (e event) where() string {
	if e.ev == nil {
		return "the copy itself"
	}
	return e.ev.source.Name() + onPage(pageName(*e.ev, e.span.Start))
}

// dateOf returns when a thing was: as the copy says itself, with the last date of
// the stretch, else as a source says.
func (q *inquiry) dateOf(s claims.Span) (event, bool) {
	told := q.told(s)
	if len(told) > 0 {
		return told[len(told)-1], true
	}
	return q.happened(s)
}

// told returns the dates that the copy gives in a stretch of the claim.
func (q *inquiry) told(s claims.Span) []event {
	var all []event
	for _, f := range facts.NumbersOn(s.In(q.claim.Text), q.on()) {
		if f.Kind == facts.Date && f.From != "" && !isReckoned(f) {
			all = append(all, event{text: f.Text, from: f.From, to: f.To})
		}
	}
	return all
}

// beginnings are the stems of words for how something begins to be: what the
// copy says came about can't have done so before.
var beginnings = []string{"releas", "launch", "introduc", "unveil", "debut", "found", "open", "creat", "establish", "born", "publish", "sign", "end", "close",
	"begin", "start", "becom", "die", "elect", "announc", "fail", "collaps"}

// happened returns when a source says that what a stretch of the claim tells
// came about: it names it in a sentence with one date and, where the copy's verb
// is another, a word for a beginning. Of several the earliest counts; sources
// that the claim does not cite are asked where those that it does say nothing.
func (q *inquiry) happened(s claims.Span) (event, bool) {
	said := s.In(q.claim.Text)
	var names [][]string
	for _, n := range q.names() {
		if s.Start <= n.Start && n.End <= s.End {
			names = append(names, contentWords(n.Text))
		}
	}
	if len(names) == 0 {
		return event{}, false
	}
	for _, asked := range [][]evidence{q.read(), q.elsewhere()} {
		var best event
		for _, ev := range asked {
			for _, sentence := range ev.mentions(names) {
				if found, ok := ev.dated(sentence, names, contentWords(said)); ok && (best.from == "" || found.to < best.to) {
					best = found
				}
			}
		}
		if best.from != "" {
			return best, true
		}
	}
	return event{}, false
}

// mentions returns the sentences of a source that has all of some names' words;
// none where it can't have them.
func (e *evidence) mentions(names [][]string) []sentence {
	stems := e.reading.stems()
	for _, n := range names {
		if len(n) == 0 || slices.ContainsFunc(n, func(w string) bool { return !stems[w] }) {
			return nil
		}
	}
	return e.reading.sentences()
}

// dated returns the date of a sentence that has all names and at least half of
// the copy's other words or, of what is no person, tells a beginning.
func (e *evidence) dated(s sentence, names [][]string, words []string) (event, bool) {
	var all []string
	for _, n := range names {
		if shared(n, s.words) < len(n) {
			return event{}, false
		}
		all = append(all, n...)
	}
	others := len(words) - shared(words, sorted(all))
	alike := shared(words, s.words) - shared(words, sorted(all)) // words apart from the names
	begins := slices.ContainsFunc(s.words, func(w string) bool { return slices.Contains(beginnings, w) })
	if (alike == 0 || 2*alike < others) && (!begins || e.namesPerson(names)) {
		return event{}, false
	}
	var in []facts.Fact
	for _, f := range e.reading.dates() {
		if s.Start <= f.Start && f.End <= s.End && f.From != "" && hasYear(f) {
			in = append(in, f)
		}
	}
	if len(in) != 1 {
		return event{}, false
	}
	return event{in[0].Text, in[0].From, in[0].To, e, in[0].Span}, true
}

// sorted returns words as contentWords does: sorted, each once.
func sorted(words []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(words)))
}

// namesPerson reports whether one of some names is that of a person whom the
// source gives by full name: people begin many things, and a thing begins once.
func (e *evidence) namesPerson(names [][]string) bool {
	return slices.ContainsFunc(e.reading.names(), func(given facts.Fact) bool {
		if !facts.IsPersons(given.Text) {
			return false
		}
		words := contentWords(given.Text)
		return slices.ContainsFunc(names, func(n []string) bool { return shared(n, words) == len(n) })
	})
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

// between returns how long after the second event the first can have been, at
// least and at most; false where a date can't be read.
func between(first, second event) (least, most time.Duration, ok bool) {
	var days [4]time.Time
	for i, text := range []string{first.from, first.to, second.from, second.to} {
		var err error
		if days[i], err = time.Parse(time.DateOnly, text); err != nil {
			return 0, 0, false
		}
	}
	return days[0].Sub(days[3]), days[1].Sub(days[2]), true
}
