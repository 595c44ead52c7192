package desk

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/sources"
)

// catalogue tells where among the known sources the first stands that drafts and
// people call by a name. That is asked twice for every footnote.
type catalogue struct {
	names     map[string]int // by ID and alias
	addresses map[string]int
	codes     map[string]int // as folded writes them
	held      map[string]int // by what those held elsewhere are called, likewise
}

func newCatalogue() catalogue {
	return catalogue{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}}
}

// folded writes names that strings.EqualFold calls equal alike.
func folded(name string) string { return strings.ToLower(strings.ToUpper(name)) }

// know adds a source to those that are known.
func (c *citing) know(s sources.Source) {
	at := len(c.known)
	c.known = append(c.known, s)
	enter(c.index.names, s.ID, at)
	enter(c.index.names, s.Alias, at)
	enter(c.index.addresses, s.Address, at)
	enter(c.index.codes, folded(s.Code()), at)
	if s.IsHeld() {
		enter(c.index.held, heldAs(s.Held), at)
	}
}

// enter notes a place under a name, unless an earlier one is there.
func enter(places map[string]int, name string, at int) {
	if _, ok := places[name]; !ok && name != "" {
		places[name] = at
	}
}

// heldAs returns the words for a source held elsewhere without what typography
// and case make different in them.
func heldAs(words string) string { return folded(claims.FoldWords(words)) }

// indexOf returns where the source of a name stands among the known, or -1.
func (c *citing) indexOf(name string) int {
	index, found := c.index, len(c.known)
	for _, look := range []struct {
		places map[string]int
		name   string
	}{{index.names, name}, {index.codes, folded(name)}, {index.addresses, name}, {index.addresses, c.address(name)}} {
		if at, ok := look.places[look.name]; ok {
			found = min(found, at)
		}
	}
	if long, ok := longFor(name); ok {
		if at := slices.IndexFunc(c.known[:found], func(s sources.Source) bool { return isPaper(s, long) }); at >= 0 {
			return at
		}
	}
	if found == len(c.known) {
		return -1
	}
	return found
}
