package claims

import "time"

// Reply is the right of reply of somebody of whom a claim is critical: that they
// were asked for comment, until when, and what they said. One that says only to
// whom is owed: nobody has asked them yet. It hangs on the claim, and remembers
// the words that were put to them.
type Reply struct {
	ID    string `json:"id"`    // UUIDv7
	Claim string `json:"claim"` // the claim's ID
	To    string `json:"to"`    // whom the claim is critical of, or who speaks for them
	Via   string `json:"via,omitempty"`
	// ContactedAt is when they were asked, and zero where nobody has yet.
	ContactedAt time.Time `json:"contacted_at,omitzero"`
	Deadline    time.Time `json:"deadline,omitzero"` // zero where none was given
	// Response is what they said, if only that they would not; empty where they
	// said nothing.
	Response    string    `json:"response,omitempty"`
	RespondedAt time.Time `json:"responded_at,omitzero"`
	// Words are the claim's as they were put to them; empty where nothing was.
	Words string    `json:"words,omitempty"`
	By    string    `json:"by"` // who recorded it last
	At    time.Time `json:"at"`
}

// IsOwed reports whether nobody has asked them yet.
func (r Reply) IsOwed() bool { return r.ContactedAt.IsZero() }
