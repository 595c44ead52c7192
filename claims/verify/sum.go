package verify

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"stet/claims"
	"stet/claims/facts"
)

// sum is a figure that the draft says is worked out: "= 38/450".
type sum struct {
	text  string
	value float64
	err   error
}

// sums returns what the claim's notes say is worked out.
func (q *inquiry) sums() []sum {
	notes := make([]string, 0, len(q.evidence)+len(q.claim.Remarks))
	for _, ev := range q.evidence {
		notes = append(notes, ev.citation.Note)
	}
	for _, r := range q.claim.Remarks {
		notes = append(notes, r.Text)
	}
	var all []sum
	for _, n := range notes {
		if text, ok := formula(n); ok {
			value, err := calculate(text)
			all = append(all, sum{text, value, err})
		}
	}
	return all
}

// formula returns what a note has behind an equals sign, as far as it can be
// worked out.
func formula(note string) (string, bool) {
	_, after, ok := strings.Cut(note, "=")
	if !ok {
		return "", false
	}
	after = strings.TrimSpace(after)
	end := strings.IndexFunc(after, func(r rune) bool { return !strings.ContainsRune("0123456789.,+-*/()×÷− %", r) })
	if end >= 0 {
		after = after[:end]
	}
	after = strings.TrimRight(after, " .,(")
	return after, strings.ContainsAny(after, "0123456789") && strings.ContainsAny(after, "+-*/×÷−")
}

// checkSums works out again what the draft's notes say was, and compares it with
// the claim's figures at the precision that they show.
func checkSums(q *inquiry) []claims.Finding {
	var found []claims.Finding
	for _, s := range q.sums() {
		if s.err != nil {
			found = append(found, q.find(claims.Warning, claims.Unread, nil, "“= %s” can't be worked out (%v): write it as a sum of figures", s.text, s.err))
			continue
		}
		figures := q.figures()
		if len(figures) == 0 || s.gives(figures) >= 0 {
			continue
		}
		f := q.find(claims.Error, claims.Contradicted, nil, "“= %s” gives %s, and the copy says %s: correct one of them",
			s.text, shownResult(s.value, figures[0]), figures[0].Text)
		f.Spans = q.span(figures[0].Span)
		found = append(found, f)
	}
	return found
}

// figures returns the claim's figures.
func (q *inquiry) figures() []facts.Fact {
	var all []facts.Fact
	for _, f := range q.numbers() {
		if f.IsFigure() && !f.IsVague() {
			all = append(all, f)
		}
	}
	return all
}

// mostChange is how far from one the quotient of two figures is taken for the
// change from one to the other: "= 53/50" is 6 percent more.
const mostChange = 0.5

// gives returns the index of the figure that is the sum's result, at the
// precision that it shows, or -1.
func (s sum) gives(figures []facts.Fact) int {
	return slices.IndexFunc(figures, func(f facts.Fact) bool {
		return slices.ContainsFunc(s.readings(f.Kind), func(value float64) bool {
			result := facts.Fact{Kind: f.Kind, Unit: f.Unit, Value: value}
			return facts.Supports(result, f) != facts.Unsupported || facts.RoundsTo(value, f)
		})
	})
}

// readings returns what a sum gives for a figure of a kind: as it is, and for a
// percentage as a share, or as the change that a quotient shows.
func (s sum) readings(k facts.Kind) []float64 {
	all := []float64{s.value}
	if k != facts.Percent {
		return all
	}
	all = append(all, s.value*100)
	if math.Abs(s.value-1) < mostChange {
		all = append(all, math.Abs(s.value-1)*100)
	}
	return all
}

// isWorkedOut reports whether a note says how a figure was worked out, so that
// it need stand in no source.
func (q *inquiry) isWorkedOut(figure facts.Fact) bool {
	for _, s := range q.sums() {
		if s.err == nil && s.gives([]facts.Fact{figure}) >= 0 {
			return true
		}
	}
	return false
}

// shownResult writes what a sum gives as the copy would: a share as a percentage,
// and a large figure in millions or the like.
func shownResult(value float64, as facts.Fact) string {
	if as.Kind == facts.Percent && value <= 1 {
		return strconv.FormatFloat(value*100, 'g', 4, 64) + " percent"
	}
	for _, scale := range []struct {
		value float64
		name  string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
		if math.Abs(value) >= scale.value {
			return strconv.FormatFloat(value/scale.value, 'g', 6, 64) + scale.name
		}
	}
	return strconv.FormatFloat(value, 'g', 6, 64)
}

// mostParts is how many figures of a passage are tried with each other: among
// more, some give anything.
const mostParts = 8

// explain looks for two figures near the words relied on, in one source, that
// give the copy's: a sum, a difference, or a share.
func (q *inquiry) explain(figure facts.Fact) (string, *evidence) {
	if !isTelling(figure) {
		return "", nil
	}
	for _, ev := range q.read() {
		parts := ev.near(figure)
		if text := total(parts, figure); text != "" {
			return text, &ev
		}
		for i, a := range parts {
			for j, b := range parts {
				if i != j {
					if text := combined(a, b, figure, i < j); text != "" {
						return text, &ev
					}
				}
			}
		}
	}
	return "", nil
}

// total says how all figures of one unit with another, of which there are three
// or more, add up to it, or nothing.
func total(parts []facts.Fact, figure facts.Fact) string {
	const least = 3 // two are tried in every way
	sum := facts.Fact{Kind: figure.Kind, Unit: figure.Unit}
	var texts []string
	for _, p := range parts {
		if facts.SameUnit(p, figure) {
			sum.Value += p.Value
			texts = append(texts, p.Text)
		}
	}
	if len(texts) < least || facts.Supports(sum, figure) == facts.Unsupported {
		return ""
	}
	return "the sum of " + strings.Join(texts[:len(texts)-1], ", ") + " and " + texts[len(texts)-1]
}

// near returns the figures in and around the words relied on, or of a short
// source all; none where they are too many.
func (e *evidence) near(figure facts.Fact) []facts.Fact {
	var parts []facts.Fact
	for _, f := range e.reading.numbers() {
		if f.IsFigure() && !f.IsVague() && (e.distance(f.Span) <= besideIt || e.quoted() == nil) {
			parts = append(parts, f)
		}
	}
	if len(parts) > mostParts {
		return nil
	}
	return parts
}

// combined says how two figures give a third, or nothing.
func combined(a, b, figure facts.Fact, once bool) string {
	alike := facts.SameUnit(a, b)
	try := func(value float64, kind facts.Kind, unit, sign string) string {
		if facts.Supports(facts.Fact{Kind: kind, Unit: unit, Value: value}, figure) == facts.Unsupported {
			return ""
		}
		return fmt.Sprintf("%s %s %s", a.Text, sign, b.Text)
	}
	switch {
	case alike && figure.Kind == facts.Percent && a.Kind != facts.Percent && a.Value > 0 && b.Value > 0 && a.Value != b.Value:
		if text := try(100*a.Value/b.Value, facts.Percent, "%", "of"); text != "" && a.Value < b.Value {
			return text
		}
		if !once {
			return ""
		}
		if text := try(100*math.Abs(b.Value-a.Value)/a.Value, facts.Percent, "%", "to"); text != "" {
			return "the change from " + text
		}
	case alike && once && facts.SameUnit(a, figure):
		if text := try(a.Value+b.Value, a.Kind, a.Unit, "and"); text != "" {
			return text
		}
		fallthrough
	case alike && facts.SameUnit(a, figure) && a.Value > b.Value:
		return try(a.Value-b.Value, a.Kind, a.Unit, "less")
	}
	return ""
}
