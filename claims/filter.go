package claims

import (
	"slices"
	"strings"
)

// Filter says which claims are wanted. Its zero value wants them all but the
// cut ones.
type Filter struct {
	Article string // slug
	Number  int    // of one claim; 0 for any
	Label   *Label
	Verdict *Verdict // as it holds: a void sign-off is open
	Finding string   // a check's id or a severity
	Source  string   // a source's ID
	Speaker string   // part of a speaker's words, case folded
	Text    string   // part of the claim's words, case and typography folded
	Cut     bool     // the cut ones too
}

// Keeps reports whether the entry is wanted, whatever its article: an entry
// does not know its article's slug.
func (f Filter) Keeps(e Entry) bool {
	return (f.Cut || !e.Claim.Cut) &&
		(f.Number == 0 || f.Number == e.Claim.Number) &&
		(f.Label == nil || *f.Label == e.Claim.Label) &&
		(f.Verdict == nil || *f.Verdict == e.verdict()) &&
		(f.Finding == "" || slices.ContainsFunc(e.Findings, f.keepsFinding)) &&
		(f.Source == "" || slices.ContainsFunc(e.Citations, func(t Citation) bool { return t.Source == f.Source })) &&
		(f.Speaker == "" || slices.ContainsFunc(e.Claim.Attributions, f.keepsSpeaker)) &&
		(f.Text == "" || holds(FoldWords(e.Claim.Text), FoldWords(f.Text)))
}

// verdict returns the verdict in force.
func (e Entry) verdict() Verdict {
	if !e.SignOff.Holds() {
		return Open
	}
	return e.SignOff.Verdict
}

func (f Filter) keepsFinding(found Finding) bool {
	return found.Check == f.Finding || string(found.Severity) == f.Finding
}

func (f Filter) keepsSpeaker(a Attribution) bool { return holds(a.Speaker.Text, f.Speaker) }

// holds reports whether part stands in text, in whatever case.
func holds(text, part string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(part))
}
