package verify

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/facts"
)

// headlineAndBody finds a figure or a name in a headline, a dek, a caption or a
// pull quote that the body has otherwise: it is written last, by somebody else.
func headlineAndBody(d *claims.Dossier, all []statement) []claims.Finding {
	var body, above []statement
	for _, s := range all {
		if s.claim.Place == claims.InBody || s.claim.Place == "" {
			body = append(body, s)
		} else {
			above = append(above, s)
		}
	}
	if len(body) == 0 {
		return nil
	}
	var found []claims.Finding
	for _, s := range above {
		found = append(found, figuresAgainst(d, s, body)...)
		found = append(found, namesAgainst(d, s, body)...)
	}
	return found
}

// figuresAgainst finds the figures that no sentence of the body carries, and says
// which it gives where the sentence that is most like tells another.
func figuresAgainst(d *claims.Dossier, s statement, body []statement) []claims.Finding {
	var found []claims.Finding
	for _, figure := range s.facts {
		if !figure.IsFigure() || figure.IsVague() || isCarried(figure, body) {
			continue
		}
		place := string(s.claim.Place)
		if other, in, ok := otherFigure(s, figure, body); ok {
			f := differ(d, claims.Warning, s, figure.Span, "the %s says %s, the body says %s in #%d: correct one of them", place, figure.Text, other.Text, in.claim.Number)
			found = append(found, stretch{in.claim, other.Span}.beside(f, d))
		} else if isTelling(figure) {
			f := differ(d, claims.Info, s, figure.Span, "the %s says %s, which the body does not: see where it comes from", place, figure.Text)
			f.Outcome = claims.NotFound
			found = append(found, f)
		}
	}
	return found
}

// isCarried reports whether the body has the figure, or one that it rounds.
func isCarried(figure facts.Fact, body []statement) bool {
	return slices.ContainsFunc(body, func(s statement) bool {
		return slices.ContainsFunc(s.facts, func(f facts.Fact) bool {
			return facts.Supports(f, figure) != facts.Unsupported || facts.Supports(f.Bare(), figure.Bare()) != facts.Unsupported || facts.Supports(figure, f) != facts.Unsupported
		})
	})
}

// otherFigure returns the only figure of a kind of the sentence of the body that
// has most words with a headline, where these are half of the headline's.
func otherFigure(s statement, figure facts.Fact, body []statement) (facts.Fact, statement, bool) {
	const (
		least = 2
		share = 0.5
	)
	words := contentWords(s.claim.Text)
	var best statement
	most := 0
	for _, b := range body {
		if n := shared(words, contentWords(b.claim.Text)); n > most {
			most, best = n, b
		}
	}
	if most < least || float64(most) < share*float64(len(words)) {
		return facts.Fact{}, statement{}, false
	}
	var same []facts.Fact
	for _, f := range best.facts {
		if f.IsFigure() && !f.IsVague() && facts.SameUnit(f, figure) && isTelling(f) == isTelling(figure) {
			same = append(same, f)
		}
	}
	if len(same) != 1 || !sameScope(s, best) {
		return facts.Fact{}, statement{}, false
	}
	return same[0], best, true
}

// namesAgainst finds full names that the body spells otherwise. Headlines set
// every word with a capital, so that each run of words may be a name.
func namesAgainst(d *claims.Dossier, s statement, body []statement) []claims.Finding {
	if len(s.names) > 0 {
		return nil // not set so: compared as all names are
	}
	words := facts.Words(s.claim.Text)
	var found []claims.Finding
	told := map[string]bool{}
	for _, b := range body {
		for _, n := range b.names {
			size := len(strings.Fields(n.Text))
			for i := 0; size >= 2 && i+size <= len(words); i++ {
				at := claims.Span{Start: words[i].Start, End: words[i+size-1].End}
				as := at.In(s.claim.Text)
				if told[as] || !facts.NearName(as, n.Text) || !isOnePersons(as, n.Text) {
					continue
				}
				told[as] = true
				f := differ(d, claims.Warning, s, at, "the %s spells it %s, the body spells it %s in #%d: choose the right one", s.claim.Place, as, n.Text, b.claim.Number)
				found = append(found, stretch{b.claim, n.Span}.beside(f, d))
			}
		}
	}
	return found
}
