package verify

import (
	"slices"
	"time"

	"stet/claims"
	"stet/claims/facts"
)

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
