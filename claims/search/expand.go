package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"stet/claims"
)

// expander finds which terms begin with a prefix.
type expander struct {
	ctx    context.Context
	index  *Index
	of     claims.Indexed
	capped []string // says so where they were too many
}

const (
	// mostTerms is how many terms the beginning of a word may stand for.
	mostTerms = 128
	// shortestStem is how long a stem is at least that may be that of a longer
	// beginning: "impervi" of "imperviou".
	shortestStem = 3
)

// asked returns what an index is to be asked for: each word of each want.
func (q Query) asked(e *expander) ([]asked, error) {
	var all []asked
	for _, w := range q.wants {
		for i, form := range w.forms {
			a := asked{terms: []string{e.index.stems.term(form)}}
			if w.prefix && i == len(w.forms)-1 {
				var err error
				if a, err = e.expand(form); err != nil {
					return nil, err
				}
			}
			all = append(all, a)
		}
	}
	return all, nil
}

// expand returns what a word that begins so may be indexed by.
func (e *expander) expand(prefix string) (a asked, err error) {
	found, err := e.index.tables.Terms(e.ctx, e.of, prefix, mostTerms+1)
	if err != nil {
		return a, err
	}
	for _, p := range e.index.parts[e.of] {
		for t, held := range p.postings {
			if strings.HasPrefix(t, prefix) {
				found = append(found, held)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b claims.Posting) int { return cmp.Compare(b.Documents, a.Documents) })
	for _, p := range found {
		if slices.Contains(a.terms, p.Term) {
			continue
		}
		if len(a.terms) == mostTerms {
			e.capped = append(e.capped, fmt.Sprintf("only the %d commonest words that begin with %q were looked for in %s", mostTerms, prefix, e.of))
			break
		}
		a.terms = append(a.terms, p.Term)
		a.some += p.Documents
	}
	a.some = max(a.some, 1)
	for n := shortestStem; n < len(prefix); n++ {
		a.terms = append(a.terms, prefix[:n])
	}
	return a, nil
}
