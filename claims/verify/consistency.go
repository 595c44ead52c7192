package verify

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/facts"
)

var consistency = Check{
	ID:      "consistency",
	Title:   "the article agrees with itself: in names, ages, sums and percentages",
	article: checkConsistency,
	Catch:   consistencyCatch,
	Spare:   consistencySpare,
}

// disagreements lists what is compared within one article.
var disagreements = []func(*claims.Dossier, []statement) []claims.Finding{
	twoSpellings, twoFigures, ageAndBirth, sumOfParts, shareOfParts, twoSpeakers,
}

// statement is one claim with what is compared of it.
type statement struct {
	claim claims.Claim
	names []facts.Fact
	facts []facts.Fact // numbers and dates
}

func checkConsistency(d *claims.Dossier) []claims.Finding {
	var all []statement
	for _, e := range d.Entries {
		if !e.Claim.Cut {
			all = append(all, statement{e.Claim, facts.Names(e.Claim.Text), facts.NumbersOn(e.Claim.Text, d.Draft.At)})
		}
	}
	var found []claims.Finding
	for _, find := range disagreements {
		found = append(found, find(d, all)...)
	}
	return found
}

// differ makes a finding of two claims that don't agree, at the second.
func differ(d *claims.Dossier, severity claims.Severity, s statement, at claims.Span, message string, args ...any) claims.Finding {
	q := inquiry{dossier: d, claim: s.claim}
	f := q.find(severity, claims.Contradicted, nil, message, args...)
	f.Spans = q.span(at)
	return f
}

// twoSpellings finds a full name that the article spells two ways. One that
// stands more often is taken for the right one.
func twoSpellings(d *claims.Dossier, all []statement) []claims.Finding {
	count := map[string]int{}
	var order []string
	for _, s := range all {
		for _, n := range s.names {
			if strings.Contains(n.Text, " ") {
				if count[n.Text] == 0 {
					order = append(order, n.Text)
				}
				count[n.Text]++
			}
		}
	}
	var found []claims.Finding
	told := map[string]bool{}
	for _, s := range all {
		for _, n := range s.names {
			for _, other := range order {
				if count[other] < count[n.Text] || other == n.Text || count[other] == count[n.Text] && slices.Index(order, other) > slices.Index(order, n.Text) {
					continue
				}
				if told[n.Text] || !facts.NearName(n.Text, other) || !isOnePersons(n.Text, other) {
					continue
				}
				told[n.Text] = true
				found = append(found, differ(d, claims.Warning, s, n.Span, "the article spells it %s here and %s elsewhere: choose the right one", n.Text, other))
			}
		}
	}
	return found
}

// isOnePersons reports whether two spellings are likely to be of one: the first
// words are the same, or the last are. Brothers share the last and have first
// names that are more than a letter apart.
func isOnePersons(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return x[0] == y[0] || x[len(x)-1] == y[len(y)-1]
}

// twoFigures finds one thing with two figures: sentences that have nearly all
// words in common and one figure each, of one kind, that differ.
func twoFigures(d *claims.Dossier, all []statement) []claims.Finding {
	var found []claims.Finding
	for i, s := range all {
		mine, ok := onlyOne(s)
		if !ok {
			continue
		}
		words := contentWords(s.claim.Text)
		for _, other := range all[:i] {
			theirs, ok := onlyOne(other)
			if !ok || !facts.SameUnit(mine, theirs) || facts.Supports(theirs, mine) != facts.Unsupported || facts.Supports(mine, theirs) != facts.Unsupported {
				continue
			}
			if !sayTheSame(words, contentWords(other.claim.Text)) || !sameScope(s, other) {
				continue
			}
			found = append(found, differ(d, claims.Warning, s, mine.Span, "the article says %s here and %s in #%d of what seems to be the same: see which is right",
				mine.Text, theirs.Text, other.claim.Number))
			break
		}
	}
	return found
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

// sayTheSame reports whether two statements have nearly the same words.
func sayTheSame(a, b []string) bool {
	const (
		least = 4
		share = 0.75
	)
	n := shared(a, b)
	return n >= least && float64(n) >= share*float64(max(len(a), len(b)))
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

// totals are the words before what parts add up to.
var totals = []string{"a total of", "in all", "altogether", "total", "together", "combined", "in sum"}

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
		sum := 0.
		for _, p := range parts {
			sum += p.Value
		}
		if facts.Supports(facts.Fact{Kind: total.Kind, Unit: total.Unit, Value: sum}, total) != facts.Unsupported || sum < total.Value/2 || sum > total.Value*2 {
			continue // a sum far off is of other things
		}
		found = append(found, differ(d, claims.Warning, s, total.Span, "the parts add up to %s, not to %s: correct one of them", shownResult(sum, total), total.Text))
	}
	return found
}

