package export

import "stet/claims"

// Selector is one selector of the Web Annotation Data Model, which says in
// which passage of a text the words are: by the words and what is around them,
// or by position, counted in characters.
type Selector struct {
	Type   string `json:"type"` // TextQuoteSelector or TextPositionSelector
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"` // of a TextPositionSelector
	End    *int   `json:"end,omitempty"`
}

// selectors returns the selectors of each passage, any of which finds it: that
// of a claim that was cut has no position.
func selectors(passages ...claims.Selector) []Selector {
	all := []Selector{}
	for _, p := range passages {
		if p.Exact == "" {
			continue
		}
		all = append(all, Selector{Type: "TextQuoteSelector", Exact: p.Exact, Prefix: p.Prefix, Suffix: p.Suffix})
		if p.End > p.Start {
			all = append(all, Selector{Type: "TextPositionSelector", Start: &p.Start, End: &p.End})
		}
	}
	return all
}
