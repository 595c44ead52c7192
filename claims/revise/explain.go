package revise

import (
	"cmp"
	"fmt"
	"strings"

	"stet/claims"
)

// Explain puts what changed in the place of the ledger's short word for why a
// sign-off is void, in every entry of a dossier that is about to be shown. See
// Why.
func Explain(d *claims.Dossier) {
	for i := range d.Entries {
		if e := &d.Entries[i]; e.SignOff != nil && e.SignOff.Void != "" {
			explained := *e.SignOff
			explained.Void = Why(d, *e)
			e.SignOff = &explained
		}
	}
}

// Why says what changed since a claim was signed off, where that is void: what
// an edit touched, which citation is another, or what became of the words
// relied on in a source that was captured anew. It is a few words, to be put
// after "but" and before "since", and never empty where the sign-off is void.
func Why(d *claims.Dossier, e claims.Entry) string {
	if e.SignOff.Words == "" {
		return e.SignOff.Void // it was void when it was imported: what it was given on nobody knows
	}
	why := ""
	switch e.SignOff.Void {
	case claims.WordsChanged:
		why = cmp.Or(join(partsSince(e)), Reason(e.SignOff.Words, e.Claim.Text))
	case claims.EvidenceChanged:
		why = join(citationsChanged(d, e))
	case claims.SourceRecaptured:
		why = join(passagesChanged(d, e))
	}
	if why == "" {
		return e.SignOff.Void
	}
	return why
}

// join lists what is not empty.
func join(all []string) string {
	var said []string
	for _, s := range all {
		if s != "" && len(said) < mostReasons {
			said = append(said, s)
		}
	}
	return strings.Join(said, ", ")
}

// partsSince says how drafts after the sign-off split the claim, or merged it.
func partsSince(e claims.Entry) []string {
	var notes []string
	for _, p := range e.Parts {
		if p.Whole == e.Claim.ID && p.At.After(e.SignOff.At) {
			notes = append(notes, p.Note(e.Claim.ID))
		}
	}
	return notes
}

// citationsChanged says how the claim's citations differ from those signed.
func citationsChanged(d *claims.Dossier, e claims.Entry) []string {
	was, is := map[claims.Pin]int{}, map[claims.Pin]int{}
	for _, p := range e.SignOff.Evidence {
		was[relied(p.Source, p.Stance, p.Quote, p.Locator)]++
	}
	for _, c := range e.Citations {
		is[relied(c.Source, c.Stance, c.Quote, c.Locator)]++
	}
	var said []string
	paired := map[claims.Pin]bool{}
	for _, p := range e.SignOff.Evidence {
		old := relied(p.Source, p.Stance, p.Quote, p.Locator)
		if is[old] > 0 {
			continue
		}
		now, ok := sameSource(old, e.Citations, func(c claims.Pin) bool { return was[c] == 0 && !paired[c] })
		if !ok {
			said = append(said, fmt.Sprintf("%s is no longer cited", name(d, p.Source)))
			continue
		}
		paired[now] = true
		said = append(said, citationChange(name(d, p.Source), old, now))
	}
	for _, c := range e.Citations {
		if now := relied(c.Source, c.Stance, c.Quote, c.Locator); was[now] == 0 && !paired[now] {
			said = append(said, fmt.Sprintf("%s is cited too", name(d, c.Source)))
		}
	}
	return said
}

// relied is what a sign-off is bound to of a citation.
func relied(source string, stance claims.Stance, quote string, at claims.Locator) claims.Pin {
	return claims.Pin{Source: source, Stance: stance, Quote: quote, Locator: at}
}

// sameSource returns the first citation that fits of the source of another.
func sameSource(old claims.Pin, cited []claims.Citation, fits func(claims.Pin) bool) (claims.Pin, bool) {
	for _, c := range cited {
		if now := relied(c.Source, c.Stance, c.Quote, c.Locator); now.Source == old.Source && fits(now) {
			return now, true
		}
	}
	return claims.Pin{}, false
}

func citationChange(name string, old, now claims.Pin) string {
	switch {
	case old.Quote != now.Quote && now.Quote == "":
		return fmt.Sprintf("nothing is quoted from %s any more", name)
	case old.Quote != now.Quote:
		return fmt.Sprintf("other words are quoted from %s", name)
	case old.Locator != now.Locator:
		return fmt.Sprintf("%s is cited at %s instead of %s", name, place(now.Locator), place(old.Locator))
	}
	return fmt.Sprintf("the stance of %s, %s, became %s", name, old.Stance, now.Stance)
}

func place(l claims.Locator) string {
	if l.IsZero() {
		return "no place"
	}
	return strings.TrimPrefix(l.String(), "at ")
}

// passagesChanged says what became of the words relied on in sources that were
// captured anew.
func passagesChanged(d *claims.Dossier, e claims.Entry) []string {
	var said []string
	for _, p := range e.SignOff.Evidence {
		now := d.Sources[p.Source]
		if p.Snapshot == "" || now.Snapshot == p.Snapshot {
			continue
		}
		if s := passageChange(name(d, p.Source), p, now, matchOf(e, p)); s != "" {
			said = append(said, s)
		}
	}
	return said
}

// matchOf returns where a citation that is as it was signed stands now, or nil
// where that was not looked for.
func matchOf(e claims.Entry, p claims.Pin) *claims.Match {
	for _, c := range e.Citations {
		if m, ok := e.Matches[c.ID]; ok && relied(c.Source, c.Stance, c.Quote, c.Locator) == relied(p.Source, p.Stance, p.Quote, p.Locator) {
			return &m
		}
	}
	return nil
}

func passageChange(name string, p claims.Pin, now claims.Evidence, m *claims.Match) string {
	switch {
	case p.Quote == "":
		return fmt.Sprintf("%s reads otherwise, and nothing of it is quoted", name)
	case m == nil || m.Snapshot != now.Snapshot:
		return fmt.Sprintf("%s was captured anew and not searched", name)
	case m.Class == claims.Absent:
		return fmt.Sprintf("“%s” is gone from %s", shorten(p.Quote), name)
	case m.Class == claims.Altered:
		return fmt.Sprintf("in %s %s", name, Reason(cmp.Or(p.Passage, p.Quote), cmp.Or(m.Selector.Exact, sourceWords(m.Difference))))
	}
	return ""
}

// sourceWords returns what a source has, of its difference from a quote.
func sourceWords(difference []claims.Edit) string {
	var words []string
	for _, e := range difference {
		if e.Kind != claims.Inserted {
			words = append(words, e.Text)
		}
	}
	return strings.Join(words, " ")
}

func name(d *claims.Dossier, source string) string {
	if e, ok := d.Sources[source]; ok {
		return e.Source.Name()
	}
	return "a source"
}
