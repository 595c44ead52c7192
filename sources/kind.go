package sources

import (
	"fmt"
	"strings"
)

// Kind says what a source is, in the trade's words. The empty Kind means that
// nobody has said and nothing could be guessed.
type Kind string

// The kinds of source that stet knows.
const (
	CourtFiling     Kind = "court filing"
	CompanyFiling   Kind = "company filing"
	PressRelease    Kind = "press release"
	Statement       Kind = "statement"
	NewsReport      Kind = "news report"
	EarningsCall    Kind = "earnings call"
	CourtTranscript Kind = "court transcript"
	Interview       Kind = "interview"
	Call            Kind = "call"
	Notes           Kind = "notes"
	Email           Kind = "email"
	Memo            Kind = "memo"
	Contract        Kind = "contract"
	Book            Kind = "book"
	Dataset         Kind = "dataset"
	OfficialRecord  Kind = "official record"
	SocialPost      Kind = "social post"
	Document        Kind = "document"
)

// Kinds lists every kind in the order in which help and errors show them.
var Kinds = []Kind{
	CourtFiling, CompanyFiling, PressRelease, Statement, NewsReport,
	EarningsCall, CourtTranscript, Interview, Call, Notes, Email, Memo,
	Contract, Book, Dataset, OfficialRecord, SocialPost, Document,
}

// ParseKind returns the kind that s names, folding case and taking hyphens or
// underscores for spaces. The error lists the valid kinds.
func ParseKind(s string) (Kind, error) {
	want := strings.NewReplacer("-", " ", "_", " ").Replace(strings.ToLower(strings.TrimSpace(s)))
	names := make([]string, len(Kinds))
	for i, k := range Kinds {
		if string(k) == want {
			return k, nil
		}
		names[i] = string(k)
	}
	return "", fmt.Errorf("unknown kind of source %q (one of: %s)", s, strings.Join(names, ", "))
}
