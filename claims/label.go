package claims

import (
	"strings"
)

// Label is a claim's confidence label: on whose word the copy rests it. The
// empty Label is undecided, which a person must settle.
type Label string

// The labels.
const (
	Undecided     Label = ""
	Reported      Label = "reported"     // a named outlet or person is given as saying so
	InCourtFiling Label = "court filing" // a paper filed with a court, or a ruling of one
	Announced     Label = "announced"    // by the party that it is about, in public
	OwnVoice      Label = "own voice"    // the copy asserts it on nobody's word
)

// Labels lists the labels that a claim can be given, in the order in which
// help and errors show them, with what each one means.
var Labels = []struct {
	Label   Label
	Meaning string
}{
	{Reported, "somebody named or described is given as saying so"},
	{InCourtFiling, "a paper filed with a court, or a ruling of one, says so"},
	{Announced, "the party that it is about has said so in public"},
	{OwnVoice, "the copy asserts it on nobody's word"},
}

// ParseLabel returns the label that s names, folding case and taking hyphens
// for spaces; "undecided" and "" name the empty label. The error lists the
// valid labels.
func ParseLabel(s string) (Label, error) {
	for _, l := range Labels {
		if string(l.Label) == s {
			return l.Label, nil
		}
	}
	want := fold(s)
	if want == "" || want == "undecided" {
		return Undecided, nil
	}
	var names []string
	for _, l := range Labels {
		if string(l.Label) == want {
			return l.Label, nil
		}
		names = append(names, string(l.Label))
	}
	return "", Invalidf("unknown label %q (one of: %s, undecided)", s, strings.Join(names, ", "))
}

// String returns the label as people see it: an undecided one says so.
func (l Label) String() string {
	if l == Undecided {
		return "undecided"
	}
	return string(l)
}

func fold(s string) string {
	return strings.NewReplacer("-", " ", "_", " ").Replace(strings.ToLower(strings.TrimSpace(s)))
}
