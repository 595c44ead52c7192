package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// mostReasons is how many changes a reason names.
const mostReasons = 3

// Reason says in a few words what an edit touched, the gravest first, to be
// put after "but" and before "since": "the number 40 became 48 and “may” became
// “will”". It is "words changed" where no kind of change but wording is known,
// and empty where claims.FoldWords folds both texts alike.
func Reason(old, now string) string {
	changes := Changes(old, now)
	if len(changes) == 0 {
		return ""
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Compare(a.gravity(), b.gravity()) })
	var said []string
	for _, c := range changes {
		if len(said) < mostReasons && !slices.Contains(said, c.sentence()) {
			said = append(said, c.sentence())
		}
	}
	if len(said) == 1 {
		return said[0]
	}
	last := len(said) - 1
	return strings.Join(said[:last], ", ") + " and " + said[last]
}

// gravity orders changes as the kinds are listed.
func (c Change) gravity() int {
	return slices.Index([]ChangeKind{
		NumberChange, DateChange, NameChange, QuotationChange, MarksChange, NegationChange, ModalChange, AttributionChange,
		CapitalsChange, PunctuationChange, WordingChange,
	}, c.Kind)
}

// sentence says what became of what.
func (c Change) sentence() string {
	switch c.Kind {
	case NumberChange, DateChange, NameChange:
		return became("the "+string(c.Kind)+" ", c.Old, c.New, "%s")
	case QuotationChange:
		return became("the quoted words ", c.Old, c.New, "“%s”")
	case MarksChange:
		return became("the quotation marks around ", c.Old, c.New, "“%s”")
	case NegationChange, ModalChange, AttributionChange:
		return became("", c.Old, c.New, "“%s”")
	case CapitalsChange:
		return "capitals changed"
	case PunctuationChange:
		return "punctuation changed"
	}
	return "words changed"
}

// became says "the number 40 became 48", or that one was put in or taken out.
func became(what, old, now, quoted string) string {
	old, now = shorten(old), shorten(now)
	were := "was"
	if strings.HasSuffix(what, "words ") || strings.HasPrefix(what, "the quotation marks") {
		were = "were"
	}
	switch {
	case old == "":
		return fmt.Sprintf("%s"+quoted+" %s put in", what, now, were)
	case now == "":
		return fmt.Sprintf("%s"+quoted+" %s taken out", what, old, were)
	}
	return fmt.Sprintf("%s"+quoted+" became "+quoted, what, old, now)
}

// shorten keeps words to what a sentence has room for.
func shorten(s string) string {
	const most = 60
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return strings.TrimSpace(string(runes[:most-1])) + "…"
}
