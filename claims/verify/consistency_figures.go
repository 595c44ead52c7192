package verify

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/facts"
)

// twoFigures finds one thing with two figures: sentences that have nearly all
// words in common and one figure each, of one kind, that differ.
func twoFigures(d *claims.Dossier, all []statement) []claims.Finding {
	var found []claims.Finding
	said := tally{number: map[string]int32{}}
	for i := range all {
		figure, ok := onlyOne(all[i])
		if !ok {
			continue
		}
		mine := counted{&all[i], figure, said.numbers(all[i].claim.Text)}
		if other := said.against(mine); other != nil {
			f := differ(d, claims.Warning, all[i], figure.Span, "the article says %s here and %s in #%d of what seems to be the same: see which is right",
				figure.Text, other.figure.Text, other.claim.Number)
			found = append(found, stretch{other.claim, other.figure.Span}.beside(f, d))
		}
		said.add(mine)
	}
	return found
}

// counted is a statement with one figure.
type counted struct {
	*statement
	figure facts.Fact
	words  []int32 // numbers of its content words, each once, in their alphabet's order
}

// tally is the statements with one figure up to some place in the article, by
// their words. Words have numbers: they are compared more often than anything
// else in a long article.
type tally struct {
	number map[string]int32
	all    []counted
	having [][]int32 // by the number of a word, the indexes in all of what has it
	stamps []int32   // by the number of a word, which of the statements asked about had it last
	asked  int32
}

// numbers returns the numbers of the content words of a text.
func (t *tally) numbers(text string) []int32 {
	words := contentWords(text)
	numbers := make([]int32, len(words))
	for i, w := range words {
		n, ok := t.number[w]
		if !ok {
			n = int32(len(t.number))
			t.number[w] = n
			t.having, t.stamps = append(t.having, nil), append(t.stamps, 0)
		}
		numbers[i] = n
	}
	return numbers
}

func (t *tally) add(c counted) {
	for _, w := range c.words {
		t.having[w] = append(t.having[w], int32(len(t.all)))
	}
	t.all = append(t.all, c)
}

// mostAlike is how many statements with a word in common are compared with one,
// the last first: of more, the word is one of the whole article.
const mostAlike = 50

// against returns an earlier statement that says the same with another figure, or
// nil. Two that have three in four words in common share one of the rarest
// quarter of them, and one more.
func (t *tally) against(c counted) *counted {
	t.asked++
	for _, w := range c.words {
		t.stamps[w] = t.asked
	}
	rarest := slices.Clone(c.words)
	slices.SortStableFunc(rarest, func(a, b int32) int { return len(t.having[a]) - len(t.having[b]) })
	for _, w := range rarest[:min(len(rarest), len(rarest)/4+2)] {
		others := t.having[w]
		for _, n := range others[max(0, len(others)-mostAlike):] {
			if other := &t.all[n]; t.sayTheSame(c.words, other.words) && c.contradicts(other) {
				return other
			}
		}
	}
	return nil
}

// sayTheSame reports whether the statement that is asked about and another have
// nearly the same words.
func (t *tally) sayTheSame(mine, others []int32) bool {
	const (
		least = 4
		share = 0.75
	)
	n := 0
	for _, w := range others {
		if t.stamps[w] == t.asked {
			n++
		}
	}
	return n >= least && float64(n) >= share*float64(max(len(mine), len(others)))
}

// contradicts reports whether one figure is given for what another is given for.
func (c counted) contradicts(other *counted) bool {
	return facts.SameUnit(c.figure, other.figure) && sameScope(*c.statement, *other.statement) &&
		facts.Supports(other.figure, c.figure) == facts.Unsupported && facts.Supports(c.figure, other.figure) == facts.Unsupported
}

// onlyOne returns the only figure of a statement.
func onlyOne(s statement) (facts.Fact, bool) {
	var figures []facts.Fact
	for _, f := range s.facts {
		if f.IsFigure() && !f.IsVague() {
			figures = append(figures, f)
		}
	}
	if len(figures) != 1 {
		return facts.Fact{}, false
	}
	return figures[0], true
}

// sameScope reports whether two statements are not said of different years.
func sameScope(a, b statement) bool {
	of := func(s statement) years {
		var all years
		for _, f := range s.facts {
			all = append(all, yearsOf(f)...)
		}
		return all
	}
	x, y := of(a), of(b)
	return len(x) == 0 && len(y) == 0 || x.includes(y)
}

// ageAndBirth finds an age and a year of birth in one sentence that don't agree
// with the day on which the draft was taken in.
func ageAndBirth(d *claims.Dossier, all []statement) []claims.Finding {
	var found []claims.Finding
	for _, s := range all {
		age, born := facts.Fact{}, 0
		for _, f := range s.facts {
			before := strings.ToLower(s.claim.Text[max(0, f.Start-24):f.Start])
			switch {
			case f.Kind == facts.Age && f.Unit == "year":
				age = f
			case f.Kind == facts.Date && f.From != "" && strings.Contains(before, "born"):
				if y := yearsOf(f); len(y) == 1 {
					born = y[0]
				}
			}
		}
		if age.Value == 0 || born == 0 || d.Draft.At.IsZero() || isPast(s.claim.Text) {
			continue
		}
		if now := d.Draft.At.Year() - born; int(age.Value) != now && int(age.Value) != now-1 {
			found = append(found, differ(d, claims.Warning, s, age.Span, "%s does not agree with a birth in %d, which makes it %d or %d: correct one of them",
				age.Text, born, now-1, now))
		}
	}
	return found
}

