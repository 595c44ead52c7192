package claims

import (
	"fmt"
	"slices"
	"strings"

	"stet/sources"
)

// Severity says how bad a finding is.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "note"
)

// Severities lists the severities from worst to mildest.
var Severities = []Severity{Error, Warning, Info}

// ParseSeverity returns the severity that s names, folding case.
func ParseSeverity(s string) (Severity, error) { return parse("severity", s, Severities) }

// AtLeast reports whether s is as bad as floor or worse. Nothing is as bad as
// an unknown floor, such as "never".
func (s Severity) AtLeast(floor Severity) bool {
	i, j := slices.Index(Severities, s), slices.Index(Severities, floor)
	return i >= 0 && i <= j
}

// Outcome says what a check learnt. No outcome calls a claim true.
type Outcome string

// The outcomes.
const (
	Found        Outcome = "found"
	Contradicted Outcome = "contradicted"
	NotFound     Outcome = "not found"
	Unread       Outcome = "unread" // there was nothing to look in
)

// Finding is what a check or rule has to say of a claim, a citation, or (both
// empty) the whole article.
type Finding struct {
	Check    string   `json:"check"` // the check's or rule's id
	Severity Severity `json:"severity"`
	Outcome  Outcome  `json:"outcome,omitempty"` // of a check; rules have none
	Claim    string   `json:"claim,omitempty"`   // the claim's ID
	Citation string   `json:"citation,omitempty"`
	Message  string   `json:"message"`         // one sentence: what is so, and what to do
	Spans    []Span   `json:"spans,omitempty"` // in the draft's text, the words in question
	// Snapshot and Evidence say where the source says otherwise.
	Snapshot sources.Digest `json:"snapshot,omitempty"`
	Evidence []Span         `json:"evidence,omitempty"` // in the snapshot's text
	// Answer says who lets it stand, or waived it, and why; empty where nobody
	// did. It is worked out when a report is made, and never stored.
	Answer string `json:"-"`
}

// Answered returns the finding as a note that a person has answered.
func (f Finding) Answered(answer string) Finding {
	if f.Answer != "" {
		answer += ": " + f.Answer
	}
	f.Severity, f.Answer = Info, answer
	return f
}

// Sentence returns what is told of the finding: its message, behind the answer
// where it has one.
func (f Finding) Sentence() string {
	if f.Answer == "" {
		return f.Message
	}
	return f.Answer + ": " + f.Message
}

// Fingerprint names the finding by what it is about rather than where it
// stands, so that it stays the same when other lines move, or when somebody
// answers it.
func (f Finding) Fingerprint() string {
	key := fmt.Sprintf("%s\x00%s\x00%s\x00%s", f.Check, f.Claim, f.Citation, f.Message)
	return strings.Clone(string(sources.DigestOf([]byte(key)))[:16]) // reports of many findings keep no more than these
}