// totalOf returns the figure that a word for a total stands before, and the
// others, where there are two or more of its kind.
func totalOf(text string, figures []facts.Fact) (total facts.Fact, parts []facts.Fact, ok bool) {
	lower := strings.ToLower(text)
	const nearby = 20 // bytes
	for i, f := range figures {
		before := lower[max(0, f.Start-nearby):f.Start]
		if !slices.ContainsFunc(totals, func(w string) bool { return strings.Contains(before, w) }) {
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

// twoSpeakers finds words in quotation marks that the article gives to two named
// people.
func twoSpeakers(d *claims.Dossier, all []statement) []claims.Finding {
	const least = 4 // words: fewer are a phrase that anybody uses
	type spoken struct{ words, speaker string }
	var said []spoken
	var found []claims.Finding
	for _, s := range all {
		speaker := s.claim.Speaker()
		if speaker == "" || speaker == strings.ToLower(speaker) || isPronoun(speaker) {
			continue
		}
		for _, f := range facts.Quotations(s.claim.Text) {
			words := strings.ToLower(claims.FoldWords(f.Text))
			if len(strings.Fields(words)) < least {
				continue
			}
			for _, other := range said {
				if other.words == words && !sharesName(other.speaker, speaker) {
					found = append(found, differ(d, claims.Warning, s, f.Span, "both %s and %s are given as saying “%s”: see whose words they are", other.speaker, speaker, shorten(f.Text)))
				}
			}
			said = append(said, spoken{words, speaker})
		}
	}
	return found
}

var consistencyCatch = []Example{
	{Claim: "Katherine Renner ruled on Monday.", Beside: "Judge Katharine Renner heard the case.", Says: "elsewhere"},
	{Claim: "Pieter Lindqvist held a licence.", Beside: "Captain Pieter Lindquist left the ship.", Says: "spells it"},
	{Claim: "Marcus Oyelaran founded it.", Beside: "It was Marcus Oyelran's idea.", Says: "spells it"},
	{Claim: "The harbour employs 420 people in its yards.", Beside: "The harbour company employs 240 people in its yards.", Says: "240"},
	{Claim: "The owner paid $4.2 million for the old dredger.", Beside: "The owner paid $4.2 billion for the old dredger in all.", Says: "seems to be the same"},
	{Claim: "Ida Brandt, a 41-year-old pilot born in 1961, left.", Says: "64 or 65"},
	{Claim: "The mayor, born in 2001 and 44 years old, resigned.", Says: "24 or 25"},
	{Claim: "Ships took 30 containers and trains 50, a total of 90.", Says: "add up to 80"},
	{Claim: "The port lost 12 tugs and the town 15 boats, altogether 29.", Says: "add up to 27"},
	{Claim: "Of the claims, 38 of 450, or 12 percent, were paid.", Says: "8.4 percent"},
	{Claim: "It found that 30 of the 60 boats (45 percent) leaked.", Says: "50.0 percent"},
	{Claim: "“We felt one long scrape,” said Moss.", Beside: "“We felt one long scrape,” said Ida Brandt.", Speaker: "Moss", Says: "both"},
	{Claim: "Some 9 of 12 judges — 60 percent — agreed.", Says: "75.0 percent"},
}

var consistencySpare = []Example{
	{Claim: "Katherine Renner ruled on Monday.", Beside: "Katherine Renner heard the case."},
	{Claim: "Katherine Renner ruled on Monday.", Beside: "Renner heard the case."},
	{Claim: "John Moss ruled on Monday.", Beside: "Joan Ross heard the case."},
	{Claim: "The harbour employs 420 people in its yards.", Beside: "The harbour employed 240 people in its yards in 2019."},
	{Claim: "The harbour employs 420 people in its yards.", Beside: "The airport has 240 people."},
	{Claim: "The harbour company employs about 400 people in its yards.", Beside: "The harbour company employs 412 people in its yards."},
	{Claim: "“We felt one long scrape,” said Brandt.", Beside: "“We felt one long scrape,” Ida Brandt said.", Speaker: "Brandt"},
	{Claim: "Ida Brandt, a 64-year-old pilot born in 1961, left."},
	{Claim: "Ida Brandt, born in 1961, was 41 years old when she left."},
	{Claim: "Ships took 30 containers and trains 50, a total of 80."},
	{Claim: "Of the claims, 38 of 450, or 8 percent, were paid."},
	{Claim: "It found that 30 of the 60 boats (50 percent) leaked."},
	{Claim: "The fund gave 30 of its 60 boats to a town where 45 percent have none."},
}
