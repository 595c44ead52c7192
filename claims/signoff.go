package claims

import (
	"strings"
	"time"

	"stet/sources"
)

// Verdict is a person's decision on a claim. No verdict means open.
type Verdict string

// The verdicts.
const (
	Open         Verdict = ""
	Confirmed    Verdict = "confirmed"
	ChangeTo     Verdict = "change" // to the words proposed; met when the draft carries them
	Incorrect    Verdict = "incorrect"
	Unverifiable Verdict = "unverifiable"
	OnAuthor     Verdict = "on author" // the author answers for it
	CutIt        Verdict = "cut"
	Stet         Verdict = "stet" // an editor lets it stand against a finding
	// Untold is the verdict of a sign-off that was void when it was imported: a
	// table of claims doesn't say what it had been. Nobody can give it.
	Untold Verdict = "unknown"
)

// Verdicts lists the verdicts that can be given.
var Verdicts = []Verdict{Confirmed, ChangeTo, Incorrect, Unverifiable, OnAuthor, CutIt, Stet}

// ParseVerdict returns the verdict that s names, folding case.
func ParseVerdict(s string) (Verdict, error) { return parse("verdict", s, Verdicts) }

// String returns the verdict as people see it: no verdict is "open".
func (v Verdict) String() string {
	if v == Open {
		return "open"
	}
	return string(v)
}

// SignOff is a verdict by a named person at a time, bound to what the person
// saw. It is never changed; a later one takes its place.
type SignOff struct {
	ID       string    `json:"id"`    // UUIDv7
	Claim    string    `json:"claim"` // the claim's ID
	Verdict  Verdict   `json:"verdict"`
	To       string    `json:"to,omitempty"` // the words proposed, of a ChangeTo
	Note     string    `json:"note,omitempty"`
	By       string    `json:"by"`
	At       time.Time `json:"at"`
	Words    string    `json:"words"`              // the claim's text, as signed
	Evidence []Pin     `json:"evidence,omitempty"` // each citation, as signed
	// ImportedBy names who took the sign-off in with a table of claims, which
	// said who gave it and when; empty where it was given in this ledger.
	ImportedBy string `json:"imported_by,omitempty"`
	// Lapsed says why it was void there already; such a sign-off never holds,
	// has no Words, and its Verdict is Untold, or ChangeTo where the words
	// proposed tell it. It is empty when read: Void says the same.
	Lapsed string `json:"lapsed,omitempty"`
	// Void says why the sign-off no longer holds; empty while it does. The
	// ledger fills in WordsChanged, EvidenceChanged or SourceRecaptured when it
	// reads; revise.Explain tells what changed instead. It is never written.
	Void string `json:"void,omitempty"`
}

// Why a sign-off is void, as every_signoff_view says it.
const (
	WordsChanged     = "words changed"
	EvidenceChanged  = "evidence changed"
	SourceRecaptured = "source recaptured"
)

// Check refuses a verdict that lacks what it needs, or has what none may have.
func (s *SignOff) Check() error {
	switch {
	case s.Verdict == Open, s.Verdict == Untold:
		return Invalidf("no verdict given")
	case s.Verdict == ChangeTo && strings.TrimSpace(s.To) == "":
		return Invalidf("verdict change needs the words proposed (--to)")
	case s.Verdict != ChangeTo && s.To != "":
		return Invalidf("verdict %s proposes no words: only change does", s.Verdict)
	case s.Verdict == Stet && strings.TrimSpace(s.Note) == "":
		return Invalidf("verdict stet needs a note with the reason")
	}
	return nil
}

// Holds reports whether the sign-off stands for what the ledger holds now.
func (s *SignOff) Holds() bool { return s != nil && s.Void == "" }

// IsMetBy reports whether words are those that a verdict of ChangeTo proposed.
func (s *SignOff) IsMetBy(words string) bool {
	return s.Verdict == ChangeTo && FoldWords(s.To) == FoldWords(words)
}

// Pin is what a sign-off relied on of one citation.
type Pin struct {
	Citation string         `json:"citation"`
	Source   string         `json:"source"`
	Stance   Stance         `json:"stance"`
	Quote    string         `json:"quote,omitempty"`
	Locator  Locator        `json:"locator"`
	Snapshot sources.Digest `json:"snapshot,omitempty"`
	Passage  string         `json:"passage,omitempty"` // the words of the source that the quote was found to be
}
