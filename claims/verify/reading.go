package verify

import (
	"sync"

	"stet/claims/facts"
	"stet/claims/quote"
	"stet/sources"
)

// prepare makes a text ready for looking things up in it. Facts are found when
// they are first asked for: many claims hold neither figure nor name.
func prepare(t *sources.Text) *reading {
	return &reading{
		text:    t,
		folded:  quote.Fold(t.Body),
		numbers: sync.OnceValue(func() []facts.Fact { return facts.Numbers(t.Body) }),
		names:   sync.OnceValue(func() []facts.Fact { return facts.Names(t.Body) }),
	}
}