// isPast reports whether a sentence tells how old somebody was then.
func isPast(text string) bool {
	lower := " " + strings.ToLower(text) + " "
	return strings.Contains(lower, " was ") || strings.Contains(lower, " died ") || strings.Contains(lower, " when ") || strings.Contains(lower, " had ")
}

// totals are the words before what parts add up to, and totalsBehind those behind
// it.
var (
	totals       = []string{"a total of", "in all", "altogether", "total", "together", "combined", "in sum"}
	totalsBehind = []string{" in all", " altogether", " in total", " combined", " overall"}
	// divided are the words between a total and its parts.
	divided = []string{"made up of", "consists of", "consisted of", "composed of", "comprises", "comprised", "comprising", "broken down into", "split into", "divided into"}
)

// sumOfParts finds a total that its parts, which stand with it in one sentence,
// do not give.
func sumOfParts(d *claims.Dossier, all []statement) []claims.Finding {
	var found []claims.Finding
	for _, s := range all {
		var figures []facts.Fact
		for _, f := range s.facts {
			if f.IsFigure() && !f.IsVague() && !f.Approximate && f.Kind != facts.Percent {
				figures = append(figures, f)
			}
		}
		total, parts, ok := totalOf(s.claim.Text, figures)
		if !ok {
			continue
		}
		sum, gives := added(parts, total)
		if gives || sum < total.Value/2 || sum > total.Value*2 {
			continue // a sum far off is of other things
		}
		found = append(found, differ(d, claims.Warning, s, total.Span, "the parts add up to %s, not to %s: correct one of them", shownResult(sum, total), total.Text))
	}
	return found
}

// added returns the sum of parts, and whether it, or that of the first of them,
// is the total: "12 trawlers and 28 tugs, 3 of them for sale".
func added(parts []facts.Fact, total facts.Fact) (sum float64, gives bool) {
	for i, p := range parts {
		sum += p.Value
		is := facts.Supports(facts.Fact{Kind: total.Kind, Unit: total.Unit, Value: sum}, total) != facts.Unsupported
		gives = gives || i > 0 && is
	}
	return sum, gives
}

// totalOf returns the figure that a word for a total stands beside, and the
// others, where there are two or more of its kind.
func totalOf(text string, figures []facts.Fact) (total facts.Fact, parts []facts.Fact, ok bool) {
	lower := strings.ToLower(text)
	const nearby = 20 // bytes
	for i, f := range figures {
		before, behind := lower[max(0, f.Start-nearby):f.Start], lower[f.End:]
		if !slices.ContainsFunc(totals, func(w string) bool { return strings.Contains(before, w) }) &&
			!slices.ContainsFunc(totalsBehind, func(w string) bool { return strings.HasPrefix(behind, w) }) && !(i == 0 && isDivided(lower, figures)) {
			continue
		}
		for j, p := range figures {
			if j != i && facts.SameUnit(p, f) && p.Value < f.Value {
				parts = append(parts, p)
			}
		}
		return f, parts, len(parts) >= 2 && len(parts) == len(figures)-1
	}
	return facts.Fact{}, nil, false
}

// isDivided reports whether the words between the first figure and the second say
// that the others are its parts.
func isDivided(lower string, figures []facts.Fact) bool {
	if len(figures) < 3 || figures[1].Start < figures[0].End {
		return false
	}
	between := lower[figures[0].End:figures[1].Start]
	return slices.ContainsFunc(divided, func(w string) bool { return strings.Contains(between, w) })
}

// shareOfParts finds a percentage that the two figures beside it do not give:
// "38 of 450, or 12 percent".
func shareOfParts(d *claims.Dossier, all []statement) []claims.Finding {
	var found []claims.Finding
	for _, s := range all {
		for i := 0; i+2 < len(s.facts); i++ {
			a, b, p := s.facts[i], s.facts[i+1], s.facts[i+2]
			text := s.claim.Text
			if a.Kind != facts.Number || !b.IsFigure() || p.Kind != facts.Percent || p.Unit != "%" || a.Value <= 0 || b.Value < a.Value {
				continue
			}
			if !isOf(text[a.End:b.Start]) || !isOr(text[b.End:p.Start]) {
				continue
			}
			share := 100 * a.Value / b.Value
			if math.Abs(share-p.Value) > 1 && facts.Supports(facts.Fact{Kind: facts.Percent, Unit: "%", Value: share}, p) == facts.Unsupported {
				found = append(found, differ(d, claims.Warning, s, p.Span, "%s of %s is %s percent, not %s: correct one of them", a.Text, b.Text, fmt.Sprintf("%.1f", share), p.Text))
			}
		}
	}
	return found
}

// isOf reports whether what stands between two figures makes one a part of the
// other.
func isOf(between string) bool {
	w := strings.Fields(strings.ToLower(between))
	return len(w) > 0 && len(w) <= 4 && slices.Contains(w, "of")
}

// isOr reports whether what stands between figures says that the second is the
// first in other words.
func isOr(between string) bool {
	const nearby = 40 // bytes
	lower := strings.ToLower(between)
	return len(between) <= nearby && (strings.Contains(lower, ", or ") || strings.Contains(lower, "(") || strings.Contains(lower, " – ") || strings.Contains(lower, "—"))
}
