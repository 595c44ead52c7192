package verify

import (
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/facts"
)

// orderWords are the words that put one thing before or after another, the
// longest first. Span is how far apart the two can be; zero for any time.
var orderWords = []struct {
	words  string
	before bool
	years  int
}{
	{"within a year after", false, 1}, {"within a year of", false, 1},
	{"long before", true, 0}, {"years before", true, 0}, {"months before", true, 0}, {"weeks before", true, 0}, {"shortly before", true, 0},
	{"well before", true, 0}, {"just before", true, 0}, {"ahead of", true, 0}, {"prior to", true, 0}, {"before", true, 0},
	{"long after", false, 0}, {"years after", false, 0}, {"months after", false, 0}, {"weeks after", false, 0}, {"shortly after", false, 0},
	{"soon after", false, 0}, {"just after", false, 0}, {"after", false, 0},
}

// order is what a claim says of two things: the first came before the second, or
// after it.
type order struct {
	words         string
	before        bool
	years         int
	first, second claims.Span // in the claim's text
}

// orderIn returns the order that a claim tells, where it tells one.
func orderIn(text string) (order, bool) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return order{}, false
	}
	for _, row := range orderWords {
		at := strings.Index(lower, " "+row.words+" ")
		if at < 0 {
			continue
		}
		end := at + len(row.words) + 2
		second := claims.Span{Start: end, End: len(text)}
		if i := strings.IndexAny(text[end:], ",;:—"); i >= 0 {
			second.End = end + i
		}
		second.End = end + len(strings.TrimRight(text[end:second.End], ".!? \n"))
		return order{row.words, row.before, row.years, claims.Span{Start: 0, End: at}, second}, true
	}
	return order{}, false
}

// checkOrder compares what the copy puts before or after what with the dates
// that it gives itself, or its sources give, of the two.
func checkOrder(q *inquiry) []claims.Finding {
	o, ok := orderIn(q.claim.Text)
	if !ok {
		return nil
	}
	second, ok := q.happened(o.second)
	if !ok {
		return nil
	}
	first := q.told(o.first)
	if len(first) == 0 {
		if one, ok := q.happened(o.first); ok {
			first = append(first, one)
		}
	}
	for _, f := range first {
		if o.agrees(f, second) {
			continue
		}
		found := q.find(claims.Error, claims.Contradicted, second.ev, "the copy puts %s %s “%s”, which %s%s dates to %s: check the order",
			f.text, o.words, o.second.In(q.claim.Text), second.ev.source.Name(), onPage(pageName(*second.ev, second.span.Start)), second.text)
		found.Spans, found.Evidence = q.span(claims.Span{Start: o.first.End + 1, End: o.second.End}), []claims.Span{second.span}
		return []claims.Finding{found}
	}
	return nil
}

// event is something with its days.
type event struct {
	text     string // the date as written
	from, to string
	ev       *evidence // nil where the copy itself gives the date
	span     claims.Span
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
	"began", "start", "becam", "die", "elect", "announc", "fail", "collaps"}

// happened returns when a source says that what a stretch of the claim tells
// came about: it names it in a sentence with one date and, where the copy's verb
// is another, a word for a beginning. Of several the earliest counts.
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
	var best event
	for _, ev := range q.read() {
		for _, sentence := range ev.reading.sentences() {
			if found, ok := ev.dated(sentence, names, contentWords(said)); ok && (best.from == "" || found.to < best.to) {
				best = found
			}
		}
	}
	return best, best.from != ""
}

// dated returns the date of a sentence that has all names and tells of them what
// the copy's words do, or a beginning.
func (e *evidence) dated(s sentence, names [][]string, words []string) (event, bool) {
	var all []string
	for _, n := range names {
		if len(n) == 0 || shared(n, s.words) < len(n) {
			return event{}, false
		}
		all = append(all, n...)
	}
	const alike = 1 // word apart from the names
	if shared(words, s.words) < len(all)+alike && !slices.ContainsFunc(s.words, func(w string) bool { return slices.Contains(beginnings, w) }) {
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

// agrees reports whether two dates can be in the order told.
func (o order) agrees(first, second event) bool {
	switch {
	case o.before:
		return first.from <= second.to
	case o.years > 0:
		end, err := time.Parse(time.DateOnly, second.to)
		return err != nil || first.to >= second.from && first.from <= end.AddDate(o.years, 0, 0).Format(time.DateOnly)
	}
	return first.to >= second.from
}
